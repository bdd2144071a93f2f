import { placesOf, uncertainNumbers, type NumberKind, type UncertainNumber } from '../../change/index.js';
import type { ValueStream } from '../../stream/index.js';
import { howProven } from '../how-proven.js';
import type { StructureGround } from '../structure-ground.js';
import type { StructureProposal } from '../structure-proposal.js';

/** Numbers that loads and transfers rest on; waits and lead times move no role. */
const MATTERS: ReadonlySet<NumberKind> = new Set(['PROCESS_TIME', 'SHARE', 'DEMAND', 'RHYTHM']);

/** The guesses and ranges that the roles of a stream can rest on, in the order of steps, flow and demand. */
export function guessedNumbers(stream: ValueStream): readonly UncertainNumber[] {
  const outside = new Set(stream.steps.filter((step) => step.outside).map(({ key }) => key));
  return uncertainNumbers(stream, placesOf(stream)).filter(
    ({ what, step }) => MATTERS.has(what) && !(what !== 'SHARE' && step !== null && outside.has(step)),
  );
}

/** The same, those with most work behind them first: demand, then shares, then times by the load of their step. */
export function heaviestFirst({ stream, metrics }: StructureGround): readonly UncertainNumber[] {
  const weight = ({ what, step }: UncertainNumber): number => {
    if (what === 'DEMAND') return Infinity;
    if (what === 'SHARE') return Number.MAX_VALUE;
    return (step && metrics.steps.get(step)?.loadPerWeek.value) ?? 0;
  };
  const weighed = guessedNumbers(stream).map((number, at) => ({ number, at, weight: weight(number) }));
  weighed.sort((a, b) => (a.weight === b.weight ? a.at - b.at : b.weight - a.weight));
  return weighed.map(({ number }) => number);
}

/** One line that says for how many guesses roles are the best, or the best that was found; null where nothing that they rest on is guessed. */
export function bestForGuesses(stream: ValueStream, structure: StructureProposal): string | null {
  const count = guessedNumbers(stream).length;
  if (count === 0) return null;
  const { called, bounds } = howProven(structure);
  const head = `${called} for these guesses${bounds}`;
  return count === 1
    ? `${head}: one number that the roles rest on is a guess or a range`
    : `${head}: ${count} numbers that the roles rest on are guesses or ranges`;
}
