// A list to choose from, at a place of the board: by pointer, arrow keys or typing.
import { word } from "./words.js";

const Many = 5;

/**
 * @param items {value, label, hint, isOff}
 * @param at a point of the window, or nothing for the middle of the board
 * @returns the value, or null when nothing was chosen
 */
export function choose(desk, title, items, at) {
  return new Promise(resolve => {
    const before = document.activeElement, box = document.createElement("div"), list = document.createElement("ul");
    Object.assign(box, { className: "menu card" });
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", title);
    const heading = Object.assign(document.createElement("p"), { className: "small muted", textContent: title });
    const buttons = items.map(item => entry(item, () => close(item.value)));
    list.append(...buttons.map(button => { const row = document.createElement("li"); row.append(button); return row; }));
    box.append(heading);
    const filter = items.length > Many ? field(buttons) : null;
    if (filter) box.append(filter);
    box.append(list);
    desk.root.append(box);
    place(desk, box, at);
    (filter ?? buttons.find(button => !button.disabled))?.focus();
    box.addEventListener("keydown", keys);
    const outside = event => { if (!box.contains(event.target)) close(null, false); };
    setTimeout(() => document.addEventListener("pointerdown", outside, true));

    function close(value, back = true) {
      document.removeEventListener("pointerdown", outside, true);
      box.remove();
      if (back) (before?.isConnected ? before : desk.svg).focus({ preventScroll: true });
      resolve(value);
    }

    function keys(event) {
      const shown = buttons.filter(button => !button.disabled && !button.parentElement.hidden), here = shown.indexOf(document.activeElement);
      if (event.key === "Escape" || event.key === "Tab") close(null);
      else if (event.key === "ArrowDown") shown[Math.min(here + 1, shown.length - 1)]?.focus();
      else if (event.key === "ArrowUp") here > 0 ? shown[here - 1].focus() : (filter ?? shown[0])?.focus();
      else if (event.key === "Home" && !filter) shown[0]?.focus();
      else if (event.key === "End" && !filter) shown.at(-1)?.focus();
      else if (event.key === "Enter" && document.activeElement === filter) shown[0]?.click();
      else { event.stopPropagation(); return; }
      event.preventDefault();
      event.stopPropagation();
    }
  });
}

function entry({ label, hint, isOff }, act) {
  const button = Object.assign(document.createElement("button"), { type: "button", disabled: !!isOff, onclick: act });
  button.append(Object.assign(document.createElement("b"), { textContent: label }));
  if (hint) button.append(Object.assign(document.createElement("small"), { textContent: hint }));
  return button;
}

function field(buttons) {
  const input = Object.assign(document.createElement("input"), { type: "search", placeholder: word("Filter") });
  input.setAttribute("aria-label", word("Filter"));
  input.oninput = () => {
    const wanted = input.value.trim().toLocaleLowerCase("ru");
    for (const button of buttons) button.parentElement.hidden = !button.textContent.toLocaleLowerCase("ru").includes(wanted);
  };
  return input;
}

function place(desk, box, at) {
  const room = desk.root.getBoundingClientRect(), board = desk.svg.getBoundingClientRect(), own = box.getBoundingClientRect();
  const x = (at?.clientX ?? board.left + board.width / 2 - own.width / 2) - room.left, y = (at?.clientY ?? board.top + board.height / 3) - room.top;
  box.style.left = `${Math.max(4, Math.min(x, room.width - own.width - 4))}px`;
  box.style.top = `${Math.max(4, Math.min(y, room.height - own.height - 4))}px`;
}
