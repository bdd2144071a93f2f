import { derivedSource, knownFigure, unknownFigure, type Figure } from '../shared/index.js';

const CONVENTION = 'visits × demand × process time × people; the capabilities of one step share it equally';

/** The equal share that one of several capabilities has of a step's weekly hours. */
export function shareOfHours(load: Figure | undefined, shares: number): Figure {
  if (!load)
    return unknownFigure('Nothing is known about the load of this step.', {
      unit: 'HOURS_PER_WEEK',
      convention: CONVENTION,
    });
  if (load.value === null || shares === 1) return load;
  const { value, low, high, measuredSteps, ofSteps, atLeast, source } = load;
  return knownFigure(value / shares, {
    unit: 'HOURS_PER_WEEK',
    convention: CONVENTION,
    low: (low ?? value) / shares,
    high: (high ?? value) / shares,
    measuredSteps,
    ofSteps,
    atLeast,
    source,
  });
}

/** Hours a week over several demands of so many steps: a floor where some are unknown, unknown where all are. */
export function sumOfHours(
  parts: readonly Figure[],
  steps: { readonly measured: number; readonly of: number },
): Figure {
  const ground = {
    unit: 'HOURS_PER_WEEK',
    convention: CONVENTION,
    measuredSteps: steps.measured,
    ofSteps: steps.of,
  } as const;
  const known = parts.filter((part) => part.value !== null);
  if (known.length === 0) {
    const whyNot = parts.find((part) => part.whyNot !== null)?.whyNot ?? 'No step of it is measured.';
    return unknownFigure(whyNot, ground);
  }
  const total = (pick: (part: Figure) => number | null): number =>
    known.reduce((sum, part) => sum + (pick(part) ?? part.value ?? 0), 0);
  return knownFigure(
    total((part) => part.value),
    {
      ...ground,
      low: total((part) => part.low),
      high: total((part) => part.high),
      atLeast: known.length < parts.length || known.some((part) => part.atLeast),
      source: derivedSource(known.map((part) => part.source)),
    },
  );
}
