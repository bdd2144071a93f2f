import { foldName, type StepKey } from '../shared/index.js';
import type { Flow, Person, Step, ValueStream } from '../stream/index.js';
import type { Change, StepNumbers } from './change.js';
import {
  leaversOf,
  nodeOfStep,
  settleRest,
  withBuffer,
  withNewBuffer,
  withoutNodes,
  withoutStep,
  withPassing,
  withShare,
} from './edit-flow.js';
import { buffersBetween, isLossAt, isReturnAt, placesOf } from './flow-places.js';
import { withCalendar } from './with-calendar.js';

/**
 * The stream with one thing changed, its flow still of one piece: every node keeps its place, what is taken out leaves
 * a place of no time. A change that names nothing of the stream changes nothing. Whether it contradicts what is told
 * is asked of `contradictionIn`.
 */
export function applyChange(stream: ValueStream, change: Change): ValueStream {
  const { flow } = stream;
  switch (change.kind) {
    case 'SET_STEP':
      return withNumbers(stream, change.step, change.numbers);
    case 'SET_DEMAND':
      return { ...stream, demandPerWeek: change.perWeek };
    case 'WITHOUT_STEP':
      return streamWithoutStep(stream, change.step);
    case 'WITHOUT_HAND_OFF':
      return withoutHandOff(stream, change.from, change.to);
    case 'SET_CALENDAR':
      return withCalendar(stream, change.calendar);
    case 'SET_PERSON':
      return { ...stream, people: withPerson(stream.people, change.person) };
    case 'SET_BUFFER': {
      const filled = withBuffer(flow, change.node, change.amount);
      return { ...stream, flow: change.passing ? withPassing(filled, change.node, change.passing) : filled };
    }
    case 'SET_PASSING':
      return { ...stream, flow: withPassing(flow, change.node, change.passing) };
    case 'WITHOUT_BUFFER':
      return { ...stream, flow: withoutNodes(flow, [change.node]) };
    case 'PUT_BUFFER': {
      const node = nodeOfStep(flow, change.at.step);
      if (node < 0) return stream;
      const grown = withNewBuffer(flow, change.at, node, change.amount);
      const added = grown.nodes.length - 1;
      return { ...stream, flow: change.passing ? withPassing(grown, added, change.passing) : grown };
    }
    case 'SET_SHARE':
      return { ...stream, flow: withShare(flow, change) };
    case 'SET_RETURN':
    case 'WITHOUT_RETURN':
      return { ...stream, flow: withOtherReturns(flow, change) };
    case 'SET_LOSS':
    case 'WITHOUT_LOSS':
      return { ...stream, flow: withOtherLosses(flow, change) };
  }
}

function withNumbers(stream: ValueStream, key: StepKey, numbers: StepNumbers): ValueStream {
  return {
    ...stream,
    steps: stream.steps.map((step) => (step.key === key ? { ...step, ...numbers } : step)),
  };
}

function withPerson(people: readonly Person[], person: Person): readonly Person[] {
  const isMeant = ({ name }: Person) => foldName(name) === foldName(person.name);
  return people.some(isMeant) ? people.map((one) => (isMeant(one) ? person : one)) : [...people, person];
}

function streamWithoutStep(stream: ValueStream, gone: StepKey): ValueStream {
  const node = nodeOfStep(stream.flow, gone);
  if (node < 0) return stream;
  const places = placesOf(stream);
  const onward = places.next[node]?.[0];
  const follower = onward === undefined ? null : places.stepBehind(onward);
  const behind = follower === null ? null : (places.nodeOf.get(follower) ?? null);
  const others = (keys: readonly StepKey[]) => keys.filter((key) => key !== gone);
  const pairs = (sets: readonly (readonly StepKey[])[]) => sets.map(others).filter((set) => set.length > 1);
  const steps = stream.steps
    .filter(({ key }) => key !== gone)
    .map((step, at): Step => ({
      ...step,
      position: at + 1,
      approves: others(step.approves),
      checks: others(step.checks),
    }));
  return {
    ...stream,
    steps,
    apart: pairs(stream.apart),
    together: pairs(stream.together),
    ...(stream.stageOwners === undefined
      ? {}
      : {
          stageOwners: stream.stageOwners
            .map((one) => ({ ...one, steps: others(one.steps) }))
            .filter(({ steps: left }) => left.length > 0),
        }),
    ...(stream.compensations === undefined
      ? {}
      : {
          compensations: stream.compensations
            .map((one) => ({ ...one, steps: others(one.steps) }))
            .filter(({ steps: left }) => left.length > 1),
        }),
    flow: withoutStep(stream.flow, node, behind),
  };
}

/** Who does the first step does the second as well; where nobody is named there, who does the second does both. */
function withoutHandOff(stream: ValueStream, from: StepKey, to: StepKey): ValueStream {
  const performersOf = (key: StepKey) => stream.steps.find((step) => step.key === key)?.performers ?? [];
  const named = performersOf(from).length > 0 ? performersOf(from) : performersOf(to);
  const joined = withNumbers(withNumbers(stream, from, { performers: named }), to, { performers: named });
  return { ...joined, flow: withoutNodes(stream.flow, buffersBetween(placesOf(stream), from, to)) };
}

type ReturnChange = Extract<Change, { kind: 'SET_RETURN' | 'WITHOUT_RETURN' }>;

function withOtherReturns(flow: Flow, change: ReturnChange): Flow {
  const arcs = flow.arcs.flatMap((arc) => {
    if (!isReturnAt(arc, change.at)) return [arc];
    if (change.kind === 'WITHOUT_RETURN') return [];
    return [{ ...arc, share: change.share ?? arc.share, time: change.time ?? arc.time }];
  });
  return settleRest({ ...flow, arcs }, leaversOf(flow));
}

type LossChange = Extract<Change, { kind: 'SET_LOSS' | 'WITHOUT_LOSS' }>;

function withOtherLosses(flow: Flow, change: LossChange): Flow {
  const losses = flow.losses.flatMap((loss) => {
    if (!isLossAt(loss, change.at)) return [loss];
    return change.kind === 'WITHOUT_LOSS' ? [] : [{ ...loss, share: change.share }];
  });
  return settleRest({ ...flow, losses }, [change.at.node]);
}

/** Half of the hands-on time of a step; its lead time is shorter by what is saved. */
export function halfTime(step: Step): StepNumbers | null {
  const { processTime, leadTime } = step;
  if (!processTime || !(processTime.likely > 0)) return null;
  const half = {
    ...processTime,
    low: processTime.low / 2,
    likely: processTime.likely / 2,
    high: processTime.high / 2,
  };
  if (!leadTime) return { processTime: half };
  const shorter = {
    ...leadTime,
    low: wholeTime(Math.max(half.low, leadTime.low - half.low)),
    likely: wholeTime(leadTime.likely - half.likely),
    high: wholeTime(Math.max(half.high, leadTime.high - half.high)),
  };
  return { processTime: half, leadTime: shorter };
}

/** A time that is no number of seconds (calendar days are not) as people can type it: up to the next minute, under an hour the next second. */
function wholeTime(seconds: number): number {
  const nearest = Math.round(seconds);
  if (Math.abs(seconds - nearest) <= 1e-9 * seconds) return seconds;
  const unit = seconds >= 3600 ? 60 : 1;
  return Math.ceil(seconds / unit) * unit;
}

/** The own waiting of a step taken out: its lead time is its hands-on time; null where nobody knows how much of it is waiting. */
export function withoutOwnWait({ processTime, leadTime }: Step): StepNumbers | null {
  if (!leadTime || !processTime) return null;
  return leadTime.likely > processTime.likely ? { leadTime: processTime } : null;
}
