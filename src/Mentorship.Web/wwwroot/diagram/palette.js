// The palette and the buttons of the frame: a press appends after what is selected, a drag puts the step where it is dropped.
import { boxOf } from "./geometry.js";
import { make } from "./drawing.js";

const Start = 5;

export function watchPalette(desk) {
  const { root, signal, view } = desk;
  let press = null, ghost = null, dragged = false;

  root.addEventListener("click", event => {
    const kind = event.target.closest("[data-kind]"), act = event.target.closest("[data-act]");
    if (kind && !dragged) append(kind.dataset.kind, event);
    else if (act) Acts[act.dataset.act]?.();
    dragged = false;
  }, { signal });
  root.addEventListener("pointerdown", event => {
    dragged = false;
    const kind = event.target.closest("[data-kind]");
    if (!kind || event.button !== 0 || desk.isQuiet) return;
    press = { kind: entry(kind.dataset.kind), x: event.clientX, y: event.clientY, button: kind };
    if (event.pointerType === "mouse") kind.setPointerCapture(event.pointerId);
  }, { signal });
  root.addEventListener("pointermove", event => {
    if (!press || event.buttons === 0) return;
    if (!ghost && Math.hypot(event.clientX - press.x, event.clientY - press.y) < Start) return;
    draw(event);
  }, { signal });
  root.addEventListener("pointerup", event => {
    const was = press, drawn = ghost;
    stop();
    if (!drawn) return;
    dragged = true;
    drop(was.kind, event);
  }, { signal });
  root.addEventListener("pointercancel", stop, { signal });

  const entry = type => desk.model.palette.find(kind => kind.type === type);

  function append(type) {
    desk.commands.settle();
    desk.commands.appendKind(entry(type));
  }

  function draw(event) {
    const { w, h } = boxOf(press.kind.name, press.kind.type), at = view.toBoard(event);
    if (!ghost) desk.drawing.over.append(ghost = make("rect", { class: "ghost", width: w, height: h, rx: 12 }));
    ghost.setAttribute("x", at.x - w / 2);
    ghost.setAttribute("y", at.y - h / 2);
  }

  function drop(kind, event) {
    const under = document.elementsFromPoint(event.clientX, event.clientY);
    if (!under.includes(desk.svg) && !under.some(element => desk.svg.contains(element))) return;
    const arrow = under.map(element => element.closest("[data-arrow]")?.dataset.arrow).find(Boolean);
    desk.commands.addAt(view.toBoard(event), event, kind, arrow && desk.state.arrows.get(arrow));
  }

  function stop() {
    ghost?.remove();
    press = ghost = null;
  }

  const Acts = {
    zoomIn: () => view.zoom(1.25), zoomOut: () => view.zoom(0.8), zoomWhole: () => view.zoom(1 / view.k), fit: () => view.fit(desk.layout.bounds),
    undo: () => { desk.commands.settle(); desk.travel("undo"); }, redo: () => { desk.commands.settle(); desk.travel("redo"); },
    layOut: () => desk.commands.layOut(), fold: () => desk.commands.foldAll(true), unfold: () => desk.commands.foldAll(false), help: () => desk.help(), dismiss: () => desk.notice(""),
  };
}
