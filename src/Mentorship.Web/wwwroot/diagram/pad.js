// The small toolbar beside what is selected.
import { drawGrips } from "./bending.js";
import { union } from "./geometry.js";
import { word } from "./words.js";

const Icons = {
  append: "M12 5v14M5 12h14", connect: "M4 12h14M13 7l5 5-5 5", rename: "M4 20h4L19 9l-4-4L4 16zM13 7l4 4", open: "M4 6h16M4 12h10M4 18h13", arrows: "M4 7h12M13 4l3 3-3 3M20 17H8M11 14l-3 3 3 3",
  copy: "M9 9h10v11H9zM5 15V4h10", remove: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13", lead: "M4 18c0-8 6-10 14-10M14 4l4 4-4 4", straighten: "M4 12h16", fold: "M5 12h14",
  left: "M5 4v16M9 8h10M9 16h6", column: "M12 4v16M6 8h12M8 16h8", top: "M4 5h16M8 9v10M16 9v6", row: "M4 12h16M8 6v12M16 8v8", across: "M4 4v16M20 4v16M9 8h6v8H9z", down: "M4 4h16M4 20h16M8 9v6h8V9z",
};

export class Pad {
  #box; #buttons = []; #hidden = true;

  constructor(desk) {
    this.desk = desk;
    this.#box = Object.assign(document.createElement("div"), { className: "pad card", hidden: true });
    this.#box.setAttribute("role", "toolbar");
    this.#box.setAttribute("aria-label", word("Pad"));
    this.#box.addEventListener("keydown", event => this.#keys(event));
    desk.sheet.append(this.#box);
  }

  /** Shows what can be done with the selection. */
  show() {
    drawGrips(this.desk);
    const acts = this.#acts();
    this.#hidden = !acts.length;
    this.#box.hidden = this.#hidden;
    this.#box.replaceChildren(...this.#buttons = acts.map(([name, key, act]) => this.#button(name, key, act)));
    this.follow();
  }

  /** After the board was drawn anew. */
  redraw() { if (!this.#hidden) drawGrips(this.desk); }

  hide() {
    this.#hidden = this.#box.hidden = true;
    this.desk.drawing.grips?.remove();
  }

  /** Moves the keyboard into the toolbar. */
  enter() {
    this.show();
    this.#buttons[0]?.focus();
  }

  follow() {
    if (this.#hidden) return;
    const { view } = this.desk, area = this.#area(), at = view.toWindow(area);
    const w = this.#box.offsetWidth, h = this.#box.offsetHeight, above = at.y - h - 10;
    const x = Math.min(Math.max(4, at.x + area.w * view.k - w), Math.max(4, view.width - w - 4)), y = above >= 4 ? above : Math.min(at.y + area.h * view.k + 10, view.height - h - 4);
    this.#box.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }

  #area() {
    const { selection, layout, state } = this.desk;
    if (!selection.arrow) return union([...selection.ids].map(id => layout.isOpen(id) ? { ...layout.place(id), h: 44 } : layout.place(id)));
    const parent = layout.parents.get(state.arrows.get(selection.arrow).source), origin = layout.origin(parent), { room, label } = layout.containers.get(parent).routes.get(selection.arrow), box = label ?? room;
    return { x: origin.x + box.x, y: origin.y + box.y, w: box.w, h: box.h };
  }

  #acts() {
    const { selection, commands, state, layout } = this.desk;
    if (selection.isEmpty || (selection.arrow && !layout.has(state.arrows.get(selection.arrow)?.source))) return [];
    if (this.desk.isQuiet) return selection.one ? [["open", "Open", () => commands.open(selection.one)]] : [];
    if (selection.arrow) return this.#ofArrow(state.arrows.get(selection.arrow));
    if (selection.ids.size > 1) return ["left", "column", "top", "row", "across", "down"].map(how => [how, `Align_${how}`, () => commands.arrange.align(how)]).concat([["copy", "Duplicate", () => this.desk.duplicate()], ["remove", "Remove", () => commands.remove()]]);
    const node = this.desk.node(selection.one), acts = [];
    if (node.outcomes.length && node.linkable) acts.push(["append", "Append", event => commands.append(event)], ["connect", "Connect", () => commands.connectFromList()]);
    acts.push(["arrows", "Arrows", () => commands.arrows()], ["rename", "Rename", () => commands.rename()], ["open", "Open", () => commands.open(node.id)]);
    if (node.holds) acts.push(["fold", this.desk.isOpen(node) ? "Fold" : "Unfold", () => this.desk.fold(node.id)]);
    if (commands.isRemovable(node)) acts.push(["copy", "Duplicate", () => this.desk.duplicate()], ["remove", "Remove", () => commands.remove()]);
    return acts;
  }

  #ofArrow(arrow) {
    const { commands } = this.desk;
    if (arrow.fixed) return [];
    const acts = [["append", "InsertStep", async event => { const kind = await commands.kind(event); if (kind) commands.insert(kind, arrow); }], ["lead", "ArrowMore", event => commands.arrowMenu(arrow, event)]];
    if (arrow.vertices.length) acts.push(["straighten", "Straighten", () => commands.straighten(arrow)]);
    return [...acts, ["remove", "CutArrow", () => commands.cutArrow(arrow)]];
  }

  #button(name, key, act) {
    const button = Object.assign(document.createElement("button"), { type: "button", title: word(key), tabIndex: -1 });
    button.setAttribute("aria-label", word(key));
    button.dataset.do = name;
    button.innerHTML = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${Icons[name]}"/></svg>`;
    button.addEventListener("click", event => {
      // The toolbar is drawn anew by what it does: the keyboard stays with the step.
      (this.desk.drawing.face(this.desk.selection.one) ?? this.desk.svg).focus({ preventScroll: true });
      act(event.detail ? { clientX: event.clientX, clientY: event.clientY } : undefined);
    });
    return button;
  }

  #keys(event) {
    const here = this.#buttons.indexOf(document.activeElement), to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: this.#buttons.length - 1 }[event.key];
    if (event.key === "Escape") (this.desk.selection.one ? this.desk.drawing.face(this.desk.selection.one) : this.desk.svg).focus();
    else if (to === undefined) { if (event.key === "Enter" || event.key === " ") event.stopPropagation(); return; }
    else this.#buttons[Math.max(0, Math.min(to, this.#buttons.length - 1))].focus();
    event.preventDefault();
    event.stopPropagation();
  }
}
