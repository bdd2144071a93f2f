import type { WalkSheet } from '../../domain/index.js';
import { escapeCsv } from './escape-csv.js';
import { placeOf } from './walk-sheet-words.js';

const BYTE_ORDER_MARK = '\ufeff';
const HEADER = [
  'Person',
  'No.',
  'Step',
  'Line',
  'First',
  'About',
  'Question',
  'Today',
  'Answer',
  'Unit',
  'Choices',
  'Type back',
];

/** The walk sheet with one record for each question and an empty column for the answer; comma, CRLF, UTF-8 with a byte-order mark. */
export function printWalkSheetCsv({ pages }: WalkSheet): string {
  const records = pages.flatMap(({ person, stops }) =>
    stops.flatMap(({ position, name, line, questions, typeBack }) => {
      const back = typeBack.map((one) => `${placeOf(one)}: ${one.text}`).join(' | ');
      return questions.map(({ starred, topic, text, today, unit, choices }) => [
        person,
        position === null ? '' : String(position),
        name,
        line === null ? '' : String(line),
        starred ? '★' : '',
        topic.toLowerCase().replaceAll('_', ' '),
        text,
        today ?? '',
        '',
        unit,
        choices.join(' | '),
        back,
      ]);
    }),
  );
  const lines = [HEADER, ...records].map((cells) => cells.map(escapeCsv).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}
