// What a person can have done, by button, key or gesture: each is one edit.
import { arrowId } from "./edits.js";
import { boxOf, overlap } from "./geometry.js";
import { choose } from "./menu.js";
import { rename } from "./naming.js";
import { arrange } from "./aligning.js";
import { counted, word } from "./words.js";

const Gap = 120;

export class Commands {
  constructor(desk) { this.desk = desk; this.arrange = arrange(desk); }

  settle() { this.arrange.settle(); }

  doubleClick({ node, arrow, fold }, point, event) {
    if (fold) return;
    if (this.desk.isQuiet) { if (node) this.open(node); return; }
    if (node) rename(this.desk, node);
    else if (arrow) this.straighten(this.desk.state.arrows.get(arrow));
    else this.addAt(point, event);
  }

  open(id) { this.desk.tell("OpenedAsync", id); }

  rename() { if (this.desk.selection.one) rename(this.desk, this.desk.selection.one); }

  /** Which kind of step, out of the palette. */
  async kind(event) {
    const items = this.desk.model.palette.map(kind => ({ value: kind, label: kind.name, hint: kind.about }));
    return await choose(this.desk, word("ChooseKind"), items, event);
  }

  /** By which outcome; asked only where there is a choice. */
  async outcome(id, event) {
    const { outcomes, title } = this.desk.node(id);
    if (outcomes.length < 2) return outcomes[0]?.name ?? null;
    const used = new Set([...this.desk.state.arrows.values()].filter(a => a.source === id).map(a => a.outcome));
    return await choose(this.desk, word("ChooseOutcome", title.slice(0, 60)), outcomes.map(o => ({ value: o.name, label: o.label, hint: used.has(o.name) ? word("OutcomeUsed") : "" })), event);
  }

  async connect(source, target, event) {
    const outcome = await this.outcome(source, event);
    if (!outcome) return;
    if (this.desk.state.arrows.has(arrowId(source, outcome, target))) return this.desk.notice(word("ArrowThere"));
    this.desk.do({ edit: "connectSteps", source, outcome, target }, word("SaidConnected", this.title(source), this.title(target)));
    this.desk.selection.choose([source]);
  }

  /** The target chosen from a list, for those who do not drag. */
  async connectFromList() {
    const { desk } = this, source = desk.selection.one, node = source && desk.node(source);
    if (!node?.outcomes.length || !node.linkable) return desk.say(word("NoArrowsFrom"));
    const items = [...desk.layout.visible()].filter(other => other.parent === node.parent && other.id !== source && other.kind !== "Start").map(other => ({ value: other.id, label: this.title(other.id), hint: other.sub }));
    const target = await choose(desk, word("ChooseTarget", this.title(source)), items);
    if (target) await this.connect(source, target);
  }

  reroute(arrow, source, outcome, target) {
    if (this.desk.state.arrows.has(arrowId(source, outcome, target))) return this.desk.notice(word("ArrowThere"));
    this.desk.do({ edit: "rerouteArrow", source: arrow.source, outcome: arrow.outcome, target: arrow.target, newSource: source, newOutcome: outcome, newTarget: target }, word("SaidRerouted", this.title(source), this.title(target)));
    this.desk.selection.chooseArrow(arrowId(source, outcome, target));
  }

  straighten(arrow) {
    if (arrow?.vertices.length) this.desk.do({ edit: "bendArrow", source: arrow.source, outcome: arrow.outcome, target: arrow.target, vertices: [] }, word("SaidStraight"));
  }

  cutArrow(arrow) {
    this.desk.do({ edit: "cutArrow", source: arrow.source, outcome: arrow.outcome, target: arrow.target }, word("SaidCut"));
  }

  /** The arrows of a step, in a list: to lead elsewhere, to give another outcome, to cut. */
  async arrows() {
    const { desk } = this, id = desk.selection.one;
    if (!id) return;
    const own = [...desk.state.arrows.values()].filter(a => !a.fixed && (a.source === id || a.target === id));
    const said = a => word("ArrowFromTo", this.title(a.source), this.title(a.target)) + (a.label ? ` (${a.label})` : "");
    const arrow = await choose(desk, word("ArrowsOf", this.title(id)), own.map(a => ({ value: a, label: said(a) })));
    if (!arrow) return own.length ? undefined : desk.say(word("NoArrows"));
    await this.arrowMenu(arrow);
  }

  async arrowMenu(arrow, event) {
    const { desk } = this, node = desk.node(arrow.source);
    const items = [{ value: "lead", label: word("LeadElsewhere") }, { value: "outcome", label: word("OtherOutcome"), isOff: node.outcomes.length < 2 }, { value: "straighten", label: word("Straighten"), isOff: !arrow.vertices.length }, { value: "cut", label: word("CutArrow") }];
    const act = await choose(desk, word("ArrowFromTo", this.title(arrow.source), this.title(arrow.target)), items, event);
    if (act === "cut") this.cutArrow(arrow);
    else if (act === "straighten") this.straighten(arrow);
    else if (act === "outcome") {
      const outcome = await this.outcome(arrow.source, event);
      if (outcome && outcome !== arrow.outcome) this.reroute(arrow, arrow.source, outcome, arrow.target);
    } else if (act === "lead") {
      const items = [...desk.layout.visible()].filter(other => other.parent === node.parent && other.id !== arrow.target && other.kind !== "Start").map(other => ({ value: other.id, label: this.title(other.id), hint: other.sub }));
      const target = await choose(desk, word("ChooseTarget", this.title(arrow.source)), items, event);
      if (target) this.reroute(arrow, arrow.source, arrow.outcome, target);
    }
  }

  async append(event) {
    const kind = await this.kind(event);
    if (kind) this.appendKind(kind);
  }

  /** A step after the selected one: on its way on, where it has just one; otherwise beside it with an arrow of its own. */
  appendKind(kind) {
    const { desk } = this, source = desk.selection.one, node = source && desk.node(source);
    if (!node) return this.addAt(null, null, kind);
    const box = desk.layout.box(source), own = [...desk.state.arrows.values()].filter(a => a.source === source && !a.back), at = { x: Math.round(box.x + box.w + Gap), y: Math.round(box.y) };
    const well = node.outcomes.find(o => o.name === node.good) ?? node.outcomes[0], parts = ["Choice", "Parallel"].includes(node.kind);
    const outcome = parts ? node.outcomes.find(o => !own.some(a => a.outcome === o.name)) ?? well : well, on = own.filter(a => a.outcome === outcome?.name);
    if (!outcome || !node.linkable) return this.add(kind, node.parent ?? desk.state.root, this.free(node.parent, at, kind));
    if (on.length === 1) return this.insert(kind, on[0]);
    this.add(kind, node.parent ?? desk.state.root, this.free(node.parent, at, kind), { from: { step: source, outcome: outcome.name } });
  }

  /** A step put on an arrow; what stands behind moves on where there is no room. */
  insert(kind, arrow) {
    const { desk } = this, source = desk.layout.box(arrow.source), target = desk.layout.box(arrow.target), { w, h } = boxOf(kind.name, kind.type), into = desk.node(arrow.source).parent ?? null;
    const level = target.x >= source.x + source.w, need = level ? w + 2 * Gap - (target.x - source.x - source.w) : h + 2 * 40 - (target.y - source.y - source.h);
    const at = level ? { x: Math.round(source.x + source.w + Gap), y: Math.round(source.y + (source.h - h) / 2) } : { x: Math.round(source.x + (source.w - w) / 2), y: Math.round(source.y + source.h + 40) };
    const places = {};
    if (need > 0) for (const id of this.onward(arrow.target, arrow.source)) {
      const box = desk.layout.box(id);
      if (level ? box.x >= target.x : box.y >= target.y) places[id] = { x: Math.round(box.x + (level ? need : 0)), y: Math.round(box.y + (level ? 0 : need)) };
    }
    this.add(kind, into ?? desk.state.root, at, { from: { step: arrow.source, outcome: arrow.outcome }, to: arrow.target }, places);
  }

  /** A step and everything that comes after it in its flowchart. */
  onward(from, without) {
    const seen = new Set([from]), open = [from], arrows = [...this.desk.state.arrows.values()].filter(a => !a.back);
    while (open.length) {
      const id = open.pop();
      for (const a of arrows) if (a.source === id && !seen.has(a.target) && a.target !== without) { seen.add(a.target); open.push(a.target); }
    }
    return seen;
  }

  /** From a handle dropped on the board: a new step there, with an arrow to it. */
  async appendAt(source, point, event) {
    const outcome = await this.outcome(source, event), kind = outcome && await this.kind(event);
    if (!kind) return;
    const { desk } = this, parent = desk.node(source).parent ?? null, origin = desk.layout.origin(parent ?? ""), { h } = boxOf(kind.name, kind.type);
    this.add(kind, parent ?? desk.state.root, this.free(parent, { x: Math.round(point.x - origin.x), y: Math.round(point.y - origin.y - h / 2) }, kind), { from: { step: source, outcome } });
  }

  /** A step by itself at a point of the board, in the stage that is there; on an arrow it becomes part of its way. */
  async addAt(point, event, given, arrow) {
    const { desk } = this, kind = given ?? await this.kind(event);
    if (!kind) return;
    if (arrow) return this.insert(kind, arrow);
    const at = point ?? { x: (desk.view.width / 2 - desk.view.x) / desk.view.k, y: (desk.view.height / 2 - desk.view.y) / desk.view.k };
    const into = desk.layout.containerAt(at), origin = desk.layout.origin(into), { w, h } = boxOf(kind.name, kind.type);
    this.add(kind, into || desk.state.root, this.free(into || null, { x: Math.round(at.x - origin.x - w / 2), y: Math.round(at.y - origin.y - h / 2) }, kind));
  }

  add(kind, into, at, arrows = {}, places = {}) {
    const { desk } = this, stem = kind.type.slice(kind.type.lastIndexOf(".") + 1).toLowerCase(), id = `${stem}-${Math.random().toString(36).slice(2, 8)}`;
    const step = { edit: "addStep", into, type: kind.type, title: kind.name, id, at, ...arrows };
    desk.do(Object.keys(places).length ? { edit: "group", edits: [step, { edit: "placeSteps", places }] } : step, word("SaidAdded", kind.name));
    desk.show([id]);
  }

  /** The nearest free place below. */
  free(parent, at, kind) {
    const boxes = [...this.desk.layout.containers.get(parent ?? "").boxes.values()], box = { ...at, ...boxOf(kind.name, kind.type) };
    if (parent) [box.x, box.y] = [Math.max(0, box.x), Math.max(0, box.y)];
    for (let under = hit(); under; under = hit()) box.y = under.y + under.h + 28;
    return { x: box.x, y: box.y };
    function hit() { return boxes.find(other => overlap(box, other, 11)); }
  }

  remove() {
    const { desk } = this, { arrow, outermost } = desk.selection;
    if (arrow) return this.cutArrow(desk.state.arrows.get(arrow));
    const ids = outermost.filter(id => this.isRemovable(desk.node(id)));
    if (!ids.length) return outermost.length ? desk.notice(word("NotRemovable")) : undefined;
    const next = [...desk.state.arrows.values()].find(a => ids.includes(a.source) && !ids.includes(a.target))?.target;
    desk.do({ edit: "removeSteps", ids }, ids.length === 1 ? word("SaidRemoved", this.title(ids[0])) : word("SaidRemoved", counted("Steps", ids.length)));
    if (next && desk.layout.has(next)) desk.show([next]);
    else desk.svg.focus({ preventScroll: true });
  }

  /** A start goes only where another one stays. */
  isRemovable(node) {
    return node.removable && (node.kind !== "Start" || this.desk.layout.kids(node.parent ?? "").filter(other => other.kind === "Start").length > 1);
  }

  layOut() { this.desk.ask({ edit: "layOutSteps" }, word("LayingOut"), word("SaidLaidOut")); }

  foldAll(folded) {
    const stages = [...this.desk.state.nodes.values()].filter(node => node.holds && this.desk.isOpen(node) === folded);
    for (const node of stages) if (node.folded === folded || this.desk.isQuiet) this.desk.peek(node.id, !folded);
    const edits = this.desk.isQuiet ? [] : stages.filter(node => node.folded !== folded).map(node => ({ edit: "foldStage", id: node.id, folded }));
    if (edits.length) this.desk.do({ edit: "group", edits });
    this.desk.say(word(folded ? "SaidAllFolded" : "SaidAllUnfolded"));
  }

  title(id) {
    const { number, title, kind } = this.desk.node(id) ?? {};
    return title ? `${number && kind !== "Start" ? `${number} ` : ""}${title}`.slice(0, 80) : "";
  }
}
