import type { Plan, RefusalReason, Verdict } from '../../domain/index.js';
import { count, labelled, type Page } from './page.js';

/** Every verdict with its reasons: the chain that justifies it, or what is missing and what would put it right. */
export function printVerdicts(plan: Plan, verdicts: readonly Verdict[], page: Page): string[] {
  const { paint } = page;
  const names = new Map<string, string>(plan.stream.steps.map((step) => [step.key, step.name]));
  const nameOf = (step: string | null): string =>
    step === null ? 'no step' : `"${names.get(step) ?? step}"`;
  const lines = verdicts.flatMap((verdict) => {
    const what = `${verdict.holder} as ${verdict.letter} for ${nameOf(verdict.step)}`;
    if (verdict.kind === 'RefusedWish') {
      return [
        ...labelled(page, 'REFUSED   ', what, 10, { label: paint.red, text: paint.bold }),
        ...verdict.reasons.flatMap((reason) => reasonLines(reason, nameOf, page)),
        '',
      ];
    }
    const note = verdict.inForce ? ' (in force already: nothing changes)' : '';
    return [
      ...labelled(page, 'ACCEPTED  ', what + note, 10, { label: paint.green, text: paint.bold }),
      ...verdict.because.flatMap(({ rule, text }) =>
        labelled(page, '  because ', `${rule}  ${text}`, 10, { label: paint.dim }),
      ),
      ...verdict.warnings.flatMap((text) => labelled(page, '  but     ', text, 10, { label: paint.yellow })),
      '',
    ];
  });
  if (verdicts.length === 0) return [];
  const refused = verdicts.filter((verdict) => verdict.kind === 'RefusedWish').length;
  return [...lines, `${count(verdicts.length - refused, 'wish', 'wishes')} accepted, ${refused} refused.`];
}

function reasonLines(reason: RefusalReason, nameOf: (step: string | null) => string, page: Page): string[] {
  const dim = { label: page.paint.dim };
  return [
    ...labelled(page, '  because ', `${reason.code}  ${reason.message}`, 10, dim),
    ...labelled(page, '  missing ', reason.missingLink, 10, dim),
    ...(reason.nearestStep === null ? [] : labelled(page, '  nearest ', nameOf(reason.nearestStep), 10, dim)),
    ...labelled(page, '  remedy  ', reason.remedy, 10, { label: page.paint.cyan }),
  ];
}
