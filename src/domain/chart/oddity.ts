import type { Severity } from '../shared/index.js';

interface OddityKind {
  readonly severity: Severity;
  /** What it means, in one sentence. */
  readonly norm: string;
}

/** Everything that reading a chart can find odd; none of it is put right silently. */
export const ODDITIES = {
  LOOKALIKE_LETTER: {
    severity: 'WARNING',
    norm: 'A letter of another alphabet that looks like R, A, C or I counts as the letter it looks like.',
  },
  INVISIBLE_CHARACTER: { severity: 'INFO', norm: 'A character that nobody can see is left out.' },
  CONDITION_IN_CELL: {
    severity: 'WARNING',
    norm: 'A letter that holds only on a condition is counted, and the condition is kept.',
  },
  BRACKETED_LETTER: { severity: 'WARNING', norm: 'A letter in brackets is counted like any other.' },
  ALTERNATIVE_LETTERS: {
    severity: 'WARNING',
    norm: 'A cell that says one letter or another leaves the choice open; both are counted.',
  },
  DOUBTFUL_LETTER: {
    severity: 'WARNING',
    norm: 'A letter with a question mark is counted, and is still to be settled.',
  },
  FOOTNOTE_MARK: {
    severity: 'INFO',
    norm: 'A footnote mark behind a letter is kept with the cell and is no letter.',
  },
  ODD_SEPARATOR: {
    severity: 'INFO',
    norm: 'Letters parted by a full stop or a dash count as two letters, not as an abbreviation.',
  },
  REPEATED_LETTER: { severity: 'INFO', norm: 'A letter that is written twice for one role counts once.' },
  AMBIGUOUS_WORD: {
    severity: 'WARNING',
    norm: 'A word that stands for R in some charts and for A in others is read by the other words of this chart, or not at all.',
  },
  OTHER_LETTER: {
    severity: 'INFO',
    norm: 'A letter of another scheme (S, V) is kept and is none of R, A, C and I.',
  },
  UNREADABLE_CELL: {
    severity: 'WARNING',
    norm: 'A text that is no letter is kept as written and counts as no letter.',
  },
  UNDECIDED_CELL: { severity: 'WARNING', norm: 'A cell that says "to be decided" counts as no letter.' },
  EMPTY_MARK: {
    severity: 'INFO',
    norm: 'A dash, a dot or N/A means that the role has no part in the activity.',
  },
  TWO_ROLES_IN_CELL: {
    severity: 'WARNING',
    norm: 'A cell of a list that names two roles behind one another gives the letter to both.',
  },
  DOUBTFUL_ROLE: {
    severity: 'WARNING',
    norm: 'A name that may be two roles, or a role and a condition, is kept whole where the chart does not show which.',
  },
  TWO_ROLES_IN_HEAD: {
    severity: 'WARNING',
    norm: 'A head that names two roles is kept as one, because its letters may be of either.',
  },
  ROLE_WITHOUT_NAME: {
    severity: 'WARNING',
    norm: 'Letters under no role are kept under the name of their column or row.',
  },
  ACTIVITY_WITHOUT_NAME: {
    severity: 'WARNING',
    norm: 'Letters beside no activity are kept under the name of their row or column.',
  },
  DUPLICATE_ROLE: {
    severity: 'WARNING',
    norm: 'Two columns of one name are kept apart, because they may be two roles.',
  },
  ORIENTATION_GUESSED: {
    severity: 'WARNING',
    norm: 'Where a chart does not say whether its rows are activities or roles, the likelier reading is taken and told.',
  },
  FILLED_DOWN: {
    severity: 'INFO',
    norm: 'A blank under an activity of a list repeats the activity above it.',
  },
  HEADER_IN_TWO_ROWS: {
    severity: 'INFO',
    norm: 'A name that stands in the row above the header belongs to its column.',
  },
  SECOND_HEADER: {
    severity: 'WARNING',
    norm: 'A header in the middle that names other roles begins a second part with those roles.',
  },
  REPEATED_HEADER: { severity: 'INFO', norm: 'A header that is repeated on the way is no activity.' },
  SECTION_ROW: { severity: 'INFO', norm: 'A heading between activities is no activity.' },
  TITLE_ROW: { severity: 'INFO', norm: 'A line above the header is a title and no activity.' },
  LEGEND_ROW: { severity: 'INFO', norm: 'A line that explains the letters is no activity.' },
  TOTAL_ROW: { severity: 'INFO', norm: 'A line that counts letters is no activity.' },
  NOTE_ROW: { severity: 'INFO', norm: 'A line below the chart is a note and no activity.' },
  COLUMN_LEFT_OUT: {
    severity: 'INFO',
    norm: 'A column or row that holds texts or numbers instead of letters is no role.',
  },
  ENCODING_GUESSED: {
    severity: 'INFO',
    norm: 'A file that is not UTF-8 is read as Western European text (Windows-1252).',
  },
  OTHER_SHEETS: { severity: 'INFO', norm: 'Only one sheet of a workbook is read.' },
} as const satisfies Record<string, OddityKind>;

export type OddityCode = keyof typeof ODDITIES;
