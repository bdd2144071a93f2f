import type { LineContext } from './item.js';
import { rawText, spanOf, trimmed, type Span } from './span.js';

/** A line of the notation that a line in other words says: what is written in front of a part of it that is kept. */
export interface WordedPiece {
  readonly before: string;
  readonly rest: Span;
}

/** What a line of a block in other words says, as lines of the notation. */
export interface BlockWording {
  readonly pieces: readonly WordedPiece[];
  /** The word in it that the notation has another shape for. */
  readonly word: string;
  /** Told of a line that is no part of a block. */
  readonly code?: 'NEARLY_A_LINE';
}

const SHARE =
  '(?:[~≈] ?)?\\d{1,3}(?:[.,]\\d{1,6})? ?%?(?: ?[-–—] ?\\d{1,3}(?:[.,]\\d{1,6})?)? ?%(?=$|[ :,])|\\?(?: ?%)?(?=$|[ :,])';
const END =
  /^(?:end[ -]?(?:of )?(?:the )?(?:either|meanwhile|if|or|parallel|both|block|branch(?:es)?)|end ?[.;,])[.;:]?$/i;
const EITHER_SHARE = new RegExp(`^(either(?: ?/ ?or| or)?) ?[:,]? ?(${SHARE}) ?[:,]? *(?!of )(?!or )`, 'i');
const IF_SHARE = new RegExp(`^(if) ?:? ?(${SHARE}) ?[:,]? *(?!of )(?!or )`, 'i');
const OR_SHARE = new RegExp(
  `^(or|or else|else|else ?if|elsif|otherwise|if) ?[:,]? ?(${SHARE}) ?[:,]? *(?!of )(?!or )`,
  'i',
);
const OR_ALONE = /^(or|or else|else|otherwise) ?:?$/i;
const OR_BODY = /^(or|or else|else|otherwise) ?[:,]? +(?!if )/i;
const CONDITION =
  /^(?:(?:if|when|else if|elsif|or if) [^"@#]{1,80} ?:|(?:else if|elsif|or if) [^"@#:]{1,80})$/i;
const AND_BODY = /^(and) +(?:also +)?/;
const OPENING = /^(either|meanwhile) +(?!way\b)/;
const OPENING_WITH_COLON = /^(either|meanwhile) *: */i;
const MEANWHILE_ALONE =
  /^(?:in )?parallel ?:?$|^(?:at the same time|simultaneously|concurrently|both|while) ?:?$/i;
const EITHER_ALONE =
  /^(?:either ?\/ ?or|either or|one of(?: these| them)?|choose(?: one)?|choice|decision|options?|if) ?:?$/i;
const THEN_A_LINE =
  /^then +(?=(?:wait|stock|lost) +[~≈]?\d|back to .*\d ?%|(?:meanwhile|either|end) ?:?$|sometimes +[~≈]?\d)/i;
const OR_WITHIN = new RegExp(` or (${SHARE}) ?[:,]? *`, 'i');
const RETURN_BEHIND_SHARE = new RegExp(
  `^(${SHARE}) ?:? ?(?:of (?:them|it|the units|all) )?(?:(?:are|is|go(?:es)?|gets?|comes?|sent) ){0,2}(back to .+|lost)$`,
  'i',
);
/** Longer beginnings of lines are not looked at. */
const LONGEST_HEAD = 160;
const MAY_BEGIN =
  /^(?:either|meanwhile|or|else|elsif|otherwise|if|when|and|end|in|parallel|at|simultaneously|concurrently|both|while|one|choose|choice|decision|options?|then|[~≈?\d])(?![\p{L}\p{N}'’])|^endif|^\d/iu;
const BARE = /^(?:either|meanwhile|end) ?:?$/i;

/** What a line says that has nearly the shape of a line of a block; null for every other line. */
export function blockWording(content: Span, context: LineContext): BlockWording | null {
  const text = rawText(spanOf(content.line, content.from, Math.min(content.to, content.from + LONGEST_HEAD)));
  if (!MAY_BEGIN.test(text) || BARE.test(text)) return null;
  const whole = content.to - content.from <= LONGEST_HEAD ? text : '';
  return (
    (context.inside === null
      ? outsideWording(content, text, whole)
      : insideWording(content, text, whole, context)) ?? openingWording(content, text, whole, context)
  );
}

function outsideWording(content: Span, text: string, whole: string): BlockWording | null {
  const then = THEN_A_LINE.exec(text);
  if (then !== null) return only('then', { before: '', rest: behind(content, then[0]) });
  const [, share, what] = RETURN_BEHIND_SHARE.exec(whole) ?? [];
  if (share === undefined || what === undefined) return null;
  return only(share, { before: `${what} ${share}`, rest: endOf(content) });
}

function insideWording(
  content: Span,
  text: string,
  whole: string,
  context: LineContext,
): BlockWording | null {
  if (END.test(whole) || /^endif$/i.test(whole)) return only('end', { before: 'end', rest: endOf(content) });
  const andThen = /^and then +/i.exec(text);
  if (andThen !== null) return only('and', { before: 'then ', rest: behind(content, andThen[0]) });
  if (context.inside === 'meanwhile') {
    const and = AND_BODY.exec(text);
    return and === null ? null : only('and', { before: '', rest: behind(content, and[0]) });
  }
  const or = OR_SHARE.exec(text) ?? (context.endBelow ? null : EITHER_SHARE.exec(text));
  if (or !== null)
    return only(or[1] ?? '', { before: shareHead(or[2], content, or[0]), rest: behind(content, or[0]) });
  if (OR_ALONE.test(whole)) return only(whole, { before: '?%:', rest: endOf(content) });
  if (CONDITION.test(whole)) return only('if', condition(content, whole));
  const body = OR_BODY.exec(text);
  return body === null ? null : only(body[1] ?? '', { before: '?%: ', rest: behind(content, body[0]) });
}

function openingWording(
  content: Span,
  text: string,
  whole: string,
  context: LineContext,
): BlockWording | null {
  if (context.full) return null;
  const shared = EITHER_SHARE.exec(text) ?? (context.endBelow ? IF_SHARE.exec(text) : null);
  if (shared !== null) return sharedOpening(content, shared, context);
  if (!context.endBelow) return null;
  const nothing = endOf(content);
  if (MEANWHILE_ALONE.test(whole)) return only(whole, { before: 'meanwhile', rest: nothing });
  if (EITHER_ALONE.test(whole)) return only(whole, { before: 'either', rest: nothing });
  if (CONDITION.test(whole)) {
    return { word: 'if', pieces: [{ before: 'either', rest: nothing }, condition(content, whole)] };
  }
  const head = OPENING_WITH_COLON.exec(text) ?? OPENING.exec(text);
  if (head === null) return null;
  const word = head[1] ?? '';
  const opening = { before: word.toLowerCase(), rest: nothing };
  return { word, pieces: [opening, { before: '', rest: behind(content, head[0]) }] };
}

/** `either 30%`, `either 30%: A` and, all on one line, `either 30% A or 70% B`. */
function sharedOpening(content: Span, match: RegExpExecArray, context: LineContext): BlockWording {
  const rest = behind(content, match[0]);
  const pieces: WordedPiece[] = [{ before: 'either', rest: endOf(content) }];
  const text = rawText(rest);
  const or = /["“„]/.test(text) ? null : OR_WITHIN.exec(text);
  const before = shareHead(match[2], content, match[0]);
  if (or === null) return { word: match[1] ?? '', pieces: [...pieces, { before, rest }] };
  const second = trimmed(spanOf(rest.line, rest.from + or.index + or[0].length, rest.to));
  pieces.push({ before, rest: trimmed(spanOf(rest.line, rest.from, rest.from + or.index)) });
  pieces.push({ before: shareHead(or[1], rest, text.slice(0, or.index + or[0].length)), rest: second });
  if (!context.endBelow) pieces.push({ before: 'end', rest: endOf(content) });
  return { word: match[1] ?? '', pieces };
}

/** A condition says when, and not how often: its share is not known, and its words are kept as a remark. */
function condition(content: Span, text: string): WordedPiece {
  return { before: `?%: # ${text.replace(/ ?:$/, '')}`, rest: endOf(content) };
}

function shareHead(share: string | undefined, content: Span, head: string): string {
  const written = share?.startsWith('?') ? '?%' : (share ?? '');
  return behind(content, head).from < content.to ? `${written}: ` : `${written}:`;
}

function only(word: string, piece: WordedPiece): BlockWording {
  return { word: word.replace(/ ?:$/, ''), pieces: [piece] };
}

function behind(content: Span, head: string): Span {
  return trimmed(spanOf(content.line, content.from + head.length, content.to));
}

function endOf({ line, to }: Span): Span {
  return spanOf(line, to, to);
}
