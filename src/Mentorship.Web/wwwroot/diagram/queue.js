// Edits on their way to the server, one after the other, each with its number. Without a connection they wait here, and survive a reload of the page.
const Patience = 8000, Pause = 1000, Tries = 4, Part = 8000;

export class Queue {
  #items = []; #busy = false; #seq = 0; #closed = false; #late = null;

  /** @param told {answered(item, answer), failed(item), waiting(count)} */
  constructor(dotnet, key, told, signal) {
    Object.assign(this, { dotnet, key, told });
    this.left = this.#stored();
    // The framework tells a broken line by a rejection that nobody holds, and leaves the caller waiting.
    window.addEventListener("unhandledrejection", event => {
      if (!/Cannot send data/.test(event.reason?.message ?? "")) return;
      event.preventDefault();
      this.#late?.();
    }, { signal });
  }

  /** Edits that an earlier page could not get rid of: kept until somebody has decided. */
  left;

  next() { return ++this.#seq; }

  send(seq, act, text = null) {
    this.#items.push({ seq, act, text });
    this.#keep();
    this.#run();
  }

  get length() { return this.#items.length; }

  close() { this.#closed = true; }

  /** The line is down, as against a server that fails. */
  isLost(error) { return error.isLate || /connection|connected|disconnect|circuit/i.test(error.message ?? ""); }

  takeLeft() {
    const left = this.left;
    this.left = [];
    this.#keep();
    return left;
  }

  #stored() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(this.key) ?? "[]");
      return Array.isArray(kept) ? kept.filter(edit => typeof edit === "string") : [];
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof DOMException) return [];
      throw error;
    }
  }

  #keep() {
    const edits = [...this.left, ...this.#items.filter(item => item.act === "edit").map(item => item.text)];
    try {
      if (edits.length) sessionStorage.setItem(this.key, JSON.stringify(edits));
      else sessionStorage.removeItem(this.key);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error; // no room or not allowed: the edits still wait in this page
    }
  }

  async #run() {
    if (this.#busy) return;
    this.#busy = true;
    let tries = 0;
    while (this.#items.length && !this.#closed) {
      const item = this.#items[0];
      try {
        const answer = await this.#ask(item);
        this.#items.shift();
        tries = 0;
        this.#keep();
        this.told.waiting(0);
        this.told.answered(item, answer);
      } catch (error) {
        const lost = this.isLost(error);
        if (!lost && ++tries >= Tries) {
          this.#items.shift();
          tries = 0;
          this.#keep();
          this.told.failed(item);
          continue;
        }
        this.told.waiting(this.#items.length);
        await new Promise(resolve => setTimeout(resolve, Pause));
      }
    }
    this.#busy = false;
  }

  /** A long text goes in parts: one message of the connection holds 32 KB. */
  async #ask({ seq, act, text }) {
    let clock;
    const late = new Promise((_, reject) => {
      this.#late = () => reject(Object.assign(new Error("No answer"), { isLate: true }));
      clock = setTimeout(this.#late, Patience);
    });
    try {
      return await Promise.race([late, this.#tell(seq, act, text)]);
    } finally {
      clearTimeout(clock);
      this.#late = null;
    }
  }

  async #tell(seq, act, text) {
    if (text === null || text.length <= Part) return await this.dotnet.invokeMethodAsync("ActAsync", seq, act, text);
    for (let from = 0; from < text.length; from += Part) await this.dotnet.invokeMethodAsync("PartAsync", seq, from, text.slice(from, from + Part));
    return await this.dotnet.invokeMethodAsync("ActAsync", seq, act, null);
  }
}
