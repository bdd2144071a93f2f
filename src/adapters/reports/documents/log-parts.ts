import type { RaciReport } from '../../../domain/index.js';
import { withoutMarks } from '../report-words.js';
import { tableOf, words, type Block, type Sheet } from './document.js';
import { refusalSheet } from './refusal-sheet.js';

type Refused = RaciReport['refusedPeople'][number];
type Move = RaciReport['history'][number];

/** People who were refused in roles, with every reason and what would put it right; nothing where nobody was. */
export function refusedPeopleBlocks({ refusedPeople, refusedPeopleInAll }: RaciReport): Block[] {
  const heads = ['Person', 'Role', 'Why not', 'What would put it right', 'Written, not read', 'When'];
  const rows = refusedPeople.map((one) => [
    one.person,
    one.role,
    one.reasons.map(({ code, message }) => `${code} ${withoutMarks(message)}`).join(' '),
    withoutMarks([...new Set(one.reasons.map(({ remedy }) => remedy))].join(' ')),
    one.reason ?? '',
    whenOf(one),
  ]);
  const more = refusedPeopleInAll - refusedPeople.length;
  const left =
    more > 0
      ? `${refusedPeopleInAll} people were refused in roles in all; the newest ${refusedPeople.length} are printed here. The ${more} before them are in the log of the stream: ask for its staffingRefusals.`
      : '';
  return [...words(left), ...tableOf('People refused in roles', heads, rows)];
}

/** What was accepted and lost its reason, has one again or was withdrawn, and from which change; nothing where nothing moved. */
export function historyBlocks({ history, historyInAll }: RaciReport): Block[] {
  const heads = ['When', 'Who', 'What', 'What became of it', 'Because of', 'The way back'];
  const rows = history.map((move) => [
    `revision ${move.revision}, ${move.date}`,
    move.holder,
    move.what,
    move.text,
    withoutMarks(becauseOf(move)),
    withoutMarks(move.wayBack.join(' ')),
  ]);
  const more = historyInAll - history.length;
  const left = more > 0 ? `The newest ${history.length} of ${historyInAll} entries are printed here.` : '';
  return [...words(left), ...tableOf('What stood and stands', heads, rows)];
}

/** Both logs as sheets; none of a log in which nothing stands. */
export function logSheets({ refusedPeople, history }: RaciReport): readonly Sheet[] {
  return [
    ...(refusedPeople.length > 0 ? [refusedPeopleSheet(refusedPeople)] : []),
    ...(history.length > 0 ? [historySheet(history)] : []),
  ];
}

function refusedPeopleSheet(refused: readonly Refused[]): Sheet {
  const columns = [
    { head: 'Person', width: 22 },
    { head: 'Role', width: 26 },
  ];
  return refusalSheet('Refused people', columns, refused, ({ person, role }) => [person, role]);
}

function historySheet(history: readonly Move[]): Sheet {
  return {
    name: 'History',
    fixed: 0,
    columns: [
      { head: 'Date', width: 12 },
      { head: 'Revision', width: 9 },
      { head: 'Who', width: 22 },
      { head: 'What', width: 36 },
      { head: 'What became of it', width: 22 },
      { head: 'Because of', width: 80 },
      { head: 'The way back', width: 60 },
    ],
    rows: history.map((move) => [
      ...[move.date, move.revision, move.holder, move.what, move.text],
      ...[withoutMarks(becauseOf(move)), withoutMarks(move.wayBack.join(' '))],
    ]),
  };
}

function becauseOf({ changes, reasons }: Move): string {
  return [...changes, ...reasons].join(' ');
}

function whenOf({ revision, date }: Refused): string {
  return [revision === null ? '' : `revision ${revision}`, date ?? '']
    .filter((part) => part !== '')
    .join(', ');
}
