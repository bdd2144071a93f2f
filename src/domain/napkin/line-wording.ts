import type { BlockWording } from './block-wording.js';
import { holdsMark } from './buffer-line.js';
import type { LineContext } from './item.js';
import type { Mark } from './mark.js';
import { quote } from './quoted-text.js';
import { periodOfDemand } from './read-demand.js';
import { durationAt } from './read-duration.js';
import { rawText, spanOf, trimmed, wordsIn, type Span } from './span.js';

const SHARE = '(?:[~≈] ?)?\\d{1,3}(?:[.,]\\d{1,6})?(?: ?[-–—] ?\\d{1,3}(?:[.,]\\d{1,6})?)? ?%';
const AMOUNT = '([~≈]? ?\\d[\\d.,]{0,14}(?:[-–]\\d[\\d.,]{0,14})?)';
const PER = ' ?(?:\\/|\\bper\\b|\\ban?\\b|\\beach\\b|\\bevery\\b) ?(\\p{L}{1,8})$';
const WAIT =
  /^(?:(?:waiting time|wait time|waiting|waits|wait) ?[:=] ?|(?:waiting time|wait time|waiting|waits) )(?=[~≈\d])/i;
const WAIT_BEHIND =
  / ?\b(?:waiting time|wait time|waiting|wait|delay)(?=$| (?:for|until|till|til|because|on)\b)/i;
const STOCK = new RegExp(`^(?:stock|inventory) ?[:=] ?${AMOUNT}(?=$| )(.{0,80})$`, 'i');
const LOST = new RegExp(`^lost ?[:=] ?(${SHARE})$`, 'i');
const STREAM = /^(?:value )?stream(?: name)? ?: ?(?=\S)/i;
const DEMAND = new RegExp(
  `^(?:customer )?demand( ?[:=])? ?(?:is |of )?(?:(?:about|around|approx\\.?) )?${AMOUNT}(?: (\\p{L}[\\p{L} -]{0,30}?))?${PER}`,
  'iu',
);
const RATE = new RegExp(
  `^${AMOUNT} ((?:new )?(?:orders|units|customers|clients|leads|enquiries|inquiries|requests|tickets|jobs|projects|pieces|parcels|cases|applications|patients|bookings|deals))${PER}`,
  'iu',
);
const OF_THE_TIME = new RegExp(`^(${SHARE}) of (?:the |all )?(?:times?|cases) ?[,:]? ?(?=[\\p{L}"“„])`, 'iu');
const RETURNED = new RegExp(
  `^(${SHARE}) (?:of (?:them|it|all) )?(?:(?:are|is|get|gets) )?(?:returned|returns?|sent back|reworked) to (?=\\S)`,
  'i',
);
const REWORK = new RegExp(
  `^(?:rework|redo|loop|return)s? ?:? ?(${SHARE}) (?:goes |go )?back to (?=\\S)`,
  'i',
);
const LATE_WAIT = / (?:then )?waits? (?=[~≈]?\d)/gi;
const MAY_BEGIN =
  /^(?:[~≈\d]|(?:wait|stock|invent|lost|stream|value|demand|customer d|rework|redo|loop|return))/i;
const LONGEST = 160;

/** What a line says that has nearly the shape of one of the notation, where its meaning is certain; null for every other line. */
export function lineWording(content: Span, context: LineContext): BlockWording | null {
  if (content.to - content.from > LONGEST) return null;
  const then =
    context.inside === null ? 0 : (/^then +/i.exec(rawText(content).slice(0, 12))?.[0].length ?? 0);
  const own = spanOf(content.line, content.from + then, content.to);
  const text = rawText(own);
  const before = then > 0 ? 'then ' : '';
  const told = MAY_BEGIN.test(text) ? (bufferSaid(own, text) ?? rateSaid(text, own, context)) : null;
  if (told !== null) return written(own, told.word, before + told.says);
  return (MAY_BEGIN.test(text) ? shareSaid(own, text, before, context) : null) ?? waitBehindStep(content);
}

interface Said {
  readonly word: string;
  readonly says: string;
}

function bufferSaid(own: Span, text: string): Said | null {
  const wait = WAIT.exec(text)?.[0].length;
  if (wait !== undefined) {
    const time = durationAt(own.line, own.from + wait);
    if (time === null || time.end > own.to) return null;
    const amount = rawText(spanOf(own.line, own.from + wait, time.end));
    return said('wait:', `wait ${amount}`, own, time.end);
  }
  const [, units, rest = ''] = STOCK.exec(text) ?? [];
  if (units !== undefined) return said('stock:', `stock ${units}`, own, own.to - rest.length);
  const lost = LOST.exec(text)?.[1];
  return lost === undefined ? timeOfWaiting(own) : { word: 'lost:', says: `lost ${lost}` };
}

/** `2d waiting for parts`: the time in front of the word. */
function timeOfWaiting(own: Span): Said | null {
  const time = durationAt(own.line, own.from);
  if (time === null || time.end > own.to) return null;
  const behind = spanOf(own.line, time.end, own.to);
  const word = WAIT_BEHIND.exec(rawText(behind));
  if (word === null || word.index > 0 || holdsMark(behind)) return null;
  const amount = rawText(spanOf(own.line, own.from, time.end));
  return said(word[0].trim(), `wait ${amount}`, own, time.end + word[0].length);
}

/** The words behind a value are its reason; marks of a step make it a step. */
function said(word: string, says: string, own: Span, from: number): Said | null {
  const rest = trimmed(spanOf(own.line, from, own.to));
  if (rest.from >= rest.to) return { word, says };
  if (/^(?:fifo|pull)\b|^["“„]/i.test(rawText(rest))) return { word, says: `${says} ${rawText(rest)}` };
  return holdsMark(rest) ? null : { word, says: `${says} ${quote(wordsIn(rest))}` };
}

function rateSaid(text: string, own: Span, context: LineContext): Said | null {
  if (context.inside !== null) return null;
  const stream = STREAM.exec(text)?.[0];
  if (stream !== undefined && (context.first || /^[a-z]/.test(text))) {
    const name = trimmed(spanOf(own.line, own.from + stream.length, own.to));
    return holdsMark(name, isOfAStep) ? null : { word: 'stream:', says: `stream ${rawText(name)}` };
  }
  const [, colon, amount, noun, period] = DEMAND.exec(text) ?? [];
  const told = amount !== undefined && !(colon !== undefined && noun === undefined);
  if (told) return demandOf(amount, noun, period, 'demand');
  const [, rate, units, each] = RATE.exec(text) ?? [];
  return rate === undefined ? null : demandOf(rate, units, each, 'demand');
}

function isOfAStep({ kind }: Mark): boolean {
  return kind === 'performer' || kind === 'nobodyKnows' || kind === 'systems' || kind === 'capabilities';
}

function demandOf(
  amount: string,
  noun: string | undefined,
  period: string | undefined,
  word: string,
): Said | null {
  const per = periodOfDemand(period ?? '');
  if (per === null) return null;
  return {
    word,
    says: `demand: ${amount.replace(/ /g, '')}/${per}${noun === undefined ? '' : ` # ${noun.trim()}`}`,
  };
}

function shareSaid(own: Span, text: string, before: string, context: LineContext): BlockWording | null {
  const time = OF_THE_TIME.exec(text);
  if (time !== null) {
    const head = context.inside === 'either' && before === '' ? `${time[1]}: ` : `sometimes ${time[1]}: `;
    return {
      word: 'of the time',
      code: 'NEARLY_A_LINE',
      pieces: [{ before: before + head, rest: behind(own, time[0]) }],
    };
  }
  const back = RETURNED.exec(text) ?? REWORK.exec(text);
  if (back === null) return null;
  const name = trimmed(behind(own, back[0]));
  return holdsMark(name) ? null : written(own, 'back to', `${before}back to ${rawText(name)} ${back[1]}`);
}

/** `Sign the contract @Ann wait 2d`: the step, and the wait behind it. */
function waitBehindStep(content: Span): BlockWording | null {
  const text = rawText(content);
  if (!/ waits? /i.test(text)) return null;
  const last = [...text.matchAll(LATE_WAIT)].at(-1);
  if (last === undefined) return null;
  const front = trimmed(spanOf(content.line, content.from, content.from + last.index));
  const value = content.from + last.index + last[0].length;
  const time = durationAt(content.line, value);
  if (time === null || time.end > content.to || isInside(rawText(front)) || !holdsMark(front)) return null;
  const amount = rawText(spanOf(content.line, value, time.end));
  const wait = said('wait', `wait ${amount}`, content, time.end);
  if (wait === null) return null;
  return {
    word: 'wait',
    code: 'NEARLY_A_LINE',
    pieces: [
      { before: '', rest: front },
      { before: wait.says, rest: endOf(content) },
    ],
  };
}

const OTHER_LINE =
  /^(?:note|customer|supplier|owner(?: of [^:]*)?|(?:never )?together|compensating control|obligation) ?:/i;

/** A quotation, a bracket, a pain or a line of another kind is open in front of it; an escaped quote opens and closes none. */
function isInside(front: string): boolean {
  const bare = front.replace(/\\[\\"“”„‟]/g, '');
  const count = (signs: RegExp): number => bare.match(signs)?.length ?? 0;
  return (
    count(/["“”„‟]/g) % 2 === 1 ||
    count(/\{/g) !== count(/\}/g) ||
    count(/\[/g) !== count(/\]/g) ||
    / ! |^! /.test(front) ||
    OTHER_LINE.test(front)
  );
}

function written(own: Span, word: string, text: string): BlockWording {
  return { word, code: 'NEARLY_A_LINE', pieces: [{ before: text, rest: endOf(own) }] };
}

function behind({ line, from, to }: Span, head: string): Span {
  return trimmed(spanOf(line, from + head.length, to));
}

function endOf({ line, to }: Span): Span {
  return spanOf(line, to, to);
}
