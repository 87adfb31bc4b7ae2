// The keys of a table: from cell to cell, back to what it was, a row up and down. What is typed is told by the cell itself when it is left.
export const open = (root, dotnet) => new Keys(root, dotnet);

class Keys {
  #ends = new AbortController();

  constructor(root, dotnet) {
    Object.assign(this, { root, dotnet });
    const { signal } = this.#ends;
    root.addEventListener("keydown", event => this.#key(event), { signal });
    root.addEventListener("focusin", ({ target }) => { if (target.matches("textarea.cell")) target.dataset.before = target.value; }, { signal });
    root.dataset.ready = "";
  }

  close() {
    this.#ends.abort();
  }

  show(row) {
    this.#row(row)?.scrollIntoView({ block: "center" });
  }

  /** A row that came into being: its title is written at once. */
  write(row) {
    const cell = this.#row(row)?.querySelector("td.title textarea.cell, .stage-line textarea.cell:last-of-type");
    cell?.focus();
    cell?.select();
    cell?.scrollIntoView({ block: "nearest" });
  }

  #row(id) {
    return this.root.querySelector(`tr[data-row="${CSS.escape(id)}"]`);
  }

  #key(event) {
    const row = event.target.closest("tr[data-row]"), cell = event.target.closest(".cell");
    if (!row || event.isComposing) return;
    const up = event.key === "ArrowUp", down = event.key === "ArrowDown";
    if (event.altKey && (up || down)) {
      event.preventDefault();
      this.#tell(event.target);
      this.dotnet.invokeMethodAsync("MoveByKey", row.dataset.row, up ? -1 : 1).catch(() => {});
    } else if (!cell || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    } else if (event.key === "Escape" && cell.dataset.before !== undefined) {
      cell.value = cell.dataset.before;
      cell.dispatchEvent(new Event("input", { bubbles: true }));
      cell.select();
    } else if (event.key === "Enter" && !event.shiftKey && cell.matches("textarea")) {
      event.preventDefault();
      this.#step(cell, 1);
    } else if (!event.shiftKey && (up && this.#atStart(cell) || down && this.#atEnd(cell))) {
      event.preventDefault();
      this.#step(cell, up ? -1 : 1);
    }
  }

  #atStart = cell => !cell.matches("textarea") || cell.selectionEnd === 0 || cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
  #atEnd = cell => !cell.matches("textarea") || cell.selectionStart === cell.value.length || cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;

  /** The same column of the next row that has it; at the end what was typed is told. */
  #step(cell, by) {
    const column = cell.closest("td").cellIndex, rows = [...this.root.querySelectorAll("tr.item")];
    let at = rows.indexOf(cell.closest("tr"));
    if (at < 0) at = by > 0 ? rows.findIndex(r => cell.compareDocumentPosition(r) & Node.DOCUMENT_POSITION_FOLLOWING) - 1 : -1;
    for (at += by; at >= 0 && at < rows.length; at += by) {
      const next = rows[at].cells[cell.closest("tr").matches(".item") ? column : rows[at].querySelector("td.title").cellIndex]?.querySelector(".cell:not(:disabled)");
      if (!next) continue;
      next.focus();
      if (next.select) next.select();
      return;
    }
    this.#tell(cell);
  }

  #tell(cell) {
    if (!cell.matches?.("textarea.cell") || cell.value === cell.dataset.before) return;
    cell.dataset.before = cell.value;
    cell.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
