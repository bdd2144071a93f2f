import type {
  ComparedPlace,
  ComparedStep,
  Fate,
  FateCounts,
  FieldChange,
  StreamComparison,
} from '../../domain/index.js';
import { count, section, type Page } from './page.js';
import { paintVerdict, printMoves, VERDICT_WORDS, type Calendars } from './print-moves.js';
import { displayWidth, pad, visible, wrap } from './text-layout.js';

const MARKS: Readonly<Record<Fate, string>> = { KEPT: ' ', CHANGED: '~', NEW: '+', GONE: '-' };
const BETWEEN = 3;
/** Steps that are the same are folded where so many stand in a row. */
const MOST_KEPT = 3;

/** How a comparison is printed: every step, or runs of kept ones folded. */
export interface ComparisonPage extends Page {
  readonly all: boolean;
}

/** Two streams in two columns: measures, then steps, then what lies between the steps. */
export function printStreamComparison(
  comparison: StreamComparison,
  calendars: Calendars,
  page: ComparisonPage,
): string {
  const { paint, width } = page;
  const { before, after, heads, steps, places, stepCounts, placeCounts } = comparison;
  const title = before === after ? before : `${before} → ${after}`;
  const told = places.filter(({ fate }) => page.all || fate !== 'KEPT');
  const lines = [
    ...wrap(title, width).map(paint.bold),
    ...printMoves(comparison.measures, calendars, page),
    ...section(
      page,
      'THE STREAM',
      '',
      heads.flatMap((field) => fieldRows(field, page)),
    ),
    ...section(page, 'STEPS', countsOf(stepCounts), [
      headRow(page),
      ...foldKept(steps, page).flatMap((item) =>
        typeof item === 'number'
          ? [paint.dim(`    … ${count(item, 'step')} as before`)]
          : stepRows(item, page),
      ),
    ]),
    ...section(
      page,
      'BETWEEN THE STEPS',
      `waits, stocks, returns, losses: ${countsOf(placeCounts)}`,
      told.flatMap((place) => placeRows(place, page)),
    ),
    '',
    paint.dim('~ changed   + new   - gone'),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** `18 kept, 3 changed, 1 new, 2 gone`, leaving out what there is none of. */
export function countsOf(counts: FateCounts): string {
  const fates: readonly Fate[] = ['KEPT', 'CHANGED', 'NEW', 'GONE'];
  const told = fates.filter((fate) => counts[fate] > 0);
  return told.length === 0 ? 'none' : told.map((fate) => `${counts[fate]} ${fate.toLowerCase()}`).join(', ');
}

/** Steps with a number in place of each run of kept ones. */
function foldKept(
  steps: readonly ComparedStep[],
  { all }: ComparisonPage,
): readonly (ComparedStep | number)[] {
  const items: (ComparedStep | number)[] = [];
  let run: ComparedStep[] = [];
  const close = () => {
    if (all || run.length < MOST_KEPT) items.push(...run);
    else items.push(run.length);
    run = [];
  };
  for (const step of steps) {
    if (step.fate === 'KEPT') run.push(step);
    else {
      close();
      items.push(step);
    }
  }
  close();
  return items;
}

function headRow(page: Page): string {
  return page.paint.dim(pairRows(' ', 'before', 'after', page)[0] ?? '');
}

function stepRows(step: ComparedStep, page: Page): string[] {
  const { fate, name, formerName, positionBefore, positionAfter, moved, fields } = step;
  const numbered = (position: number | null, text: string) =>
    position === null ? '' : `${String(position).padStart(3)} ${text}`;
  const head = pairRows(
    MARKS[fate],
    numbered(positionBefore, formerName ?? name),
    numbered(positionAfter, name),
    page,
  );
  const painted = head.map((line) => paintFate(fate, page)(line));
  const place = moved ? [{ label: 'stands', before: moved.before, after: moved.after, verdict: null }] : [];
  return [...painted, ...[...place, ...fields].flatMap((field) => fieldRows(field, page))];
}

function placeRows(place: ComparedPlace, page: Page): string[] {
  const { kind, fate, where, says, fields } = place;
  const what = `${kind.toLowerCase()} ${where}`;
  const head = wrap(what, page.width - 4).map((line, nth) => `${nth === 0 ? MARKS[fate] : ' '} ${line}`);
  const painted = head.map((line) => paintFate(fate, page)(line));
  if (fate === 'NEW') return [...painted, ...pairRows(' ', '', `    ${says}`, page)];
  if (fate === 'GONE') return [...painted, ...pairRows(' ', `    ${says}`, '', page)];
  return [...painted, ...fields.flatMap((field) => fieldRows(field, page))];
}

function fieldRows({ label, before, after, verdict }: FieldChange, page: Page): string[] {
  const word =
    verdict === null || verdict === 'SAME' || verdict === 'MOVED' ? '' : ` (${VERDICT_WORDS[verdict]})`;
  const rows = pairRows(' ', `    ${label} ${before ?? '?'}`, `    ${label} ${after ?? '?'}${word}`, page);
  return rows.map((row) => paintVerdict(verdict, page.paint)(row));
}

function paintFate(fate: Fate, { paint }: Page): (text: string) => string {
  if (fate === 'NEW') return paint.green;
  if (fate === 'GONE') return paint.red;
  return fate === 'KEPT' ? paint.dim : paint.bold;
}

/** A text of each side in its column, wrapped; further lines hang under their first words. */
function pairRows(mark: string, left: string, right: string, page: Page): string[] {
  const column = Math.floor((page.width - 2 - BETWEEN) / 2);
  const [was, is] = [hanging(left, column), hanging(right, column)];
  return Array.from({ length: Math.max(was.length, is.length) }, (_, row) => {
    const text = was[row] ?? '';
    return `${row === 0 ? mark : ' '} ${pad(text, column)}${' '.repeat(BETWEEN)}${is[row] ?? ''}`.trimEnd();
  });
}

function hanging(text: string, width: number): string[] {
  const indent = displayWidth(text) - displayWidth(text.trimStart());
  return wrap(visible(text).trim(), width - indent - 4).map(
    (line, nth) => ' '.repeat(nth === 0 ? indent : indent + 4) + line,
  );
}
