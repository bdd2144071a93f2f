import { printDuration, printShare } from './print-quantity.js';
import { echo, replaceWith } from './problem-list.js';
import { quote } from './quoted-text.js';
import { isEmpty, placeOf, rawText, spanOf, trimmed, wordsIn, type Span } from './span.js';
import type { StepScan } from './step-scan.js';

const MEANS = {
  lead: (value: string) => `with ${value} from ready to be worked on to passed on`,
  every: (value: string) => `which runs once in ${value} whatever the demand`,
  changeover: (value: string) => `with ${value} from one kind to the next`,
  uptime: (value: string) => `which is there ${value} of the time`,
} as const;

function isMarkWord(word: string | undefined): word is keyof typeof MEANS {
  return word !== undefined && word in MEANS;
}

/**
 * Tells a name that ends in a word that would be a mark if something else stood in front of it, and what either reading
 * means. The fix settles the reading that the figures rest on already.
 */
export function tellMarkWord(scan: StepScan, name: Span): void {
  const written = /(?:^| )(lead|every|changeover|uptime)$/i.exec(rawText(name).slice(-11))?.[1];
  const word = written?.toLowerCase();
  const value = valueBehind(scan, word);
  if (written === undefined || value === null || !isMarkWord(word)) return;
  scan.step.doubted = true;
  const whole = scan.step.name;
  const shorter = trimmed(spanOf(name.line, name.from, name.to - word.length));
  const read =
    word === 'uptime'
      ? `of whose output the next step can use ${value} as it is`
      : `with ${value} of hands-on time for each unit`;
  const meant = isEmpty(shorter)
    ? `A mark \`${word}\` stands behind the name of its step.`
    : `If ${echo(wordsIn(shorter))} is meant, ${MEANS[word](value)}, put only that in quotes: ${quote(wordsIn(shorter))} ${written} ${value}.`;
  scan.problems.add(word === 'lead' ? 'LEAD_IN_NAME' : 'MARK_WORD_IN_NAME', placeOf(name), {
    message: `The step is read as ${echo(whole)}, ${read}.`,
    suggestion: `If that is meant, put the whole name in quotes. ${meant}`,
    fix: replaceWith(name, quote(whole)),
  });
}

/** The value that stands right behind the name, as it is printed; null where there is none that the word could take. */
function valueBehind({ valueBehindName, step }: StepScan, word: string | undefined): string | null {
  if (word === 'uptime')
    return valueBehindName === 'SHARE' && step.completeAndAccurate
      ? printShare(step.completeAndAccurate)
      : null;
  return valueBehindName === 'TIME' && step.processTime ? printDuration(step.processTime) : null;
}
