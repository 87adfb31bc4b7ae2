// The SVG: made once, afterwards only what changed is touched. Every step has a face that can be focused and says what it is.
import { Fonts, counted, cut, word, wrap } from "./words.js";
import { Size } from "./geometry.js";

export function make(name, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const move = (element, x, y) => element.setAttribute("transform", `translate(${x} ${y})`);

/** A way with rounded corners. */
export function pathOf(points, round = 8) {
  let d = `M${points[0].x} ${points[0].y}`;
  for (let i = 1; i < points.length - 1; i++) {
    const [a, p, b] = [points[i - 1], points[i], points[i + 1]];
    const r = Math.min(round, (Math.abs(p.x - a.x) + Math.abs(p.y - a.y)) / 2, (Math.abs(b.x - p.x) + Math.abs(b.y - p.y)) / 2);
    d += `L${p.x - Math.sign(p.x - a.x) * r} ${p.y - Math.sign(p.y - a.y) * r}Q${p.x} ${p.y} ${p.x + Math.sign(b.x - p.x) * r} ${p.y + Math.sign(b.y - p.y) * r}`;
  }
  return d + `L${points.at(-1).x} ${points.at(-1).y}`;
}

/** The shape says what kind of step it is even without its colour. */
function shapeOf(node, w, h) {
  if (["Start", "End", "Finish"].includes(node.kind)) return make("rect", { class: "body", width: w, height: h, rx: h / 2 });
  if (["Choice", "Parallel", "Join"].includes(node.kind)) return make("path", { class: "body", d: `M16 0H${w - 16}L${w} ${h / 2}L${w - 16} ${h}H16L0 ${h / 2}Z` });
  return make("rect", { class: "body", width: w, height: h, rx: 12 });
}

/** The shape that goes with the word of a state: diamond done, triangle overdue, square going on, ring waiting. */
const Marks = { ok: "M0 -6l6 6l-6 6l-6 -6z", late: "M0 -6l6 11h-12z", info: "M-5 -5h10v10h-10z", wait: "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", plain: "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z" };

export class Drawing {
  #parts = new Map(); #arrows = new Map(); #groups = new Map(); #defs;

  constructor(svg, id) {
    this.svg = svg;
    this.head = `${id}-head`;
    const arrowhead = (name, cls) => make("marker", { id: name, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: "auto" }, make("path", { class: cls, d: "M0 0L8 4L0 8z" }));
    this.#defs = make("defs", {}, arrowhead(this.head, "arrowhead"), arrowhead(this.head + "-chosen", "arrowhead chosen"));
    this.world = make("g");
    this.over = make("g", { class: "over", "aria-hidden": "true" });
    this.#groups.set("", this.#newGroup());
    this.world.append(this.#groups.get("").g, this.over);
    svg.append(this.#defs, this.world);
  }

  face(id) { return this.#parts.get(id)?.face; }

  arrow(id) { return this.#arrows.get(id)?.g; }

  paint(layout, chosen, chosenArrow, editable) {
    const focused = document.activeElement, wasHere = this.svg.contains(focused), gone = new Set(this.#parts.keys()), goneArrows = new Set(this.#arrows.keys());
    this.#fill("", layout, { chosen, chosenArrow, editable, gone, goneArrows });
    for (const id of gone) { this.#parts.get(id).g.remove(); this.#parts.delete(id); this.#groups.delete(id); }
    for (const id of goneArrows) this.#dropArrow(id);
    // Neither a face that was moved nor one that is gone may take the keyboard away from the board.
    if (wasHere && focused !== document.activeElement) (focused.isConnected ? focused : this.svg).focus({ preventScroll: true });
  }

  #newGroup() {
    const group = { arrows: make("g", { "aria-hidden": "true" }), labels: make("g", { "aria-hidden": "true" }), nodes: make("g") };
    group.g = make("g", {}, group.arrows, group.labels, group.nodes);
    return group;
  }

  #fill(id, layout, context) {
    const group = this.#groups.get(id), container = layout.containers.get(id);
    const kids = layout.kids(id), here = new Set(kids.map(node => node.id));
    // What has left goes first: otherwise all that follows it would be put in anew.
    for (const g of [...group.nodes.children]) if (!here.has(g.dataset.node)) g.remove();
    let before = null;
    for (const node of kids) {
      const part = this.#node(node, layout, context), next = before ? before.nextSibling : group.nodes.firstChild;
      if (part.g !== next) group.nodes.insertBefore(part.g, next);
      before = part.g;
      context.gone.delete(node.id);
    }
    for (const found of container.routes.values()) {
      this.paintRoute(id, found, found.arrow.id === context.chosenArrow);
      context.goneArrows.delete(found.arrow.id);
    }
  }

  #node(node, layout, context) {
    let part = this.#parts.get(node.id);
    if (!part) {
      // What is seen is silent and lets the pointer through; what is focused, below it, says everything in one sentence.
      part = { g: make("g", { "data-node": node.id }), looks: make("g", { class: "looks", "aria-hidden": "true" }), face: make("g", { tabindex: 0, role: "button", class: "face" }), tools: make("g", { class: "tools", "aria-hidden": "true" }) };
      part.g.append(make("g", { class: "own" }, part.face, part.looks, part.tools));
      this.#parts.set(node.id, part);
    }
    const box = layout.box(node.id), open = layout.isOpen(node.id), chosen = context.chosen.has(node.id);
    if (part.node !== node || part.open !== open || part.w !== box.w || part.h !== box.h || part.editable !== context.editable) {
      Object.assign(part, { node, open, w: box.w, h: box.h, editable: context.editable });
      this.#face(part, layout);
    }
    if (part.x !== box.x || part.y !== box.y) this.place(node.id, box.x, box.y);
    this.#class(part, `node ${node.kind.toLowerCase()}${open ? " open" : ""}${node.tone ? ` is-${node.tone}` : ""}${chosen ? " chosen" : ""}`);
    if (part.chosen !== chosen) part.face.setAttribute("aria-pressed", part.chosen = chosen);
    this.#inside(part, layout, context);
    return part;
  }

  #inside(part, layout, context) {
    const id = part.node.id;
    if (!part.open) { this.#groups.get(id)?.g.remove(); this.#groups.delete(id); return; }
    if (!this.#groups.has(id)) { const group = this.#newGroup(); this.#groups.set(id, group); part.g.append(group.g); }
    const { frame, left, top } = layout.containers.get(id);
    move(this.#groups.get(id).g, frame.inside.x - left, frame.inside.y - top);
    this.#fill(id, layout, context);
  }

  place(id, x, y) {
    const part = this.#parts.get(id);
    [part.x, part.y] = [x, y];
    move(part.g, x, y);
  }

  #face(part, layout) {
    const { node, face, w, h, open } = part;
    face.setAttribute("aria-label", node.label);
    if (node.holds) face.setAttribute("aria-expanded", open);
    const title = (node.number ? `${node.number.replace(/\.$/, "")}. ` : "") + node.title;
    part.looks.replaceChildren(...(open ? this.#stage(part, layout, title) : h <= 44 ? this.#pill(node, w, h, title) : this.#step(part, layout, title)));
    if (node.mark) part.looks.append(make("path", { class: `mark ${node.mark}`, d: node.mark === "error" ? Marks.late : Marks.info, transform: `translate(${w - 16} 17)` }));
    const over = [make("title", {}, node.label), make("rect", { class: open ? "cover floor" : "cover", width: w, height: h, rx: 12 })];
    if (open) over.push(make("rect", { class: "cover", width: w, height: Size.header + Size.line * layout.containers.get(node.id).frame.lines, rx: 12 }));
    face.replaceChildren(...over);
    const tools = [];
    if (node.holds) tools.push(this.#fold(w, open));
    if (part.editable && node.outcomes.length && node.linkable) tools.push(make("g", { class: "port", "data-port": "" }, make("circle", { class: "reach", cx: w, cy: h / 2, r: 14 }), make("circle", { class: "dot", cx: w, cy: h / 2, r: 6 })));
    part.tools.replaceChildren(...tools);
  }

  #stage({ node, w, h }, layout, title) {
    const { lines } = layout.containers.get(node.id).frame, drawn = [make("rect", { class: "body", width: w, height: h, rx: 14 })];
    drawn.push(...this.#text("stage", wrap(title, Fonts.stage, w - 84, lines), 20, 30, Size.line));
    if (node.sub) drawn.push(...this.#text("sub", [cut(node.sub, Fonts.sub, w - 84)], 20, 30 + Size.line * lines, 0));
    if (!layout.kids(node.id).length) drawn.push(...this.#text("sub", [word("StageEmpty")], 24, h - 28, 0));
    return drawn;
  }

  #pill(node, w, h, title) {
    return [shapeOf(node, w, h), make("text", { class: "title", x: w / 2, y: h / 2 + 5, "text-anchor": "middle" }, cut(title, Fonts.title, w - 20))];
  }

  #step({ node, w, h }, layout, title) {
    const status = node.status ? 20 : 0, most = Math.max(1, Math.round((h - status - Size.header) / Size.line));
    const lines = wrap(title, Fonts.title, w - 34 - (node.mark ? 18 : 0) - (node.holds ? 24 : 0), most);
    const drawn = [shapeOf(node, w, h), make("rect", { class: "bar", x: 0, y: 14, width: 5, height: h - 28, rx: 2.5 }), ...this.#text("title", lines, 18, 27, Size.line)];
    const sub = node.sub || (node.holds ? counted("Steps", layout.kids(node.id).filter(kid => kid.kind !== "Start").length) : "");
    drawn.push(...this.#text("sub", [cut(sub, Fonts.sub, w - 34)], 18, 27 + Size.line * lines.length, 0));
    if (status) drawn.push(make("path", { class: "state", d: Marks[node.tone || "plain"], transform: `translate(25 ${h - 17})` }), ...this.#text("status", [cut(node.status, Fonts.sub, w - 56)], 38, h - 13, 0));
    return drawn;
  }

  #fold(w, open) {
    return make("g", { class: "fold", "data-fold": "", transform: `translate(${w - 40} 12)` }, make("title", {}, word(open ? "Fold" : "Unfold")),
      make("rect", { width: 28, height: 28, rx: 8 }), make("path", { d: open ? "M8 14h12" : "M8 14h12M14 8v12" }));
  }

  #text(cls, lines, x, y, step) {
    return lines.map((line, i) => make("text", { class: cls, x, y: y + i * step }, line));
  }

  paintRoute(container, found, chosen) {
    const { arrow } = found;
    let part = this.#arrows.get(arrow.id);
    if (!part) {
      part = { g: make("g", { "data-arrow": arrow.id }), reach: make("path", { class: "reach" }), line: make("path") };
      part.g.append(part.reach, part.line);
      this.#arrows.set(arrow.id, part);
    }
    const group = this.#groups.get(container);
    if (part.g.parentNode !== group.arrows) group.arrows.append(part.g);
    if (part.found !== found || part.container !== container) {
      const d = pathOf(found.points);
      part.reach.setAttribute("d", d);
      part.line.setAttribute("d", d);
      this.#label(part, group, found);
      Object.assign(part, { found, container });
    }
    if (this.#class(part, `arrow${arrow.back ? " back" : ""}${chosen ? " chosen" : ""}`)) part.line.setAttribute("marker-end", `url(#${this.head}${chosen ? "-chosen" : ""})`);
  }

  /** Says whether it was another one: setting the same again would cost the browser as much. */
  #class(part, name) {
    if (part.name === name) return false;
    part.g.setAttribute("class", part.name = name);
    return true;
  }

  #label(part, group, { arrow, label }) {
    if (!label) { part.label?.remove(); part.label = part.text = null; return; }
    part.label ??= make("g", { class: "label", "data-arrow": arrow.id }, make("rect", { height: label.h, rx: 6 }), make("text", { y: 14, "text-anchor": "middle" }));
    if (part.label.parentNode !== group.labels) group.labels.append(part.label);
    if (part.text !== arrow.label) {
      part.label.firstChild.setAttribute("width", label.w);
      part.label.lastChild.setAttribute("x", label.w / 2);
      part.label.lastChild.textContent = part.text = arrow.label;
    }
    move(part.label, label.x, label.y);
  }

  #dropArrow(id) {
    const part = this.#arrows.get(id);
    part.g.remove();
    part.label?.remove();
    this.#arrows.delete(id);
  }
}
