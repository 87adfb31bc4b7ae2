// The grips of the selected arrow: its two ends, and the middle of each stretch, which can be shifted aside.
import { make } from "./drawing.js";
import { word } from "./words.js";

/** Draws the grips of the selected arrow, or takes them away. */
export function drawGrips(desk) {
  const { drawing, layout, selection } = desk;
  drawing.grips?.remove();
  drawing.grips = null;
  const arrow = selection.arrow && desk.state.arrows.get(selection.arrow);
  if (!arrow || arrow.fixed || desk.isQuiet || !layout.has(arrow.source)) return;
  const parent = layout.parents.get(arrow.source), origin = layout.origin(parent), found = layout.containers.get(parent).routes.get(arrow.id);
  if (!found) return;
  const grips = make("g", { transform: `translate(${origin.x} ${origin.y})`, "aria-hidden": "true" }), { points } = found;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (Math.abs(a.x - b.x) + Math.abs(a.y - b.y) < 36) continue;
    grips.append(make("rect", { class: `grip-bend ${a.x === b.x ? "upright" : "level"}`, "data-bend": i, x: (a.x + b.x) / 2 - 6, y: (a.y + b.y) / 2 - 6, width: 12, height: 12, rx: 3 }));
  }
  grips.append(make("circle", { class: "grip-end", "data-end": "source", cx: points[0].x, cy: points[0].y, r: 7 }), make("circle", { class: "grip-end", "data-end": "target", cx: points.at(-1).x, cy: points.at(-1).y, r: 7 }));
  drawing.world.append(drawing.grips = grips);
}

/** Shifts one stretch of an arrow aside. */
export function bending(desk, id, stretch, from) {
  const arrow = desk.state.arrows.get(id), parent = desk.layout.parents.get(arrow.source), found = desk.layout.containers.get(parent).routes.get(id);
  const points = found.points, level = points[stretch - 1].y === points[stretch].y;
  let moved = points;
  return {
    move(point) {
      const off = Math.round(level ? point.y - from.y : point.x - from.x);
      moved = points.map((p, i) => i !== stretch - 1 && i !== stretch ? p : level ? { x: p.x, y: p.y + off } : { x: p.x + off, y: p.y });
      const [first, last] = [points[0], points.at(-1)];
      // The ends stay at their steps: a shifted outer stretch gets a short one beside it.
      if (stretch === 1) moved = [first, { ...(level ? { x: first.x + Math.sign(points[1].x - first.x) * 18, y: first.y } : { x: first.x, y: first.y + Math.sign(points[1].y - first.y) * 18 }) }, beside(first, points[1], off), ...moved.slice(1)];
      if (stretch === points.length - 1) moved = [...moved.slice(0, -1), beside(last, points.at(-2), off), { ...(level ? { x: last.x + Math.sign(points.at(-2).x - last.x) * 18, y: last.y } : { x: last.x, y: last.y + Math.sign(points.at(-2).y - last.y) * 18 }) }, last];
      desk.drawing.paintRoute(parent, { ...found, points: moved }, true);
    },
    end(point) {
      this.move(point);
      const vertices = moved.slice(1, -1).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
      desk.do({ edit: "bendArrow", source: arrow.source, outcome: arrow.outcome, target: arrow.target, vertices }, word("SaidBent"));
      desk.pad.show();
    },
    cancel() { desk.drawing.paintRoute(parent, found, true); },
  };

  function beside(end, next, off) {
    return level ? { x: end.x + Math.sign(next.x - end.x) * 18, y: end.y + off } : { x: end.x + off, y: end.y + Math.sign(next.y - end.y) * 18 };
  }
}
