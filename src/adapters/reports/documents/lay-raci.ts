import type { RaciReport } from '../../../domain/index.js';
import { columnGroups, forceName, isListed, lettersOf, notesOf, rolesWith } from '../matrix-layout.js';
import { factsOf, findOutOf, legendOf, missingOf, NOTHING, rungOf, withoutMarks } from '../report-words.js';
import { listOf, tableOf, words, type Block, type Document } from './document.js';
import { briefly } from './document-words.js';
import { OVERRIDES_SAID } from './override-parts.js';

const MOST_QUESTIONS = 4;
const MOST_OVERRIDES = 6;
const LONGEST_WHY = 120;
const MOST_PLACES = 60;
const COLUMNS_OF_PAPER = 12;
const ALL = ['R', 'A', 'C', 'I'] as const;

/** The RACI report for somebody who has one minute: matrix, roles, open questions; the pictures follow it. */
export function layRaciPage(report: RaciReport): Document {
  const owners = report.owners.map(({ owner, scope }) => `${owner} (${scope})`);
  const wanted = ['Lead time', 'Total effort', 'Rolled %C&A'];
  const measures = report.measures.filter(({ name }) => wanted.includes(name));
  return {
    title: report.title,
    facts: factsOf(report),
    blocks: [
      ...words(
        `Owners: ${owners.length > 0 ? owners.join(', ') : NOTHING.owners} Readiness: ${rungOf(report)}.`.replace(
          ') Readiness',
          '). Readiness',
        ),
      ),
      ...words(measures.map(({ name, text }) => `${name}: ${text}`).join('  ·  ')),
      ...stripBlocks(report),
    ],
    parts: [
      {
        heading: 'Who does what',
        facts: [legendOf(report)],
        blocks: [...matrixBlocks(report), ...overrideLines(report)],
      },
      { heading: 'Roles', facts: [], blocks: rolesBlocks(report) },
      { heading: 'Open questions', facts: [], blocks: questionBlocks(report) },
    ],
    cards: false,
  };
}

/** The stream as numbered boxes; the numbers are those of the matrix. Of a long one the pictures tell more. */
export function stripBlocks({ flow, stream }: RaciReport): Block[] {
  if (flow.length === 0 || flow.length > MOST_PLACES) return [];
  const first = stream.supplier === null ? '' : `from ${stream.supplier}, `;
  const last = stream.customer === null ? 'the promise kept' : stream.customer;
  const places = flow.map(({ position, step, apart, afresh, before, facts, behind, returns, outside }) => ({
    number: String(position),
    name: step,
    before,
    joined: !apart && position > 1,
    afresh,
    facts: facts.join(', '),
    notes: [...behind, ...returns],
    outside,
  }));
  return [{ kind: 'STRIP', title: `The work, ${first}step by step to ${last}`, places }];
}

/** What nothing justifies is told on the page that is sent, a line each; what the gate says against it stands in the whole report. */
function overrideLines({ overrides }: RaciReport): Block[] {
  if (overrides.length === 0) return [];
  const items = overrides.slice(0, MOST_OVERRIDES).map(({ holder, letter, step, by, why, until }) => {
    const reason = why.length > LONGEST_WHY ? `${why.slice(0, LONGEST_WHY).trimEnd()}…` : why;
    return `${holder} ${letter}! of "${step}", until ${until}, by ${by}: ${reason}`;
  });
  const more = overrides.length - items.length;
  const rest = more > 0 ? [`And ${more} more, in the whole report.`] : [];
  return [...listOf('Overrides', [...items, ...rest]), ...words(OVERRIDES_SAID)];
}

function matrixBlocks(report: RaciReport): Block[] {
  const { roles, rows } = report.matrix;
  if (report.structure.status === 'NONE') return words(withoutMarks(report.structure.message));
  const step = (row: (typeof rows)[number]) => `${row.position} ${row.step}`;
  if (isListed(roles)) {
    const body = rows.map((row) => [step(row), ...ALL.map((letter) => rolesWith(row, letter).join(', '))]);
    return tableOf('Matrix', ['Step', 'Responsible', 'Accountable', 'Consulted', 'Informed'], body);
  }
  const groups = columnGroups(roles, COLUMNS_OF_PAPER);
  return groups.flatMap((group, nth) => {
    const part = groups.length > 1 ? ` · part ${nth + 1} of ${groups.length}` : '';
    const noted = nth === 0 && rows.some((row) => notesOf(row).length > 0);
    const body = rows.map((row) => [
      step(row),
      ...group.map((role) => lettersOf(row, role)),
      ...(noted ? [notesOf(row).join(' ')] : []),
    ]);
    const heads = ['Step', ...group, ...(noted ? ['Notes'] : [])];
    return tableOf(
      `${forcesOf(report)}${part}`,
      heads,
      body,
      group.map((_, column) => column + 1),
    );
  });
}

/** `Sales and marketing: steps 1 to 6; process and fulfilment: 7 to 19`. */
function forcesOf({ matrix: { rows } }: RaciReport): string {
  const spans: { name: string; first: number; last: number }[] = [];
  for (const row of rows) {
    const last = spans.at(-1);
    if (last?.name === forceName(row)) last.last = row.position;
    else spans.push({ name: forceName(row), first: row.position, last: row.position });
  }
  const told = spans
    .slice(0, 6)
    .map(({ name, first, last }) => `${name}: ${first === last ? first : `${first} to ${last}`}`);
  return told.join('; ') || 'Matrix';
}

function rolesBlocks(report: RaciReport): Block[] {
  if (report.roles.length === 0) return words(NOTHING.roles);
  const filled = report.roles.some(({ people }) => people.length > 0);
  const rows = report.roles.map((role) => [
    role.name,
    role.positions,
    ...(filled ? [role.people.join(', ')] : []),
    briefly(role.fte).replace(' FTE', ''),
    briefly(role.hours).replace(' h a week', ''),
    role.capabilities.join(', '),
  ]);
  const teams = report.teams.map(({ name, roles }) => `${name}: ${roles.join(', ')}`);
  return [
    ...tableOf(
      'Roles and their sizes',
      ['Role', 'Positions', ...(filled ? ['Filled by'] : []), 'FTE', 'Hours a week', 'Brings'],
      rows,
    ),
    ...listOf('Teams', teams),
  ];
}

/** What to find out, what is missing, and what was found to be wrong; the rest is counted. */
function questionBlocks(report: RaciReport): Block[] {
  const open = [...missingOf(report), ...findOutOf(report)];
  const serious = report.findings.filter(({ severity }) => severity !== 'INFO').map(({ message }) => message);
  const cut = (items: readonly string[]): string[] => {
    const more = items.length - MOST_QUESTIONS;
    const told = items.slice(0, MOST_QUESTIONS).map(withoutMarks);
    return more > 0 ? [...told, `And ${more} more, in the whole report.`] : told;
  };
  const blocks = [...listOf('To find out', cut(open)), ...listOf('To settle', cut(serious))];
  return blocks.length === 0 ? words('Nothing is open.') : blocks;
}
