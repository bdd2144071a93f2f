import type { BlockKind } from './item.js';
import { echo, replaceWith, type ProblemList } from './problem-list.js';
import { placeOf, rawText, skipSpaces, spanOf, wordsIn, type Span } from './span.js';

const BLOCK =
  'either, below it a line for each branch such as `70%: Name of the step`, and end below the last.';
const SIDE_BY_SIDE = 'meanwhile, below it a line for each branch, and end below the last.';
const RETURN = 'back to "Name of the step" 20%.';
const SOMETIMES = 'sometimes 30%: Name of the step.';

/** How a line begins that is meant as a part of a block, and the right spelling. */
const BLOCK_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^either(?= ?:| +(?!way\b))/, BLOCK],
  [/^(?:or|else|elsif|otherwise)(?=$| ?:| )/, BLOCK],
  [/^or(?= )/i, BLOCK],
  [/^(?:if|when)(?=[^"@#]{1,80} ?:$)/i, BLOCK],
  [/^(?:if|when)(?= [^"@#:]{1,60} ?\d ?% ?:)/i, BLOCK],
  [/^(?:(?:or|else|otherwise|either ?\/ ?or|one of)(?= ?:?$)|if(?= ?:?$| ?:? ?[~≈]? ?\d[\d.,]* ?%))/i, BLOCK],
  [/^meanwhile(?=$| ?:| )/, SIDE_BY_SIDE],
  [/^meanwhile(?= ?:)/i, SIDE_BY_SIDE],
  [/^(?:in parallel|parallel|at the same time|simultaneously|concurrently|both)(?= ?:?$)/i, SIDE_BY_SIDE],
];

/** Words that begin a line of their own kind, or stand for one where people are in a hurry: for hints. */
const LINE_WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /^lead(?:[ -]?time)? ?:? ?(?=[~≈]?\d)/i,
    'it is a mark of the step above and stands behind its name: lead 3d.',
  ],
  [/^wait(?= |$| ?:)/, 'wait 3d "why".'],
  [/^stock(?= |$| ?:)/, 'stock 400 "why".'],
  [/^lost(?= |$| ?:)/, 'lost 40%.'],
  [/^back to(?= |$)/, RETURN],
  [/^(?:go|goes|loop|loops|jump|sent|send) back to(?= )/, RETURN],
  [/^(?:back|loop|repeat|redo|rework|returns?|go ?to)(?= ?:?$| [~≈]?\d[\d.,]* ?%$)/i, RETURN],
  [/^go ?to(?= .+ \d[\d.,]* ?%$)/i, RETURN],
  [/^after(?= |$)/, 'after "Name of a step".'],
  [/^person(?= |$)/, 'person Dana 32h {what they can do}.'],
  [/^stream(?= |$)/, 'stream NAME, without marks behind it.'],
  [/^sometimes(?= |$)/, SOMETIMES],
  [/^(?:optional|optionally)(?= ?:)/i, SOMETIMES],
  [/^optionally(?= )/, SOMETIMES],
  [/^optional(?= ?$)/i, SOMETIMES],
  [
    /^and(?= )/,
    `Write one step on each line without \`and\`. What happens side by side is written ${SIDE_BY_SIDE}`,
  ],
  [/^fifo(?= |$)/, 'it stands behind a wait or a stock: wait 3d fifo 20.'],
  [/^pull(?= |$)/, 'it stands behind a wait or a stock: stock 400 pull.'],
  [/^stop(?= |$)/, 'it stands in a branch of a meanwhile or an either.'],
];

/** The first words of lines that are told of here; a line that begins with another is not looked at. */
export const FIRST_WORDS: ReadonlySet<string> = new Set(
  [
    'either or else elsif otherwise if when one meanwhile in parallel at simultaneously concurrently both',
    'wait stock lost back go goes goto loop loops jump sent send repeat redo rework return returns',
    'after person stream sometimes optional optionally and fifo pull stop then',
  ].flatMap((words) => words.split(' ')),
);

/** Tells that a line begins with a line word and has not its shape; true where it begins with a word of a block, and may be meant as a part of one. */
export function tellLineWord(span: Span, inside: BlockKind | null, problems: ProblemList): boolean {
  const text = rawText(spanOf(span.line, span.from, Math.min(span.to, span.from + 120)));
  const [, share, returned] = SHARE_BACK.exec(text) ?? [];
  if (share !== undefined && returned !== undefined) {
    tellReturn(span, `back to ${returned} ${share.replace(/ /g, '')}`, problems);
    return false;
  }
  const first = /^[a-z]+/i.exec(text.slice(0, 16))?.[0];
  if (first === undefined || !(FIRST_WORDS.has(first.toLowerCase()) || /^lead$/i.test(first))) return false;
  if (/^then(?= |$)/.test(text)) {
    tellThen(span, inside, problems);
    return true;
  }
  const block = wordOf(text, BLOCK_WORDS);
  if (block !== null) {
    problems.add('BLOCK_WORD_IN_STEP', placeOf(span), {
      message: `${echo(wordsIn(span))} is read as a step.`,
      suggestion: `If a block is meant, write on lines of their own: ${block.shape} If it is a step, put its name in quotes.`,
    });
    return true;
  }
  const found = wordOf(text, LINE_WORDS);
  if (found === null) return false;
  problems.add('READ_AS_STEP', placeOf(span), {
    message: `${echo(wordsIn(span))} is read as a step.`,
    suggestion: /^[A-Z]/.test(found.shape)
      ? found.shape
      : `If a line \`${found.word}\` is meant: ${found.shape}`,
  });
  return false;
}

/** `10 % complaints back to deliver` */
const SHARE_BACK = /^([~≈]? ?\d{1,3}(?:[.,]\d{1,6})? ?%) [^"@#]{1,60}? back to ([^"@#%]{1,60})$/i;

function tellReturn(span: Span, line: string, problems: ProblemList): void {
  problems.add('READ_AS_STEP', placeOf(span), {
    message: `${echo(wordsIn(span))} is read as a step.`,
    suggestion: `If work returns to an earlier step, write: ${line}. If it is a step, put its name in quotes.`,
  });
}

function wordOf(text: string, words: readonly (readonly [RegExp, string])[]) {
  for (const [pattern, shape] of words) {
    const word = pattern.exec(text)?.[0];
    if (word !== undefined) return { word: word.toLowerCase().replace(/ ?:? ?$/, ''), shape };
  }
  return null;
}

/** `then` continues a branch; outside a block each line follows the one above it anyway. */
function tellThen(span: Span, inside: BlockKind | null, problems: ProblemList): void {
  const from = skipSpaces(span.line.text, span.from + 'then'.length, span.to);
  const alone = from >= span.to;
  problems.add('THEN_WITHOUT_BRANCH', placeOf(span), {
    message: `${echo(wordsIn(span))} is read as a step.`,
    suggestion:
      inside === null && !alone
        ? 'Outside a block each line follows the one above it: take `then` away. If it is part of the name, put the name in quotes.'
        : 'Inside a meanwhile or an either, `then` stands in front of what goes on with the branch above: then Name of the step.',
    ...(inside === null && !alone ? { fix: replaceWith(spanOf(span.line, span.from, from), '') } : {}),
  });
}
