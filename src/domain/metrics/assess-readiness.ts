import type { Problem, Quantity, StepKey } from '../shared/index.js';
import { isSupportStream, sayUnsupported, supportOf, type Step, type ValueStream } from '../stream/index.js';
import { listNames, missing, toldBeside } from './missing-knowledge.js';
import type { Readiness, ReadinessRung } from './readiness.js';
import { readGraph } from './flow-graph.js';
import { isPerUnit, reckonFlow, type FlowReckoning } from './reckon-flow.js';

/** How far a stream has climbed, and what is missing: first for the next rung, then what holds nothing back (INFO). */
export function assessReadiness(stream: ValueStream): Readiness {
  const reckoning = reckonFlow(stream);
  const loose = looseSteps(stream);
  const support = unsupported(stream);
  const purpose = isSupportStream(stream) ? support.problems : missingForces(stream);
  const connection = [...purpose, ...loose.problems, ...circles(stream, reckoning)];
  const measure = [...missingDemand(stream), ...unmeasured(stream, reckoning)];
  const observation = unobserved(stream);
  const told = toldBeside(stream);
  const ladder: readonly [ReadinessRung, readonly Problem[]][] = [
    ['SKETCHED', connection],
    ['CONNECTED', measure],
    ['MEASURED', observation],
    ['OBSERVED', []],
  ];
  const at = ladder.findIndex(([rung, open]) => open.length > 0 || rung === 'OBSERVED');
  const [rung, next] = ladder[at] ?? ['SKETCHED', connection];
  const later =
    rung === 'SKETCHED' && stream.steps.length > 0
      ? measure.map((one) => ({ ...one, severity: 'INFO' as const }))
      : [];
  return {
    rung,
    missing: [...next, ...later, ...(stream.steps.length > 0 ? told : [])],
    unconnected: [...new Set([...loose.steps, ...support.steps])],
  };
}

function missingForces(stream: ValueStream): readonly Problem[] {
  if (stream.steps.length === 0) {
    return [
      missing(
        'NO_STEPS',
        'The stream has no steps yet: write one line for each thing that is done, from first contact to fulfilled promise.',
      ),
    ];
  }
  const problems: Problem[] = [];
  if (!stream.steps.some((step) => step.force === 'SALES')) {
    problems.push(
      missing(
        'NO_SALES_STEP',
        'No step belongs to sales and marketing: write `sales:` on a line of its own above the steps that win the work, from the first contact on.',
      ),
    );
  }
  if (!stream.steps.some((step) => step.force === 'FULFILMENT')) {
    problems.push(
      missing(
        'NO_FULFILMENT_STEP',
        'No step belongs to process and fulfilment: write `fulfilment:` on a line of its own above the steps that keep the promise.',
      ),
    );
  }
  return problems;
}

/** The steps of a support stream that serve nothing whose chain ends, and lead to none that does. */
function unsupported(stream: ValueStream): ReturnType<typeof looseSteps> {
  if (!isSupportStream(stream)) return { steps: [], problems: [] };
  const support = supportOf(stream);
  const open = stream.steps.filter((step) => !support.has(step.key));
  const problems = open.map((step) =>
    missing(
      'STEP_SERVES_NOTHING',
      `${sayUnsupported(stream, step)}: work is there for a promise to a customer or for an obligation. Write what it serves behind the step, such as \`serves "Name of the stream"\`, or declare it: \`obligation: Keep the books "§ 238 HGB"\`.`,
      step,
    ),
  );
  return { steps: open.map(({ key }) => key), problems };
}

function looseSteps(stream: ValueStream): { steps: readonly StepKey[]; problems: readonly Problem[] } {
  const graph = readGraph(stream);
  const steps: StepKey[] = [];
  const problems: Problem[] = [];
  for (const step of stream.steps) {
    const node = graph.nodeOf.get(step.key) ?? -1;
    const name = `"${step.name}"`;
    if (!graph.reached[node]) {
      problems.push(
        missing(
          'STEP_NOT_REACHED',
          `No work ever comes to ${name}: what stands above it has stopped, or sends none of its units on. Say what it follows with \`after STEP\` above it, or move the line.`,
          step,
        ),
      );
    } else if (!graph.leading[node]) {
      problems.push(
        missing(
          'STEP_LEADS_NOWHERE',
          `From ${name} no way leads to an end of the stream. Write what comes next, or \`stop\` where it ends on purpose.`,
          step,
        ),
      );
    } else continue;
    steps.push(step.key);
  }
  return { steps, problems };
}

function circles(stream: ValueStream, reckoning: FlowReckoning | string): readonly Problem[] {
  if (typeof reckoning !== 'string' || stream.steps.length === 0) return [];
  return [missing('ENDLESS_LOOP', `The flow cannot be followed to its end, because ${reckoning}.`)];
}

function missingDemand(stream: ValueStream): readonly Problem[] {
  if (stream.demandPerWeek) return [];
  return [
    missing(
      'DEMAND_UNKNOWN',
      'Nobody has said how many units enter: write a line such as `demand: 40/month`. Every load and every size rests on it.',
    ),
  ];
}

/** Steps without any time: what units pass most often first, work of ours before work done outside. */
function unmeasured(stream: ValueStream, reckoning: FlowReckoning | string): readonly Problem[] {
  const open = stream.steps.filter((step) =>
    isPerUnit(step) ? !step.processTime && !step.leadTime : !step.processTime,
  );
  const visits = (step: Step) => {
    if (typeof reckoning === 'string') return 0;
    return reckoning.visits.likely.total[reckoning.graph.nodeOf.get(step.key) ?? -1] ?? 0;
  };
  const rank = new Map(open.map((step) => [step, visits(step)]));
  const sorted = [...open].sort(
    (a, b) => Number(a.outside) - Number(b.outside) || (rank.get(b) ?? 0) - (rank.get(a) ?? 0),
  );
  return sorted.map((step) => missing('STEP_UNMEASURED', howToMeasure(step), step));
}

function howToMeasure(step: Step): string {
  const name = `"${step.name}"`;
  if (step.outside)
    return `Nobody has said how long ${name} takes outside: write a lead time behind it, such as \`lead 5d\`.`;
  if (!isPerUnit(step))
    return `Nobody has said how long one run of ${name} takes: write it behind its name, such as \`2h\`.`;
  return `${name} has neither a process time nor a lead time: write the hands-on time behind its name, such as \`30m\` (a guess is written \`~30m\`).`;
}

/** The times that are not taken from a working system, told together. */
function unobserved(stream: ValueStream): readonly Problem[] {
  const open = stream.steps.filter((step) =>
    [step.processTime, step.leadTime].some((time) => time !== null && !isObserved(time)),
  );
  if (open.length === 0) return [];
  const guessed = open.filter((step) =>
    [step.processTime, step.leadTime].some((time) => time?.source === 'GUESS'),
  ).length;
  const guesses = guessed > 0 ? ` (${guessed} of them with a guess)` : '';
  const message = `The times of ${listNames(open, stream.steps.length)} are told, not observed${guesses}: confirm them from a board or a clock.`;
  return [missing('TIMES_NOT_OBSERVED', message)];
}

function isObserved(quantity: Quantity): boolean {
  return quantity.source === 'TIMED' || quantity.source === 'BOARD';
}
