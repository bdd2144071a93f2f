import {
  BUILT_IN_CATALOGUE,
  acceptDraft,
  assessReadiness,
  judge,
  measureStream,
  planStream,
  readNapkin,
  understandStream,
  type Plan,
  type ValueStream,
  type Wish,
} from '../src/domain/index.js';
import { makeNapkin, performerOf, stepName } from './make-stream.js';

/** One thing to be timed; make prepares it outside the clock. beside is timed in the same run, for a ratio that holds on any machine. */
export interface Stage {
  readonly name: string;
  readonly says: string;
  readonly beside: string;
  readonly make: (steps: number) => { readonly work: () => unknown; readonly beside: () => unknown };
}

function streamOf(text: string): ValueStream {
  const [draft] = readNapkin(text).drafts;
  if (!draft) throw new Error('the made napkin holds no stream');
  return acceptDraft(draft).stream;
}

function planOf(stream: ValueStream): Plan {
  return planStream(understandStream(stream, BUILT_IN_CATALOGUE));
}

/** One wish for every step: that who does it today goes on, or that somebody else is accountable. */
function wishesOf(steps: number, plan: Plan): Wish[] {
  const roles = plan.structure?.roles ?? [];
  return Array.from({ length: steps }, (_, nth): Wish => {
    const role = roles[nth % Math.max(1, roles.length)]?.name ?? 'nobody';
    return nth % 2 === 0
      ? { holder: performerOf(nth), step: stepName(nth), letter: 'R', reason: null }
      : { holder: role, step: stepName(nth), letter: 'A', reason: 'they would like to' };
  });
}

export const STAGES: readonly Stage[] = [
  {
    name: 'read',
    says: 'napkin to stream, every problem told',
    beside: 'JSON.parse of the same map',
    make: (steps) => {
      const text = makeNapkin(steps);
      const json = JSON.stringify(readNapkin(text).drafts);
      return { work: () => streamOf(text), beside: () => JSON.parse(json) as unknown };
    },
  },
  {
    name: 'measure',
    says: 'stream to measures and readiness',
    beside: 'reading the same stream',
    make: (steps) => {
      const text = makeNapkin(steps);
      const stream = streamOf(text);
      return { work: () => [measureStream(stream), assessReadiness(stream)], beside: () => streamOf(text) };
    },
  },
  {
    name: 'plan',
    says: 'stream to measures, capabilities, structure, matrix and findings',
    beside: 'measuring the same stream',
    make: (steps) => {
      const stream = streamOf(makeNapkin(steps));
      return { work: () => planOf(stream), beside: () => measureStream(stream) };
    },
  },
  {
    name: 'judge',
    says: 'one wish for every step, all in one call',
    beside: 'measuring the same stream',
    make: (steps) => {
      const stream = streamOf(makeNapkin(steps));
      const plan = planOf(stream);
      const wishes = wishesOf(steps, plan);
      return { work: () => judge(plan.gate, wishes), beside: () => measureStream(stream) };
    },
  },
];
