import type { DraftStep } from '../stream/index.js';
import { printDuration, printShare } from './print-quantity.js';
import { echo, replaceWith, type ProblemList } from './problem-list.js';
import { quote } from './quoted-text.js';
import type { StepScan } from './step-scan.js';
import { placeOf, rawText, wordsIn, type Span } from './span.js';

const WAITING = /^(?:wait|waits|waiting) +/i;
const ABOUT =
  /(?:^| )(?:about|around|approx\.?|approximately|roughly|circa|ca\.?|maybe|usually|typically)(?= |$)/gi;

/** Tells a wait that is written as a sentence and so counts as hands-on work; false where the line is none. */
export function tellWaitInProse(
  span: Span,
  step: DraftStep,
  unread: string | null,
  problems: ProblemList,
): boolean {
  const { processTime, performers, people, systems, capabilities, pain } = step;
  const marked = performers.length + systems.length + capabilities.length > 0 || people !== null;
  if (processTime === null || marked || pain !== null || !WAITING.test(rawText(span).slice(0, 20)))
    return false;
  const words = `${step.name.replace(WAITING, '')} ${unread ?? ''}`;
  const reason = words
    .replace(/ or so\b/gi, '')
    .replace(ABOUT, '')
    .trim();
  const guess = processTime.guess || words.replace(ABOUT, '') !== words || / or so\b/i.test(words);
  const wait = `wait ${printDuration({ ...processTime, guess })}${reason === '' ? '' : ` ${quote(reason)}`}`;
  problems.add('WAIT_READ_AS_WORK', placeOf(span), {
    message: `${echo(wordsIn(span))} is read as a step with ${printDuration(processTime)} of hands-on work.`,
    suggestion: `If it is waiting, write: ${wait}. If somebody works all that time, name them with @.`,
    ...(hasOtherMarks(step) ? {} : { fix: replaceWith(span, wait) }),
  });
  return true;
}

/** Marks that a wait has no place for. */
function hasOtherMarks(step: DraftStep): boolean {
  const { leadTime, completeAndAccurate, every, uptime, changeover, batch, value, was } = step;
  const told = [leadTime, completeAndAccurate, every, uptime, changeover, batch, value, was];
  const names = [step.asks, step.tells, step.approves, step.checks, step.serves ?? []];
  return told.some((mark) => mark !== null) || names.some(({ length }) => length > 0);
}

const NAME_GOES_ON =
  /(?:^| )(?:about|around|approx\.?|approximately|roughly|circa|only|maybe|nearly|almost)$/i;
const OF_THE_UNITS =
  /^of (?:the |all |our )?(?:cases|time|times|them|units|customers|clients|orders|jobs|leads|enquiries|inquiries|requests|projects|people)\b/i;

/** Tells a percentage in a sentence (`customer says yes in 50% of cases`), which is read as %C&A; false where there is none. */
export function tellShareInProse({ name, span, step, strays, valueBehindName, problems }: StepScan): boolean {
  const share = step.completeAndAccurate;
  if (name === null || share === null || share.at === null || valueBehindName !== 'SHARE') return false;
  const [behind] = strays;
  const units = behind !== undefined && OF_THE_UNITS.test(rawText(behind));
  if (!units && !NAME_GOES_ON.test(rawText(name).slice(-20))) return false;
  const rest = {
    ...share,
    low: 1 - (share.high ?? share.low),
    high: share.high === null ? null : 1 - share.low,
  };
  problems.add('SHARE_IN_PROSE', share.at, {
    message: `${echo(wordsIn(span))} is read as a step of whose output the next step can use ${printShare(share)} as it is.`,
    suggestion: `If the others go no further, write \`lost ${printShare(rest)}\` on the line below. If only so many need the step, write \`sometimes ${printShare(share)}:\` in front of it.`,
  });
  return units;
}
