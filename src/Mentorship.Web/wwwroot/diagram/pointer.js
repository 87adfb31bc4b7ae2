// From a pointer to a gesture: mouse, pen and touch alike.
import { bending } from "./bending.js";
import { connecting, leading } from "./connecting.js";
import { dragging } from "./dragging.js";
import { marquee } from "./marquee.js";

const Start = { mouse: 4, pen: 6, touch: 10 }, Hold = 500;

export function watchPointer(desk) {
  const { svg, view, signal } = desk, touches = new Map();
  let press = null, gesture = null, frame = 0, last = null, pinch = null, hold = 0, held = false;
  const on = (name, act) => svg.addEventListener(name, act, { signal });

  on("pointerdown", event => {
    desk.commands.settle();
    if (event.pointerType === "touch") {
      touches.set(event.pointerId, event);
      if (touches.size === 2) return startPinch();
    }
    if (gesture || event.button > 1) return;
    svg.setPointerCapture(event.pointerId);
    press = { event, at: view.toBoard(event), target: event.target };
    if (event.pointerType === "touch") hold = setTimeout(() => holdDown(), Hold);
    if (event.target.closest("[data-port]")) begin();
    if (event.button === 1 || event.target.closest("[data-port], [data-end], [data-bend]")) event.preventDefault();
  });

  on("pointermove", event => {
    if (touches.has(event.pointerId)) touches.set(event.pointerId, event);
    if (pinch) return later(() => movePinch());
    if (!press || event.pointerId !== press.event.pointerId) return;
    if (!gesture && Math.hypot(event.clientX - press.event.clientX, event.clientY - press.event.clientY) >= (Start[event.pointerType] ?? 4)) begin();
    last = event;
    if (gesture) later(() => gesture?.move(view.toBoard(last), last));
  });

  on("pointerup", event => {
    drop(event);
    if (pinch || !press || event.pointerId !== press.event.pointerId) return;
    const done = gesture, was = press;
    stop();
    if (done) done.end(view.toBoard(event), event);
    else click(was, event);
  });
  on("pointercancel", event => { drop(event); cancel(); });
  on("lostpointercapture", event => { if (press?.event.pointerId === event.pointerId) cancel(); });
  // The mouse that a browser makes of a long touch would take the keyboard away from the toolbar.
  on("touchend", event => { if (held) event.preventDefault(); held = false; });
  on("dblclick", event => desk.commands.doubleClick(target(event.target), view.toBoard(event), event));
  on("contextmenu", event => {
    event.preventDefault();
    const { node } = target(event.target);
    if (node && !desk.selection.ids.has(node)) desk.selection.choose([node]);
    if (node) desk.pad.enter();
  });
  desk.cancelGesture = () => { const had = !!gesture; cancel(); return had; };

  function target(element) {
    const fold = element.closest("[data-fold]"), arrow = element.closest("[data-arrow]")?.dataset.arrow ?? null;
    const node = element.classList.contains("floor") ? null : element.closest("[data-node]")?.dataset.node ?? null;
    return { node, arrow, fold: !!fold };
  }

  function begin() {
    clearTimeout(hold);
    const { event, at } = press, { node, arrow } = target(press.target), end = press.target.closest("[data-end]"), bend = press.target.closest("[data-bend]");
    if (event.button === 1 || desk.isSpaceDown || desk.isQuiet || (!node && !arrow && !end && !bend && event.pointerType === "touch")) gesture = panning(event);
    else if (press.target.closest("[data-port]")) gesture = connecting(desk, node, at);
    else if (end) gesture = leading(desk, desk.selection.arrow, end.dataset.end, at);
    else if (bend) gesture = bending(desk, desk.selection.arrow, Number(bend.dataset.bend), at);
    else if (node) {
      if (!desk.selection.ids.has(node)) event.shiftKey ? desk.selection.add([node]) : desk.selection.choose([node]);
      gesture = dragging(desk, node, at);
    } else gesture = marquee(desk, at, event.shiftKey);
    desk.pad.hide();
    desk.root.toggleAttribute("data-busy", true);
  }

  function click({ event, target: element }, up) {
    const { node, arrow, fold } = target(element);
    if (event.button === 1) return;
    if (fold) desk.fold(node);
    else if (node) up.shiftKey || up.ctrlKey || up.metaKey ? desk.selection.toggle(node) : desk.selection.choose([node]);
    else if (arrow && !desk.isQuiet) desk.selection.chooseArrow(arrow);
    else desk.selection.clear();
    (node ? desk.drawing.face(node) : desk.svg).focus({ preventScroll: true });
    if (node && desk.model.readOnly) desk.tell("OpenedAsync", node);
  }

  function holdDown() {
    const { node } = target(press.target);
    press = null;
    if (!node) return;
    held = true;
    desk.selection.choose([node]);
    desk.pad.enter();
  }

  function panning(from) {
    let [x, y] = [from.clientX, from.clientY];
    return {
      move(_, event) { view.pan(event.clientX - x, event.clientY - y); [x, y] = [event.clientX, event.clientY]; },
      end() { desk.pad.show(); },
      cancel() {},
    };
  }

  function startPinch() {
    cancel();
    pinch = measured();
  }

  function movePinch() {
    if (!pinch || touches.size < 2) return;
    const now = measured();
    view.pan(now.x - pinch.x, now.y - pinch.y);
    view.zoom(now.apart / pinch.apart, now);
    pinch = now;
  }

  function measured() {
    const [a, b] = [...touches.values()], { left, top } = svg.getBoundingClientRect();
    return { x: (a.clientX + b.clientX) / 2 - left, y: (a.clientY + b.clientY) / 2 - top, apart: Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)) };
  }

  function drop(event) {
    touches.delete(event.pointerId);
    if (touches.size < 2) pinch = null;
  }

  /** Once in a frame is enough. */
  function later(act) {
    if (!frame) frame = requestAnimationFrame(() => { frame = 0; act(); });
  }

  function stop() {
    clearTimeout(hold);
    cancelAnimationFrame(frame);
    frame = 0;
    press = gesture = null;
    desk.root.toggleAttribute("data-busy", false);
  }

  function cancel() {
    const left = gesture;
    stop();
    left?.cancel();
    if (left) desk.pad.show();
  }
}
