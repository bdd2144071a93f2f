import type { Problem, TextEdit } from '../shared/index.js';

/** A text after its edits: which problems were put right by them, and which were not touched. */
export interface FixedText {
  readonly text: string;
  readonly applied: readonly Problem[];
  readonly left: readonly Problem[];
}

interface Cut {
  readonly problem: Problem;
  readonly from: number;
  readonly to: number;
  readonly replacement: string;
}

/**
 * Makes the edits of these problems in one pass over the text that they were told of. Of two that overlap the first
 * is made; what has no edit, or one that lies outside the text, is left. Line ends inside an edit become those of the
 * text, and everything outside the edits stays byte for byte as it is.
 */
export function applyFixes(text: string, problems: readonly Problem[]): FixedText {
  const lines = linesOf(text);
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const cuts = problems.flatMap((problem) => cutOf(problem, lines, lineEnd)).sort(inOrder);
  const applied = new Set<Problem>();
  const parts: string[] = [];
  let done = 0;
  for (const { problem, from, to, replacement } of cuts) {
    if (from < done) continue;
    parts.push(text.slice(done, from), replacement);
    done = to;
    applied.add(problem);
  }
  return {
    text: parts.join('') + text.slice(done),
    applied: problems.filter((problem) => applied.has(problem)),
    left: problems.filter((problem) => !applied.has(problem)),
  };
}

interface LineRange {
  readonly from: number;
  readonly to: number;
}

function linesOf(text: string): readonly LineRange[] {
  const lines: LineRange[] = [];
  let from = 0;
  for (const end of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ from, to: end.index });
    from = end.index + end[0].length;
  }
  return [...lines, { from, to: text.length }];
}

function cutOf(problem: Problem, lines: readonly LineRange[], lineEnd: string): readonly Cut[] {
  if (problem.fix === null) return [];
  const { place, replacement }: TextEdit = problem.fix;
  const line = lines[place.line - 1];
  if (line === undefined || place.column < 1 || place.length < 0) return [];
  const from = line.from + place.column - 1;
  const to = from + place.length;
  return to > line.to ? [] : [{ problem, from, to, replacement: replacement.replaceAll('\n', lineEnd) }];
}

/** By place; what is put in comes before what is replaced there, and of two `end` the one of the inner block. */
function inOrder(a: Cut, b: Cut): number {
  if (a.from !== b.from) return a.from - b.from;
  if (a.from === a.to && b.from === b.to) return startOf(b) - startOf(a);
  return a.to - b.to;
}

function startOf({ problem }: Cut): number {
  return problem.place?.line ?? 0;
}
