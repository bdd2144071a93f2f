import type { RaciLetter } from '../../../domain/responsibility/index.js';
import type { CellOddity } from './cell-oddity.js';
import { plain } from '../grid/grid.js';
import { LETTERS, OTHER_LETTERS, type Vocabulary } from './letter-words.js';
import { foldLookalikes } from './lookalike-letters.js';
import { alternative, lettersOf, type LetterReading } from './letters-of.js';
import { words } from './words.js';

/** One cell of a grid, read: letters, a mark for nothing, or a text that is neither. */
export interface CellReading {
  readonly kind: 'BLANK' | 'EMPTY_MARK' | 'LETTERS' | 'TEXT';
  readonly letters: readonly RaciLetter[];
  readonly others: readonly ('S' | 'V')[];
  readonly oddities: readonly CellOddity[];
  /** true: the cell says that the work is done outside. */
  readonly outside?: boolean;
  /** true: two letters of mixed case (Ra): letters beside letters, and a name in a column of texts. */
  readonly mixed?: boolean;
}

const EMPTY_MARKS = new Set(
  words(`
  -, –, —, −, ‐, ‑, ―, --, ---, –-, ., .., ..., …, ·, •, /, _, __, ~, ∅, ø, n/a, na, n.a., n.a, n-a, n / a, #n/a, (n/a),
  not applicable, none, nil, null, (-), [-], (none), k.a., entfällt, nicht zutreffend, n.z., s.o., s/o, sans objet,
  no aplica, n/d, ninguno, aucun, keine
`),
);
/** Says of a row that somebody else does the work: no role of the chart has a part in it. */
const OUTSIDE_MARKS = new Set(
  words(
    'outside, done outside, (outside), external, extern, außerhalb, externe, externo, fuera, hors entreprise',
  ),
);
const UNDECIDED = new Set(
  words(`
  ?, ??, ???, tbd, tbc, tba, t.b.d., to be decided, to be defined, to be determined, to be confirmed, open, offen,
  noch offen, à définir, a definir, por definir, unknown, unclear
`),
);
/** Footnote marks before or behind the letters: stars, daggers, exclamation marks (an override in our own charts), raised figures, ^1, [1], (1), and the 1 of R1. */
const FOOTNOTE =
  /^[*!†‡§#¹²³⁰⁴-⁹]+|(?:\s?(?:[*!†‡§#¹²³⁰⁴-⁹]|\^\d{1,3}|\[\d{1,3}\]|\(\d{1,3}\)|(?<=\b[RACISVracisv])\d{1,3}))+$/gu;
/** A cell that is longer than this is a text, whatever it begins with. */
const LONGEST_CELL = 300;
const BRACKETS = /\(([^()]*)\)?|\[([^[\]]*)\]?|\{([^{}]*)\}?/g;
const CONDITION =
  /^(.{1,40}?)[\s,;:–-]+((?:if|when|only|unless|except|until|where|after|before|for|wenn|falls|nur|si|sauf|sólo|solo|cuando|seulement)\b.+)$/iu;
const NOTE = /^(.{1,40}?)\s*(?:[:;,]|\s[-–—])\s+(.{3,})$/u;

const BLANK: CellReading = { kind: 'BLANK', letters: [], others: [], oddities: [] };

/** Reads one cell. Never guesses: what is no letter by the rules above is TEXT, and every rule that was needed is told. */
export function readCell(raw: string, vocabulary: Vocabulary): CellReading {
  const text = plain(raw);
  if (text === '') return BLANK;
  const mark = text.toLowerCase();
  if (EMPTY_MARKS.has(mark)) return { ...BLANK, kind: 'EMPTY_MARK' };
  if (OUTSIDE_MARKS.has(mark)) return { ...BLANK, kind: 'EMPTY_MARK', outside: true };
  if (UNDECIDED.has(mark)) return undecided(text);
  if (text.length > LONGEST_CELL) return unreadable(`${text.slice(0, LONGEST_CELL)}…`);
  const { folded, lookalikes } = foldLookalikes(text);
  const reading = readMarked(folded, vocabulary);
  if (!reading) return unreadable(raw.trim());
  const told = lookalikes.map(({ character, letter, description }): CellOddity => ({
    code: 'LOOKALIKE_LETTER',
    message: `"${character}" is not the Latin letter ${letter} but one that looks like it (${description}); it is read as ${letter}. Type the letter anew.`,
  }));
  const invisible =
    text.length < raw.normalize('NFC').replaceAll(/\s+/g, ' ').trim().length && /\p{Cf}/u.test(raw);
  if (invisible) {
    told.push({
      code: 'INVISIBLE_CHARACTER',
      message: 'The cell holds a character that nobody can see; it is left out.',
    });
  }
  const letters = LETTERS.filter((letter) => reading.letters.has(letter));
  const others = OTHER_LETTERS.filter((letter) => reading.letters.has(letter));
  const beside = others.map((letter): CellOddity => ({
    code: 'OTHER_LETTER',
    message: `"${letter}" (${letter === 'S' ? 'supports' : 'verifies'}) is none of R, A, C and I; it is kept and not counted.`,
  }));
  const mixed = reading.mixed ? { mixed: true } : {};
  return { kind: 'LETTERS', letters, others, oddities: [...told, ...reading.oddities, ...beside], ...mixed };
}

function undecided(text: string): CellReading {
  const message = `"${text}" says that nobody has decided; it counts as no letter.`;
  return { ...BLANK, kind: 'TEXT', oddities: [{ code: 'UNDECIDED_CELL', message }] };
}

function unreadable(text: string): CellReading {
  const message = `"${text}" cannot be read as R, A, C or I; it counts as no letter. Write the letter, and put what else there is to say in brackets behind it.`;
  return { ...BLANK, kind: 'TEXT', oddities: [{ code: 'UNREADABLE_CELL', message }] };
}

/** Letters with what may stand around them: footnote marks, a question mark, brackets, a condition, a note. */
function readMarked(text: string, vocabulary: Vocabulary): LetterReading | null {
  const whole = lettersOf(text, vocabulary);
  if (whole) return whole;
  const oddities: CellOddity[] = [];
  let rest = text;
  const marks = rest.match(FOOTNOTE);
  if (marks) {
    rest = rest.replaceAll(FOOTNOTE, '').trim();
    oddities.push({
      code: 'FOOTNOTE_MARK',
      message: `"${marks.join('').trim()}" is read as a footnote mark of the letter.`,
    });
  }
  if (rest.endsWith('?')) {
    rest = rest.replace(/(?<!\?)\?+$/, '').trimEnd();
    oddities.push({
      code: 'DOUBTFUL_LETTER',
      message: `"${text}" carries a question mark; the letter is counted. Settle it.`,
    });
  }
  const inner = lettersOf(rest, vocabulary) ?? readBrackets(rest, vocabulary) ?? readBehind(rest, vocabulary);
  return inner && { letters: inner.letters, oddities: [...oddities, ...inner.oddities] };
}

function readBrackets(text: string, vocabulary: Vocabulary): LetterReading | null {
  const inside = [...text.matchAll(BRACKETS)].map(([, round, square, curly]) =>
    (round ?? square ?? curly ?? '').trim(),
  );
  if (inside.length === 0) return null;
  const outside = text
    .replaceAll(BRACKETS, ' ')
    .replaceAll(/[()[\]{}]/g, ' ')
    .trim();
  const outer = outside === '' ? { letters: new Set<never>(), oddities: [] } : lettersOf(outside, vocabulary);
  if (!outer) return null;
  const letters = new Set(outer.letters);
  const oddities = [...outer.oddities];
  for (const part of inside.filter((each) => each !== '')) {
    const bracketed = lettersOf(part, vocabulary);
    if (bracketed && [...bracketed.letters].every((letter) => letters.has(letter))) continue;
    if (bracketed) {
      for (const letter of bracketed.letters) letters.add(letter);
      const open = bracketed.oddities.some(({ code }) => code === 'ALTERNATIVE_LETTERS');
      if (open) oddities.push(alternative(text));
      else
        oddities.push({
          code: 'BRACKETED_LETTER',
          message: `"${part}" stands in brackets; it is counted like any other letter. Take the brackets off, or the letter out.`,
        });
    } else if (outside === '') return null;
    else oddities.push(condition(outside, part));
  }
  return letters.size === 0 ? null : { letters, oddities };
}

function readBehind(text: string, vocabulary: Vocabulary): LetterReading | null {
  for (const pattern of [CONDITION, NOTE]) {
    const [, letterPart = '', behind = ''] = pattern.exec(text) ?? [];
    const inner = letterPart === '' ? null : lettersOf(letterPart.trim(), vocabulary);
    if (inner)
      return { letters: inner.letters, oddities: [...inner.oddities, condition(letterPart.trim(), behind)] };
  }
  return null;
}

function condition(letters: string, behind: string): CellOddity {
  return {
    code: 'CONDITION_IN_CELL',
    message: `"${letters}" is counted, and holds only as the cell says: "${behind}". Make it a row of its own where the condition matters.`,
  };
}
