import type { SettledOverride } from '../../responsibility/index.js';
import type { FindingRule, Found } from '../finding-rule.js';

/** What stands though nothing justifies it is told as long as it stands. */
export const overrideStands: FindingRule = {
  code: 'OVERRIDE_STANDS',
  severity: 'WARNING',
  norm: 'Every responsibility is justified by a step; an override, which passes over a refusal, is told until it expires.',
  check: ({ overrides = [] }) => overrides.map(stands),
};

function stands({ override, hasPlace, against }: SettledOverride): Found {
  const { holder, letter, step, by, why, until } = override;
  const what = `${holder} has the ${letter} of "${step.name}" by an override that ${by} set until ${until} ("${why}").`;
  return { message: `${what} ${nowOf(hasPlace, against)}`, steps: hasPlace ? [step.key] : [] };
}

function nowOf(hasPlace: boolean, against: SettledOverride['against']): string {
  const [first] = against;
  if (!first) return 'The stream justifies it by now: propose it, and end the override.';
  if (!hasPlace) return `It has no place any more: ${first.message} End the override.`;
  return `The gate refuses it: ${first.message} ${first.remedy}`;
}
