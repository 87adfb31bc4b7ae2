// What is selected: steps, or one arrow. The page hears of it a moment later.
const Quiet = 120;

export class Selection {
  ids = new Set();
  arrow = null;
  #clock = 0;

  constructor(desk) { this.desk = desk; }

  get one() { return this.ids.size === 1 ? [...this.ids][0] : null; }

  get isEmpty() { return !this.ids.size && !this.arrow; }

  choose(ids) { this.#become(new Set(ids), null); }

  toggle(id) {
    const ids = new Set(this.ids);
    if (!ids.delete(id)) ids.add(id);
    this.#become(ids, null);
  }

  add(ids) { this.#become(new Set([...this.ids, ...ids]), null); }

  chooseArrow(id) { this.#become(new Set(), id); }

  clear() { if (!this.isEmpty) this.#become(new Set(), null); }

  /** Forgets what is no longer there or no longer visible. */
  clean() {
    this.ids = new Set([...this.ids].filter(id => this.desk.layout.has(id)));
    if (this.arrow && !this.desk.state.arrows.has(this.arrow)) this.arrow = null;
  }

  /** Selected steps without those that lie in a selected stage: they go with it. */
  get outermost() {
    const { state } = this.desk;
    const isInside = id => { for (let at = state.nodes.get(id).parent; at; at = state.nodes.get(at).parent) if (this.ids.has(at)) return true; return false; };
    return [...this.ids].filter(id => !isInside(id));
  }

  #become(ids, arrow) {
    const same = arrow === this.arrow && ids.size === this.ids.size && [...ids].every(id => this.ids.has(id));
    [this.ids, this.arrow] = [ids, arrow];
    if (same) return;
    this.desk.paint();
    this.desk.pad.show();
    this.desk.prefetch?.();
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => this.desk.tell("SelectedAsync", [...this.ids]), Quiet);
  }
}
