import type { RaciReport } from '../../domain/index.js';
import { escapeHtml as text } from './escape-html.js';
import {
  COLUMNS_OF_A_PAGE,
  columnGroups,
  forceName,
  isListed,
  notesOf,
  rolesWith,
  signOf,
} from './matrix-layout.js';
import { legendOf } from './report-words.js';

type Row = RaciReport['matrix']['rows'][number];
type Cell = Row['cells'][number];
type Letter = Cell['letters'][number];

const MEANING: Readonly<Record<Letter, string>> = {
  R: 'responsible',
  A: 'accountable',
  C: 'consulted',
  I: 'informed',
};
const SIGNS = {
  '': '',
  '*': ', accepted beyond what follows from the stream',
  '!': ', by override: nothing justifies it',
} as const;
const UPRIGHT_HEADS = 6;

/** The matrix as tables of at most fourteen roles, the steps of each force together; very many roles are listed by letter. */
export function htmlMatrix(report: RaciReport): string {
  const { roles, rows } = report.matrix;
  const legend = legendOf(report);
  if (isListed(roles)) return listed(rows, legend);
  const groups = columnGroups(roles, COLUMNS_OF_A_PAGE);
  return groups
    .map((group, index) => {
      const part = groups.length > 1 ? ` · part ${index + 1} of ${groups.length}` : '';
      return columns(rows, group, index === groups.length - 1, `${legend}${part}`);
    })
    .join('\n');
}

/** One letter, told by its shape as well as by its colour, with its meaning. */
export function letterBadge(letter: Letter, sign: '' | '*' | '!'): string {
  return `<abbr class="letter ${letter}" title="${MEANING[letter]}${SIGNS[sign]}">${letter}${sign}</abbr>`;
}

function columns(
  rows: readonly Row[],
  roles: readonly string[],
  withNotes: boolean,
  caption: string,
): string {
  const many = roles.length > UPRIGHT_HEADS ? ' many' : '';
  const broad = roles.length > 3 ? ' broad' : '';
  const heads = roles
    .map((role) => `<th scope="col" class="role"><span dir="auto">${text(role)}</span></th>`)
    .join('');
  const notes = withNotes ? '<th scope="col">Notes</th>' : '';
  const width = 1 + roles.length + (withNotes ? 1 : 0);
  const body = byForce(rows, width, (row) => {
    const cells = new Map(row.cells.map((cell) => [cell.role, cell]));
    const letters = roles.map((role) => `<td class="letters">${badges(cells.get(role))}</td>`).join('');
    return `${letters}${withNotes ? noteCell(row) : ''}`;
  });
  return table(`matrix${many}${broad}`, caption, `${heads}${notes}`, body);
}

function listed(rows: readonly Row[], legend: string): string {
  const letters: readonly Letter[] = ['R', 'A', 'C', 'I'];
  const heads = letters
    .map((letter) => `<th scope="col">${letterBadge(letter, '')} ${MEANING[letter]}</th>`)
    .join('');
  const body = byForce(rows, letters.length + 2, (row) => {
    const cells = letters.map((letter) => `<td dir="auto">${text(rolesWith(row, letter).join(', '))}</td>`);
    return `${cells.join('')}${noteCell(row)}`;
  });
  return table('matrix broad', legend, `${heads}<th scope="col">Notes</th>`, body);
}

function table(kind: string, caption: string, heads: string, body: string): string {
  return [
    `<div class="scroll ${kind}" role="region" aria-label="Responsibility matrix" tabindex="0"><table>`,
    `<caption>${caption}</caption>`,
    `<thead><tr><th scope="col">Step</th>${heads}</tr></thead>`,
    body,
    '</table></div>',
  ].join('\n');
}

/** A body for each run of steps of one force, under its name. */
function byForce(rows: readonly Row[], width: number, cells: (row: Row) => string): string {
  const bodies: string[] = [];
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    if (!before || before.force !== row.force) {
      const head = `<tr><th scope="rowgroup" colspan="${width}" class="force">${forceName(row)}</th></tr>`;
      bodies.push(`${before ? '</tbody>\n' : ''}<tbody>${head}`);
    }
    bodies.push(`<tr>${stepHead(row)}${cells(row)}</tr>`);
  });
  return bodies.length === 0 ? '<tbody></tbody>' : `${bodies.join('\n')}</tbody>`;
}

function stepHead({ position, step, line }: Row): string {
  const place = line === null ? '' : ` <span class="no">line ${line}</span>`;
  return `<th scope="row" class="step"><span class="no">${position}</span> <bdi>${text(step)}</bdi>${place}</th>`;
}

function badges(cell: Cell | undefined): string {
  return (cell?.letters ?? []).map((letter) => letterBadge(letter, signOf(letter, cell))).join('');
}

function noteCell(row: Row): string {
  return `<td class="notes" dir="auto">${text(notesOf(row).join(' '))}</td>`;
}
