import type { WalkPage, WalkSheet } from '../../domain/index.js';

type Stop = WalkPage['stops'][number];
type TypeBackLine = Stop['typeBack'][number];

/** How a walk is done, for whoever leads it. */
export const HOW_TO_WALK = [
  'Walk along the stream in its order, to where the work is done, and ask those who do it. Nobody is being tested: the questions are about the work.',
  'Ask for the last one, or the last ten, not for the average and not for how it should be. Where nobody knows, write a guess and mark it with ~.',
  'Whether work is complete and accurate is asked of those who receive it, not of those who made it.',
  'What has a star is to be found out first: it moves the result most, or holds it back.',
  'Afterwards type each answer into the napkin where its blank is: times with their unit (20m, 2h, 3d), several answers as a range (20-40m), guesses with ~ (~2d), 8 of 10 as 80%. Leave out what stayed open.',
] as const;

/** Under whose name a page stands: what they do in the stream, and why they are asked. */
export function pageFacts({ does, kind, questions, starred }: WalkPage): string[] {
  const steps = does === 0 ? [] : [`does ${plural(does, 'step')}`];
  const whose = kind === 'OWNER' ? ['answers for the stream, or for a force of it'] : [];
  const stars = starred === 0 ? [] : [`${starred} of them to find out first`];
  return [...steps, ...whose, plural(questions, 'question'), ...stars];
}

/** What the sheet is of. */
export function sheetFacts({ stream, revision, pages }: WalkSheet): string[] {
  const questions = pages.reduce((sum, page) => sum + page.questions, 0);
  return [
    revision === null ? 'not stored, so without a revision' : `revision ${revision}`,
    ...(stream.customer === null ? [] : [`for ${stream.customer}`]),
    plural(stream.steps, 'step'),
    `${plural(questions, 'question')} for ${plural(pages.length, 'person', 'people')}`,
  ];
}

/** The head of a stop. */
export function stopHead({ position, name }: Stop): string {
  return position === null ? name : `${position} ${name}`;
}

/** Where a line is typed: `line 8`, `above line 8`, `new line`. */
export function placeOf({ line, above }: TypeBackLine): string {
  if (line === null) return 'new line';
  return above ? `above line ${line}` : `line ${line}`;
}

/** Said where nobody can be asked anything. */
export const NOTHING_TO_ASK =
  'Nothing is open: every number is told, and none of them is a guess or a range.';

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
