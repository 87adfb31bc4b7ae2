// What an edit does to the drawing before the server has heard of it. The server decides; here it only has to look the same.
import { boxOf } from "./geometry.js";

export const arrowId = (source, outcome, target) => `${source}|${outcome}|${target}`;

const Holding = new Set(["Mentorship.Stage", "Elsa.ForEach", "Elsa.ParallelForEach"]);

/** The state after an edit; the given one stays as it is. */
export function applied(state, edit, palette) {
  const next = { ...state, nodes: new Map(state.nodes), arrows: new Map(state.arrows) };
  carryOut(next, edit, palette);
  return next;
}

function carryOut(state, edit, palette) {
  const doing = Doing[edit.edit];
  if (doing) doing(state, edit, palette);
}

const Doing = {
  group: (state, { edits }, palette) => edits.forEach(edit => carryOut(state, edit, palette)),
  addStep(state, edit, palette) {
    const entry = palette.find(kind => kind.type === edit.type);
    const { w, h } = boxOf(edit.title, edit.type), at = edit.at ?? { x: 0, y: 0 };
    state.nodes.set(edit.id, {
      id: edit.id, type: edit.type, kind: entry?.kind ?? "Unknown", number: "", title: edit.title, sub: entry?.name ?? "", x: at.x, y: at.y, w, h,
      parent: edit.into === state.root ? null : edit.into, outcomes: entry?.outcomes ?? [], good: entry?.good ?? "Done", holds: Holding.has(edit.type), folded: false,
      tone: "", mark: "", label: edit.title, removable: true, linkable: true,
    });
    if (edit.from && edit.to) state.arrows.delete(arrowId(edit.from.step, edit.from.outcome, edit.to));
    if (edit.from) connect(state, edit.from.step, edit.from.outcome, edit.id);
    if (edit.to) connect(state, edit.id, state.nodes.get(edit.id).good, edit.to);
  },
  removeSteps(state, { ids, heal = true }) {
    const gone = new Set(ids);
    if (heal) for (const [source, outcome, target] of healed(state, gone)) connect(state, source, outcome, target);
    for (const id of [...state.nodes.keys()]) if (isWithin(state, id, gone)) gone.add(id);
    for (const id of gone) state.nodes.delete(id);
    for (const [id, arrow] of state.arrows) if (gone.has(arrow.source) || gone.has(arrow.target)) state.arrows.delete(id);
  },
  renameStep(state, { id, title }) {
    const node = state.nodes.get(id);
    if (node) state.nodes.set(id, { ...node, title, label: title, ...boxOf(title, node.type) });
  },
  connectSteps: (state, { source, outcome, target }) => connect(state, source, outcome, target),
  cutArrow: (state, { source, outcome, target }) => state.arrows.delete(arrowId(source, outcome, target)),
  rerouteArrow(state, edit) {
    state.arrows.delete(arrowId(edit.source, edit.outcome, edit.target));
    connect(state, edit.newSource, edit.newOutcome, edit.newTarget);
  },
  bendArrow(state, { source, outcome, target, vertices }) {
    const id = arrowId(source, outcome, target), arrow = state.arrows.get(id);
    if (arrow) state.arrows.set(id, { ...arrow, vertices });
  },
  placeSteps(state, { places }) {
    for (const [id, at] of Object.entries(places)) {
      const node = state.nodes.get(id);
      if (node) state.nodes.set(id, { ...node, x: at.x, y: at.y });
    }
  },
  foldStage(state, { id, folded }) {
    const node = state.nodes.get(id);
    if (node) state.nodes.set(id, { ...node, folded });
  },
  pasteSteps: paste,
  shiftSteps(state, { ids, into }) {
    const moved = new Set(ids), parent = into === state.root ? null : into;
    for (const [source, outcome, target] of healed(state, moved)) connect(state, source, outcome, target);
    for (const [id, arrow] of state.arrows) if (moved.has(arrow.source) !== moved.has(arrow.target)) state.arrows.delete(id);
    for (const id of ids) {
      const node = state.nodes.get(id);
      if (node) state.nodes.set(id, { ...node, parent });
    }
  },
};

/** Shadows of what is pasted: the server gives them their ids. */
function paste(state, { into, clip, at }, palette) {
  const { steps, arrows = [] } = JSON.parse(clip), places = steps.map(step => step.metadata?.designer?.position ?? { x: 0, y: 0 });
  const left = Math.min(...places.map(p => p.x)), top = Math.min(...places.map(p => p.y)), off = at ? { x: at.x - left, y: at.y - top } : { x: 40, y: 40 };
  steps.forEach((step, i) => {
    const title = String(step.metadata?.displayText ?? step.name ?? step.id ?? ""), add = { id: shadow(step.id), type: String(step.type), title, into, at: { x: places[i].x + off.x, y: places[i].y + off.y } };
    Doing.addStep(state, add, palette);
    state.nodes.set(add.id, { ...state.nodes.get(add.id), holds: false, removable: false, linkable: false });
  });
  for (const { source, target } of arrows) if (source?.activity && target?.activity) connect(state, shadow(source.activity), source.port ?? "Done", shadow(target.activity));
}

const shadow = id => `pasted ${id}`;

function connect(state, source, outcome, target) {
  const id = arrowId(source, outcome, target), from = state.nodes.get(source);
  if (!from || !state.nodes.has(target) || state.arrows.has(id)) return;
  const named = from.outcomes.find(o => o.name === outcome);
  const label = from.outcomes.length > 1 || outcome !== from.good ? named?.label ?? outcome : "";
  state.arrows.set(id, { id, source, outcome, target, label, vertices: [], back: leadsBack(state, source, target), fixed: false });
}

/** Whether the source can already be reached from the target. */
function leadsBack(state, source, target) {
  const next = new Map();
  for (const arrow of state.arrows.values()) {
    if (!next.has(arrow.source)) next.set(arrow.source, []);
    next.get(arrow.source).push(arrow.target);
  }
  const seen = new Set([target]), open = [target];
  while (open.length) {
    const id = open.pop();
    if (id === source) return true;
    for (const to of next.get(id) ?? []) if (!seen.has(to)) { seen.add(to); open.push(to); }
  }
  return false;
}

function isWithin(state, id, outer) {
  for (let at = state.nodes.get(id)?.parent; at; at = state.nodes.get(at)?.parent) if (outer.has(at)) return true;
  return false;
}

/** What led to the steps leads on to what followed them when all went well. */
function healed(state, gone) {
  const arrows = [...state.arrows.values()], found = [];
  const onward = id => {
    const out = arrows.filter(a => a.source === id), well = out.filter(a => a.outcome === state.nodes.get(id)?.good);
    return well.length ? well : out;
  };
  for (const into of arrows.filter(a => gone.has(a.target) && !gone.has(a.source))) {
    const seen = new Set([into.target]), open = [into.target];
    while (open.length)
      for (const arrow of onward(open.shift())) {
        if (!gone.has(arrow.target)) { if (arrow.target !== into.source) found.push([into.source, into.outcome, arrow.target]); }
        else if (!seen.has(arrow.target)) { seen.add(arrow.target); open.push(arrow.target); }
      }
  }
  return found;
}
