import type { Finding } from './finding.js';
import type { FindingContext } from './finding-rule.js';
import { RULES } from './rules/index.js';

/** Everything that the rules find: errors first, then warnings, then what is good to know; within that in the order of the rules and of the stream. */
export function collectFindings(context: FindingContext): Finding[] {
  const findings = RULES.flatMap(({ code, severity, check }) =>
    check(context).map(({ message, steps }): Finding => ({ code, severity, message, steps })),
  );
  return (['ERROR', 'WARNING', 'INFO'] as const).flatMap((weight) =>
    findings.filter(({ severity }) => severity === weight),
  );
}
