import type {
  ChangeOutcome,
  ChangeRanking,
  RankedChange,
  RankedHandOff,
  ValueStream,
  WhatIf,
} from '../../domain/index.js';
import { columns, count, labelled, section, type Page } from './page.js';
import { printMoves } from './print-moves.js';
import { visible, wrap } from './text-layout.js';

const NUMBER = 5;
const TIME = 12;
const WORK = 13;
/** Where the words of a change begin. */
const INDENT = NUMBER - 2 + 2 + TIME + 2 + WORK + 2;

/** What was changed, and every measure before and after. */
export function printWhatIf(stream: ValueStream, result: WhatIf, page: Page): string {
  const lines = [
    ...wrap(stream.name, page.width).map(page.paint.bold),
    ...section(
      page,
      'WHAT IF',
      '',
      result.outcomes.flatMap((outcome) => outcomeLines(outcome, page)),
    ),
    ...(result.outcomes.some(({ applied }) => applied)
      ? printMoves(result.measures, { before: stream.calendar, after: result.stream.calendar }, page)
      : []),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function outcomeLines({ text, applied, notes, problem }: ChangeOutcome, page: Page): string[] {
  const { paint } = page;
  const mark = applied ? paint.green('  ✓ ') : paint.red('  ✗ ');
  const head = wrap(text, page.width - 4).map((line, nth) => `${nth === 0 ? mark : '    '}${line}`);
  const said = notes.flatMap((note) => labelled(page, '    ', note, 4, { text: paint.dim }));
  if (problem === null) return [...head, ...said];
  return [
    ...head,
    ...labelled(page, '    ', `left out: ${problem.message}`, 4),
    ...labelled(page, '    → ', problem.remedy, 6, { label: paint.cyan, text: paint.cyan }),
  ];
}

/** The single changes that would save most, and how to try each of them. */
export function printRanking(stream: ValueStream, ranking: ChangeRanking, file: string, page: Page): string {
  const { paint, width } = page;
  const title = wrap(stream.name, width).map(paint.bold);
  if (ranking.whyNot !== null) {
    const why = `Nothing can be ranked, because ${ranking.whyNot}.`;
    return `${[...title, '', ...wrap(why, width)].join('\n')}\n`;
  }
  const saving = ranking.changes.filter(saves);
  const idle = ranking.changes.length - saving.length;
  const lines = [
    ...title,
    ...section(page, 'WHAT WOULD SAVE MOST', 'each change alone, everything else as it is', [
      ...(saving.length > 0 ? [heads(page, ['lead time', workHead(saving), 'change'])] : []),
      ...saving.flatMap((change, nth) => rankedLines(change, nth + 1, page)),
      ...(saving.length === 0 ? ['  No single change of these kinds saves anything.'] : []),
      ...(idle > 0
        ? labelled(
            page,
            '',
            `${count(idle, 'more change saves', 'more changes save')} nothing: something longer runs beside, or nothing is measured there.`,
            2,
            { text: paint.dim },
          )
        : []),
      ...ranking.limits.flatMap((limit) => labelled(page, '', limit, 2, { text: paint.dim })),
    ]),
    ...section(
      page,
      'HAND-OFFS',
      'what each would save if one performer did both steps',
      handOffLines(ranking.handOffs, page),
    ),
    '',
    paint.dim(`Try one: headwater what-if ${file} ${exampleOf(saving)}`),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function exampleOf(saving: readonly RankedChange[]): string {
  const first = saving.find(({ wording }) => wording !== null);
  return first ? optionOf(first.wording) : '--demand 20/month';
}

function workHead([first]: readonly RankedChange[]): string {
  return first?.work.unit === 'WORKING_SECONDS' ? 'work, a unit' : 'work a week';
}

function saves({ leadTime, work }: RankedChange): boolean {
  return (leadTime.value ?? 0) > 0 || (work.value ?? 0) > 0;
}

function heads({ paint }: Page, [time, work, change]: readonly [string, string, string]): string {
  return paint.dim(
    columns([
      ['', NUMBER - 2],
      [time, TIME],
      [work, WORK],
      [change, 20],
    ]),
  );
}

function rankedLines({ leadTime, work, text, wording }: RankedChange, nth: number, page: Page): string[] {
  const much = (figure: RankedChange['work']) =>
    figure.value === 0 ? '·' : figure.text.replace(' a week', '').replace(' for one unit', '');
  const head = columns([
    [String(nth).padStart(NUMBER - 2), NUMBER - 2],
    [much(leadTime), TIME],
    [much(work), WORK],
  ]);
  return [
    ...labelled(page, head, text, INDENT),
    ...(wording ? labelled(page, '', optionOf(wording), INDENT, { text: page.paint.cyan }) : []),
  ];
}

/** The hand-offs that save time, at most ten. */
function handOffLines(handOffs: readonly RankedHandOff[], page: Page): string[] {
  const shown = handOffs.slice(0, 10);
  if (shown.length === 0) return [];
  return [
    heads(page, ['lead time', 'passes', 'hand-off']),
    ...shown.flatMap(({ leadTime, passes, text }) => {
      const head = columns([
        ['', NUMBER - 2],
        [leadTime.value === 0 ? '·' : leadTime.text, TIME],
        [passes.text, WORK],
      ]);
      return labelled(page, head, text, INDENT);
    }),
  ];
}

/** The option that asks for a change, quoted for a shell. */
function optionOf(wording: RankedChange['wording']): string {
  if (wording === null) return '';
  const option = wording.kind === 'SET' ? '--set' : '--without';
  return `${option} ${quotedForShell(visible(wording.text))}`;
}

function quotedForShell(text: string): string {
  return text.includes("'") ? `"${text.replaceAll(/["\\$`]/g, '\\$&')}"` : `'${text}'`;
}
