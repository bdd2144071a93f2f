import { readCell, type CellReading } from './read-cell.js';
import { plain, textAt, widthOf, type Grid } from '../grid/grid.js';
import { headMeaning, LETTERS, vocabularyOf, type Meaning, type Vocabulary } from './letter-words.js';

/** A grid with every cell read once. */
export interface SheetReading {
  readonly grid: Grid;
  readonly width: number;
  readonly vocabulary: Vocabulary;
  readonly read: (row: number, column: number) => CellReading;
  /** The text for people. */
  readonly name: (row: number, column: number) => string;
}

/** Reads all cells of a grid in the words of the chart itself, and in those of a scheme beside RACI. */
export function readSheet(grid: Grid, schemeWords: readonly string[] = []): SheetReading {
  const texts = new Set<string>();
  const raw = new Set(grid.rows.flat());
  for (const text of raw) if (text.length < 60) texts.add(plain(text));
  const vocabulary = vocabularyOf(texts, new Map([...legendOf(texts), ...besideRaci(schemeWords)]));
  const readings = new Map<string, CellReading>();
  const names = new Map<string, string>();
  return {
    grid,
    width: widthOf(grid),
    vocabulary,
    name: (row, column) => {
      const text = textAt(grid, row, column);
      let name = names.get(text);
      if (name === undefined) names.set(text, (name = plain(text)));
      return name;
    },
    read: (row, column) => {
      const text = textAt(grid, row, column);
      let reading = readings.get(text);
      if (!reading) readings.set(text, (reading = readCell(text, vocabulary)));
      return reading;
    },
  };
}

/** Words of a scheme that RACI has not: read as a letter, and not counted as R, A, C or I. */
function besideRaci(words: readonly string[]): [string, Meaning][] {
  return words.flatMap((word): [string, Meaning][] =>
    headMeaning(word) === null ? [[word.toUpperCase(), 'V']] : [],
  );
}

const EXPLAINED = /(?:^|[\s,;(])(\p{Lu})\s*[=:–—-]\s*([\p{L} ]{4,40}?)(?=$|[,;.)(|\n]|\s+\p{Lu}\s*[=:–—-])/gu;

/** Letters that the chart explains itself, where they are not those of RACI: "D = Durchführung". */
function legendOf(texts: Iterable<string>): ReadonlyMap<string, Meaning> {
  const legend = new Map<string, Meaning>();
  for (const text of texts) {
    for (const [, letter = '', word = ''] of text.matchAll(EXPLAINED)) {
      const meaning = headMeaning(word);
      if (meaning && !/^[RACISV]$/.test(letter)) legend.set(letter, meaning);
    }
  }
  return legend;
}

/** true where a text explains at least one letter by its word, or by anything where the letter is one of RACI. */
export function explainsLetters(text: string): boolean {
  const explained = [...text.matchAll(EXPLAINED)];
  return explained.some(
    ([, letter = '', word = '']) =>
      headMeaning(word) !== null || (explained.length > 1 && LETTERS.some((each) => each === letter)),
  );
}
