import type { RaciReport } from '../../domain/index.js';
import type { Sheet } from './documents/document.js';
import { fillingSheets } from './documents/filling-parts.js';
import { logSheets } from './documents/log-parts.js';
import { gateOn } from './documents/override-parts.js';
import { escapeCsv } from './escape-csv.js';
import { cellOf, forceName, isListed, notesOf, rolesWith } from './matrix-layout.js';
import {
  factsOf,
  findOutOf,
  missingOf,
  refusedBefore,
  rungOf,
  standingOf,
  withoutMarks,
  withoutUnit,
} from './report-words.js';

const BYTE_ORDER_MARK = '\ufeff';
/** Spreadsheets take 16,384 columns; people far fewer. */
const MOST_COLUMNS = 200;

type Table = readonly (readonly string[])[];

/**
 * The report as one CSV: the matrix first, then the other tables, each behind an empty record and its name. Comma, CRLF,
 * every record of the same width, UTF-8 with a byte-order mark so that spreadsheets show every alphabet.
 */
export function printCsv(report: RaciReport): string {
  const named: readonly (readonly [string, Table])[] = [
    ['Reasons', reasons(report)],
    ['Findings', findings(report)],
    ['Accepted', assignments(report)],
    ...fillingSheets(report.people).map(asTable),
    ...(report.overrides.length > 0 ? [['Overrides', overrides(report)] as const] : []),
    ['Refused', refused(report)],
    ...logSheets(report).map(asTable),
    ['Roles', roles(report)],
    ['Measures', measures(report)],
    ['Forces', forces(report)],
    ['Seam', report.forces.seam.map((sentence) => [sentence])],
    ['Spread', report.spread.map(({ name, text }) => [name, text])],
    ['About', about(report)],
  ];
  const records = [...matrix(report), ...named.flatMap(([name, table]) => [[], [name], ...table])];
  const width = records.reduce((most, record) => Math.max(most, record.length), 0);
  const lines = records.map((record) =>
    Array.from({ length: width }, (_, column) => escapeCsv(record[column] ?? '')).join(','),
  );
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function asTable({ name, columns, rows }: Sheet): readonly [string, Table] {
  return [
    name,
    [columns.map(({ head }) => head), ...rows.map((row) => row.map((cell) => String(cell ?? '')))],
  ];
}

function matrix({ matrix: { roles: names, rows } }: RaciReport): Table {
  const letters = ['R', 'A', 'C', 'I'] as const;
  const listed = isListed(names, MOST_COLUMNS);
  const header = ['No.', 'Step', 'Force', ...(listed ? letters : names), 'Notes'];
  const body = rows.map((row) => [
    String(row.position),
    row.step,
    forceName(row),
    ...(listed
      ? letters.map((letter) => rolesWith(row, letter).join(', '))
      : names.map((role) => cellOf(row, role))),
    notesOf(row).join(' '),
  ]);
  return [header, ...body];
}

function reasons(report: RaciReport): Table {
  const header = ['Step', 'Role', 'Letter', 'Rule', 'Capability', 'Why'];
  const body = report.reasons.map(({ step, role, letter, accepted, rule, capability, text }) => [
    step,
    role,
    accepted ? `${letter}*` : letter,
    rule,
    capability ?? '',
    text,
  ]);
  return [header, ...body];
}

function findings(report: RaciReport): Table {
  const header = ['Severity', 'Code', 'Message', 'Steps'];
  const body = report.findings.map(({ severity, code, message, steps }) => [
    severity.toLowerCase(),
    code,
    withoutMarks(message),
    steps.join(', '),
  ]);
  return [header, ...body];
}

function assignments(report: RaciReport): Table {
  const header = ['Holder', 'Letter', 'Step', 'Why', 'Revision', 'Now'];
  const body = report.assignments.map((assignment) => [
    assignment.holder,
    assignment.letter,
    assignment.step,
    assignment.because.join('; '),
    String(assignment.revision ?? ''),
    withoutMarks(standingOf(assignment)),
  ]);
  return [header, ...body];
}

function overrides(report: RaciReport): Table {
  const header = ['Holder', 'Letter', 'Step', 'Set by', 'Why, not read', 'Until', 'What the gate says'];
  const body = report.overrides.map((one) => [
    one.holder,
    `${one.letter}!`,
    one.step,
    one.by,
    one.why,
    one.until,
    withoutMarks(gateOn(one)),
  ]);
  return [header, ...body];
}

/** One record for each reason, so that reasons can be filtered and counted. */
function refused(report: RaciReport): Table {
  const header = [
    'Holder',
    'Letter',
    'Step',
    'Code',
    'Message',
    'Missing link',
    'Remedy',
    'Nearest step',
    'Written with it, not read',
    'Revision',
    'Date',
  ];
  const body = report.refused.flatMap(({ holder, letter, step, reason, revision, date, reasons: given }) =>
    given.map(({ code, message, missingLink, remedy, nearestStep }) => [
      holder,
      letter,
      step ?? '',
      code,
      withoutMarks(message),
      withoutMarks(missingLink),
      withoutMarks(remedy),
      nearestStep ?? '',
      reason ?? '',
      revision === null ? '' : String(revision),
      date ?? '',
    ]),
  );
  return [header, ...body];
}

function roles(report: RaciReport): Table {
  const header = ['Role', 'Hours a week', 'FTE', 'Positions', 'Capabilities', 'Steps', 'Why'];
  const body = report.roles.map((role) => [
    role.name,
    withoutUnit(role.hours, 'h a week'),
    withoutUnit(role.fte, 'FTE'),
    role.positions,
    role.capabilities.join(', '),
    role.steps.join(', '),
    role.why.join(' '),
  ]);
  return [header, ...body];
}

function measures(report: RaciReport): Table {
  const body = report.measures.map(({ name, text, restsOn, convention }) => [
    name,
    text,
    restsOn,
    convention,
  ]);
  return [['Measure', 'Figure', 'Rests on', 'Definition'], ...body];
}

function forces({ forces: { measures: told } }: RaciReport): Table {
  const body = told.map(({ name, sales, fulfilment, convention }) => [
    name,
    withoutUnit(sales, 'h a week'),
    withoutUnit(fulfilment, 'h a week'),
    convention,
  ]);
  return [['Measure', 'Sales and marketing', 'Process and fulfilment', 'Definition'], ...body];
}

function about(report: RaciReport): Table {
  const { structure } = report;
  return [
    ['Title', report.title],
    ['Of', factsOf(report).join(', ')],
    ...refusedBefore(report).map((left) => ['Refused', left]),
    ['Readiness', rungOf(report)],
    ...missingOf(report).map((missing) => ['Missing', withoutMarks(missing)]),
    ...findOutOf(report).map((question) => ['Find out first', withoutMarks(question)]),
    ...report.owners.map(({ scope, owner }) => ['Owner', `${owner} (${scope})`]),
    ['Structure', withoutMarks(structure.message)],
    ...(structure.handOffs === '' ? [] : [['Hand-offs between roles', structure.handOffs]]),
    ...structure.objectives.map((objective) => ['Goal', objective]),
    ...structure.notes.map((note) => ['Note', withoutMarks(note)]),
    ...report.teams.map(({ name, roles: members }) => ['Team', `${name}: ${members.join(', ')}`]),
    ...report.conventions.map((convention) => ['Convention', convention]),
  ];
}
