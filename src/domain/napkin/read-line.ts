import type { DraftNumber } from '../stream/index.js';
import type { Item, LineContext } from './item.js';
import { readBlockWording } from './read-block-wording.js';
import { readBody } from './read-body.js';
import { echo, replaceWith, type ProblemList } from './problem-list.js';
import { closingQuote, opensQuote } from './quoted-text.js';
import { percentAt } from './read-number.js';
import {
  isEmpty,
  placeOf,
  rawText,
  skipSpaces,
  spanOf,
  trimmed,
  wordsIn,
  type Line,
  type Span,
} from './span.js';
import { tellOverHundred, tellReversed } from './tell-number.js';

/** Reads one line: mostly one item, more where it says two things or holds words that nobody can read. */
export function readLine(line: Line, context: LineContext, problems: ProblemList): Item[] {
  const hash = commentAt(line.text);
  const comment = hash < 0 ? null : line.text.slice(hash + 1).trim();
  const whole = trimmed(spanOf(line, 0, hash < 0 ? line.text.length : hash));
  if (isEmpty(whole)) {
    if (comment === null) return [plain(whole, { kind: 'blank' }, null)];
    return [plain(spanOf(line, hash, line.text.length), { kind: 'comment', text: comment }, null)];
  }
  const content = behindListMark(whole);
  const worded = readBlockWording(content, comment, context, problems, readLine);
  if (worded !== null) return worded;
  const prefix = readPrefix(content, context, problems);
  if (isEmpty(prefix.rest)) return [{ ...plain(content, { kind: 'branch' }, comment), share: prefix.share }];
  return itemsOf(content, prefix, comment, context, problems);
}

function plain(span: Span, body: Item['body'], comment: string | null): Item {
  return { span, at: placeOf(span), comment, body, then: false, share: undefined, maybe: null };
}

function itemsOf(
  content: Span,
  prefix: Prefix,
  comment: string | null,
  context: LineContext,
  problems: ProblemList,
): Item[] {
  const { then, share } = prefix;
  const { body, maybe = null, unread = null, remark = null, rest } = readBody(prefix.rest, context, problems);
  const sometimes =
    prefix.sometimes !== null && body.kind === 'step'
      ? { ...body, step: { ...body.step, sometimes: prefix.sometimes } }
      : body;
  const own = comment ?? remark;
  const first: Item = { ...plain(content, sometimes, rest === undefined ? own : null), then, share, maybe };
  const notes = unread === null ? [] : [plain(content, { kind: 'note', text: unread }, null)];
  if (comment !== null && remark !== null) notes.push(plain(content, { kind: 'note', text: remark }, null));
  if (rest === undefined) return [first, ...notes];
  const behind = readBody(rest, context, problems);
  const second = { ...plain(rest, behind.body, comment), maybe: behind.maybe ?? null };
  const more = behind.unread ?? null;
  return [first, second, ...(more === null ? [] : [plain(rest, { kind: 'note', text: more }, null)])];
}

interface Prefix {
  readonly then: boolean;
  readonly share: DraftNumber | null | undefined;
  /** A share in front of a line that is no branch of an either. */
  readonly sometimes: DraftNumber | null;
  readonly rest: Span;
}

function readPrefix(content: Span, context: LineContext, problems: ProblemList): Prefix {
  const word = /^then +(?=.)/i.exec(rawText(content).slice(0, 40));
  const then = context.inside !== null && word !== null;
  const from = then ? skipSpaces(content.line.text, content.from + 4, content.to) : content.from;
  const rest = spanOf(content.line, from, content.to);
  const none: Prefix = { then, share: undefined, sometimes: null, rest };
  if (then) return none;
  const unknown = /^\? ?%? ?:/.exec(rawText(rest).slice(0, 8));
  if (unknown !== null && context.inside === 'either') {
    return { ...none, share: null, rest: trimmed(spanOf(rest.line, from + unknown[0].length, rest.to)) };
  }
  return sharePrefix(rest, none, context, problems);
}

function sharePrefix(rest: Span, none: Prefix, context: LineContext, problems: ProblemList): Prefix {
  const { line, from, to } = rest;
  const reading = percentAt(line, from);
  if (reading === null || reading.end > to) return none;
  const colon = skipSpaces(line.text, reading.end, to);
  const hasColon = ':：'.includes(line.text.charAt(colon)) && colon < to;
  const behind = trimmed(spanOf(line, hasColon ? colon + 1 : colon, to));
  const inEither = context.inside === 'either';
  if (!hasColon && (!inEither || !/^[\p{L}"“„]/u.test(rawText(behind).slice(0, 2)))) return none;
  const place = spanOf(line, from, reading.end);
  tellReversed(problems, place, reading.reversed);
  tellOverHundred(problems, place, reading.number, 'SHARE_OVER_100');
  if (!hasColon) tellColon(place, problems);
  if (inEither) return { ...none, share: reading.number, rest: behind };
  if (isEmpty(behind)) return none;
  tellShareOutside(place, behind, problems);
  return { ...none, sometimes: reading.number, rest: behind };
}

function tellColon(place: Span, problems: ProblemList): void {
  problems.add('COLON_MISSING', placeOf(place), {
    message: `${echo(wordsIn(place))} is read as the share of this branch.`,
    suggestion: 'Write a colon behind the share: 80%: Name of the step.',
    fix: replaceWith(place, `${rawText(place)}:`),
  });
}

function tellShareOutside(place: Span, behind: Span, problems: ProblemList): void {
  problems.add('SHARE_OUTSIDE_EITHER', placeOf(place), {
    message: `The share ${echo(wordsIn(place))} stands in no \`either\`; it is read as how often ${echo(wordsIn(behind))} is needed.`,
    suggestion: 'Write `sometimes` in front of it, or put the branches between `either` and `end`.',
    fix: replaceWith(place, `sometimes ${rawText(place)}`),
  });
}

const LIST_MARK = /^(?:[-*•‣◦·▪●–—]|(?:\d{1,4}|[a-z])[.)])(?: +|$)(?:\[[ xX]?\] +)?|^\d{1,4}[.)](?=\p{L})/u;

/** The content without the bullet or number of a pasted list. */
export function behindListMark(content: Span): Span {
  const mark = LIST_MARK.exec(rawText(content).slice(0, 80))?.[0].length ?? 0;
  const behind = trimmed(spanOf(content.line, content.from + mark, content.to));
  return isEmpty(behind) ? content : behind;
}

/** The position of the # that begins the comment of a line; -1 where there is none. */
function commentAt(text: string): number {
  if (!text.includes('#')) return -1;
  const start = skipSpaces(text, 0, text.length);
  if (text[start] === '#') return start;
  const from = text.search(/["“”„‟]| #(?= |$)/);
  if (from < 0) return -1;
  for (let at = from; at < text.length; at++) {
    const stands =
      text[at] === '#' && text[at - 1] === ' ' && (at + 1 >= text.length || text[at + 1] === ' ');
    if (stands) return at;
    if (opensQuote(text, at)) {
      const close = closingQuote(text, at, text.length);
      if (close > 0) at = close;
    }
  }
  return -1;
}
