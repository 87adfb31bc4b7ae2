// Texts in a drawing: how wide they are, where they break, and the Russian words that the server gave along.
const pen = typeof document === "undefined" ? null : document.createElement("canvas").getContext("2d");
const widths = new Map();
let family = "sans-serif", texts = {};

/** Where a word of two may be broken: «научно-|методический», but never «54-р». */
export const AfterHyphen = /(?<=[^\s-]{3}-)(?=[^\s-]{3})/;

export const Fonts = { title: "600 14px", sub: "400 12.5px", label: "500 12px", stage: "650 15px" };

/** @param given Russian texts by their keys */
export function speak(given, element) {
  texts = given;
  family = getComputedStyle(element).fontFamily;
  widths.clear();
}

/** The text of that key with its places filled. */
export function word(key, ...values) {
  const text = texts[key];
  if (text === undefined) throw new Error(`No text ${key}`);
  return values.reduce((filled, value, i) => filled.replaceAll(`{${i}}`, String(value)), text);
}

/** 1 шаг, 2 шага, 5 шагов: the three forms stand in one text, by a bar. */
export function counted(key, n) {
  const [one, few, many] = word(key).split("|"), tens = n % 100, ones = n % 10;
  return `${n} ${ones === 1 && tens !== 11 ? one : ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? few : many}`;
}

export function widthOf(text, font) {
  if (!pen) return text.length * 7.5;
  const key = font + text;
  let width = widths.get(key);
  if (width === undefined) {
    pen.font = `${font} ${family}`;
    width = pen.measureText(text).width;
    if (widths.size > 20000) widths.clear();
    widths.set(key, width);
  }
  return width;
}

/** As much of the text as fits, ending in «…» where it was cut. */
export function cut(text, font, room) {
  const shown = text.slice(0, 300);
  if (shown === text && widthOf(text, font) <= room) return text;
  let low = 0, high = shown.length;
  while (low < high) {
    const half = (low + high + 1) >> 1;
    if (widthOf(shown.slice(0, half) + "…", font) <= room) low = half;
    else high = half - 1;
  }
  return whole(shown, low).trimEnd() + "…";
}

const Breaks = new RegExp(`(?<= )|${AfterHyphen.source}`);

/** Lines broken between words and after hyphens; a word longer than a line is broken inside, what is left over is cut. */
export function wrap(text, font, room, most) {
  const lines = [];
  let rest = text.slice(0, 1000).trim().replace(/\s+/g, " ");
  while (rest && lines.length < most) {
    if (lines.length === most - 1) { lines.push(cut(rest, font, room)); break; }
    if (widthOf(rest.slice(0, 120), font) <= room && rest.length <= 120) { lines.push(rest); break; }
    let end = 0, at = 0;
    for (const part of rest.split(Breaks)) {
      if (widthOf(rest.slice(0, at += part.length).trimEnd(), font) > room) break;
      end = at;
    }
    if (!end) while (end < rest.length && widthOf(rest.slice(0, end + 1), font) <= room) end++;
    end = Math.max(whole(rest, end).length, 1);
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return lines;
}

/** Never between the halves of one sign. */
function whole(text, end) {
  const code = text.charCodeAt(end - 1);
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? end - 1 : end);
}
