// Where everything stands. The process and every open stage have places of their own, counted from their inner corner,
// so that a stage can be moved without touching what it holds.
import { route } from "./routing.js";
import { AfterHyphen } from "./words.js";

export const Size = { width: 220, header: 44, line: 20, letters: 18, lines: 6, padding: 24 };
const Clearance = 12, PushRight = 60, PushDown = 28;
const Pills = new Set(["Elsa.Start", "Elsa.End", "Elsa.Finish"]);

/** How many lines a title takes, broken between words and after the hyphens of long ones; as the layout on the server counts them. */
export function linesOf(title, letters = Size.letters) {
  let lines = 1, used = 0;
  for (const word of title.split(" ")) {
    let gap = used > 0 ? 1 : 0;
    for (const part of word.split(AfterHyphen)) {
      if (used > 0 && used + gap + part.length > letters) { lines++; used = gap = 0; }
      used += gap + part.length;
      gap = 0;
      while (used > letters) { lines++; used -= letters; }
    }
    if (lines > Size.lines) return Size.lines;
  }
  return lines;
}

/** The box of a step by itself, or of a folded stage. */
export function boxOf(title, type) {
  return Pills.has(type) ? { w: 120, h: 44 } : { w: Size.width, h: Size.header + Size.line * linesOf(title) };
}

/** The box of an open stage around what it holds, and where its inside begins. */
export function around(title, width, height) {
  const w = Math.max(Size.width, width + 2 * Size.padding);
  const lines = linesOf(title, Math.max(Size.letters, Math.floor(w / Size.width * Size.letters)));
  const h = Size.header + Size.line * lines + height + 2 * Size.padding;
  return { w, h, lines, inside: { x: Size.padding, y: h - height - Size.padding } };
}

export const overlap = (a, b, room = 0) => a.x < b.x + b.w + room && b.x < a.x + a.w + room && a.y < b.y + b.h + room && b.y < a.y + a.h + room;

export function union(boxes) {
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
  for (const b of boxes) {
    left = Math.min(left, b.x); top = Math.min(top, b.y);
    right = Math.max(right, b.x + (b.w ?? 0)); bottom = Math.max(bottom, b.y + (b.h ?? 0));
  }
  return left > right ? { x: 0, y: 0, w: 0, h: 0 } : { x: left, y: top, w: right - left, h: bottom - top };
}

/** Steps as they were placed; one that would lie on another moves away from it the way it stood, to the right or down. */
function separate(sized) {
  const order = [...sized].sort((a, b) => a.node.x / 220 + a.node.y / 90 - b.node.x / 220 - b.node.y / 90);
  const placed = [];
  for (const one of order) {
    const box = { x: one.node.x, y: one.node.y, w: one.w, h: one.h, node: one.node };
    for (let other = hit(); other; other = hit()) {
      const dx = one.node.x - other.node.x, dy = one.node.y - other.node.y;
      if (dx / 220 > dy / 90) box.x = other.x + other.w + PushRight;
      else box.y = other.y + other.h + PushDown;
    }
    placed.push(box);
    function hit() { return placed.find(other => overlap(box, other, Clearance)); }
  }
  const found = new Map(placed.map(box => [box.node.id, box]));
  return new Map(sized.map(({ node }) => [node.id, found.get(node.id)]));
}

function group(items, key) {
  const groups = new Map();
  for (const item of items) {
    const name = key(item);
    if (groups.has(name)) groups.get(name).push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

const same = (a, b) => a && b && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;

/** What an earlier arrangement may keep: arrows whose ends and whose way nothing has touched. */
function untouched(before, boxes) {
  if (!before) return () => false;
  const changed = [];
  for (const [id, box] of boxes) if (!same(box, before.boxes.get(id))) changed.push(box);
  for (const [id, box] of before.boxes) if (!same(box, boxes.get(id))) changed.push(box);
  return arrow => {
    const kept = before.routes.get(arrow.id);
    return kept?.arrow === arrow && same(before.boxes.get(arrow.source), boxes.get(arrow.source)) && same(before.boxes.get(arrow.target), boxes.get(arrow.target))
      && !changed.some(box => overlap(box, kept.room, Clearance));
  };
}

export class Layout {
  /** @param isOpen whether a container shows what it holds. */
  constructor(state, isOpen, before) {
    this.state = state;
    this.containers = new Map();
    this.parents = new Map();
    this.#kids = group(state.nodes.values(), node => node.parent ?? "");
    const arrows = group(state.arrows.values(), arrow => state.nodes.get(arrow.source)?.parent ?? "");
    const lay = id => {
      const sized = (this.#kids.get(id) ?? []).map(node => {
        this.parents.set(node.id, id);
        if (!isOpen(node)) return { node, w: node.w, h: node.h };
        const inner = lay(node.id);
        inner.frame = around(node.title, inner.w, inner.h);
        return { node, w: inner.frame.w, h: inner.frame.h };
      });
      const boxes = separate(sized), old = before?.containers.get(id), keeps = untouched(old, boxes);
      const list = (arrows.get(id) ?? []).filter(arrow => boxes.has(arrow.target));
      const routes = route(boxes, list, old?.routes, arrow => !keeps(arrow));
      const bounds = union([...boxes.values(), ...[...routes.values()].flatMap(r => r.label ? [r.room, r.label] : [r.room])]);
      const left = Math.min(0, bounds.x), top = Math.min(0, bounds.y);
      const container = { id, boxes, arrows: list, routes, left, top, w: Math.max(bounds.x + bounds.w, 0) - left, h: Math.max(bounds.y + bounds.h, boxes.size ? 0 : 60) - top, bounds };
      this.containers.set(id, container);
      return container;
    };
    lay("");
  }

  #kids;

  kids(id) { return this.#kids.get(id) ?? []; }

  has(id) { return this.parents.has(id); }

  isOpen(id) { return this.containers.has(id); }

  box(id) { return this.containers.get(this.parents.get(id)).boxes.get(id); }

  /** The inner corner of a container on the board. */
  origin(id) {
    if (id === "") return { x: 0, y: 0 };
    const outer = this.origin(this.parents.get(id)), box = this.box(id), { frame, left, top } = this.containers.get(id);
    return { x: outer.x + box.x + frame.inside.x - left, y: outer.y + box.y + frame.inside.y - top };
  }

  /** The box of a step on the board. */
  place(id) {
    const box = this.box(id), origin = this.origin(this.parents.get(id));
    return { x: origin.x + box.x, y: origin.y + box.y, w: box.w, h: box.h };
  }

  /** The innermost open container at a point of the board, past those that are being moved. */
  containerAt(point, without = new Set(), id = "") {
    for (const kid of this.kids(id)) {
      if (!this.isOpen(kid.id) || without.has(kid.id)) continue;
      const box = this.place(kid.id);
      if (point.x >= box.x && point.x <= box.x + box.w && point.y >= box.y && point.y <= box.y + box.h) return this.containerAt(point, without, kid.id);
    }
    return id;
  }

  /** Visible steps in the order in which the process goes. */
  *visible(id = "") {
    for (const node of this.kids(id)) {
      yield node;
      if (this.isOpen(node.id)) yield* this.visible(node.id);
    }
  }

  get bounds() { return this.containers.get("").bounds; }
}
