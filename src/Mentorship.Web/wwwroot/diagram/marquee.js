// A frame drawn over the board selects what it touches.
import { make } from "./drawing.js";
import { overlap } from "./geometry.js";
import { counted, word } from "./words.js";

export function marquee(desk, from, adding) {
  const frame = make("rect", { class: "marquee" }), before = adding ? [...desk.selection.ids] : [];
  desk.drawing.over.append(frame);
  const boxes = [...desk.layout.visible()].map(node => ({ id: node.id, open: desk.layout.isOpen(node.id), ...desk.layout.place(node.id) }));
  return {
    move(point) {
      const area = { x: Math.min(from.x, point.x), y: Math.min(from.y, point.y), w: Math.abs(from.x - point.x), h: Math.abs(from.y - point.y) };
      for (const [name, value] of [["x", area.x], ["y", area.y], ["width", area.w], ["height", area.h]]) frame.setAttribute(name, value);
      const inside = box => box.x >= area.x && box.y >= area.y && box.x + box.w <= area.x + area.w && box.y + box.h <= area.y + area.h;
      desk.selection.choose([...before, ...boxes.filter(box => box.open ? inside(box) : overlap(area, box)).map(box => box.id)]);
      desk.pad.hide();
    },
    end() {
      frame.remove();
      desk.pad.show();
      desk.svg.focus({ preventScroll: true });
      desk.say(word("SaidSelected", counted("Steps", desk.selection.ids.size)));
    },
    cancel() { frame.remove(); },
  };
}
