import type { Item } from './item.js';
import { echo, type ProblemList } from './problem-list.js';
import type { Section } from './read-items.js';
import { placeOf, skipSpaces, wordsIn, type Line } from './span.js';

/** Tells the blocks that no `end` closes, each with the place where its `end` belongs by the indentation of its lines. */
export function tellUnclosed(section: Section, lines: readonly Line[], problems: ProblemList): void {
  const last = section.lastLine;
  if (last === null) return;
  for (const opening of section.unclosed) {
    const line = lastOfBlock(opening, last, lines);
    const indent = ' '.repeat(indentOf(opening.span.line));
    problems.add('UNCLOSED_BLOCK', opening.at, {
      message: `${echo(wordsIn(opening.span))} has no \`end\`, so everything down to line ${last.number} is read as its branches.`,
      suggestion: `Write \`end\` behind its last branch, for example behind line ${line.number}.`,
      fix: {
        place: placeOf({ line, from: line.text.length, to: line.text.length }),
        replacement: `\n${indent}end`,
      },
    });
  }
}

/** The last of the lines that are indented deeper than the opening one; where none is, the last line that says something. */
function lastOfBlock(opening: Item, last: Line, lines: readonly Line[]): Line {
  const start = lines.indexOf(opening.span.line);
  const end = lines.indexOf(last);
  const depth = indentOf(opening.span.line);
  let deeper: Line | null = null;
  for (let at = start + 1; at <= end; at++) {
    const line = lines[at];
    if (line === undefined || isBlank(line)) continue;
    if (indentOf(line) <= depth) break;
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

function isBlank(line: Line): boolean {
  return indentOf(line) >= line.text.length;
}
