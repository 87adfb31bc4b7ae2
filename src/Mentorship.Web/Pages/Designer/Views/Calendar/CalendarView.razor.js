// Bars are moved and stretched here, by pointer and by keys; the server hears of where they came to rest.
const day = 86400000, edge = 8, pause = 700;
const words = new Intl.DateTimeFormat("ru", { day: "numeric", month: "long", timeZone: "UTC" });

export const open = (root, dotnet) => new Bars(root, dotnet);

class Bars {
  #ends = new AbortController(); #held = null; #timer = 0;

  constructor(root, dotnet) {
    Object.assign(this, { root, dotnet });
    const { signal } = this.#ends, on = (name, act) => root.addEventListener(name, act, { signal });
    on("pointerdown", event => this.#take(event));
    on("pointermove", event => this.#drag(event));
    on("pointerup", () => this.#put());
    on("pointercancel", () => this.#back());
    on("keydown", event => this.#key(event));
    on("focusout", ({ target }) => { if (this.#held?.keys && target === this.#held.bar) this.#put(); });
  }

  close() {
    clearTimeout(this.#timer);
    this.#ends.abort();
  }

  #begin(bar, more) {
    const at = Date.parse(bar.dataset.from), to = Date.parse(bar.dataset.to);
    const when = this.root.querySelector(`[data-when="${CSS.escape(bar.dataset.node)}"]`);
    this.#held = { bar, rect: bar.querySelector("rect"), when, said: when?.textContent, at, to, from: at, until: to, whole: true, ...more };
    bar.classList.add("held");
  }

  #take(event) {
    const bar = event.target.closest(".bar[data-node]");
    if (!bar || event.button !== 0) return;
    if (this.#held) this.#put();
    const box = bar.querySelector("rect").getBoundingClientRect(), wide = box.width > 3 * edge;
    const side = wide && event.clientX - box.left < edge ? "from" : wide && box.right - event.clientX < edge ? "until" : "both";
    const perDay = bar.ownerSVGElement.getBoundingClientRect().width / Number(this.root.dataset.days);
    this.#begin(bar, { x: event.clientX, perDay, side });
    bar.setPointerCapture(event.pointerId);
    bar.focus();
    event.preventDefault();
  }

  #drag(event) {
    const held = this.#held;
    if (!held || held.keys) return;
    this.#shift(held.side, Math.round((event.clientX - held.x) / held.perDay), held.at, held.to);
  }

  /** From where it was, so many days. */
  #shift(side, days, from, until) {
    const held = this.#held;
    held.whole &&= side === "both" || days === 0;
    held.from = side === "until" ? from : Math.min(from + days * day, side === "from" ? until : Infinity);
    held.until = side === "from" ? until : Math.max(until + days * day, side === "until" ? from : -Infinity);
    const first = Date.parse(this.root.dataset.first), days0 = Number(this.root.dataset.days);
    const x = Math.max(0, (held.from - first) / day), end = Math.min(days0, (held.until - first) / day + 1);
    held.rect.setAttribute("x", x);
    held.rect.setAttribute("width", Math.max(1, end - x));
    if (held.when) held.when.textContent = held.from === held.until ? words.format(held.from) : `${words.format(held.from)} – ${words.format(held.until)}`;
  }

  #key(event) {
    const bar = event.target.closest(".bar[data-node]");
    if (event.key === "Escape" && this.#held) {
      event.preventDefault();
      return this.#back();
    }
    if (!bar) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      return this.#held ? this.#put() : void this.dotnet.invokeMethodAsync("OpenByKey", bar.dataset.node).catch(() => {});
    }
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (!by || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (this.#held?.bar !== bar) this.#begin(bar, { keys: true });
    const { from, until } = this.#held;
    this.#shift(event.altKey ? "until" : "both", event.shiftKey ? 7 * by : by, from, until);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#put(), pause);
  }

  async #put() {
    clearTimeout(this.#timer);
    const held = this.#held;
    if (!held) return;
    this.#held = null;
    held.bar.classList.remove("held");
    if (held.from === held.at && held.until === held.to) return this.#restore(held);
    const iso = time => new Date(time).toISOString().slice(0, 10);
    const done = await this.dotnet.invokeMethodAsync("Put", held.bar.dataset.node, iso(held.from), iso(held.until), held.whole).catch(() => false);
    if (!done) this.#restore(held);
  }

  #back() {
    clearTimeout(this.#timer);
    const held = this.#held;
    this.#held = null;
    held?.bar.classList.remove("held");
    if (held) this.#restore(held);
  }

  #restore(held) {
    this.#held = held;
    this.#shift("both", 0, held.at, held.to);
    this.#held = null;
    if (held.when) held.when.textContent = held.said;
  }
}
