import type { StepKey } from '../shared/index.js';
import type { ChangeScale } from './reckon-change.js';
import type { UncertainNumber } from './uncertain-numbers.js';

/** What a number is called in a sentence, with its line: `the wait before "Visit the office" (line 9)`. */
export function nameNumber(
  { places, steps }: Pick<ChangeScale, 'places' | 'steps'>,
  { at, what, step, line, told }: UncertainNumber,
): string {
  const named = (key: StepKey | null): string => `"${(key && steps.get(key)?.name) ?? 'the line above'}"`;
  const where = line === null ? '' : ` (line ${line})`;
  const change = at(told.likely);
  switch (change.kind) {
    case 'SET_BUFFER': {
      const behind = places.stepBehind(change.node);
      const side = behind ? `before ${named(behind)}` : `behind ${named(places.stepBefore(change.node))}`;
      return `the ${change.amount.kind === 'WAIT' ? 'wait' : 'stock'} ${side}${where}`;
    }
    case 'SET_RETURN':
      return `what goes back from ${named(step)}${where}`;
    case 'SET_LOSS':
      return `what is lost at ${named(step)}${where}`;
    case 'SET_SHARE':
      return `the share that comes to ${named(step)}${where}`;
    case 'SET_DEMAND':
      return 'the demand';
    default: {
      const of = what === 'LEAD_TIME' ? 'lead time' : what === 'RHYTHM' ? 'rhythm' : 'hands-on time';
      return `the ${of} of ${named(step)}${where}`;
    }
  }
}
