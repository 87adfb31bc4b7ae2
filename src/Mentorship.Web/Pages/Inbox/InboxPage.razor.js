// Keys of the inbox (j, k, Enter, S, R) and the minute of a waiting signature. Everything works without this file, by links and buttons.
class InboxDesk extends HTMLElement {
  #keys = event => this.#press(event);
  #clock = 0;

  connectedCallback() {
    document.addEventListener("keydown", this.#keys);
    this.#clock = setInterval(() => this.#tick(), 1000);
    for (const box of this.querySelectorAll("[data-seconds]")) box.dataset.until = String(Date.now() + Number(box.dataset.seconds) * 1000);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.#keys);
    clearInterval(this.#clock);
  }

  #press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    const rows = [...this.querySelectorAll(".row a")];
    const here = Math.max(rows.indexOf(document.activeElement), rows.findIndex(row => row.getAttribute("aria-current")));
    // The letters as they lie on the keyboard: the Russian layout gives others.
    switch (event.code) {
      case "KeyJ": this.#go(rows[Math.min(here + 1, rows.length - 1)]); break;
      case "KeyK": this.#go(rows[Math.max(here - 1, 0)]); break;
      case "KeyS": this.#sign(); break;
      case "KeyR": this.#return(); break;
      default: return;
    }
    event.preventDefault();
  }

  #go(row) {
    if (!row) return;
    row.focus();
    row.scrollIntoView({ block: "nearest" });
  }

  #sign() {
    const pin = this.querySelector("input[name='Form.Pin']");
    if (pin && !pin.value) pin.focus();
    else {
      const yes = this.querySelector("button[data-key=s]");
      // A signature can be taken back for a minute; what cannot be taken back asks for Enter.
      if (yes?.value === "Signed") yes.click();
      else yes?.focus();
    }
  }

  #return() {
    const box = this.querySelector("details[data-key=r]");
    if (!box) return;
    box.open = true;
    box.querySelector("input, textarea")?.focus();
  }

  #tick() {
    for (const box of this.querySelectorAll("[data-until]")) {
      const left = Math.max(0, Math.ceil((Number(box.dataset.until) - Date.now()) / 1000));
      const words = box.querySelector(".small");
      words.textContent = words.textContent.replace(/\d+/, String(left));
      if (left === 0) {
        delete box.dataset.until;
        // A moment for the server to register it, then the page says what became of it.
        setTimeout(() => { if (!this.querySelector("form :focus")) location.reload(); }, 5000);
      }
    }
  }
}

if (!customElements.get("inbox-desk")) customElements.define("inbox-desk", InboxDesk);
