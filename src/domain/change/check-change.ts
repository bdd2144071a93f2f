import { formatPercent, type Problem } from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import type { Change } from './change.js';
import { isLossAt, isReturnAt, placesOf } from './flow-places.js';
import { tellerOf } from './tell-change.js';

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

/** A problem of the reader of the notation, as one of a change. */
export function asProblem({ code, message, suggestion }: Problem): ChangeProblem {
  const known =
    code === 'NUMBER_OUT_OF_RANGE' || code === 'LEAD_SHORTER_THAN_PROCESS' || code === 'RHYTHM_WITHOUT_TIME';
  return {
    code: known ? code : 'UNREADABLE',
    message,
    remedy: suggestion ?? 'Write the number as in a napkin: 30m, 4h, lead 2d, 90%.',
  };
}
