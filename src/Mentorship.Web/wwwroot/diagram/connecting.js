// Arrows by hand: from the handle of a step to another step, or an end of an arrow to another step.
import { make } from "./drawing.js";
import { word } from "./words.js";

function rubber(desk, from) {
  const line = make("path", { class: "rubber", "marker-end": `url(#${desk.drawing.head}-chosen)` });
  desk.drawing.over.append(line);
  return { to(point) { line.setAttribute("d", `M${from.x} ${from.y}L${point.x} ${point.y}`); }, from(point, to) { line.setAttribute("d", `M${point.x} ${point.y}L${to.x} ${to.y}`); }, remove() { line.remove(); } };
}

/** The visible step at a point that an arrow may lead to or from. */
function stepAt(desk, point, parent) {
  let found = null;
  for (const node of desk.layout.visible()) {
    const box = desk.layout.place(node.id);
    if ((node.parent ?? null) === parent && point.x >= box.x && point.x <= box.x + box.w && point.y >= box.y && point.y <= box.y + box.h) found = node.id;
  }
  return found;
}

function target(desk) {
  let marked = null;
  return id => {
    if (marked === id) return;
    if (marked) desk.drawing.face(marked)?.classList.remove("target");
    if (id) desk.drawing.face(id)?.classList.add("target");
    marked = id;
  };
}

/** A new arrow. Dropped on nothing, it asks which step should stand there. */
export function connecting(desk, source, from) {
  const { layout } = desk, box = layout.place(source), parent = desk.node(source).parent ?? null;
  const start = { x: box.x + box.w, y: box.y + box.h / 2 }, line = rubber(desk, start), mark = target(desk);
  let over = null;
  function done() { line.remove(); mark(null); }
  return {
    move(point) {
      line.to(point);
      over = stepAt(desk, point, parent);
      mark(over);
    },
    end(point, event) {
      this.move(point);
      done();
      const far = Math.hypot(point.x - from.x, point.y - from.y) > 24;
      if (over && (over !== source || far)) desk.commands.connect(source, over, event);
      else if (over || !far) desk.selection.choose([source]);
      else desk.commands.appendAt(source, point, event);
    },
    cancel: done,
  };
}

/** An end of an arrow led elsewhere; dropped on nothing, it stays as it was. */
export function leading(desk, id, end, from) {
  const arrow = desk.state.arrows.get(id), { layout } = desk, fixed = layout.place(end === "source" ? arrow.target : arrow.source);
  const parent = desk.node(arrow.source).parent ?? null, middle = { x: fixed.x + fixed.w / 2, y: fixed.y + fixed.h / 2 }, line = rubber(desk, middle), mark = target(desk);
  let over = null;
  function done() { line.remove(); mark(null); }
  return {
    move(point) {
      if (end === "source") line.from(point, middle);
      else line.to(point);
      over = stepAt(desk, point, parent);
      mark(over);
    },
    async end(point, event) {
      this.move(point);
      done();
      if (!over || over === arrow[end]) return;
      if (end === "target") return desk.commands.reroute(arrow, arrow.source, arrow.outcome, over);
      const outcome = await desk.commands.outcome(over, event);
      if (outcome) desk.commands.reroute(arrow, over, outcome, arrow.target);
      else desk.say(word("SaidUnchanged"));
    },
    cancel: done,
  };
}
