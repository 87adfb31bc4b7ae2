// The whole in small, with a frame round what is seen; a press moves the frame. Where all is seen anyway it would only cover steps, and is gone.
import { make } from "./drawing.js";

export class Minimap {
  #held = false; #layout; #steps = make("path", { class: "small-steps" }); #stages = make("path", { class: "small-stages" }); #frame = make("rect", { class: "small-frame", rx: 2 }); #area = null; #room = null; #waits = 0;

  constructor(desk) {
    this.desk = desk;
    this.box = desk.root.querySelector("[data-minimap]");
    this.svg = make("svg", { "aria-hidden": "true", focusable: "false" }, this.#stages, this.#steps, this.#frame);
    this.box.append(this.svg);
    const go = event => {
      const { left, top, width, height } = this.svg.getBoundingClientRect(), [x, y, w, h] = this.#area, k = Math.min(width / w, height / h), { view } = desk;
      const point = { x: x + (event.clientX - left - (width - w * k) / 2) / k, y: y + (event.clientY - top - (height - h * k) / 2) / k };
      view.set(view.width / 2 - point.x * view.k, view.height / 2 - point.y * view.k);
    };
    this.svg.addEventListener("pointerdown", event => { this.#held = true; this.svg.setPointerCapture(event.pointerId); go(event); });
    this.svg.addEventListener("pointermove", event => { if (this.#held) go(event); });
    this.svg.addEventListener("pointerup", () => this.#letGo());
    this.svg.addEventListener("pointercancel", () => this.#letGo());
  }

  /** At most once in a frame, however often it is asked. */
  draw() {
    this.#waits ||= requestAnimationFrame(() => { this.#waits = 0; this.#paint(); });
  }

  #letGo() {
    this.#held = false;
    this.draw();
  }

  #paint() {
    const { layout, view } = this.desk;
    if (!this.box.offsetParent) return;
    if (this.#layout !== layout) this.#boxes(layout);
    const seen = { x: -view.x / view.k, y: -view.y / view.k, w: view.width / view.k, h: view.height / view.k };
    const { x, y, w, h } = layout.bounds;
    this.box.classList.toggle("idle", !this.#held && x >= seen.x && y >= seen.y && x + w <= seen.x + seen.w && y + h <= seen.y + seen.h);
    for (const [name, value] of Object.entries(this.#within(seen))) this.#frame.setAttribute(name, value);
  }

  /** The part of what is seen that the box can show: beyond it the frame would run out. */
  #within({ x, y, w, h }) {
    const { left, top, right, bottom } = this.#room, across = value => Math.max(left, Math.min(right, value)), down = value => Math.max(top, Math.min(bottom, value));
    return { x: across(x), y: down(y), width: across(x + w) - across(x), height: down(y + h) - down(y) };
  }

  #boxes(layout) {
    this.#layout = layout;
    const { x, y, w, h } = layout.bounds, room = Math.max(w, h) * 0.06 + 20;
    this.#area = [x - room, y - room, w + 2 * room, h + 2 * room];
    this.svg.setAttribute("viewBox", this.#area.join(" "));
    // Measured here and not in every frame; the box keeps its size.
    const { clientWidth, clientHeight } = this.box, [ax, ay, aw, ah] = this.#area, k = Math.min(clientWidth / aw, clientHeight / ah);
    const [aside, above] = [(clientWidth / k - aw) / 2 - 2 / k, (clientHeight / k - ah) / 2 - 2 / k];
    this.#room = { left: ax - aside, top: ay - above, right: ax + aw + aside, bottom: ay + ah + above };
    let steps = "", stages = "";
    for (const node of layout.visible()) {
      const box = layout.place(node.id), d = `M${box.x} ${box.y}h${box.w}v${box.h}h${-box.w}z`;
      if (layout.isOpen(node.id)) stages += d;
      else steps += d;
    }
    this.#steps.setAttribute("d", steps);
    this.#stages.setAttribute("d", stages);
  }
}
