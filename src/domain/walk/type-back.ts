import { foldName } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import type { Blank, GuessKind } from './walk-ask.js';
import type { TypeBackLine } from './walk-sheet.js';

const AMOUNT = String.raw`\d+(?:[.,]\d+)?`;
const UNIT = String.raw`(?:months?|mon|min(?:utes?)?|hours?|(?:working |calendar )?days?|weeks?|seconds?|cd|[smhdw])\b`;
const TERMS = String.raw`${AMOUNT}\s?${UNIT}(?:\s+${AMOUNT}\s?${UNIT})*`;
/** A guess begins with ~, a range has a dash: only these are replaced. */
const TIME = String.raw`(?:~\s?(?:${AMOUNT}\s?(?:${UNIT})?\s?[-–]\s?)?${TERMS}|${AMOUNT}\s?(?:${UNIT})?\s?[-–]\s?${TERMS})`;
const SHARE = String.raw`(?:~\s?(?:${AMOUNT}\s?%?\s?[-–]\s?)?${AMOUNT}\s?%|${AMOUNT}\s?%?\s?[-–]\s?${AMOUNT}\s?%)`;
const COUNT = String.raw`(?:~\s?(?:${AMOUNT}\s?[-–]\s?)?${AMOUNT}|${AMOUNT}\s?[-–]\s?${AMOUNT})`;

const PATTERNS: Readonly<Record<GuessKind, readonly [pattern: RegExp, blank: string]>> = {
  LEAD: [new RegExp(String.raw`\blead\s+${TIME}`, 'u'), 'lead ____'],
  EVERY: [new RegExp(String.raw`\bevery\s+${TIME}`, 'u'), 'every ____'],
  TIME: [new RegExp(String.raw`(?<!\blead\s+|\bevery\s+)${TIME}`, 'u'), '____'],
  SHARE: [new RegExp(SHARE, 'u'), '___%'],
  COUNT: [new RegExp(COUNT, 'u'), '____'],
};

/** The lines of a napkin with these blanks in them, each line once, in the order in which they are first asked for. */
export function typeBack(
  blanks: readonly Blank[],
  lineAt: (line: number) => string | null,
): readonly TypeBackLine[] {
  const above: (readonly [Blank, TypeBackLine])[] = [];
  const edited = new Map<string, TypeBackLine>();
  for (const blank of blanks) {
    if (blank.kind === 'ABOVE') {
      above.push([blank, { line: blank.step.line, above: true, text: blank.text }]);
      continue;
    }
    const line = lineOf(blank);
    const name = line === null ? `? ${nameOf(blank)}` : String(line);
    const text = edited.get(name)?.text ?? asWritten(blank, line, lineAt);
    edited.set(name, { line, above: false, text: withBlank(text, blank) });
  }
  const lines = [...above.map(([, line]) => line), ...edited.values()];
  return [...new Map(lines.map((line) => [`${line.line} ${line.above} ${line.text}`, line])).values()];
}

function lineOf(blank: Exclude<Blank, { kind: 'ABOVE' }>): number | null {
  if (blank.kind === 'HEAD') return null;
  return blank.kind === 'PLACE' ? blank.line : blank.step.line;
}

/** Answers about one step go into one line, whether or not it is known where that stands. */
function nameOf(blank: Blank): string {
  return 'step' in blank ? blank.step.key : blank.text;
}

function asWritten(blank: Blank, line: number | null, lineAt: (line: number) => string | null): string {
  const written = line === null ? null : lineAt(line);
  if (written !== null && isThatLine(written, blank)) return written.trim();
  return 'step' in blank ? quoted(blank.step) : '';
}

/** The text may come from elsewhere than the lines are counted in; then nothing of it is shown. */
function isThatLine(written: string, blank: Blank): boolean {
  const word = firstWord('step' in blank ? blank.step.name : blank.text);
  return written.trim() !== '' && foldName(written).includes(foldName(word));
}

function firstWord(text: string): string {
  return /[\p{L}\p{N}]+/u.exec(text)?.[0] ?? '';
}

function quoted({ name }: Step): string {
  return `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function withBlank(text: string, blank: Blank): string {
  switch (blank.kind) {
    case 'HEAD':
      return blank.text;
    case 'FRONT':
      return `${blank.text}${text}`;
    case 'PLACE': {
      if (text === '') return blank.text;
      const [pattern, gap] = PATTERNS[blank.of];
      const [head, tail] = splitTail(text);
      if (pattern.test(head)) return `${head.replace(pattern, gap)}${tail}`;
      const shareless = blank.of === 'SHARE' && !head.includes('___%');
      return shareless ? `${head} ___%${tail}` : text;
    }
    default: {
      const [head, tail] = splitTail(text);
      const unnamed = blank.text.startsWith('@') ? head.replace(/(^|\s)@\?(?=\s|$)/u, '$1@____') : head;
      return unnamed === head ? `${head} ${blank.text}${tail}` : `${unnamed}${tail}`;
    }
  }
}

/** A line, and the pain or comment at its end that no mark may stand behind. */
function splitTail(text: string): readonly [head: string, tail: string] {
  let quote = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\' && quote) at += 1;
    else if (text[at] === '"') quote = !quote;
    else if (!quote && /^\s[!#]\s/u.test(text.slice(at, at + 3))) return [text.slice(0, at), text.slice(at)];
  }
  return [text, ''];
}
