import type { RaciLetter } from '../../../domain/responsibility/index.js';
import { words } from './words.js';

/** What one word or letter of a chart stands for: a letter of RACI, or one of a scheme beside it. */
export type Meaning = RaciLetter | 'S' | 'V';

export const LETTERS: readonly RaciLetter[] = ['R', 'A', 'C', 'I'];
/** Letters of schemes beside RACI: S supports, V verifies. */
export const OTHER_LETTERS: readonly ('S' | 'V')[] = ['S', 'V'];

/** Words that mean one letter in every chart, lower case, without accents. */
const CLEAR_WORDS: Readonly<Record<Meaning, readonly string[]>> = {
  R: words(`
    responsible, responsible party, does the work, performs, durchfuhrungsverantwortlich,
    ausfuhrend, ausfuhrungsverantwortlich, durchfuhrung, durchfuhrend, realisateur, realisatrice,
    realise, executant, executante, ejecutor, ejecutora, realiza
  `),
  A: words(`
    accountable, accountable party, rechenschaftspflichtig, gesamtverantwortlich,
    ergebnisverantwortlich, kostenverantwortlich, redevable, rend compte, rend des comptes,
    rinde cuentas, quien rinde cuentas, rendicion de cuentas
  `),
  C: words(`
    consulted, consult, consults, to be consulted, konsultiert, zu konsultieren,
    wird konsultiert, befragt, zu befragen, consulte, consultee, consultes, consultees,
    a consulter, consultado, consultada, consultados, consultadas, consultar
  `),
  I: words(`
    informed, inform, informs, to be informed, notified, notify, kept informed, informiert,
    zu informieren, wird informiert, informe, informee, informes, informees, a informer,
    informado, informada, informados, informadas, informar
  `),
  S: words(`
    support, supports, supporting, supported, assist, assists, unterstutzend, unterstutzt,
    unterstutzung, soutien, soutient, appui, apoyo, apoya, soporte
  `),
  V: ['verify', 'verifies'],
};

/** Words that mean R in some charts and A in others: the letter they mean once the other one has a word or letter of its own. */
const AMBIGUOUS_WORDS: readonly string[] = words(`
  verantwortlich, verantwortung, zustandig, responsable, responsables, approver, approves,
  approve, approbateur, approbatrice, approuve, aprobador, aprobadora, aprueba, genehmigt,
  genehmiger, encargado, encargada
`);
/** Of those, the ones that can only be A where the chart has no other A. */
const NEVER_RESPONSIBLE = /^(appro|aprob|aprueb|genehmig)/;

/** What a chart itself says about its letters: words it uses, and letters its legend explains. */
export interface Vocabulary {
  /** What each ambiguous word means here; null where the chart does not say. */
  readonly ambiguous: ReadonlyMap<string, RaciLetter | null>;
  /** Letters that the legend gives a meaning, upper case (D for "Durchführung"). */
  readonly legend: ReadonlyMap<string, Meaning>;
}

const clear: ReadonlyMap<string, Meaning> = new Map(
  (Object.keys(CLEAR_WORDS) as Meaning[]).flatMap((letter) =>
    CLEAR_WORDS[letter].map((word): [string, Meaning] => [word, letter]),
  ),
);
const ambiguous: ReadonlySet<string> = new Set(AMBIGUOUS_WORDS);

/** A word for looking up: lower case, without accents and without "(e)", "(s)" and other endings in brackets. */
export function foldWord(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/(?<=\p{L}{4})(?:\((?:e|s|es|a|o|as|os|en|er)\)){1,2}$/u, '');
}

/** The letter that a word means in every chart; null where there is none. */
export function clearMeaning(text: string): Meaning | null {
  return clear.get(foldWord(text)) ?? null;
}

/** true where the word means R in some charts and A in others. */
export function isAmbiguousWord(text: string): boolean {
  return ambiguous.has(foldWord(text));
}

/** The vocabulary of a chart, from all of its short texts. */
export function vocabularyOf(texts: Iterable<string>, legend: ReadonlyMap<string, Meaning>): Vocabulary {
  const met = new Set<string>();
  const clearly = new Set<Meaning>();
  for (const text of texts) {
    const folded = foldWord(text);
    if (ambiguous.has(folded)) met.add(folded);
    const meaning = clear.get(folded) ?? (/^[raci]$/.test(folded) ? (folded.toUpperCase() as Meaning) : null);
    if (meaning) clearly.add(meaning);
  }
  const approving = [...met].filter((word) => NEVER_RESPONSIBLE.test(word));
  const answering = [...met].filter((word) => !NEVER_RESPONSIBLE.test(word));
  const meanings = new Map<string, RaciLetter | null>();
  for (const word of approving) {
    meanings.set(word, !clearly.has('A') && (clearly.has('R') || answering.length > 0) ? 'A' : null);
  }
  const accountable = clearly.has('A') || [...meanings.values()].includes('A');
  for (const word of answering) {
    meanings.set(word, accountable === clearly.has('R') ? null : accountable ? 'R' : 'A');
  }
  return { ambiguous: meanings, legend };
}

/** A chart that says nothing about its letters. */
export const PLAIN_VOCABULARY: Vocabulary = { ambiguous: new Map(), legend: new Map() };

/** The letter that a column head stands for: `R`, `Responsible`, `Responsible (R)`, `R - Responsible`; null where it is none. */
export function headMeaning(text: string): Meaning | null {
  const whole = letterOrWord(text);
  if (whole) return whole;
  const parts = text.split(/\s*[()[\]:=–—-]\s*/).filter((part) => part !== '');
  const meanings = new Set(parts.map(letterOrWord));
  const [only] = [...meanings];
  return parts.length === 2 && meanings.size === 1 ? (only ?? null) : null;
}

function letterOrWord(text: string): Meaning | null {
  const letter = text.trim().toUpperCase();
  if (/^[RACISV]$/.test(letter)) return letter as Meaning;
  return clearMeaning(text);
}
