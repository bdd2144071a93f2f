import { exactly } from '../../shared/index.js';
import { endsOf, nameNumber, placesOf, tellWidth, type UncertainNumber } from '../../change/index.js';
import { howProven } from '../how-proven.js';
import { NO_SOLVER, type Solving } from '../solver/solving.js';
import { isEnough } from '../solver/watch.js';
import type { StructureGround } from '../structure-ground.js';
import type { StructureLimits, StructureProposal } from '../structure-proposal.js';
import { heaviestFirst } from './guessed-numbers.js';
import type { NumberTrial, RoleStability, Sensitivity, TrialOutcome } from './sensitivity.js';
import { tellSensitivity } from './tell-sensitivity.js';
import { tryNumbers, type Tried } from './try-numbers.js';

/** Roles to hold against others, the limits within which those are found, and how many numbers are tried. */
export interface SensitivityAsked {
  readonly kept: StructureProposal;
  readonly limits: StructureLimits;
  readonly most?: number;
}

/** Numbers that are tried where steps are few; of more steps fewer, so that work stays the same. */
const MOST_NUMBERS = 24;
const FEW_STEPS = 24;
const STEPS_TRIED = 240;
const FEWEST_NUMBERS = 2;

/**
 * Which roles stay the best where guessed numbers are 30 % less or more (a range: at its ends), one by one and all
 * together. Every trial designs the roles anew by the same method; the number of trials is limited, never their time.
 */
export function structureSensitivity(
  ground: StructureGround,
  { kept, limits, most = mostNumbers(ground) }: SensitivityAsked,
  solving: Solving = NO_SOLVER,
): Sensitivity {
  const all = heaviestFirst(ground);
  const asked = all.slice(0, most);
  const tried: Tried = { ground, kept, limits, solving };
  const scale = {
    places: placesOf(ground.stream),
    steps: new Map(ground.stream.steps.map((step) => [step.key as string, step])),
  };
  const numbers = asked.flatMap((number, at) => {
    if (at > 0 && isEnough(solving.solver)) return [];
    solving.solver?.lookout?.part(`guess ${at + 1} of ${asked.length}`);
    return [trialOf(tried, number, nameNumber(scale, number))];
  });
  const chosen = asked.slice(0, numbers.length);
  solving.solver?.lookout?.part('all guesses together');
  const together = (end: 'low' | 'high'): TrialOutcome | null =>
    chosen.length === 0 || isEnough(solving.solver)
      ? null
      : tryNumbers(
          tried,
          chosen.map((number) => number.at(endsOf(number)[end])),
          null,
        );
  const [allLow, allHigh] = [together('low'), together('high')];
  const trials = [...numbers.flatMap(({ low, high }) => [low, high]), allLow, allHigh].filter(
    (trial) => trial !== null,
  );
  const told = {
    guesses: all.length,
    tried: chosen.length,
    numbers: mostMovedFirst(numbers),
    allLow,
    allHigh,
    roles: stabilityOf(kept, trials),
    positions: positionsOver(kept, trials),
  };
  const { proven, lowerBound, text: proof, ...praise } = howProven(kept);
  const shown = {
    proven,
    lowerBound,
    proof: [proof, ...proofOfTrials(trials)].join(' '),
    method: kept.method,
  };
  return {
    kind: 'Sensitivity',
    ...told,
    ...shown,
    text: tellSensitivity({ ...told, proven, ...praise }, trials),
  };
}

function mostNumbers({ stream }: StructureGround): number {
  const inside = stream.steps.filter(({ outside }) => !outside).length;
  if (inside <= FEW_STEPS) return MOST_NUMBERS;
  return Math.max(FEWEST_NUMBERS, Math.floor(STEPS_TRIED / inside));
}

function trialOf(tried: Tried, number: UncertainNumber, name: string): NumberTrial {
  const ends = endsOf(number);
  const at = (end: 'low' | 'high'): TrialOutcome =>
    tryNumbers(tried, [number.at(ends[end])], number.tell(exactly(ends[end])));
  const [low, high] = [at('low'), at('high')];
  const told = `${number.tell(number.told)}${tellWidth(number)}`;
  const { step, line } = number;
  return { name, step, line, told, low, high, stays: low.stays && high.stays };
}

function proofOfTrials(trials: readonly TrialOutcome[]): string[] {
  const proven = trials.filter((trial) => trial.proven).length;
  if (trials.length === 0) return [];
  return proven === trials.length
    ? ['The roles of every trial are proven too.']
    : [`The roles of ${proven === 0 ? 'none' : proven} of the ${trials.length} trials are proven.`];
}

function mostMovedFirst(numbers: readonly NumberTrial[]): readonly NumberTrial[] {
  const weight = ({ low, high, stays }: NumberTrial): number =>
    (stays ? 0 : 1) + low.moved.length + high.moved.length;
  return numbers
    .map((number, at) => ({ number, at, weight: weight(number) }))
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .map(({ number }) => number);
}

function stabilityOf({ roles }: StructureProposal, trials: readonly TrialOutcome[]): RoleStability[] {
  const counts = new Map<string, number>();
  for (const name of trials.flatMap(({ kept }) => kept)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return roles.map(({ name }) => ({ role: name, keptIn: counts.get(name) ?? 0, ofTrials: trials.length }));
}

function positionsOver(
  { objectives }: StructureProposal,
  trials: readonly TrialOutcome[],
): Sensitivity['positions'] {
  const now = objectives.find(({ name }) => name === 'positions')?.value ?? 0;
  const all = [now, ...trials.flatMap(({ positions }) => positions ?? [])];
  return { now, low: Math.min(...all), high: Math.max(...all) };
}
