import { sayOverride, type SettledOverride } from '../responsibility/index.js';
import type { ReportOverride } from './raci-report.js';

/** What stands by override alone as it is printed, in the order in which it was set. */
export function overridesOf(overrides: readonly SettledOverride[]): readonly ReportOverride[] {
  return overrides.map((settled) => {
    const { override, against } = settled;
    const { holder, letter, step, by, why, until, revision } = override;
    return {
      ...{ holder, letter, step: step.name, by, why, until, revision },
      text: sayOverride(settled),
      against: against.map(({ code, message }) => ({ code, message })),
    };
  });
}
