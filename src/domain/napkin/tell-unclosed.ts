import type { Item } from './item.js';
import type { TextEdit } from '../shared/index.js';
import { echo, replaceWith, type ProblemList } from './problem-list.js';
import type { Section } from './read-items.js';
import { placeOf, skipSpaces, wordsIn, type Line } from './span.js';

/** Tells the blocks that no `end` closes, each with the place where its `end` belongs by the indentation of its lines. */
export function tellUnclosed(section: Section, lines: readonly Line[], problems: ProblemList): void {
  const last = section.lastLine;
  if (last === null) return;
  for (const opening of section.unclosed) {
    const parting = partingLine(section, opening);
    const end = endFor(opening, last, lines);
    problems.add('UNCLOSED_BLOCK', opening.at, {
      message: `${echo(wordsIn(opening.span))} has no \`end\`, so everything down to line ${last.number} is read as its branches.`,
      suggestion:
        parting === null
          ? `Write \`end\` behind its last branch, for example behind line ${end.line}.`
          : `Line ${parting.at.line} opens a second block inside it. If that line only parts two branches, take it away: each line of a block is a branch, and \`then\` goes on with the branch above. Otherwise write \`end\` for each of the two.`,
      fix: parting === null ? end.edit : replaceWith(parting.span, ''),
    });
  }
}

function endFor(
  opening: Item,
  last: Line,
  lines: readonly Line[],
): { readonly line: number; readonly edit: TextEdit } {
  const line = lastOfBlock(opening, last, lines);
  const indent = ' '.repeat(indentOf(opening.span.line));
  const place = placeOf({ line, from: line.text.length, to: line.text.length });
  return { line: line.number, edit: { place, replacement: `\n${indent}end` } };
}

/** A line that opens the same kind of block again, no deeper than the first: typed between two branches. */
function partingLine({ items }: Section, opening: Item): Item | null {
  const { body } = opening;
  if (body.kind !== 'open') return null;
  const depth = indentOf(opening.span.line);
  const again = items
    .slice(items.indexOf(opening) + 1)
    .find((item) => item.body.kind === 'open' && item.body.block === body.block);
  const parts = again !== undefined && !again.then && again.share === undefined && again.comment === null;
  return parts && again.span.line !== opening.span.line && indentOf(again.span.line) === depth ? again : null;
}

/** The last of the lines that are indented deeper than the opening one, and of a `then` that goes on with them; where none is, the last line that says something. */
function lastOfBlock(opening: Item, last: Line, lines: readonly Line[]): Line {
  const start = lines.indexOf(opening.span.line);
  const end = lines.indexOf(last);
  const depth = indentOf(opening.span.line);
  let deeper: Line | null = null;
  for (let at = start + 1; at <= end; at++) {
    const line = lines[at];
    if (line === undefined || isBlank(line)) continue;
    if (indentOf(line) <= depth && (deeper === null || !isThen(line))) break;
    deeper = line;
  }
  return deeper ?? lastSpoken(start, end, lines) ?? opening.span.line;
}

function lastSpoken(from: number, to: number, lines: readonly Line[]): Line | null {
  for (let at = to; at >= from; at--) {
    const line = lines[at];
    if (line !== undefined && !isBlank(line)) return line;
  }
  return null;
}

function indentOf(line: Line): number {
  return skipSpaces(line.text, 0, line.text.length);
}

function isThen(line: Line): boolean {
  return /^ *then /i.test(line.text.slice(0, indentOf(line) + 'then '.length));
}

function isBlank(line: Line): boolean {
  return indentOf(line) >= line.text.length;
}
