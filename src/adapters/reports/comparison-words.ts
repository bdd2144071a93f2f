import type {
  ComparedPlace,
  ComparedStep,
  Fate,
  FateCounts,
  Figure,
  MeasureMove,
  MoveVerdict,
  StreamComparison,
} from '../../domain/index.js';

/** What a verdict is called. */
export const VERDICTS: Readonly<Record<MoveVerdict, string>> = {
  BETTER: 'better',
  WORSE: 'worse',
  SAME: 'same',
  MOVED: 'neither',
  NOW_KNOWN: 'known by now',
  NO_LONGER_KNOWN: 'no longer known',
  UNKNOWN: 'not known',
};

/** What became of a thing, as a word and as a sign that needs no colour. */
export const FATES: Readonly<Record<Fate, { readonly word: string; readonly sign: string }>> = {
  KEPT: { word: 'kept', sign: '=' },
  CHANGED: { word: 'changed', sign: '~' },
  NEW: { word: 'new', sign: '+' },
  GONE: { word: 'gone', sign: '−' },
};

/** The title over a comparison. */
export function titleOf({ before, after }: StreamComparison): string {
  return before === after ? `${before}: before and after` : `${before} → ${after}`;
}

/** `18 kept, 3 changed, 1 new, 2 gone`. */
export function countsInWords(counts: FateCounts): string {
  const fates: readonly Fate[] = ['KEPT', 'CHANGED', 'NEW', 'GONE'];
  return fates
    .filter((fate) => counts[fate] > 0)
    .map((fate) => `${counts[fate]} ${FATES[fate].word}`)
    .join(', ');
}

/** A figure, or why there is none. */
export function figureOf({ value, text, whyNot }: Figure): string {
  return value === null ? `? (${whyNot ?? 'not known yet'})` : text;
}

/** The difference of a measure, with what is to be known beside it. */
export function differenceOf({ difference, verdict }: MeasureMove): string {
  if (difference.value === null) return '';
  return verdict === 'SAME' ? '0' : difference.text;
}

/** The measures of the whole, and those of one force or of the seam that moved. */
export function movesTold({ measures }: StreamComparison): readonly MeasureMove[] {
  return measures.filter(
    ({ part, verdict }) => part === 'STREAM' || (verdict !== 'SAME' && verdict !== 'UNKNOWN'),
  );
}

/** Why the verdict is what it is, and what else is to be known; empty where the figures say it all. */
export function asideOf({ because, note }: MeasureMove): string {
  return [because, note].filter((one) => one !== null).join('; ');
}

/** A thing of both streams as rows: what it says before, what it says after, and whether that is better. */
export interface ComparedRow {
  readonly fate: Fate;
  readonly before: string;
  readonly after: string;
  readonly verdict: MoveVerdict | null;
  /** A field of the row above it. */
  readonly field: boolean;
}

/** A step and what is told otherwise of it. */
export function stepRows(step: ComparedStep): readonly ComparedRow[] {
  const { fate, name, formerName, positionBefore, positionAfter, moved } = step;
  const head: ComparedRow = {
    fate,
    before: positionBefore === null ? '' : `${positionBefore} ${formerName ?? name}`,
    after: positionAfter === null ? '' : `${positionAfter} ${name}`,
    verdict: null,
    field: false,
  };
  const stands = moved ? [{ label: 'stands', before: moved.before, after: moved.after, verdict: null }] : [];
  return [head, ...fieldRows(fate, [...stands, ...step.fields])];
}

/** A wait, a stock, a return or a loss and what is told otherwise of it. */
export function placeRows(place: ComparedPlace): readonly ComparedRow[] {
  const { kind, fate, where, says, fields } = place;
  const stood = fields.find(({ label }) => label === 'place')?.before ?? where;
  const named = (at: string) => `${kind.toLowerCase()} ${at}${fate === 'CHANGED' ? '' : `: ${says}`}`;
  const head: ComparedRow = {
    fate,
    before: fate === 'NEW' ? '' : named(stood),
    after: fate === 'GONE' ? '' : named(where),
    verdict: null,
    field: false,
  };
  const more = fields.filter(({ label }) => label !== 'place');
  return [head, ...fieldRows(fate, more)];
}

function fieldRows(fate: Fate, fields: ComparedStep['fields']): readonly ComparedRow[] {
  return fields.map(({ label, before, after, verdict }) => ({
    fate,
    before: `${label} ${before ?? '?'}`,
    after: `${label} ${after ?? '?'}`,
    verdict: verdict === 'MOVED' || verdict === 'SAME' ? null : verdict,
    field: true,
  }));
}
