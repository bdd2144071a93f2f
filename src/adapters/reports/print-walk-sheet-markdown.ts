import type { WalkPage, WalkSheet } from '../../domain/index.js';
import { escapeMarkdown as text } from './escape-markdown.js';
import { plainText } from './plain-text.js';
import { HOW_TO_WALK, NOTHING_TO_ASK, pageFacts, placeOf, sheetFacts, stopHead } from './walk-sheet-words.js';

type Stop = WalkPage['stops'][number];
type Question = Stop['questions'][number];

/** The walk sheet as GitHub-flavoured Markdown: boxes to tick, lines to write on. */
export function printWalkSheetMarkdown(sheet: WalkSheet): string {
  return `${[...cover(sheet), ...sheet.pages.flatMap(page)].join('\n\n')}\n`;
}

function cover(sheet: WalkSheet): string[] {
  const first = sheet.first.map(({ question, because, people }) => {
    const who = people.length > 0 ? ` **${text(people.join(', '))}**` : '';
    return `- ★ ${text(question)} ${text(because)}${who}`;
  });
  return [
    `# ${text(`Walk sheet: ${sheet.stream.name}`)}`,
    sheetFacts(sheet).map(text).join(' · '),
    ...(first.length > 0 ? ['**Find out first:**', first.join('\n')] : []),
    ...(sheet.pages.length > 0
      ? [HOW_TO_WALK.map((line) => `- ${text(line)}`).join('\n')]
      : [NOTHING_TO_ASK]),
  ];
}

function page(one: WalkPage): string[] {
  return [`## ${text(one.person)}`, pageFacts(one).join(' · '), ...one.stops.flatMap(stop)];
}

function stop(one: Stop): string[] {
  const lines = one.typeBack.map((line) => `${placeOf(line).padEnd(14)} ${plainText(line.text)}`);
  return [
    `### ${text(stopHead(one))}`,
    one.questions.map(question).join('\n'),
    ...(lines.length > 0 ? [fenced(lines)] : []),
  ];
}

function question({ starred, text: words, today, unit, choices }: Question): string {
  const star = starred ? '★ ' : '';
  const known = today === null ? '' : ` (today: ${text(today)})`;
  const asked = `${star}${text(words)}${known}`;
  if (choices.length === 0)
    return `- ${asked}<br>\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_ ${text(unit)}`;
  const boxes = choices.map((choice, nth) => {
    const last = nth === choices.length - 1 ? ' \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_' : '';
    return `  - [ ] ${text(choice)}${last}`;
  });
  return [`- ${asked}`, ...boxes].join('\n');
}

/** A block of code that nothing in it can close. */
function fenced(lines: readonly string[]): string {
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []);
  const fence = '`'.repeat(runs.reduce((most, run) => Math.max(most, run.length + 1), 3));
  return [fence, ...lines, fence].join('\n');
}
