// Finds steps by their words and jumps to them.
import { word } from "./words.js";

export class Search {
  #found = []; #at = -1;

  constructor(desk) {
    this.desk = desk;
    this.field = desk.root.querySelector("[data-find]");
    this.told = desk.root.querySelector("[data-found]");
    this.field.addEventListener("input", () => this.#look());
    this.field.addEventListener("keydown", event => {
      if (event.key === "Enter") { event.preventDefault(); this.#go(event.shiftKey ? -1 : 1); }
      else if (event.key === "Escape") { this.field.value = ""; this.#look(); (desk.drawing.face(desk.selection.one) ?? desk.svg).focus({ preventScroll: true }); }
    });
  }

  focus() {
    this.field.focus();
    this.field.select();
  }

  #look() {
    const wanted = plain(this.field.value);
    this.#found = wanted ? [...this.desk.state.nodes.values()].filter(node => plain(`${node.number} ${node.title} ${node.sub}`).includes(wanted)).map(node => node.id) : [];
    this.#at = -1;
    this.told.textContent = !wanted ? "" : this.#found.length ? word("Found", this.#found.length) : word("FoundNothing");
    if (this.#found.length) this.#go(1);
  }

  #go(by) {
    this.#found = this.#found.filter(id => this.desk.state.nodes.has(id));
    if (!this.#found.length) return;
    this.#at = (this.#at + by + this.#found.length) % this.#found.length;
    this.desk.show([this.#found[this.#at]], false);
    this.told.textContent = word("FoundAt", this.#at + 1, this.#found.length);
  }
}

const plain = text => text.toLocaleLowerCase("ru").replaceAll("ё", "е").replace(/\s+/g, " ").trim();
