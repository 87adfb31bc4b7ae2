// Everything by keys. Letters are taken as they lie on the keyboard: the Russian layout gives others.
import { word } from "./words.js";

const Steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }, Nudge = 8;

export function watchKeys(desk) {
  const { sheet, signal, selection, commands, view } = desk;
  sheet.addEventListener("keydown", event => {
    if (event.target.closest("textarea, input, .menu")) return;
    if (event.key === " ") { desk.isSpaceDown = true; event.preventDefault(); return; }
    const act = event.ctrlKey || event.metaKey ? withControl(event) : plain(event);
    if (!act) return;
    event.preventDefault();
    act();
  }, { signal });
  document.addEventListener("keyup", event => { if (event.key === " ") desk.isSpaceDown = false; }, { signal });
  window.addEventListener("blur", () => { desk.isSpaceDown = false; }, { signal });
  sheet.addEventListener("focusin", event => {
    const id = event.target.closest(".face")?.closest("[data-node]").dataset.node;
    if (!id || !event.target.matches(":focus-visible")) return;
    if (!selection.ids.has(id) && !desk.keepsSelection) selection.choose([id]);
    view.reveal(desk.layout.place(id));
  }, { signal });

  function withControl({ code, key, shiftKey }) {
    if (Steps[key]) return () => commands.arrange.nudge(Steps[key][0] * (shiftKey ? 1 : Nudge), Steps[key][1] * (shiftKey ? 1 : Nudge));
    if (code === "KeyZ") return () => { commands.settle(); desk.travel(shiftKey ? "redo" : "undo"); };
    if (code === "KeyY") return () => { commands.settle(); desk.travel("redo"); };
    if (code === "KeyA") return () => { selection.choose([...desk.layout.visible()].map(node => node.id)); desk.say(word("SaidAll")); };
    if (code === "KeyF") return () => desk.search.focus();
    if (code === "KeyD") return () => desk.duplicate();
    if (code === "Digit0" || code === "Numpad0") return () => view.fit(desk.layout.bounds);
    if (key === "Enter") return () => { const id = focused(); if (id) selection.toggle(id); };
    return null;
  }

  function plain(event) {
    const { code, key, shiftKey } = event;
    if (Steps[key]) return () => go(key, shiftKey);
    if (key === "Escape") return () => { if (!desk.cancelGesture()) { selection.clear(); desk.notice(""); } };
    if (key === "Enter") return focused() ? () => commands.open(focused()) : null;
    if (key === "ContextMenu" || (key === "F10" && shiftKey)) return () => desk.pad.enter();
    if (key === "F2") return () => commands.rename();
    if (code === "Equal" || code === "NumpadAdd") return () => view.zoom(1.25);
    if (code === "Minus" || code === "NumpadSubtract") return () => view.zoom(0.8);
    if (code === "KeyE") return focused() && desk.node(focused()).holds ? () => desk.fold(focused()) : null;
    if (key === "?" || (code === "Slash" && shiftKey)) return () => desk.help();
    if (desk.isQuiet) return null;
    if (key === "Insert" || code === "KeyN") return () => commands.append();
    if (code === "KeyC") return () => commands.connectFromList();
    if (code === "KeyA") return () => commands.arrows();
    if (key === "Delete" || key === "Backspace") return () => commands.remove();
    return null;
  }

  const focused = () => document.activeElement?.closest?.("[data-node]")?.dataset.node ?? selection.one;

  /** Along the arrows first; where there is none, to the nearest step on that side. */
  function go(key, adding) {
    const from = focused() ?? [...desk.layout.visible()][0]?.id;
    if (!from) return;
    const arrows = [...desk.state.arrows.values()], visible = id => desk.layout.has(id);
    let to = key === "ArrowRight" ? arrows.find(a => a.source === from && !a.back && visible(a.target))?.target : key === "ArrowLeft" ? arrows.find(a => a.target === from && !a.back && visible(a.source))?.source : null;
    to ??= nearest(from, Steps[key]);
    if (!to) return;
    desk.keepsSelection = adding;
    desk.drawing.face(to).focus({ preventScroll: true });
    desk.keepsSelection = false;
    if (adding) selection.add([to]);
    else selection.choose([to]);
    view.reveal(desk.layout.place(to));
  }

  function nearest(from, [dx, dy]) {
    const middle = id => { const box = desk.layout.place(id); return { x: box.x + box.w / 2, y: box.y + box.h / 2 }; };
    const here = middle(from);
    let best = null, least = Infinity;
    for (const { id } of desk.layout.visible()) {
      const there = middle(id), along = (there.x - here.x) * dx + (there.y - here.y) * dy, aside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
      if (id === from || along <= 4 || along + 2 * aside >= least) continue;
      [best, least] = [id, along + 2 * aside];
    }
    return best;
  }
}
