import { countEndsBelow } from './count-ends.js';
import type { Item, ItemBody, LineContext } from './item.js';
import { readLine } from './read-line.js';
import { echo, type ProblemList } from './problem-list.js';
import { rawText, wordsIn, type Line } from './span.js';

/** How deep blocks may be nested. */
export const DEEPEST_BLOCK = 100;

/** A stretch of lines that belongs to one stream: from its `stream` line (null where none stands there) to the next. */
export interface Section {
  readonly opening: Item | null;
  readonly items: Item[];
  /** The lines that open a block that no `end` closes. */
  readonly unclosed: Item[];
  /** The last line of the section. */
  lastLine: Line | null;
}

/** The lines of a text as items, parted into streams. The first section may have no `stream` line. */
export function readItems(lines: readonly Line[], problems: ProblemList): Section[] {
  let section = newSection(null);
  const sections = [section];
  let first = true;
  let ignored = 0;
  const endsBelow = countEndsBelow(lines);
  for (const [at, line] of lines.entries()) {
    const open = section.unclosed.length;
    const context: LineContext = {
      inside: openBlock(section),
      first,
      endBelow: (endsBelow[at] ?? 0) > open,
      full: open >= DEEPEST_BLOCK,
    };
    for (const item of readLine(line, context, problems)) {
      const { body } = item;
      if (!isRemark(body)) first = false;
      if (body.kind === 'stream') {
        section = newSection(item);
        sections.push(section);
        ignored = 0;
      } else if (body.kind === 'open' && section.unclosed.length >= DEEPEST_BLOCK) {
        ignored += 1;
        section.items.push(tooDeep(item, problems));
      } else if (body.kind === 'end' && ignored > 0) {
        ignored -= 1;
        section.items.push(asNote(item));
      } else {
        addItem(section, item, problems);
      }
    }
    section.lastLine = line;
  }
  return sections;
}

function newSection(opening: Item | null): Section {
  return { opening, items: [], unclosed: [], lastLine: opening?.span.line ?? null };
}

function openBlock(section: Section): LineContext['inside'] {
  const body = section.unclosed.at(-1)?.body;
  return body?.kind === 'open' ? body.block : null;
}

function isRemark(body: ItemBody): boolean {
  return body.kind === 'blank' || body.kind === 'comment';
}

function addItem(section: Section, item: Item, problems: ProblemList): void {
  const { body } = item;
  if (body.kind === 'open') section.unclosed.push(item);
  if (body.kind === 'end' && section.unclosed.pop() === undefined) {
    problems.add('STRAY_END', item.at, {
      message: 'This `end` closes no block; it is kept as a note.',
      suggestion: 'Take it away, or open its block above with `meanwhile` or `either`.',
    });
    section.items.push(asNote(item));
    return;
  }
  const repeatsBlank = body.kind === 'blank' && (section.items.at(-1)?.body.kind ?? 'blank') === 'blank';
  if (!repeatsBlank) section.items.push(item);
}

function asNote(item: Item): Item {
  return { ...item, body: { kind: 'note', text: wordsIn(item.span) } };
}

function tooDeep(item: Item, problems: ProblemList): Item {
  problems.add('TOO_DEEP', item.at, {
    message: `${echo(rawText(item.span))} is nested more than ${DEEPEST_BLOCK} blocks deep; it is kept as a note and its branches belong to the block around it.`,
    suggestion: 'Close blocks with `end` before opening more, or draw a part as a stream of its own.',
  });
  return asNote(item);
}
