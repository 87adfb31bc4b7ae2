// Putting selected steps in line, and moving them by keys.
import { counted, word } from "./words.js";

const Pause = 350;

export function arrange(desk) {
  let nudged = null, clock = 0;

  /** Keys move at once; the server hears of it when they rest. */
  function nudge(dx, dy) {
    const ids = desk.selection.outermost;
    if (!ids.length || desk.isQuiet) return;
    nudged ??= { ids, x: 0, y: 0, start: new Map(ids.map(id => [id, desk.layout.box(id)])) };
    nudged.x += dx;
    nudged.y += dy;
    for (const [id, box] of nudged.start) desk.drawing.place(id, box.x + nudged.x, box.y + nudged.y);
    desk.view.reveal({ ...desk.layout.place(ids[0]), x: desk.layout.place(ids[0]).x + nudged.x, y: desk.layout.place(ids[0]).y + nudged.y });
    desk.pad.hide();
    clearTimeout(clock);
    clock = setTimeout(settle, Pause);
  }

  function settle() {
    if (!nudged) return;
    const { start, x, y, ids } = nudged, places = {};
    clearTimeout(clock);
    nudged = null;
    for (const [id, box] of start) places[id] = { x: Math.round(box.x + x), y: Math.round(box.y + y) };
    if (x || y) desk.do({ edit: "placeSteps", places }, word("SaidMoved", counted("Steps", ids.length)));
    desk.pad.show();
  }

  /** By their left edges, middles, upper edges …; or with equal spaces between. */
  function align(how) {
    const ids = desk.selection.outermost, parent = desk.layout.parents.get(ids[0]);
    const boxes = ids.filter(id => desk.layout.parents.get(id) === parent).map(id => ({ id, ...desk.layout.box(id) }));
    if (boxes.length < 2) return;
    const places = {}, min = (axis, size = null) => Math.min(...boxes.map(b => b[axis] + (size ? b[size] / 2 : 0)));
    const mean = (axis, size) => boxes.reduce((sum, b) => sum + b[axis] + b[size] / 2, 0) / boxes.length;
    const put = (box, x, y) => { places[box.id] = { x: Math.round(x), y: Math.round(y) }; };
    if (how === "left") boxes.forEach(b => put(b, min("x"), b.y));
    else if (how === "top") boxes.forEach(b => put(b, b.x, min("y")));
    else if (how === "column") { const middle = mean("x", "w"); boxes.forEach(b => put(b, middle - b.w / 2, b.y)); }
    else if (how === "row") { const middle = mean("y", "h"); boxes.forEach(b => put(b, b.x, middle - b.h / 2)); }
    else share(boxes, how === "across" ? ["x", "w"] : ["y", "h"], put);
    desk.do({ edit: "placeSteps", places }, word("SaidAligned"));
  }

  function share(boxes, [axis, size], put) {
    const order = [...boxes].sort((a, b) => a[axis] - b[axis]), first = order[0], last = order.at(-1);
    const used = order.reduce((sum, b) => sum + b[size], 0), gap = Math.max(24, (last[axis] + last[size] - first[axis] - used) / (order.length - 1));
    let at = first[axis];
    for (const box of order) {
      axis === "x" ? put(box, at, box.y) : put(box, box.x, at);
      at += box[size] + gap;
    }
  }

  return { nudge, settle, align };
}
