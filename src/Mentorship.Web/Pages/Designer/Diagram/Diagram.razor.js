// The diagram of a process. Blazor draws the frame; what is inside the board belongs to these modules, so that no gesture waits for the server.
import { Layout } from "../../../diagram/geometry.js";
import { Drawing, make } from "../../../diagram/drawing.js";
import { Model } from "../../../diagram/model.js";
import { Queue } from "../../../diagram/queue.js";
import { Selection } from "../../../diagram/selection.js";
import { Viewport } from "../../../diagram/viewport.js";
import { Pad } from "../../../diagram/pad.js";
import { Minimap } from "../../../diagram/minimap.js";
import { Search } from "../../../diagram/search.js";
import { Commands } from "../../../diagram/commands.js";
import { watchPointer } from "../../../diagram/pointer.js";
import { watchKeys } from "../../../diagram/keyboard.js";
import { watchClipboard } from "../../../diagram/clipboard.js";
import { watchPalette } from "../../../diagram/palette.js";
import { counted, speak, word } from "../../../diagram/words.js";

/** @param given {model, revision, words, key, selected} */
export function open(root, dotnet, given) { return new Desk(root, dotnet, given); }

let boards = 0;

/** Drawing goes on while the connection is lost: the word of that stands aside as long as there is a board. */
function drawn(more) { document.body.toggleAttribute("data-drawing", (boards += more) > 0); }

class Desk {
  #opened = new Map(); #asked = new Map(); #ends = new AbortController(); #spoken = 0;

  constructor(root, dotnet, given) {
    speak(given.words, root);
    Object.assign(this, { root, dotnet, signal: this.#ends.signal });
    this.sheet = root.querySelector("[data-sheet]");
    this.svg = make("svg", { class: "board", role: "group", "aria-label": word("Board"), tabindex: -1 });
    this.sheet.prepend(this.svg);
    this.drawing = new Drawing(this.svg, given.key.replace(/\W/g, "-"));
    this.model = new Model(given.model, given.revision);
    this.selection = new Selection(this);
    this.view = new Viewport(this.svg, this.drawing.world, () => this.#seen());
    this.pad = new Pad(this);
    this.minimap = new Minimap(this);
    this.search = new Search(this);
    this.commands = new Commands(this);
    this.queue = new Queue(dotnet, `diagram ${given.key}`, { answered: (item, answer) => this.#answered(item, answer), failed: item => this.#failed(item), waiting: count => this.#waiting(count) }, this.signal);
    this.refresh();
    const [first] = this.layout.visible();
    this.view.begin(this.layout.bounds, first && this.layout.place(first.id));
    watchPointer(this);
    watchKeys(this);
    watchClipboard(this);
    watchPalette(this);
    if (given.selected?.length) this.show(given.selected, false);
    if (this.queue.left.length) this.#offerLeft();
    root.dataset.ready = "";
    drawn(this.share = this.model.readOnly ? 0 : 1);
  }

  /** Only looked at: a running programme, or a phone, which is too small to draw on. */
  get isQuiet() { return this.model.readOnly || this.root.clientWidth < 640; }

  get state() { return this.model.state; }

  node(id) { return this.state.nodes.get(id); }

  isOpen = node => node.holds && !(this.#opened.has(node.id) ? !this.#opened.get(node.id) : node.folded);

  refresh() {
    this.layout = new Layout(this.state, this.isOpen, this.layout);
    this.selection.clean();
    this.paint();
  }

  paint() {
    this.drawing.paint(this.layout, this.selection.ids, this.selection.arrow, !this.isQuiet);
    this.pad?.redraw();
    this.#seen();
  }

  #seen() {
    if (!this.minimap) return;
    const grid = 24 * this.view.k * (this.view.k < 0.5 ? 4 : 1);
    // Of the sheet alone: as custom properties they would be inherited, and every step's style found anew.
    Object.assign(this.sheet.style, { backgroundPosition: `${this.view.x}px ${this.view.y}px`, backgroundSize: `${grid}px ${grid}px` });
    this.root.querySelector("[data-zoom]").textContent = `${Math.round(this.view.k * 100)} %`;
    this.minimap.draw();
    this.pad.follow();
  }

  /** Does an edit here at once and sends it. */
  do(edit, said, text) {
    if (this.isQuiet) return;
    const whole = this.model.complete(edit), seq = this.queue.next();
    this.model.do(seq, whole);
    this.#able("undo");
    this.refresh();
    this.queue.send(seq, "edit", text ?? JSON.stringify(whole));
    if (said) this.say(said);
  }

  /** What only the server can work out, as a layout: it is said to be at work, and everything else goes on meanwhile. */
  ask(edit, asked, said) {
    if (this.isQuiet) return;
    const seq = this.queue.next();
    this.#asked.set(seq, { asked, said });
    this.#waiting(0);
    this.say(asked);
    this.queue.send(seq, "edit", JSON.stringify(this.model.complete(edit)));
  }

  travel(act) {
    if (this.isQuiet) return;
    const other = act === "undo" ? "redo" : "undo";
    if (this.#button(act)?.ariaDisabled === "true") {
      this.say(word(act === "undo" ? "NothingToUndo" : "NothingToRedo"));
      return;
    }
    this.#able(other);
    const seq = this.queue.next();
    if (this.model[act](seq)) this.refresh();
    this.queue.send(seq, act);
    this.say(word(act === "undo" ? "SaidUndone" : "SaidRedone"));
  }

  #button(act) { return this.root.querySelector(`.bar [data-act=${act}]`); }

  /** At once: the word of the page comes behind the gesture, and a quick hand must not be told that there is nothing. */
  #able(act) { this.#button(act)?.removeAttribute("aria-disabled"); }

  #answered(item, answer) {
    if (answer.refusal) this.model.forget();
    this.#take(item.seq, answer.patch);
    if (answer.refusal) this.notice(answer.refusal);
    else if (this.#asked.has(item.seq)) this.say(this.#asked.get(item.seq).said);
    this.#over(item.seq);
    if (!answer.refusal && answer.made?.length && item.text && /"edit":"pasteSteps"/.test(item.text)) this.show(answer.made, false);
  }

  #failed(item) {
    this.model.forget();
    this.#over(item.seq);
    this.notice(word("Failed"));
    this.dotnet.invokeMethodAsync("WholeAsync").then(answer => this.#take(item.seq, answer.patch), () => this.#waiting(this.queue.length));
  }

  #take(seq, patch) {
    this.model.settle(seq, patch);
    this.refresh();
    if (patch?.revision) this.model.revision = patch.revision;
  }

  /** Tells the server something that may be lost with the connection. */
  async tell(method, ...values) {
    try {
      return await this.dotnet.invokeMethodAsync(method, ...values);
    } catch (error) {
      if (this.queue.isLost(error)) return null;
      throw error;
    }
  }

  /** Called by the server when the process was changed elsewhere: in another view, by another person. */
  async patch(patch) {
    if (!patch.whole && patch.from !== this.model.revision) patch = (await this.dotnet.invokeMethodAsync("WholeAsync")).patch;
    this.#take(null, patch);
  }

  #over(seq) {
    if (this.#asked.delete(seq)) this.#waiting(0);
  }

  #waiting(count) {
    const [first] = this.#asked.values();
    this.root.querySelector("[data-waiting]").textContent = count ? word("Waiting", counted("Changes", count)) : first?.asked ?? "";
    this.sheet.setAttribute("aria-busy", this.#asked.size > 0);
    this.root.toggleAttribute("data-lost", count > 0);
  }

  #offerLeft() {
    const count = this.queue.left.length, bar = document.createElement("div");
    bar.className = "notice";
    const act = (text, run) => {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "btn small", textContent: text, onclick: () => { bar.remove(); run(); this.svg.focus(); } });
      return button;
    };
    const apply = () => { for (const text of this.queue.takeLeft()) { const seq = this.queue.next(); this.model.do(seq, JSON.parse(text)); this.queue.send(seq, "edit", text); } this.refresh(); };
    bar.append(word("Left", counted("Changes", count)), act(word("LeftApply"), apply), act(word("LeftDrop"), () => this.queue.takeLeft()));
    this.root.querySelector("[data-notices]").append(bar);
  }

  /** A sentence that must be seen: it stays until the next one or until it is closed. */
  notice(text) {
    const line = this.root.querySelector("[data-notice]");
    line.hidden = !text;
    line.querySelector("[data-notice-text]").textContent = text ?? "";
  }

  /** Tells what happened to those who hear the page. */
  say(text) {
    const live = this.root.querySelectorAll("[data-live]");
    live[this.#spoken % 2].textContent = "";
    live[++this.#spoken % 2].textContent = text;
  }

  /** Shows a stage open or folded without changing the process. */
  peek(id, open) {
    this.#opened.set(id, open);
    this.refresh();
  }

  fold(id) {
    const node = this.node(id), open = this.isOpen(node);
    this.#opened.delete(id);
    if (this.isQuiet) this.peek(id, !open);
    else if (node.folded === open) this.refresh();
    else this.do({ edit: "foldStage", id, folded: open });
    this.say(word(open ? "SaidFolded" : "SaidUnfolded", node.title));
  }

  /** Jumps to steps and selects them; folded stages round them are opened for the eye. Also called by the page. */
  show(ids, focus = true) {
    const known = ids.filter(id => this.state.nodes.has(id));
    for (const id of known) for (let at = this.node(id).parent; at; at = this.node(at).parent) if (!this.layout.isOpen(at)) this.#opened.set(at, true);
    this.refresh();
    this.selection.choose(known);
    if (!known.length) return;
    this.view.reveal(this.layout.place(known[0]));
    if (focus) this.drawing.face(known[0]).focus({ preventScroll: true });
  }

  help() { this.root.querySelector("[data-help]").showModal(); }

  close() {
    this.#ends.abort();
    this.queue.close();
    this.view.close();
    this.sheet.replaceChildren();
    drawn(-this.share);
  }
}
