// Steps over the clipboard, as text: within a process, into another one, from another window.
import { counted, word } from "./words.js";

const Longest = 5_000_000;

export function watchClipboard(desk) {
  const { sheet, signal, selection } = desk;
  let clip = "", clipped = "", clock = 0;

  /** A process begins once: its start is not copied along. */
  const copied = () => selection.outermost.filter(id => desk.node(id).kind !== "Start");
  const mine = event => !event.target.closest?.("textarea, input") && (sheet.contains(document.activeElement) || document.activeElement === desk.svg);

  /** The browser gives the clipboard only inside the event: what is selected is fetched as soon as it is selected. */
  desk.prefetch = () => {
    clearTimeout(clock);
    const ids = copied(), key = ids.join(" ");
    if (!ids.length || desk.isQuiet || key === clipped) return;
    clock = setTimeout(async () => { const text = await desk.tell("CopyAsync", ids); if (text) [clip, clipped] = [text, key]; }, 150);
  };
  desk.staleClip = () => { clipped = ""; };

  async function copy(event, then) {
    const ids = copied();
    if (!mine(event) || !ids.length) return;
    event.preventDefault();
    if (ids.join(" ") === clipped) event.clipboardData.setData("text/plain", clip);
    else {
      const text = await desk.tell("CopyAsync", ids);
      if (!text) return desk.notice(word("CopyFailed"));
      [clip, clipped] = [text, ids.join(" ")];
      if (!navigator.clipboard) return desk.notice(word("CopyAgain"));
      await navigator.clipboard.writeText(text);
    }
    desk.say(word("SaidCopied", counted("Steps", ids.length)));
    then?.();
  }

  document.addEventListener("copy", event => copy(event), { signal });
  document.addEventListener("cut", event => { if (!desk.isQuiet) copy(event, () => desk.commands.remove()); }, { signal });
  document.addEventListener("paste", event => {
    if (!mine(event) || desk.isQuiet) return;
    event.preventDefault();
    paste(event.clipboardData.getData("text/plain"));
  }, { signal });

  desk.duplicate = async () => {
    const ids = copied().filter(id => desk.node(id).removable);
    const text = ids.length && await desk.tell("CopyAsync", ids);
    if (text) paste(text, desk.node(ids[0]).parent);
  };

  function paste(text, parent) {
    if (!isClip(text)) return desk.notice(word("NotAClip"));
    const one = selection.one && desk.node(selection.one), into = parent !== undefined ? parent ?? "" : one ? (desk.layout.isOpen(one.id) ? one.id : one.parent ?? "") : "";
    const last = [...selection.ids].map(id => desk.layout.place(id)).sort((a, b) => b.y + b.h - a.y - a.h)[0], origin = desk.layout.origin(into), { view } = desk;
    const at = last ? { x: last.x, y: last.y + last.h + 40 } : { x: (view.width / 3 - view.x) / view.k, y: (view.height / 3 - view.y) / view.k };
    desk.do({ edit: "pasteSteps", into: into || desk.state.root, clip: text, at: { x: Math.max(into ? 0 : -1e6, Math.round(at.x - origin.x)), y: Math.max(into ? 0 : -1e6, Math.round(at.y - origin.y)) } }, word("SaidPasted"));
  }

  /** Anything may lie on a clipboard; what is no copy of steps need not travel to the server. */
  function isClip(text) {
    if (text.length > Longest || !text.trimStart().startsWith("{")) return false;
    try {
      const { steps } = JSON.parse(text);
      return Array.isArray(steps) && steps.length > 0 && steps.every(step => typeof step?.type === "string" && typeof step.id === "string");
    } catch (error) {
      if (error instanceof SyntaxError) return false;
      throw error;
    }
  }
}
