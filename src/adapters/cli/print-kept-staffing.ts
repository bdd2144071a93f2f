import type { KeptStream } from '../../application/index.js';
import { isOfPlace } from '../../application/index.js';
import { formatNumber, type JudgedStaffing, type Plan } from '../../domain/index.js';
import { labelled, section, type Page } from './page.js';

const INDENT = 12;
const MOST_REFUSED = 5;

/** What a database keeps of people in roles: who stands, who lost the reason and by which change, who was taken out, who was refused. */
export function printKeptStaffing(
  plan: Plan,
  { stored, history }: KeptStream,
  from: string,
  page: Page,
): string[] {
  const aside = `${from}, revision ${stored.revision}`;
  const moves = history.filter(isOfPlace);
  const lines = plan.staffing.flatMap((judged) => keptLines(judged, page));
  const nobody = ['  Nobody is kept in a role.'];
  return [
    ...section(page, 'KEPT IN ROLES', aside, lines.length > 0 ? lines : nobody),
    ...section(
      page,
      'WHAT STOOD AND STANDS',
      'people in roles, oldest first',
      moves.flatMap((move) => moveLines(move, page)),
    ),
    ...section(page, 'REFUSED IN ROLES', asideOfRefused(stored), refusedLines(stored, page)),
  ];
}

function keptLines({ staffing, hoursPerWeek, stillJustified, lost, warnings }: JudgedStaffing, page: Page) {
  const { paint } = page;
  const hours = hoursPerWeek === null ? '' : `, ${formatNumber(hoursPerWeek)} h a week`;
  const what = `${staffing.person} as ${staffing.role.name}${hours}`;
  const label = stillJustified ? '  STANDS' : '  LOST';
  return [
    ...labelled(page, label, what, INDENT, {
      label: stillJustified ? paint.green : paint.red,
      text: paint.bold,
    }),
    ...lost.flatMap(({ code, message, remedy }) => [
      ...labelled(page, '    because', `${code} ${message}`, INDENT, { label: paint.dim }),
      ...labelled(page, '    remedy', remedy, INDENT, { label: paint.cyan }),
    ]),
    ...warnings.flatMap((text) => labelled(page, '    but', text, INDENT, { label: paint.yellow })),
  ];
}

const BECAME = {
  LOST: 'lost the reason to be',
  REGAINED: 'has the reason again to be',
  WITHDRAWN: 'was taken out as',
} as const;

type PlaceMove = Extract<KeptStream['history'][number], { readonly role: object }>;

function moveLines(
  { holder, role, kind, revision, movedAt, changes, reasons }: PlaceMove,
  page: Page,
): string[] {
  const { paint } = page;
  const told = changes.length > 0 ? changes : reasons.map(({ code, message }) => `${code} ${message}`);
  return [
    ...labelled(
      page,
      `  rev. ${revision}`,
      `${holder} ${BECAME[kind]} ${role.name} (${movedAt.slice(0, 10)})`,
      INDENT,
      {
        label: paint.dim,
      },
    ),
    ...told.flatMap((text) => labelled(page, '    by', text, INDENT, { label: paint.dim })),
  ];
}

function asideOfRefused({ refusedStaffing, refusedStaffingCount }: KeptStream['stored']): string {
  const shown = Math.min(MOST_REFUSED, refusedStaffing.length);
  return shown < refusedStaffingCount ? `the newest ${shown} of ${refusedStaffingCount}` : '';
}

function refusedLines({ refusedStaffing }: KeptStream['stored'], page: Page): string[] {
  const { paint } = page;
  return refusedStaffing.slice(-MOST_REFUSED).flatMap(({ person, role, reasons, revision, refusedAt }) => [
    ...labelled(page, `  rev. ${revision}`, `${person} as ${role} (${refusedAt.slice(0, 10)})`, INDENT, {
      label: paint.red,
    }),
    ...reasons.flatMap(({ code, message }) =>
      labelled(page, '    because', `${code} ${message}`, INDENT, { label: paint.dim }),
    ),
  ]);
}
