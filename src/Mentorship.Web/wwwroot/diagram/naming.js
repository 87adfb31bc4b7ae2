// Renaming in place: a field over the step.
import { word } from "./words.js";

const Longest = 10000;

export function rename(desk, id) {
  const node = desk.node(id);
  if (!node || desk.isQuiet) return;
  desk.view.reveal(desk.layout.place(id));
  const field = Object.assign(document.createElement("textarea"), { className: "naming", value: node.title, maxLength: Longest });
  field.setAttribute("aria-label", word("NewName", node.title.slice(0, 100)));
  const place = desk.layout.place(id), at = desk.view.toWindow(place), { k } = desk.view;
  Object.assign(field.style, { left: `${at.x}px`, top: `${at.y}px`, width: `${Math.max(180, place.w * k)}px`, height: `${Math.max(64, Math.min(place.h, 164) * k)}px` });
  desk.sheet.append(field);
  desk.pad.hide();
  field.select();
  field.focus({ preventScroll: true });
  let open = true;

  function close(save, back) {
    if (!open) return;
    open = false;
    const title = field.value.replace(/\s+/g, " ").trim();
    field.remove();
    if (save && title !== node.title) {
      if (title) desk.do({ edit: "renameStep", id, title }, word("SaidRenamed", title.slice(0, 100)));
      else desk.notice(word("NameMissing"));
    }
    desk.pad.show();
    if (back) desk.drawing.face(id)?.focus({ preventScroll: true });
  }

  field.addEventListener("keydown", event => {
    event.stopPropagation();
    if (event.key === "Enter") { event.preventDefault(); close(true, true); }
    else if (event.key === "Escape") close(false, true);
  });
  field.addEventListener("blur", () => close(true, false));
}
