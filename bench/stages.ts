import {
  BUILT_IN_CATALOGUE,
  acceptDraft,
  assessReadiness,
  judge,
  measureStream,
  planStream,
  rankChanges,
  readNapkin,
  understandStream,
  type Plan,
  type ValueStream,
  type Wish,
} from '../src/domain/index.js';
import { parse } from 'yaml';
import { asYaml } from './as-yaml.js';
import { HOSTILE } from './hostile-text.js';
import { makeOddText } from './make-odd-text.js';
import { makeNapkin, performerOf, stepName } from './make-stream.js';

/** One thing to be timed; make prepares it outside the clock. beside is timed in the same run, for a ratio that holds on any machine. */
export interface Stage {
  readonly name: string;
  readonly says: string;
  readonly beside: string;
  /** Numbers of steps that it is timed at. */
  readonly sizes: readonly number[];
  readonly make: (steps: number) => { readonly work: () => unknown; readonly beside: () => unknown };
}

const TO_TEN_THOUSAND = [10, 100, 1_000, 10_000];
const TO_A_HUNDRED_THOUSAND = [...TO_TEN_THOUSAND, 100_000];

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

/** Roles and performers, steps of the stream and names that are none, each letter in turn. */
function wishFor(nth: number, { steps }: ValueStream, { structure }: Plan): Wish {
  const roles = structure?.roles ?? [];
  const role = roles[(nth * 7) % Math.max(1, roles.length)]?.name ?? 'nobody';
  const step = steps[(nth * 13) % steps.length]?.name ?? null;
  return {
    holder: nth % 3 === 0 ? performerOf(nth % steps.length) : role,
    step: nth % 11 === 0 ? `No step ${nth}` : step,
    letter: (['R', 'A', 'C', 'I'] as const)[nth % 4] ?? 'R',
    reason: nth % 5 === 0 ? 'they would like to' : null,
  };
}

export const STAGES: readonly Stage[] = [
  {
    name: 'read',
    says: 'napkin to stream, every problem told, and its measures',
    beside: 'parsing the same map as YAML (the `yaml` library)',
    sizes: TO_A_HUNDRED_THOUSAND,
    make: (steps) => {
      const text = makeNapkin(steps);
      const yaml = asYaml(text);
      return { work: () => measureStream(streamOf(text)), beside: () => parse(yaml) as unknown };
    },
  },
  {
    name: 'odd',
    says: 'text that is hardly a napkin, every problem told',
    beside: 'reading a plain napkin of as many lines',
    sizes: TO_A_HUNDRED_THOUSAND,
    make: (lines) => {
      const [odd, plain] = [makeOddText(lines), makeNapkin(lines)];
      return { work: () => readNapkin(odd), beside: () => readNapkin(plain) };
    },
  },
  {
    name: 'hostile',
    says: 'texts that lie in wait for a reader, so many signs (not steps) of each kind, one after the other',
    beside: 'reading an ordinary napkin of about as many signs in all',
    sizes: [1_000, 10_000, 100_000],
    make: (signs) => {
      const texts = Object.values(HOSTILE).map((text) => text(signs));
      const plain = makeNapkin(Math.ceil((signs * texts.length) / 70));
      return { work: () => texts.map((text) => readNapkin(text)), beside: () => readNapkin(plain) };
    },
  },
  {
    name: 'measure',
    says: 'stream to measures and readiness',
    beside: 'reading the same stream',
    sizes: TO_A_HUNDRED_THOUSAND,
    make: (steps) => {
      const text = makeNapkin(steps);
      const stream = streamOf(text);
      return { work: () => [measureStream(stream), assessReadiness(stream)], beside: () => streamOf(text) };
    },
  },
  {
    name: 'rank',
    says: 'every wait, time and hand-off of a stream weighed, the 20 that save most told',
    beside: 'measuring the same stream',
    sizes: TO_TEN_THOUSAND,
    make: (steps) => {
      const stream = streamOf(makeNapkin(steps));
      const metrics = measureStream(stream);
      return { work: () => rankChanges(stream, metrics), beside: () => measureStream(stream) };
    },
  },
  {
    name: 'row',
    says: 'as many waits in a row between two steps (not steps), each weighed',
    beside: 'measuring that stream',
    sizes: TO_TEN_THOUSAND,
    make: (waits) => {
      const row = Array.from({ length: waits }, (_, nth) => `wait ${1 + (nth % 7)}d`).join('\n');
      const stream = streamOf(
        `stream Queue\ndemand: 40/month\nsales:\nAsk 10m @Ann\n${row}\nAnswer 5m @Ben\n`,
      );
      const metrics = measureStream(stream);
      return { work: () => rankChanges(stream, metrics), beside: () => measureStream(stream) };
    },
  },
  {
    name: 'plan',
    says: 'stream to measures, capabilities, structure, matrix and findings',
    beside: 'measuring the same stream',
    sizes: TO_TEN_THOUSAND,
    make: (steps) => {
      const stream = streamOf(makeNapkin(steps));
      return { work: () => planOf(stream), beside: () => measureStream(stream) };
    },
  },
  {
    name: 'judge',
    says: 'one wish for every step, all in one call',
    beside: 'measuring the same stream',
    sizes: TO_TEN_THOUSAND,
    make: (steps) => {
      const stream = streamOf(makeNapkin(steps));
      const plan = planOf(stream);
      const wishes = wishesOf(steps, plan);
      return { work: () => judge(plan.gate, wishes), beside: () => measureStream(stream) };
    },
  },
  {
    name: 'wishes',
    says: 'so many wishes (not steps) for a stream of 1,000 steps, all in one call',
    beside: 'measuring that stream',
    sizes: [1_000, 10_000, 100_000],
    make: (wishes) => {
      const stream = streamOf(makeNapkin(1_000));
      const plan = planOf(stream);
      const asked = Array.from({ length: wishes }, (_, nth): Wish => wishFor(nth, stream, plan));
      return { work: () => judge(plan.gate, asked), beside: () => measureStream(stream) };
    },
  },
];
