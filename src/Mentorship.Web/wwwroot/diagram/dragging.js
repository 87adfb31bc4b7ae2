// Moving steps: they follow the pointer, catch on the lines of their neighbours, and go into the stage they are dropped on.
import { make } from "./drawing.js";
import { overlap, union } from "./geometry.js";
import { route } from "./routing.js";
import { counted, word } from "./words.js";

const Catch = 7, Grid = 4, Near = 36, Drift = 14;

export function dragging(desk, grabbed, from) {
  const { layout, drawing, view } = desk, ids = desk.selection.outermost.filter(id => layout.has(id)), moved = new Set(ids);
  const home = layout.parents.get(grabbed), containers = new Map();
  for (const id of ids) {
    const parent = layout.parents.get(id), container = layout.containers.get(parent);
    if (!containers.has(parent)) containers.set(parent, { container, boxes: new Map(container.boxes), moving: new Map(), ...concerned(container), routes: container.routes });
    containers.get(parent).moving.set(id, container.boxes.get(id));
  }
  const together = union([...containers.get(home).moving.values()]), others = [...layout.containers.get(home).boxes].filter(([id]) => !moved.has(id)).map(([, box]) => box);
  const guides = [make("path", { class: "guide" }), make("path", { class: "guide" })], frame = make("rect", { class: "into", rx: 14, visibility: "hidden" });
  drawing.over.append(frame, ...guides);
  let offset = { x: 0, y: 0 }, into = home, last = from, drift = 0;

  function move(point, event) {
    last = point;
    if (event) driftBy(event);
    offset = event?.altKey ? { x: point.x - from.x, y: point.y - from.y } : caught(point.x - from.x, point.y - from.y);
    for (const one of containers.values()) shift(one);
    into = layout.containerAt(point, moved);
    outline();
  }

  /** Arrows of what moves, and those that leave or enter beside them; the rest of the board is left in peace. */
  function concerned({ arrows }) {
    const attached = arrows.filter(a => moved.has(a.source) || moved.has(a.target)), own = new Set(attached.map(a => a.id)), ends = new Set(attached.flatMap(a => [a.source, a.target]));
    const beside = arrows.filter(a => !own.has(a.id) && (ends.has(a.source) || ends.has(a.target)));
    return { attached, own, list: [...beside, ...attached.map(a => a.vertices.length ? { ...a, vertices: [] } : a)] };
  }

  function shift(one) {
    const { container, boxes, moving, own, list } = one;
    for (const [id, box] of moving) {
      const now = { ...box, x: box.x + offset.x, y: box.y + offset.y };
      boxes.set(id, now);
      drawing.place(id, now.x, now.y);
    }
    const before = one.routes;
    one.routes = route(boxes, list, before, a => own.has(a.id));
    for (const found of one.routes.values()) if (found !== before.get(found.arrow.id)) drawing.paintRoute(container.id, found, false);
  }

  /** The nearest line of a neighbour, else the grid. */
  function caught(dx, dy) {
    const box = { x: together.x + dx, y: together.y + dy, w: together.w, h: together.h }, reach = Catch / view.k;
    const x = line("x", "w", box, reach), y = line("y", "h", box, reach), origin = layout.origin(home);
    guide(0, x && `M${origin.x + x.at} ${origin.y + Math.min(box.y, x.other.y) - 20}V${origin.y + Math.max(box.y + box.h, x.other.y + x.other.h) + 20}`);
    guide(1, y && `M${origin.x + Math.min(box.x, y.other.x) - 20} ${origin.y + y.at}H${origin.x + Math.max(box.x + box.w, y.other.x + y.other.w) + 20}`);
    const snap = value => Math.round(value / Grid) * Grid;
    return { x: x ? dx + x.off : snap(together.x + dx) - together.x, y: y ? dy + y.off : snap(together.y + dy) - together.y };
  }

  function line(axis, size, box, reach) {
    let best = null;
    for (const other of others) {
      if (Math.abs(other.x - box.x) + Math.abs(other.y - box.y) > 1600) continue;
      for (const share of [0.5, 0, 1]) {
        const at = other[axis] + other[size] * share, off = at - box[axis] - box[size] * share;
        if (Math.abs(off) < reach && (!best || Math.abs(off) < Math.abs(best.off))) best = { at, off, other };
      }
    }
    return best;
  }

  function guide(i, d) { guides[i].setAttribute("d", d || "M0 0"); }

  function outline() {
    const shows = into !== home && into !== "";
    frame.setAttribute("visibility", shows ? "visible" : "hidden");
    if (!shows) return;
    const box = layout.place(into);
    for (const [name, value] of [["x", box.x], ["y", box.y], ["width", box.w], ["height", box.h]]) frame.setAttribute(name, value);
  }

  /** Near the edge of the window the board comes along. Asked before anything is moved: afterwards the browser would have to lay the board out for the answer. */
  function driftBy(event) {
    const { left, top, right, bottom } = desk.svg.getBoundingClientRect();
    const x = event.clientX < left + Near ? Drift : event.clientX > right - Near ? -Drift : 0, y = event.clientY < top + Near ? Drift : event.clientY > bottom - Near ? -Drift : 0;
    cancelAnimationFrame(drift);
    if (x || y) drift = requestAnimationFrame(() => { view.pan(x, y); move(view.toBoard(event), event); });
  }

  function finish() {
    cancelAnimationFrame(drift);
    for (const element of [frame, ...guides]) element.remove();
  }

  function end(point, event) {
    move(point, event);
    finish();
    if (offset.x || offset.y) desk.do(into === home ? placed() : shifted(), word("SaidMoved", counted("Steps", ids.length)));
    else desk.paint();
    desk.pad.show();
  }

  /** Where they were dropped; on top of another they go beside it. Bends of arrows that led there are let go. */
  function placed() {
    const places = {}, edits = [];
    for (const { boxes, moving, attached } of containers.values()) {
      for (const [id, box] of moving) Object.assign(places, { [id]: clear(box, [...boxes].filter(([other]) => !moved.has(other)).map(([, other]) => other)) });
      for (const a of attached) if (a.vertices.length) edits.push({ edit: "bendArrow", source: a.source, outcome: a.outcome, target: a.target, vertices: both(a) ? a.vertices.map(v => ({ x: v.x + offset.x, y: v.y + offset.y })) : [] });
    }
    const place = { edit: "placeSteps", places };
    return edits.length ? { edit: "group", edits: [place, ...edits] } : place;
  }

  const both = arrow => moved.has(arrow.source) && moved.has(arrow.target);

  function clear(box, rest) {
    const found = { x: box.x + offset.x, y: box.y + offset.y, w: box.w, h: box.h };
    for (let i = 0; i < 50; i++) {
      const under = rest.find(other => overlap(found, other, 11));
      if (!under) break;
      if (Math.abs(found.x - under.x) > Math.abs(found.y - under.y)) found.x = found.x >= under.x ? under.x + under.w + 24 : under.x - found.w - 24;
      else found.y = found.y >= under.y ? under.y + under.h + 24 : under.y - found.h - 24;
    }
    return { x: Math.round(found.x), y: Math.round(found.y) };
  }

  function shifted() {
    const target = layout.origin(into), places = {};
    for (const id of ids) {
      const box = layout.place(id);
      places[id] = { x: Math.max(0, Math.round(box.x + offset.x - target.x)), y: Math.max(0, Math.round(box.y + offset.y - target.y)) };
    }
    return { edit: "group", edits: [{ edit: "shiftSteps", ids, into: into || desk.state.root }, { edit: "placeSteps", places }] };
  }

  function cancel() {
    finish();
    for (const { container, moving, list } of containers.values()) {
      for (const [id, box] of moving) drawing.place(id, box.x, box.y);
      for (const a of list) drawing.paintRoute(container.id, container.routes.get(a.id), false);
    }
  }

  return { move, end, cancel };
}
