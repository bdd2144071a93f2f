import { exactly, type Quantity, type StepKey } from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import { reachOfBranches, type BranchReach } from './branch-reach.js';
import type { Change } from './change.js';
import { placeOfReturn, type FlowPlaces } from './flow-places.js';
import { GUESS_WIDTH, type NumberKind } from './number-to-find-out.js';
import { tellCount, tellShare, tellTime } from './tell-quantity.js';

/** A number of the stream that is a range or a guess, with the change that sets it. */
export interface UncertainNumber {
  readonly step: StepKey | null;
  readonly line: number | null;
  readonly what: NumberKind;
  readonly question: string;
  readonly told: Quantity;
  /** What the other branches of its choice leave of its range; left away where there are none. */
  readonly reach?: BranchReach;
  /** How the number reads on its own. */
  readonly tell: (quantity: Quantity) => string;
  readonly at: (value: number) => Change;
}

/** Every range and guess that lead time or load can rest on, in the order of steps, flow and demand. */
export function uncertainNumbers(stream: ValueStream, places: FlowPlaces): readonly UncertainNumber[] {
  const all = [
    ...stream.steps.flatMap((step) => stepNumbers(stream, step)),
    ...bufferNumbers(stream, places),
    ...shareNumbers(stream, places),
    ...demandNumbers(stream),
  ];
  return all.filter(({ told }) => told.low < told.high || (told.source === 'GUESS' && told.likely > 0));
}

/** true for a guess that was told as one number. */
export function isBareGuess({ told }: UncertainNumber): boolean {
  return !(told.low < told.high);
}

/** The ends between which a number is taken to lie: its range, or a guess ± 30 %; a share never above all, nor beyond what other branches leave. */
export function endsOf({ told, what, reach }: UncertainNumber): {
  readonly low: number;
  readonly high: number;
} {
  if (reach) return reach;
  if (told.low < told.high) return { low: told.low, high: told.high };
  const high = told.likely * (1 + GUESS_WIDTH);
  const most = what === 'SHARE' ? Math.min(1, high) : high;
  return { low: told.likely * (1 - GUESS_WIDTH), high: most };
}

/** How far a guess that was told as one number is taken to lie from it, in brackets; nothing for a range. */
export function tellWidth(number: UncertainNumber): string {
  if (!isBareGuess(number)) return '';
  const { likely } = number.told;
  const isWhole = endsOf(number).low <= likely * (1 - GUESS_WIDTH) + SLACK;
  const held = isWhole ? '' : ', as far as the other ways leave room';
  return ` (± ${GUESS_WIDTH * 100} %${held})`;
}

/** What is lost in adding shares up. */
const SLACK = 1e-9;

function stepNumbers(stream: ValueStream, step: Step): readonly UncertainNumber[] {
  const { key, name, line, processTime, leadTime, everySeconds } = step;
  const tell = (time: Quantity) => tellTime(time, stream.calendar);
  const number = (
    what: NumberKind,
    field: 'processTime' | 'leadTime' | 'everySeconds',
    told: Quantity | null,
    question: string,
  ): readonly UncertainNumber[] => {
    if (!told) return [];
    const at = (value: number): Change => ({
      kind: 'SET_STEP',
      step: key,
      numbers: { [field]: { ...exactly(value), source: told.source } },
    });
    return [{ step: key, line, what, question, told, tell, at }];
  };
  const unit = everySeconds ? 'one run of it' : 'one unit';
  return [
    ...number('PROCESS_TIME', 'processTime', processTime, askProcess(name, unit)),
    ...number('LEAD_TIME', 'leadTime', leadTime, askLead(name)),
    ...number('RHYTHM', 'everySeconds', everySeconds, `How often is "${name}" done?`),
  ];
}

function bufferNumbers(
  { flow, calendar, steps }: ValueStream,
  places: FlowPlaces,
): readonly UncertainNumber[] {
  const names = new Map(steps.map(({ key, name }) => [key, name]));
  return flow.nodes.flatMap((node, index): readonly UncertainNumber[] => {
    if (node.kind !== 'WAIT' && node.kind !== 'STOCK') return [];
    const behind = places.stepBehind(index);
    const step = behind ?? places.stepBefore(index);
    const where = `${behind ? 'before' : 'behind'} "${names.get(step ?? ('' as StepKey)) ?? 'the end'}"`;
    const told = node.kind === 'WAIT' ? node.time : node.units;
    const question =
      node.kind === 'WAIT' ? `How long does work wait ${where}?` : `How many units lie ${where}?`;
    const tell = (amount: Quantity) =>
      node.kind === 'WAIT' ? tellTime(amount, calendar) : `${tellCount(amount)} units`;
    const at = (value: number): Change => {
      const amount = exactly(value);
      return {
        kind: 'SET_BUFFER',
        node: index,
        amount: node.kind === 'WAIT' ? { kind: 'WAIT', time: amount } : { kind: 'STOCK', units: amount },
      };
    };
    return [{ step, line: node.line, what: 'WAIT', question, told, tell, at }];
  });
}

function shareNumbers(stream: ValueStream, places: FlowPlaces): readonly UncertainNumber[] {
  const { flow, steps } = stream;
  const names = new Map(steps.map(({ key, name, line }) => [key, { name, line }]));
  const named = (key: StepKey | null) => `"${(key && names.get(key)?.name) ?? 'the line above'}"`;
  const found: UncertainNumber[] = [];
  const add = (number: Omit<UncertainNumber, 'what' | 'tell'>) =>
    found.push({ ...number, what: 'SHARE', tell: tellShare });
  const counted = new Set<number>();
  const reachOf = reachOfBranches(stream);
  for (const [nth, arc] of flow.arcs.entries()) {
    if (!arc.share) continue;
    if (arc.kind === 'RETURN') {
      const at = placeOfReturn(arc);
      const [from, to] = [places.stepBefore(at.origin), places.stepBefore(at.target)];
      const question = `Of 100 units at ${named(from)}, how many go back to ${named(to)}?`;
      add({
        step: from,
        line: arc.line,
        question,
        told: arc.share,
        at: (value) => ({ kind: 'SET_RETURN', at, share: exactly(value), time: null }),
      });
    } else if (flow.nodes[arc.from]?.kind === 'CHOICE') {
      const branches = places.next[arc.from]?.length ?? 0;
      const head = arc.to === partnerOf(flow.nodes[arc.from]) ? null : places.stepBehind(arc.to);
      if (head === null || (branches === 2 && counted.has(arc.from))) continue;
      counted.add(arc.from);
      const reach = reachOf(nth);
      add({
        step: head,
        line: names.get(head)?.line ?? null,
        question: `Of 100 units, how many come to ${named(head)}?`,
        told: arc.share,
        ...(reach ? { reach } : {}),
        at: (value): Change => ({
          kind: 'SET_SHARE',
          choice: arc.from,
          to: arc.to,
          share: exactly(value),
          ...(reach ? { others: reach.others(value) } : {}),
        }),
      });
    }
  }
  for (const { node, line, share } of flow.losses) {
    const step = places.stepBefore(node);
    const question = `Of 100 units at ${named(step)}, how many go no further?`;
    add({
      step,
      line,
      question,
      told: share,
      at: (value) => ({ kind: 'SET_LOSS', at: { node, line }, share: exactly(value) }),
    });
  }
  return found;
}

function partnerOf(node: ValueStream['flow']['nodes'][number] | undefined): number {
  return node && 'partner' in node ? node.partner : -1;
}

function demandNumbers({ demandPerWeek }: ValueStream): readonly UncertainNumber[] {
  if (!demandPerWeek) return [];
  return [
    {
      step: null,
      line: null,
      what: 'DEMAND',
      question: ASK_DEMAND,
      told: demandPerWeek,
      tell: (quantity) => `${tellCount(quantity)} a week`,
      at: (value) => ({ kind: 'SET_DEMAND', perWeek: exactly(value) }),
    },
  ];
}

export const ASK_DEMAND = 'How many units enter in a week or a month?';

/** The question after a hands-on time. */
export function askProcess(name: string, unit = 'one unit'): string {
  return `How long does "${name}" take, hands on, for ${unit}?`;
}

/** The question after a lead time. */
export function askLead(name: string): string {
  return `How long does it take from the moment "${name}" could begin until it is passed on?`;
}
