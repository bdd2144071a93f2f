import { createRequire } from 'node:module';
import type { expect as Expect } from '@jest/globals';

const MEASURES = /performance\.now|growthOfWork|countWork|hrtime/;

type Body = (...given: never[]) => unknown;

interface Suite {
  readonly name: string;
  readonly parent: Suite | null;
  readonly before: Body[];
  readonly beforeEach: Body[];
  readonly afterEach: Body[];
  isPrepared: boolean;
}

/** One claim of a spec, to be run as often as one likes. */
export interface Claim {
  readonly name: string;
  /** It measures time or counts work: that of a program full of mutants is no measure. */
  readonly measuresItself: boolean;
  /** Runs it after what its suites prepare; throws where it does not hold. */
  run(): Promise<void>;
}

const fromJest = createRequire(createRequire(import.meta.url).resolve('jest'));
/** Jest's own matchers. */
export const expect = (fromJest('expect') as { expect: typeof Expect }).expect;

let open: Suite = suiteOf('', null);
let collected: Claim[] = [];

/** Forgets what was collected: a spec file begins. */
export function beginCollecting(): void {
  open = suiteOf('', null);
  collected = [];
}

/** The claims of the spec file read last, in its order. */
export function collectedClaims(): readonly Claim[] {
  return collected;
}

function suiteOf(name: string, parent: Suite | null): Suite {
  return { name, parent, before: [], beforeEach: [], afterEach: [], isPrepared: false };
}

function suites(innermost: Suite): Suite[] {
  const found: Suite[] = [];
  for (let suite: Suite | null = innermost; suite; suite = suite.parent) found.unshift(suite);
  return found;
}

function openSuite(name: string, body: () => void): void {
  const outer = open;
  open = suiteOf(name, outer);
  body();
  open = outer;
}

async function call(body: Body, given: readonly unknown[] = []): Promise<void> {
  await (body as (...all: readonly unknown[]) => unknown)(...given);
}

function claim(name: string, body: Body, given: readonly unknown[] = []): void {
  const within = suites(open);
  const path = [...within.map((suite) => suite.name), name].filter((part) => part !== '').join(' › ');
  const run = async () => {
    for (const suite of within.filter((one) => !one.isPrepared)) {
      for (const step of suite.before) await call(step);
      suite.isPrepared = true;
    }
    for (const step of within.flatMap((suite) => suite.beforeEach)) await call(step);
    try {
      await call(body, given);
    } finally {
      for (const step of within.flatMap((suite) => suite.afterEach)) await call(step);
    }
  };
  collected.push({ name: path, measuresItself: MEASURES.test(body.toString()), run });
}

const rowsOf = (table: readonly unknown[]) =>
  table.map((row): unknown[] => (Array.isArray(row) ? row : [row]));

function nothing(): void {}

export const describe = Object.assign((name: string, body: () => void) => openSuite(name, body), {
  skip: nothing,
  each: (table: readonly unknown[]) => (name: string, body: Body) => {
    rowsOf(table).forEach((row, at) =>
      openSuite(`${name} [${at}]`, () => (body as (...all: unknown[]) => void)(...row)),
    );
  },
});

export const it = Object.assign((name: string, body: Body) => claim(name, body), {
  skip: Object.assign(nothing, { each: () => nothing }),
  each: (table: readonly unknown[]) => (name: string, body: Body) => {
    rowsOf(table).forEach((row, at) => claim(`${name} [${at}]`, body, row));
  },
});

export const test = it;

export function beforeAll(body: Body): void {
  open.before.push(body);
}

export function beforeEach(body: Body): void {
  open.beforeEach.push(body);
}

export function afterEach(body: Body): void {
  open.afterEach.unshift(body);
}

/** What is tidied after the last claim is left to the end of the process. */
export function afterAll(_body: Body): void {}
