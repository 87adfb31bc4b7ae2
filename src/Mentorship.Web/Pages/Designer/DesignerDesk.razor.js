// What the page of the designer does in the browser: keys, the focus, and texts that were typed while the server was away.
let desk = null;

/** More is no name and no sentence, and one message to the server holds about so much. */
const Longest = 10_000;

/** @returns whether there is room to draw */
export function open(root, dotnet, process) {
  desk?.close();
  desk = new Desk(root, dotnet, `designer ${process}`);
  return root.clientWidth > 700;
}

export const close = () => { desk?.close(); desk = null; };
export const settled = () => desk?.settled();
export const forget = () => desk?.forget();
export const focus = id => desk?.focus(id);
export const put = (id, text) => desk?.put(id, text);
/** The address keeps the view; links of the page to itself follow it. */
export const remember = view => {
  history.replaceState(history.state, "", `${location.pathname}?view=${view}${location.hash}`);
  for (const link of document.querySelectorAll("a.skip")) if (link.pathname === location.pathname) link.search = location.search;
};
export const showModal = dialog => { if (!dialog.open) dialog.showModal(); };

class Desk {
  #ends = new AbortController(); #typed = new Map(); #watch;

  constructor(root, dotnet, key) {
    Object.assign(this, { root, dotnet, key });
    const { signal } = this.#ends;
    document.addEventListener("keydown", event => this.#key(event), { signal });
    root.addEventListener("input", event => this.#type(event), { signal });
    root.addEventListener("focusin", ({ target }) => { if (target.maxLength === -1) target.maxLength = Longest; }, { signal });
    root.addEventListener("keydown", event => this.#press(event), { signal });
    root.addEventListener("paste", event => this.#paste(event), { signal });
    root.addEventListener("change", ({ target }) => { if (this.#typed.has(target.id)) this.#typed.get(target.id).told = true; }, { signal });
    const modal = document.getElementById("components-reconnect-modal");
    this.#watch = new MutationObserver(() => this.#connection(modal));
    if (modal) this.#watch.observe(modal, { attributes: true, attributeFilter: ["class"] });
    this.#offerLeft();
    root.dataset.ready = "";
  }

  /** What is a button but cannot be made as one answers to its keys. */
  #press(event) {
    if (!event.target.matches("span[role=button]") || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    if (!event.repeat) event.target.click();
  }

  close() {
    this.#ends.abort();
    this.#watch.disconnect();
  }

  /** What was told has been saved. */
  settled() {
    for (const [id, { told }] of this.#typed) if (told) this.#typed.delete(id);
    this.#store();
  }

  forget() {
    this.#typed.clear();
    this.#store();
  }

  focus(id) {
    const element = document.getElementById(id);
    if (!element) return;
    for (let around = element.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
    element.focus();
    element.scrollIntoView({ block: "nearest" });
  }

  put(id, text) {
    this.focus(id);
    const element = document.getElementById(id);
    if (!element || element.value === undefined) return;
    element.value = text;
    for (const name of ["input", "change"]) element.dispatchEvent(new Event(name, { bubbles: true }));
  }

  #key(event) {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.code, isText = event.target.closest?.("input:not([type=checkbox]), textarea, [contenteditable]");
    const act = key === "KeyS" ? "SaveByKey" : isText ? null : key === "KeyZ" && !event.shiftKey ? "UndoByKey" : key === "KeyY" || key === "KeyZ" ? "RedoByKey" : null;
    if (!act) return;
    event.preventDefault();
    if (act === "SaveByKey") document.activeElement?.dispatchEvent(new Event("change", { bubbles: true }));
    this.dotnet.invokeMethodAsync(act).catch(() => {});
  }

  /** A field takes as much as it holds; that the rest is left out is said. */
  #paste({ target, clipboardData }) {
    const most = target.maxLength ?? -1;
    if (most > 0 && (clipboardData?.getData("text/plain").length ?? 0) > most) this.dotnet.invokeMethodAsync("CutByBrowser", most).catch(() => {});
  }

  #type({ target }) {
    if (target.dataset.keep === undefined || !target.id) return;
    this.#typed.set(target.id, { element: target, step: this.root.dataset.step ?? null, value: target.value });
    this.#store();
  }

  #store() {
    const [last] = [...this.#typed].slice(-1);
    try {
      if (last) localStorage.setItem(this.key, JSON.stringify({ step: last[1].step, field: last[0], text: last[1].value }));
      else localStorage.removeItem(this.key);
    } catch {
      // A browser without storage keeps nothing; the server has all that arrived.
    }
  }

  #offerLeft() {
    const left = localStorage.getItem(this.key);
    if (left) this.dotnet.invokeMethodAsync("LeftByBrowser", JSON.parse(left)).catch(() => {});
  }

  #connection(modal) {
    const away = /components-reconnect-(show|retrying|failed|rejected)/.test(modal.className), was = this.root.dataset.offline !== undefined;
    this.root.toggleAttribute("data-offline", away);
    if (!was || away) return;
    // What was typed meanwhile is told now.
    for (const { element } of this.#typed.values()) if (element.isConnected && element !== document.activeElement) element.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
