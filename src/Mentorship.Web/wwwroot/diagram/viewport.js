// Which part of the board is seen, and how large: 10 to 400 %.
const Least = 0.1, Most = 4;

export class Viewport {
  k = 1; x = 40; y = 40;

  constructor(svg, world, changed) {
    Object.assign(this, { svg, world, changed });
    this.watcher = new ResizeObserver(() => { this.#measure(); changed(); });
    this.watcher.observe(svg);
    this.#measure();
    svg.addEventListener("wheel", event => this.#wheel(event), { passive: false });
  }

  #measure() {
    const { width, height } = this.svg.getBoundingClientRect();
    [this.width, this.height] = [width, height];
  }

  close() { this.watcher.disconnect(); }

  set(x, y, k = this.k) {
    this.k = Math.min(Most, Math.max(Least, k));
    [this.x, this.y] = [x, y];
    this.world.setAttribute("transform", `translate(${this.x} ${this.y}) scale(${this.k})`);
    this.changed();
  }

  pan(dx, dy) { this.set(this.x + dx, this.y + dy); }

  /** Larger or smaller round a point of the window; without one, round the middle. */
  zoom(factor, at = this.middle) {
    const k = Math.min(Most, Math.max(Least, this.k * factor)), f = k / this.k;
    this.set(at.x - (at.x - this.x) * f, at.y - (at.y - this.y) * f, k);
  }

  get middle() { return { x: this.width / 2, y: this.height / 2 }; }

  /** All of it, never larger than life. */
  fit(bounds, room = 32) {
    const k = Math.min(1, (this.width - 2 * room) / Math.max(bounds.w, 1), (this.height - 2 * room) / Math.max(bounds.h, 1));
    const scale = Math.min(Most, Math.max(Least, k));
    this.set(this.width / 2 - (bounds.x + bounds.w / 2) * scale, this.height / 2 - (bounds.y + bounds.h / 2) * scale, scale);
  }

  /** All of it where that can be read; otherwise the beginning, life-size. */
  begin(bounds, start, room = 32) {
    this.fit(bounds, room);
    if (this.k >= 0.9 || !start) return;
    const clamp = (value, low, high) => Math.max(Math.min(value, high), Math.min(low, high));
    const top = room - bounds.y, middle = clamp(this.height / 2 - start.y - start.h / 2, this.height - room - bounds.y - bounds.h, top);
    // What stands at the top is read first: the start need not be in the middle where both are in sight.
    this.set(room - bounds.x, top + start.y + start.h <= this.height - room ? top : middle, 1);
  }

  /** Moves as little as is needed to have a box in sight. */
  reveal(box, room = 48) {
    const left = this.x + box.x * this.k, top = this.y + box.y * this.k, w = box.w * this.k, h = box.h * this.k;
    const dx = left < room ? room - left : left + w > this.width - room ? Math.max(this.width - room - left - w, room - left) : 0;
    const dy = top < room ? room - top : top + h > this.height - room ? Math.max(this.height - room - top - h, room - top) : 0;
    if (dx || dy) this.pan(dx, dy);
  }

  /** A point of the board under a pointer. */
  toBoard(event) {
    const { left, top } = this.svg.getBoundingClientRect();
    return { x: (event.clientX - left - this.x) / this.k, y: (event.clientY - top - this.y) / this.k };
  }

  toWindow(point) { return { x: this.x + point.x * this.k, y: this.y + point.y * this.k }; }

  #wheel(event) {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? this.height : 1;
    const { left, top } = this.svg.getBoundingClientRect();
    if (event.ctrlKey || event.metaKey) this.zoom(Math.exp(-event.deltaY * unit * 0.002), { x: event.clientX - left, y: event.clientY - top });
    else if (event.shiftKey && !event.deltaX) this.pan(-event.deltaY * unit, 0);
    else this.pan(-event.deltaX * unit, -event.deltaY * unit);
  }
}
