import type { StepKey } from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import type { StreamProbe } from '../metrics/index.js';
import { placeOfReturn, type FlowPlaces } from './flow-places.js';
import type { NumberToFindOut } from './number-to-find-out.js';
import { ASK_DEMAND, askLead, askProcess } from './uncertain-numbers.js';

/** The numbers that nobody has told and that hold figures back, in the order in which readiness asks for them. */
export function missingNumbers(
  stream: ValueStream,
  places: FlowPlaces,
  probe: StreamProbe | null,
): readonly NumberToFindOut[] {
  return [
    ...missingDemand(stream),
    ...missingTimes(stream, places, probe),
    ...missingShares(stream, places),
    ...missingWaits(stream),
  ];
}

function missingDemand({ demandPerWeek }: ValueStream): readonly NumberToFindOut[] {
  if (demandPerWeek) return [];
  const because = 'Nobody has said it, and every load, every size and the takt time rest on it.';
  return [missing({ step: null, line: null, what: 'DEMAND', question: ASK_DEMAND, because })];
}

/** Work of ours before work done outside, what units pass most often first. */
function missingTimes(
  { steps }: ValueStream,
  places: FlowPlaces,
  probe: StreamProbe | null,
): readonly NumberToFindOut[] {
  const open = steps.filter((step) =>
    step.everySeconds ? !step.processTime : !step.processTime && !step.leadTime,
  );
  const visits = (step: Step) => probe?.visits(places.nodeOf.get(step.key) ?? -1) ?? 0;
  const ranked = open.map((step) => ({ step, visits: visits(step) }));
  ranked.sort((a, b) => Number(a.step.outside) - Number(b.step.outside) || b.visits - a.visits);
  return ranked.map(({ step, visits: often }) => missingTime(step, often));
}

function missingTime(step: Step, visits: number): NumberToFindOut {
  const { key, name, line, outside, everySeconds } = step;
  const where = { step: key, line };
  if (outside) {
    const because = 'It has no time at all, so the lead time is told without it.';
    return missing({ ...where, what: 'LEAD_TIME', question: askLead(name), because });
  }
  const unit = everySeconds ? 'one run of it' : 'one unit';
  const often = visits > 0 && !everySeconds ? ` ${howOften(visits)}.` : '';
  const because = `It has no time at all, so lead time, load and every size are told without it.${often}`;
  return missing({ ...where, what: 'PROCESS_TIME', question: askProcess(name, unit), because });
}

function howOften(visits: number): string {
  const hundred = Math.round(visits * 100);
  if (hundred === 100) return 'Every unit that enters comes to it';
  return `Of 100 units that enter it is done ${hundred < 1 ? 'less than once' : `about ${hundred} times`}`;
}

function missingShares({ flow, steps }: ValueStream, places: FlowPlaces): readonly NumberToFindOut[] {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const named = (key: StepKey | null) => (key && byKey.get(key)?.name) ?? 'the line above';
  return flow.arcs.flatMap((arc): readonly NumberToFindOut[] => {
    if (arc.share) return [];
    if (arc.kind === 'RETURN') {
      const at = placeOfReturn(arc);
      const [from, to] = [places.stepBefore(at.origin), places.stepBefore(at.target)];
      const question = `Of 100 units at "${named(from)}", how many go back to "${named(to)}"?`;
      const because = 'The share is not told, so all rework over this return is left out of the sums.';
      return [missing({ step: from, line: arc.line, what: 'SHARE', question, because })];
    }
    const head = places.stepBehind(arc.to);
    const choice = flow.nodes[arc.from];
    if (choice?.kind !== 'CHOICE' || arc.to === choice.partner || head === null) return [];
    const question = `Of 100 units, how many come to "${named(head)}"?`;
    const because = 'The share of this branch is not told, so what stands in it is left out of the sums.';
    return [missing({ step: head, line: byKey.get(head)?.line ?? null, what: 'SHARE', question, because })];
  });
}

/** Where no wait is told anywhere, waits are what is missing most: the first line between two performers is asked for. */
function missingWaits({ flow, steps }: ValueStream): readonly NumberToFindOut[] {
  const told = flow.nodes.some((node) => node.kind === 'WAIT' || node.kind === 'STOCK');
  const [first, second] = steps.filter((step) => !step.everySeconds && !step.leadTime);
  if (told || !first || !second) return [];
  const question = `How long does work wait between two steps, such as before "${second.name}"?`;
  const because =
    'No wait is told anywhere, so the lead time is hands-on time only; most of it is usually waiting.';
  return [missing({ step: second.key, line: second.line, what: 'WAIT', question, because })];
}

/** Steps whose output nobody has judged, our own before those done outside; they hold back the rolled %C&A and nothing else. */
export function missingAccuracy({ steps }: ValueStream): readonly NumberToFindOut[] {
  const unjudged = steps.filter((step) => !step.everySeconds && !step.completeAndAccurate);
  const open = [...unjudged].sort((a, b) => Number(a.outside) - Number(b.outside));
  return open.map(({ key, name, line }) =>
    missing({
      step: key,
      line,
      what: 'COMPLETE_AND_ACCURATE',
      question: `Of 100 units that come from "${name}", how many can be used as they are? Ask whoever receives them.`,
      because: 'Nobody has said it, so the rolled %C&A is told without it.',
    }),
  );
}

function missing(number: Omit<NumberToFindOut, 'missing' | 'moves'>): NumberToFindOut {
  return { ...number, missing: true, moves: null };
}
