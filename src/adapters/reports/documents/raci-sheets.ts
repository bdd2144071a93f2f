import type { JustificationReport, RaciReport } from '../../../domain/index.js';
import { forceName, isListed, lettersOf, notesOf, OUTSIDE, rolesWith } from '../matrix-layout.js';
import {
  factsOf,
  findOutOf,
  legendOf,
  missingOf,
  refusedBefore,
  rungOf,
  standingOf,
  withoutMarks,
} from '../report-words.js';
import type { Sheet, SheetCell } from './document.js';
import { justificationSheet } from './lay-justifications.js';
import { fillingSheets } from './filling-parts.js';
import { logSheets } from './log-parts.js';
import { overrideSheets } from './override-parts.js';
import { refusalSheet } from './refusal-sheet.js';

/** More roles than these are listed by letter. */
const MOST_COLUMNS = 1000;
const UPRIGHT_FROM = 7;
const ALL = ['R', 'A', 'C', 'I'] as const;

/** The RACI report as sheets: the matrix, the reason of every letter, roles, findings, refusals, and what it all is of. */
export function raciSheets(
  report: RaciReport,
  reasons: Pick<JustificationReport, 'entries'>,
): readonly Sheet[] {
  return [
    matrixSheet(report),
    justificationSheet(reasons),
    rolesSheet(report),
    findingsSheet(report),
    ...fillingSheets(report.people),
    ...overrideSheets(report.overrides),
    refusedSheet(report),
    ...logSheets(report),
    acceptedSheet(report),
    measuresSheet(report),
    aboutSheet(report),
  ];
}

function matrixSheet({ matrix: { roles, rows } }: RaciReport): Sheet {
  const listed = isListed(roles, MOST_COLUMNS);
  const slim = rows.some(({ outside }) => outside) ? 7.5 : 6.5;
  const width = roles.length < UPRIGHT_FROM ? 15 : slim;
  return {
    name: 'Matrix',
    fixed: 2,
    columns: [
      { head: 'No.', width: 5 },
      { head: 'Step', width: 36 },
      { head: 'Force', width: 22 },
      ...(listed
        ? ALL.map((head) => ({ head, width: 40 }))
        : roles.map((head) => ({ head, width, letters: true }))),
      { head: 'Notes', width: 50 },
    ],
    rows: rows.map((row) => [
      row.position,
      row.step,
      forceName(row),
      ...(listed ? ALL.map((letter) => rolesWith(row, letter).join(', ')) : lettersIn(row, roles)),
      notesOf(row).join(' '),
    ]),
  };
}

/** Only the roles that have a letter are looked at: a matrix may have a thousand rows and columns. */
function lettersIn(row: RaciReport['matrix']['rows'][number], roles: readonly string[]): string[] {
  if (row.outside && row.cells.length === 0) return roles.map(() => OUTSIDE);
  const held = new Map(row.cells.map(({ role }) => [role, lettersOf(row, role)]));
  return roles.map((role) => held.get(role) ?? '');
}

function rolesSheet({ roles, teams }: RaciReport): Sheet {
  const teamOf = new Map(
    teams.flatMap(({ name, roles: names }) => names.map((role) => [role, name] as const)),
  );
  return {
    name: 'Roles',
    fixed: 1,
    columns: [
      { head: 'Role', width: 26 },
      { head: 'Team', width: 22 },
      { head: 'Hours a week', width: 16 },
      { head: 'FTE', width: 14 },
      { head: 'Positions', width: 10 },
      { head: 'Capabilities', width: 44 },
      { head: 'Steps', width: 44 },
      { head: 'Why', width: 70 },
    ],
    rows: roles.map((role) => [
      role.name,
      teamOf.get(role.name) ?? null,
      numberIn(role.hours, 'h a week'),
      numberIn(role.fte, 'FTE'),
      numberIn(role.positions, ''),
      role.capabilities.join(', '),
      role.steps.join(', '),
      role.why.join(' '),
    ]),
  };
}

/** A plain number is one that can be reckoned with; a floor, a range or an unknown stays as it is told. */
function numberIn(text: string, unit: string): SheetCell {
  const bare = unit === '' ? text : text.replace(` ${unit}`, '');
  return /^\d+(\.\d+)?$/.test(bare) ? Number(bare) : bare;
}

function findingsSheet({ findings }: RaciReport): Sheet {
  return {
    name: 'Findings',
    fixed: 0,
    columns: [
      { head: 'Severity', width: 11 },
      { head: 'Code', width: 32 },
      { head: 'Message', width: 90 },
      { head: 'Steps', width: 44 },
    ],
    rows: findings.map(({ severity, code, message, steps }) => [
      severity.toLowerCase(),
      code,
      withoutMarks(message),
      steps.join(', '),
    ]),
  };
}

function refusedSheet({ refused }: RaciReport): Sheet {
  const columns = [
    { head: 'Holder', width: 22 },
    { head: 'Letter', width: 8, letters: true },
    { head: 'Step', width: 32 },
  ];
  return refusalSheet('Refused', columns, refused, ({ holder, letter, step }) => [holder, letter, step]);
}

function acceptedSheet({ assignments }: RaciReport): Sheet {
  return {
    name: 'Accepted',
    fixed: 1,
    columns: [
      { head: 'Holder', width: 22 },
      { head: 'Letter', width: 8, letters: true },
      { head: 'Step', width: 32 },
      { head: 'Why', width: 80 },
      { head: 'Revision', width: 9 },
      { head: 'Now', width: 60 },
    ],
    rows: assignments.map((one) => [
      one.holder,
      one.letter,
      one.step,
      one.because.join('; '),
      one.revision,
      withoutMarks(standingOf(one)),
    ]),
  };
}

function measuresSheet({ measures }: RaciReport): Sheet {
  return {
    name: 'Measures',
    fixed: 1,
    columns: [
      { head: 'Measure', width: 34 },
      { head: 'Figure', width: 44 },
      { head: 'Rests on', width: 40 },
      { head: 'Definition', width: 70 },
    ],
    rows: measures.map(({ name, text, restsOn, convention }) => [name, text, restsOn, convention]),
  };
}

function aboutSheet(report: RaciReport): Sheet {
  const rows: readonly (readonly [string, string])[] = [
    ['Title', report.title],
    ['Of', factsOf(report).join(', ')],
    ['Letters', legendOf(report)],
    ...refusedBefore(report).map((left) => ['Refused', left] as const),
    ['Readiness', rungOf(report)],
    ...missingOf(report).map((one) => ['Missing', withoutMarks(one)] as const),
    ...findOutOf(report).map((one) => ['Find out first', withoutMarks(one)] as const),
    ...report.owners.map(({ scope, owner }) => ['Owner', `${owner} (${scope})`] as const),
    ['Structure', withoutMarks(report.structure.message)],
    ...report.structure.objectives.map((one) => ['Goal', one] as const),
    ...report.structure.notes.map((one) => ['Note', withoutMarks(one)] as const),
    ...report.conventions.map((one) => ['Convention', one] as const),
  ];
  return {
    name: 'About',
    fixed: 1,
    columns: [
      { head: 'About', width: 20 },
      { head: 'Text', width: 110 },
    ],
    rows,
  };
}
