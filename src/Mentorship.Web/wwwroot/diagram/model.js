// Two truths: what the server has confirmed, and what is seen, which is that with everything that is still on its way.
import { applied } from "./edits.js";

const MostSnapshots = 300;

export class Model {
  #base; #pending = []; #back = []; #forth = [];

  constructor(given, revision) { this.replace(given, revision); }

  /** What is seen. */
  state;
  palette = [];
  readOnly = false;

  replace(given, revision) {
    this.revision = revision;
    this.palette = given.palette;
    this.readOnly = given.readOnly;
    this.#base = { root: given.root, settle: given.settle ?? null, nodes: byId(given.nodes), arrows: byId(given.arrows) };
    this.#replay();
  }

  /** An edit as it is sent: before the first one, what was laid out for the eye is made so in truth. */
  complete(edit) {
    return this.state.settle && shapes(edit) ? { edit: "group", edits: [this.state.settle, edit] } : edit;
  }

  do(seq, edit) {
    this.#remember(this.#back);
    this.#forth = [];
    const settles = edit.edit === "group" && edit.edits[0] === this.state.settle;
    this.#pending.push({ seq, change: state => ({ ...applied(state, edit, this.palette), settle: settles ? null : state.settle }) });
    this.#replay();
  }

  /** Paints the step before at once; false where only the server knows it. */
  undo(seq) { return this.#travel(seq, this.#back, this.#forth); }
  redo(seq) { return this.#travel(seq, this.#forth, this.#back); }

  #travel(seq, from, to) {
    const snapshot = from.pop();
    if (!snapshot) return false;
    this.#remember(to);
    this.#pending.push({ seq, change: () => snapshot });
    this.#replay();
    return true;
  }

  #remember(list) {
    list.push(this.state);
    if (list.length > MostSnapshots) list.shift();
  }

  /** What the server answered to one gesture, or what others changed (no number). */
  settle(seq, patch) {
    if (patch) this.#base = patched(this.#base, patch);
    this.#pending = seq === null ? this.#pending : this.#pending.filter(p => p.seq !== seq);
    if (seq === null) this.forget();
    this.#replay();
  }

  /** Snapshots no longer fit: somebody else has changed the process, or an edit was refused. */
  forget() { this.#back = []; this.#forth = []; }

  get isWaiting() { return this.#pending.length > 0; }

  #replay() { this.state = this.#pending.reduce((state, { change }) => change(state), this.#base); }
}

const byId = items => new Map(items.map(item => [item.id, item]));

/** Edits that the places of steps matter to. */
const shapes = edit => edit.edit === "group" ? edit.edits.some(shapes) : ["addStep", "placeSteps", "bendArrow", "pasteSteps", "foldStage", "shiftSteps"].includes(edit.edit);

function patched(base, patch) {
  if (patch.whole) return { root: patch.whole.root, settle: patch.whole.settle ?? null, nodes: byId(patch.whole.nodes), arrows: byId(patch.whole.arrows) };
  const nodes = new Map(base.nodes), arrows = new Map(base.arrows);
  for (const id of patch.goneNodes) nodes.delete(id);
  for (const id of patch.goneArrows) arrows.delete(id);
  for (const node of patch.nodes) nodes.set(node.id, node);
  for (const arrow of patch.arrows) arrows.set(arrow.id, arrow);
  const ordered = patch.order ? new Map(patch.order.map(id => [id, nodes.get(id)])) : nodes;
  return { root: base.root, settle: patch.settle ?? null, nodes: ordered, arrows };
}
