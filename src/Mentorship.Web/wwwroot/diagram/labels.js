// Where the words of an arrow stand: on the arrow, off the boxes and off each other.
import { Fonts, widthOf } from "./words.js";

const Height = 20;

/** @returns the box of the label, or null where the arrow says nothing */
export function labelFor(arrow, points, boxes, labels) {
  if (!arrow.label) return null;
  const w = Math.ceil(widthOf(arrow.label, Fonts.label)) + 10;
  let fallback = null;
  for (const spot of spots(points, w)) {
    const label = { x: spot.x - w / 2, y: spot.y - Height / 2, w, h: Height };
    const onBox = boxes.some(box => touches(label, box)), onLabel = labels.some(other => touches(label, other));
    if (!onBox && !onLabel) return label;
    if (!onBox) fallback ??= label;
  }
  if (fallback) return fallback;
  const [a, b] = points;
  return { x: (a.x + b.x - w) / 2, y: (a.y + b.y - Height) / 2, w, h: Height };
}

const touches = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** Level stretches first, near the step whose outcome it is; then upright ones. */
function* spots(points, w) {
  const stretches = points.slice(1).map((b, i) => ({ a: points[i], b, length: Math.abs(b.x - points[i].x) + Math.abs(b.y - points[i].y) }));
  for (const { a, b, length } of stretches) {
    if (a.y !== b.y || length < w) continue;
    const sign = Math.sign(b.x - a.x);
    yield { x: a.x + sign * (w / 2 + 4), y: a.y };
    yield { x: (a.x + b.x) / 2, y: a.y };
    yield { x: b.x - sign * (w / 2 + 14), y: a.y };
  }
  for (const { a, b, length } of stretches) {
    if (a.x !== b.x || length < Height + 8) continue;
    const sign = Math.sign(b.y - a.y);
    yield { x: a.x, y: (a.y + b.y) / 2 };
    yield { x: a.x, y: a.y + sign * (Height / 2 + 4) };
    yield { x: a.x, y: b.y - sign * (Height / 2 + 14) };
  }
  for (const { a, b } of stretches) yield { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
