// The ways of arrows: level and upright, round the boxes, no two on one line where there is room.
import { labelFor } from "./labels.js";

const Lead = 18, Edge = 12, Apart = 14;
const Cost = { bend: 30, hit: 2500, shared: 45, odd: 60 };
const Out = { right: { x: 1, y: 0 }, left: { x: -1, y: 0 }, bottom: { x: 0, y: 1 }, top: { x: 0, y: -1 } };
const Pairs = [["right", "left"], ["bottom", "top"], ["right", "top"], ["bottom", "left"], ["bottom", "bottom"], ["top", "top"], ["right", "right"], ["left", "left"], ["top", "left"], ["right", "bottom"], ["left", "top"]];

/**
 * @param kept earlier routes by the id of the arrow
 * @param stale whether an arrow must be led anew; others keep their way while their ends stay
 */
export function route(boxes, arrows, kept = new Map(), stale = () => true) {
  const list = [...boxes.values()], routes = new Map(), plans = new Map();
  const ordered = [...arrows].sort((a, b) => Number(a.back) - Number(b.back));
  for (const arrow of ordered) {
    const old = kept.get(arrow.id);
    plans.set(arrow.id, { arrow, sides: old && !stale(arrow) ? old.sides : sidesOf(arrow, boxes, list) });
  }
  spread(plans, boxes);
  const taken = [], labels = [];
  for (const arrow of ordered) {
    const plan = plans.get(arrow.id), old = kept.get(arrow.id);
    const keeps = old && !stale(arrow) && at(old.points[0], plan.from) && at(old.points.at(-1), plan.to);
    const points = keeps ? old.points : way(plan, boxes, list, taken);
    const label = keeps ? old.label : labelFor(arrow, points, list, labels);
    routes.set(arrow.id, keeps && old.arrow === arrow ? old : { arrow, sides: plan.sides, points, label, room: roomOf(points) });
    for (let i = 1; i < points.length; i++) taken.push({ ...segment(points[i - 1], points[i]), from: `${arrow.source} ${arrow.outcome}` });
    if (label) labels.push(label);
  }
  return routes;
}

const at = (a, b) => a.x === b.x && a.y === b.y;
const segment = (a, b) => ({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) });
const meets = (s, b, inset) => s.x < b.x + b.w - inset && s.x + s.w > b.x + inset && s.y < b.y + b.h - inset && s.y + s.h > b.y + inset;

function roomOf(points) {
  const xs = points.map(p => p.x), ys = points.map(p => p.y), x = Math.min(...xs), y = Math.min(...ys);
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}

function port(box, side, share = 0.5) {
  switch (side) {
    case "right": return { x: box.x + box.w, y: box.y + box.h * share };
    case "left": return { x: box.x, y: box.y + box.h * share };
    case "top": return { x: box.x + box.w * share, y: box.y };
    default: return { x: box.x + box.w * share, y: box.y + box.h };
  }
}

/** Where a bend lies from a box: the side it is farthest beyond. */
function facing(box, point) {
  const beyond = { right: point.x - box.x - box.w, left: box.x - point.x, bottom: point.y - box.y - box.h, top: box.y - point.y };
  return Object.keys(beyond).reduce((best, side) => beyond[side] > beyond[best] ? side : best);
}

function sidesOf(arrow, boxes, list) {
  const s = boxes.get(arrow.source), t = boxes.get(arrow.target);
  if (arrow.vertices.length) return [facing(s, arrow.vertices[0]), facing(t, arrow.vertices.at(-1))];
  if (s === t) return ["right", "bottom"];
  const across = s.x < t.x + t.w && t.x < s.x + s.w, usual = arrow.back ? (across ? "left left" : "bottom bottom") : t.x >= s.x + s.w + Lead ? "right left" : across && t.y > s.y ? "bottom top" : "";
  const around = near(s, t, list, 160);
  let best = null, least = Infinity;
  for (const pair of [usual.split(" "), ...Pairs].filter(pair => pair.length === 2)) {
    const extra = pair.join(" ") === usual ? 0 : Cost.odd;
    for (const points of ways(port(s, pair[0]), pair[0], port(t, pair[1]), pair[1], s, t, 1)) {
      const cost = extra + costOf(points, around, []);
      if (cost < least) [best, least] = [pair, cost];
    }
    // The usual way is free: nothing else need be tried.
    if (extra === 0 && least < Cost.hit) break;
  }
  return best ?? ["right", "left"];
}

/** Gives each arrow its place on the side of its box, in the order in which the other ends lie; arrows of one outcome leave together. */
function spread(plans, boxes) {
  const ends = new Map();
  for (const plan of plans.values()) {
    const { arrow, sides } = plan, s = boxes.get(arrow.source), t = boxes.get(arrow.target);
    for (const [end, id, side, toward] of [["from", arrow.source, sides[0], arrow.vertices[0] ?? middle(t)], ["to", arrow.target, sides[1], arrow.vertices.at(-1) ?? middle(s)]]) {
      const key = `${side} ${id}`, slot = end === "from" ? `from ${arrow.outcome}` : arrow.id, along = side === "left" || side === "right" ? toward.y : toward.x;
      if (!ends.has(key)) ends.set(key, new Map());
      if (!ends.get(key).has(slot)) ends.get(key).set(slot, { box: boxes.get(id), side, along: 0, ends: [] });
      const place = ends.get(key).get(slot);
      place.along += (along - place.along) / (place.ends.length + 1);
      place.ends.push([plan, end]);
    }
  }
  for (const slots of ends.values()) {
    const group = [...slots.values()].sort((a, b) => a.along - b.along);
    group.forEach((slot, i) => {
      slot.at = port(slot.box, slot.side, (i + 1) / (group.length + 1));
      for (const [plan, end] of slot.ends) Object.assign(plan, { [end]: { ...slot.at }, [end + "Others"]: group.filter(other => other !== slot), [end + "Shared"]: slot.ends.length > 1 });
    });
  }
  for (const plan of plans.values()) align(plan, boxes);
}

const middle = box => ({ x: box.x + box.w / 2, y: box.y + box.h / 2 });
const within = (value, start, length) => value >= start + Edge && value <= start + length - Edge;

/** Two ends that nearly face each other make a straight line; an end beside a bend goes level with it. */
function align(plan, boxes) {
  const { arrow, sides } = plan, s = boxes.get(arrow.source), t = boxes.get(arrow.target);
  slide("from", s, sides[0], arrow.vertices[0]);
  slide("to", t, sides[1], arrow.vertices.at(-1));
  if (!arrow.vertices.length && Out[sides[0]].x === -Out[sides[1]].x && Out[sides[0]].y === -Out[sides[1]].y) {
    slide("to", t, sides[1], plan.from);
    slide("from", s, sides[0], plan.to);
  }
  function slide(end, box, side, toward) {
    if (!toward || plan[end + "Shared"]) return;
    const axis = side === "left" || side === "right" ? "y" : "x", others = plan[end + "Others"].map(other => other.ends[0][0][other.ends[0][1]][axis]);
    if (!within(toward[axis], box[axis], axis === "y" ? box.h : box.w)) return;
    // Not past another arrow of the same side, nor too near to it.
    if (others.every(other => Math.abs(other - toward[axis]) >= Apart && other < plan[end][axis] === other < toward[axis])) plan[end][axis] = toward[axis];
  }
}

function near(s, t, list, room) {
  const x = Math.min(s.x, t.x) - room, y = Math.min(s.y, t.y) - room, r = Math.max(s.x + s.w, t.x + t.w) + room, b = Math.max(s.y + s.h, t.y + t.h) + room;
  return list.filter(box => box.x < r && box.x + box.w > x && box.y < b && box.y + box.h > y);
}

function way(plan, boxes, list, taken) {
  const { arrow, sides, from, to } = plan, s = boxes.get(arrow.source), t = boxes.get(arrow.target), around = near(s, t, list, 160);
  const bent = arrow.vertices.length ? tidy(through(from, sides[0], arrow.vertices, to, sides[1])) : null;
  if (bent && hits(bent, around) === 0) return bent;
  const own = `${arrow.source} ${arrow.outcome}`, beside = taken.filter(line => line.from !== own && meets(line, both(s, t), -160));
  let best = cheapest(ways(from, sides[0], to, sides[1], s, t), around, beside);
  if (best.hits > 0) {
    const far = near(s, t, list, 320).slice(0, 16), found = cheapest(detours(from, sides[0], to, sides[1], far), far, beside);
    if (found.cost < best.cost) best = found;
  }
  return best.points ?? [from, to];
}

const both = (s, t) => ({ x: Math.min(s.x, t.x), y: Math.min(s.y, t.y), w: Math.max(s.x + s.w, t.x + t.w) - Math.min(s.x, t.x), h: Math.max(s.y + s.h, t.y + t.h) - Math.min(s.y, t.y) });

function cheapest(candidates, around, taken) {
  const best = { points: null, cost: Infinity, hits: 0 };
  for (const points of candidates) {
    const cost = costOf(points, around, taken);
    if (cost < best.cost) Object.assign(best, { points, cost, hits: hits(points, around) });
  }
  return best;
}

const ahead = (p, side) => ({ x: p.x + Out[side].x * Lead, y: p.y + Out[side].y * Lead });

/** Ways with one stretch between the two ends: half-way, beside one of them, or past both. */
function* ways(p, side, q, other, s, t, lanes = 3) {
  const a = ahead(p, side), b = ahead(q, other);
  const xs = [(a.x + b.x) / 2, a.x, b.x], ys = [(a.y + b.y) / 2, a.y, b.y];
  for (let lane = 0; lane < lanes; lane++) {
    const off = Lead + lane * 12;
    xs.push(Math.min(s.x, t.x) - off, Math.max(s.x + s.w, t.x + t.w) + off);
    ys.push(Math.min(s.y, t.y) - off, Math.max(s.y + s.h, t.y + t.h) + off);
  }
  for (const x of xs) yield* tidied([p, a, { x, y: a.y }, { x, y: b.y }, b, q]);
  for (const y of ys) yield* tidied([p, a, { x: a.x, y }, { x: b.x, y }, b, q]);
}

/** Ways along the edges of the boxes that stand between. */
function* detours(p, side, q, other, boxes) {
  const a = ahead(p, side), b = ahead(q, other);
  const xs = [a.x, b.x, ...boxes.flatMap(box => [box.x - Lead, box.x + box.w + Lead])], ys = [a.y, b.y, ...boxes.flatMap(box => [box.y - Lead, box.y + box.h + Lead])];
  for (const x of xs)
    for (const y of ys) {
      yield* tidied([p, a, { x, y: a.y }, { x, y }, { x: b.x, y }, b, q]);
      yield* tidied([p, a, { x: a.x, y }, { x, y }, { x, y: b.y }, b, q]);
    }
}

function* tidied(points) {
  const short = tidy(points);
  if (short) yield short;
}

function through(p, side, vertices, q, other) {
  const points = [p];
  const turn = (from, to, level) => { if (from.x !== to.x && from.y !== to.y) points.push(level ? { x: to.x, y: from.y } : { x: from.x, y: to.y }); };
  turn(p, vertices[0], Out[side].x !== 0);
  vertices.forEach((v, i) => { if (i > 0) turn(vertices[i - 1], v, true); points.push({ x: v.x, y: v.y }); });
  turn(vertices.at(-1), q, Out[other].x === 0);
  return [...points, q];
}

/** Without repeated and needless points; null where a line would run back over itself. */
function tidy(points) {
  const tidied = [];
  for (const p of points) {
    const last = tidied.at(-1), before = tidied.at(-2);
    if (last && at(last, p)) continue;
    if (before && ((before.x === last.x && last.x === p.x) || (before.y === last.y && last.y === p.y))) {
      if ((last.x - before.x) * (p.x - last.x) + (last.y - before.y) * (p.y - last.y) < 0) return null;
      tidied.pop();
    }
    tidied.push(p);
  }
  return tidied.length > 1 ? tidied : null;
}

function hits(points, boxes) {
  let count = 0;
  for (let i = 1; i < points.length; i++) {
    const line = segment(points[i - 1], points[i]);
    for (const box of boxes) if (meets(line, box, 1)) count++;
  }
  return count;
}

function costOf(points, boxes, taken) {
  let cost = (points.length - 2) * Cost.bend + hits(points, boxes) * Cost.hit;
  for (let i = 1; i < points.length; i++) {
    const line = segment(points[i - 1], points[i]);
    cost += line.w + line.h;
    for (const other of taken) {
      const along = line.w ? other.w && Math.abs(line.y - other.y) < 8 && meets(line, other, -8) : other.h && Math.abs(line.x - other.x) < 8 && meets(line, other, -8);
      if (along) cost += Cost.shared;
    }
  }
  return cost;
}
