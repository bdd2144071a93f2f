import type { Quantity, StepKey } from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import { changedFields, verdictOnNumber } from './field-changes.js';
import { placesOf } from './flow-places.js';
import type { FieldGround } from './step-fields.js';
import type { ComparedStep, FieldChange } from './stream-comparison.js';
import { tellShare } from './tell-quantity.js';

interface Side {
  readonly stream: ValueStream;
  readonly byKey: ReadonlyMap<StepKey, Step>;
  readonly shares: ReadonlyMap<StepKey, Quantity>;
  readonly ground: FieldGround;
}

/** Every step of both streams by its key, in the order of the stream after; what is gone stands where it was. */
export function compareSteps(before: ValueStream, after: ValueStream): readonly ComparedStep[] {
  const [was, is] = [sideOf(before), sideOf(after)];
  const moved = movedSteps(before, after, is.byKey, was.byKey);
  const gone = goneBehind(before, is.byKey);
  const compared: ComparedStep[] = (gone.get(null) ?? []).map(goneStep);
  for (const step of after.steps) {
    const former = was.byKey.get(step.key);
    compared.push(former ? keptStep(former, step, was, is, moved.has(step.key)) : newStep(step));
    compared.push(...(gone.get(step.key) ?? []).map(goneStep));
  }
  return compared;
}

function sideOf(stream: ValueStream): Side {
  const byKey = new Map(stream.steps.map((step) => [step.key, step]));
  const nameOf = (key: StepKey) => byKey.get(key)?.name ?? key;
  return { stream, byKey, shares: branchShares(stream), ground: { calendar: stream.calendar, nameOf } };
}

/** The share of the branch of a choice that a step begins. */
function branchShares(stream: ValueStream): ReadonlyMap<StepKey, Quantity> {
  const { flow } = stream;
  const places = placesOf(stream);
  const shares = new Map<StepKey, Quantity>();
  for (const { kind, from, to, share } of flow.arcs) {
    const gate = flow.nodes[from];
    if (kind !== 'NEXT' || !share || gate?.kind !== 'CHOICE' || to === gate.partner) continue;
    const head = places.stepBehind(to);
    if (head !== null) shares.set(head, share);
  }
  return shares;
}

/** Steps that are gone, by the step that stays and that they stood behind. */
function goneBehind(
  { steps }: ValueStream,
  kept: ReadonlyMap<StepKey, Step>,
): ReadonlyMap<StepKey | null, readonly Step[]> {
  const behind = new Map<StepKey | null, Step[]>();
  let last: StepKey | null = null;
  for (const step of steps) {
    if (kept.has(step.key)) {
      last = step.key;
      continue;
    }
    const list = behind.get(last);
    if (list) list.push(step);
    else behind.set(last, [step]);
  }
  return behind;
}

function keptStep(before: Step, after: Step, was: Side, is: Side, hasMoved: boolean): ComparedStep {
  const fields = [
    ...changedFields(before, after, { before: was.ground, after: is.ground }),
    ...changedShare(was.shares.get(before.key) ?? null, is.shares.get(after.key) ?? null),
  ];
  const formerName = before.name === after.name ? null : before.name;
  const moved = hasMoved ? { before: placeOf(was.stream, before), after: placeOf(is.stream, after) } : null;
  const same = fields.length === 0 && formerName === null && moved === null;
  return {
    step: after.key,
    fate: same ? 'KEPT' : 'CHANGED',
    name: after.name,
    formerName,
    positionBefore: before.position,
    positionAfter: after.position,
    lineBefore: before.line,
    lineAfter: after.line,
    moved,
    fields,
  };
}

function changedShare(before: Quantity | null, after: Quantity | null): readonly FieldChange[] {
  const [was, is] = [before && tellShare(before), after && tellShare(after)];
  if (was === is) return [];
  const verdict = before && after ? verdictOnNumber('NEITHER', before, after) : null;
  return [{ label: 'share of the units', before: was ?? 'all', after: is ?? 'all', verdict }];
}

/** `behind "Price the job"`, `at the beginning`. */
function placeOf({ steps }: ValueStream, { position }: Step): string {
  const before = steps[position - 2];
  return before ? `behind "${before.name}"` : 'at the beginning';
}

function newStep({ key, name, line, position }: Step): ComparedStep {
  const none = { formerName: null, positionBefore: null, lineBefore: null, moved: null, fields: [] };
  return { step: key, fate: 'NEW', name, positionAfter: position, lineAfter: line, ...none };
}

function goneStep({ key, name, line, position }: Step): ComparedStep {
  const none = { formerName: null, positionAfter: null, lineAfter: null, moved: null, fields: [] };
  return { step: key, fate: 'GONE', name, positionBefore: position, lineBefore: line, ...none };
}

/** The fewest steps of both that have to be moved for the others to stand in their old order. */
function movedSteps(
  before: ValueStream,
  after: ValueStream,
  inAfter: ReadonlyMap<StepKey, Step>,
  inBefore: ReadonlyMap<StepKey, Step>,
): ReadonlySet<StepKey> {
  const rank = new Map(before.steps.filter(({ key }) => inAfter.has(key)).map(({ key }, at) => [key, at]));
  const common = after.steps.filter(({ key }) => inBefore.has(key));
  const ranks = common.map(({ key }) => rank.get(key) ?? 0);
  const standing = new Set(longestRising(ranks));
  return new Set(common.filter((_, at) => !standing.has(at)).map(({ key }) => key));
}

/** The places of a longest rising run among numbers that all differ. */
function longestRising(numbers: readonly number[]): readonly number[] {
  const tails: number[] = [];
  const previous: number[] = [];
  numbers.forEach((number, at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? (tails[low - 1] ?? -1) : -1);
    tails[low] = at;
  });
  const run: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) run.push(at);
  return run.reverse();
}
