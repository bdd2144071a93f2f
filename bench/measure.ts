import { STAGES } from './stages.js';

/** What one stage took at one size; memory is what its result and its work left on the heap, before anything is collected. */
export interface Measurement {
  readonly stage: string;
  readonly steps: number;
  readonly medianMs: number;
  readonly besideMs: number;
  readonly runs: number;
  readonly heapMb: number;
  readonly peakMb: number;
}

const MOST_RUNS = 15;
const BUDGET_MS = 4_000;

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Runs often enough for a median, and at least once however long it takes. */
function timesOf(work: () => unknown): number[] {
  const times: number[] = [];
  const started = performance.now();
  do {
    const before = performance.now();
    work();
    times.push(performance.now() - before);
  } while (times.length < MOST_RUNS && performance.now() - started < BUDGET_MS);
  return times;
}

function heapOf(work: () => unknown): number {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  work();
  return (process.memoryUsage().heapUsed - before) / 2 ** 20;
}

const [name, size] = process.argv.slice(2);
const stage = STAGES.find((each) => each.name === name);
const steps = Number(size);
if (!stage || !Number.isInteger(steps)) throw new Error('usage: measure STAGE STEPS');
const { work, beside } = stage.make(steps);
work();
const times = timesOf(work);
const measured: Measurement = {
  stage: stage.name,
  steps,
  medianMs: median(times),
  besideMs: median(timesOf(beside)),
  runs: times.length,
  heapMb: heapOf(work),
  peakMb: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`${JSON.stringify(measured)}\n`);
