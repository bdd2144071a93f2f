import type { Plan, StaffingVerdict } from '../../domain/index.js';
import { labelled, type Page } from './page.js';

const INDENT = 12;
const MOST_REASONS = 3;

/** What the gate says of people in roles: what justifies each, or every reason against it and the way out. */
export function printStaffingVerdicts(
  { structure }: Plan,
  verdicts: readonly StaffingVerdict[],
  page: Page,
): string[] {
  const { paint } = page;
  const names = new Map<string, string>((structure?.roles ?? []).map(({ key, name }) => [key, name]));
  const nameOf = (role: string): string => names.get(role) ?? role;
  return verdicts.flatMap((verdict) => {
    const what = `${verdict.person} as ${nameOf(verdict.role)}`;
    if (verdict.kind === 'AcceptedStaffing') {
      const note = verdict.inForce ? ' (in force already: nothing changes)' : '';
      return [
        ...labelled(page, '  ACCEPTED', what + note, INDENT, { label: paint.green, text: paint.bold }),
        ...shortened(verdict.because.map(({ text }) => text)).flatMap((text) =>
          labelled(page, '    because', text, INDENT, { label: paint.dim }),
        ),
        ...verdict.warnings.flatMap((text) =>
          labelled(page, '    but', text, INDENT, { label: paint.yellow }),
        ),
      ];
    }
    const nearest = verdict.nearestRole;
    return [
      ...labelled(page, '  REFUSED', what, INDENT, { label: paint.red, text: paint.bold }),
      ...verdict.reasons.flatMap(({ code, message, remedy }) => [
        ...labelled(page, '    because', `${code} ${message}`, INDENT, { label: paint.dim }),
        ...labelled(page, '    remedy', remedy, INDENT, { label: paint.cyan }),
      ]),
      ...(nearest === null
        ? []
        : labelled(page, '    nearest', `${nameOf(nearest)} could be filled.`, INDENT, { label: paint.dim })),
    ];
  });
}

function shortened(reasons: readonly string[]): readonly string[] {
  const more = reasons.length - MOST_REASONS;
  if (more <= 1) return reasons;
  return [...reasons.slice(0, MOST_REASONS), `${more} more, one for each demand (--json has all)`];
}
