// The focus goes into a setting that is opened in place, and back to what opened it when it is closed.
export function enter(root) {
  if (!root.isConnected) return;
  root.querySelector("input, select, textarea, button")?.focus();
  root.scrollIntoView({ block: "nearest" });
}

export const leave = opener => document.getElementById(opener)?.focus();
