import { foldName, formatPercent, type StepKey } from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import type { Change } from './change.js';
import { withShare } from './edit-flow.js';
import { isLossAt, isReturnAt, placesOf, type FlowPlaces } from './flow-places.js';
import { tellerOf } from './tell-change.js';
import { tellShare } from './tell-quantity.js';

/** Why a change cannot be made, and what would put it right. */
export interface ChangeProblem {
  readonly code:
    | 'UNREADABLE'
    | 'NAMES_NOTHING'
    | 'AMBIGUOUS'
    | 'LEAD_SHORTER_THAN_PROCESS'
    | 'RHYTHM_WITHOUT_TIME'
    | 'SHARES_OVER_100'
    | 'NUMBER_OUT_OF_RANGE'
    | 'ENDLESS_LOOP'
    | 'NOTHING_LEFT';
  readonly message: string;
  readonly remedy: string;
}

const MOST = 1 + 1e-9;

/** What contradicts a change in the stream as it stands; null where nothing does. */
export function contradictionIn(stream: ValueStream, change: Change): ChangeProblem | null {
  switch (change.kind) {
    case 'SET_STEP': {
      const before = stream.steps.find(({ key }) => key === change.step);
      return before ? contradictedStep({ ...before, ...change.numbers }) : null;
    }
    case 'SET_RETURN':
    case 'SET_LOSS':
      return overfull(stream, change);
    case 'SET_SHARE':
      return overfullChoice(stream, change);
    case 'WITHOUT_STEP':
      return stream.steps.length > 1
        ? null
        : {
            code: 'NOTHING_LEFT',
            message: 'The stream has one step only, and nothing would be left of it.',
            remedy: 'Take out a step of a stream that has several.',
          };
    default:
      return null;
  }
}

function contradictedStep({ name, processTime, leadTime, everySeconds }: Step): ChangeProblem | null {
  const short =
    leadTime &&
    processTime &&
    (leadTime.likely < processTime.likely * (1 - 1e-9) || leadTime.high < processTime.high * (1 - 1e-9));
  if (short)
    return {
      code: 'LEAD_SHORTER_THAN_PROCESS',
      message: `The lead time of "${name}" would be shorter than its process time, and it holds the work and the waiting.`,
      remedy: `Set both together, such as "${name} 2h lead 1d".`,
    };
  if (everySeconds && !(everySeconds.low > 0))
    return {
      code: 'RHYTHM_WITHOUT_TIME',
      message: `"${name}" would run every 0 time.`,
      remedy: 'Write how long passes from one run to the next, such as `every 1w`.',
    };
  return null;
}

function overfull(
  stream: ValueStream,
  change: Extract<Change, { kind: 'SET_RETURN' | 'SET_LOSS' }>,
): ChangeProblem | null {
  const { flow } = stream;
  const node = change.kind === 'SET_RETURN' ? change.at.origin : change.at.node;
  let sum = 0;
  for (const arc of flow.arcs) {
    if (arc.kind !== 'RETURN' || (arc.origin ?? arc.from) !== node) continue;
    const set = change.kind === 'SET_RETURN' && isReturnAt(arc, change.at) ? change.share : null;
    sum += (set ?? arc.share)?.likely ?? 0;
  }
  for (const loss of flow.losses) {
    if (loss.node !== node) continue;
    sum += (change.kind === 'SET_LOSS' && isLossAt(loss, change.at) ? change.share : loss.share).likely;
  }
  if (sum <= MOST) return null;
  const places = placesOf(stream);
  const where = tellerOf(stream, places).nameOf(places.stepBefore(node));
  return {
    code: 'SHARES_OVER_100',
    message: `What goes back and what is lost after ${where} would add up to ${formatPercent(sum)}.`,
    remedy: 'Together they can be at most 100 %.',
  };
}

function overfullChoice(
  { flow }: ValueStream,
  { choice, to, share }: Extract<Change, { kind: 'SET_SHARE' }>,
): ChangeProblem | null {
  const others = flow.arcs.filter((arc) => arc.kind === 'NEXT' && arc.from === choice && arc.to !== to);
  const open = others.some((arc) => arc.share === null) && others.length > 1;
  const sum = others.reduce((total, arc) => total + (arc.share?.likely ?? 0), share.likely);
  if (share.likely <= MOST && !(open && sum > MOST)) return null;
  return {
    code: 'SHARES_OVER_100',
    message: `The branches would add up to ${formatPercent(sum)}, and another one has no share yet.`,
    remedy: 'Together they can be at most 100 %.',
  };
}

/** What else is to be known about a change: what stays, what moves along with it, what it goes against. */
export function notesOn(stream: ValueStream, change: Change): readonly string[] {
  const places = placesOf(stream);
  switch (change.kind) {
    case 'SET_STEP':
      return notesOnStep(stream, change);
    case 'SET_SHARE':
      return notesOnShare(stream, change, places);
    case 'WITHOUT_STEP':
      return notesOnGoneStep(stream, change.step, places);
    case 'WITHOUT_HAND_OFF':
      return notesOnJoined(stream, change.from, change.to);
    case 'PUT_BUFFER':
      return ['No work waited there so far.'];
    default:
      return [];
  }
}

function notesOnStep(
  { steps }: ValueStream,
  { step, numbers }: Extract<Change, { kind: 'SET_STEP' }>,
): readonly string[] {
  const before = steps.find(({ key }) => key === step);
  const notes: string[] = [];
  if (numbers.processTime && !numbers.leadTime && before?.leadTime)
    notes.push('Its lead time stays as it is told, so what is saved or added in work is waiting within it.');
  if (numbers.completeAndAccurate)
    notes.push('A %C&A moves the rolled %C&A alone; what returns is told by `back to`.');
  return notes;
}

function notesOnShare(
  stream: ValueStream,
  { choice, to, share }: Extract<Change, { kind: 'SET_SHARE' }>,
  places: FlowPlaces,
): readonly string[] {
  const { flow } = stream;
  const after = withShare(flow, choice, to, share);
  const { nameOf } = tellerOf(stream, places);
  const gate = flow.nodes[choice];
  const moved = flow.arcs.flatMap((arc, at) => {
    const now = after.arcs[at]?.share;
    const bypass = gate?.kind === 'CHOICE' && arc.to === gate.partner;
    if (arc.from !== choice || arc.kind !== 'NEXT' || arc.to === to || bypass || !now) return [];
    return [
      `${nameOf(places.stepBehind(arc.to))} ${arc.share ? tellShare(arc.share) : '?'} → ${tellShare(now)}`,
    ];
  });
  return moved.length === 0 ? [] : [`The other branches take what is left: ${moved.join(', ')}.`];
}

function notesOnGoneStep({ steps, flow }: ValueStream, gone: StepKey, places: FlowPlaces): readonly string[] {
  const node = places.nodeOf.get(gone) ?? -1;
  const back = flow.arcs.filter((arc) => arc.kind === 'RETURN' && (arc.target ?? arc.to) === node);
  const notes: string[] = [];
  if (back.some((arc) => !arc.time && (arc.origin ?? arc.from) !== node))
    notes.push('What came back to it goes on with what follows it.');
  if (back.some((arc) => arc.time || (arc.origin ?? arc.from) === node))
    notes.push('Its own rework goes with it.');
  const controls = steps.find(({ key }) => key === gone);
  const controlled = [...(controls?.approves ?? []), ...(controls?.checks ?? [])];
  const names = steps.filter(({ key }) => controlled.includes(key)).map(({ name }) => `"${name}"`);
  if (names.length > 0)
    notes.push(`It is a control over ${names.join(', ')}, which nobody would check then.`);
  return notes;
}

function notesOnJoined({ steps, apart }: ValueStream, from: StepKey, to: StepKey): readonly string[] {
  const [a, b] = [from, to].map((key) => steps.find((step) => step.key === key));
  if (!a || !b) return [];
  const controls = (one: Step, other: Step) => [...one.approves, ...one.checks].includes(other.key);
  if (controls(a, b) || controls(b, a))
    return [`"${a.name}" and "${b.name}" are a step and its control: one person would check their own work.`];
  if (apart.some((set) => set.includes(from) && set.includes(to)))
    return [`"${a.name}" and "${b.name}" stand under \`never together\`: nobody may do both.`];
  const alike = (names: readonly string[]) => names.map(foldName).join();
  return alike(a.performers) === alike(b.performers) && a.performers.length > 0
    ? ['Both are done by the same people today: only the wait between them goes.']
    : [];
}
