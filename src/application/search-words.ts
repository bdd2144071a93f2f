import {
  foldName,
  readNapkin,
  type DraftLine,
  type DraftReference,
  type StreamDraft,
} from '../domain/index.js';
import type { SearchedPart } from './ports/index.js';

/** Characters of a word that are looked at. */
const LONGEST_WORD = 64;

/** Words that a search text may hold. */
export const MOST_SEARCH_WORDS = 10;

/** Scripts that write without spaces are found letter by letter. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{N}\p{M}])+/gu;

/** Letters that no decomposition of Unicode leads back to those of the keyboard of somebody who searches. */
const OTHER_LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ĳ: 'ij', ŋ: 'n', ĸ: 'k' },
  ...{
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    ħ: 'h',
    ŧ: 't',
    ı: 'i',
    ȷ: 'j',
    ƀ: 'b',
    ɨ: 'i',
    ʉ: 'u',
    ɫ: 'l',
    ə: 'a',
  },
};
const OTHER_LETTER = new RegExp(`[${Object.keys(OTHER_LETTERS).join('')}]`, 'g');

/** A text in letters that are compared: small, without accents and strokes, ligatures in two. */
export function plainLetters(text: string): string {
  const small = foldName(text).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return small.replace(OTHER_LETTER, (letter) => OTHER_LETTERS[letter] ?? letter);
}

/** The words of a text as they are compared: in plain letters, each once, in their order. */
export function searchWords(text: string): readonly string[] {
  const plain = plainLetters(text);
  const words = (plain.match(WORD) ?? []).map((word) => [...word].slice(0, LONGEST_WORD).join(''));
  return [...new Set(words)];
}

/** What a revision is found by. */
export type RevisionWords = ReadonlyMap<Exclude<SearchedPart, 'ROLE'>, readonly string[]>;

interface Told {
  readonly steps: string[];
  readonly capabilities: string[];
  readonly people: string[];
  readonly others: string[];
}

/** The words of a stream's key and name, its steps, the capabilities that they state, and the people and owners that it names. */
export function wordsOfRevision(revision: {
  readonly key: string;
  readonly name: string;
  readonly napkin: string;
}): RevisionWords {
  const told: Told = { steps: [], capabilities: [], people: [], others: [] };
  for (const draft of readNapkin(revision.napkin).drafts) tellDraft(draft, told);
  const words = (texts: readonly string[]) => searchWords(texts.join('\n'));
  return new Map([
    ['NAME', words([revision.key, revision.name, ...told.others])],
    ['STEP', words(told.steps)],
    ['CAPABILITY', words(told.capabilities)],
    ['PERSON', words(told.people)],
  ]);
}

function tellDraft(draft: StreamDraft, told: Told): void {
  const waiting: DraftLine[] = [...draft.lines];
  for (let line = waiting.pop(); line; line = waiting.pop()) {
    if (line.kind === 'meanwhile' || line.kind === 'either') {
      waiting.push(...line.head);
      for (const branch of line.branches) waiting.push(...branch.lines);
    } else tellLine(line, told);
  }
}

function tellLine(line: DraftLine, told: Told): void {
  const names = (references: readonly DraftReference[]) => references.map(({ name }) => name);
  if (line.kind === 'party') (line.party === 'owner' ? told.people : told.others).push(line.name);
  if (line.kind === 'stageOwner') told.people.push(line.name);
  if (line.kind === 'person') {
    told.people.push(line.name);
    told.capabilities.push(...names(line.capabilities));
  }
  if (line.kind !== 'step') return;
  const { step } = line;
  told.steps.push(step.name);
  told.capabilities.push(...names(step.capabilities));
  told.people.push(...names(step.performers), ...names(step.asks), ...names(step.tells));
}
