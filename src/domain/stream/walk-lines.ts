import type { DraftBranch, DraftLine } from './stream-draft.js';

/** A line that is a block, and all other lines. */
export type BlockLine = Extract<DraftLine, { kind: 'meanwhile' | 'either' }>;
export type PlainLine = Exclude<DraftLine, { kind: 'meanwhile' | 'either' }>;

export type LineEvent =
  | { readonly kind: 'line'; readonly line: PlainLine }
  | { readonly kind: 'open'; readonly block: BlockLine }
  | { readonly kind: 'branch'; readonly block: BlockLine; readonly branch: DraftBranch }
  | { readonly kind: 'branchEnd' }
  | { readonly kind: 'close'; readonly block: BlockLine };

/** Whether a line opens a block and holds its branches. */
export function isBlock(line: DraftLine): line is BlockLine {
  return line.kind === 'meanwhile' || line.kind === 'either';
}

/** All lines in the order of the text, blocks told by their beginnings and ends; any depth of nesting. */
export function walkLines(lines: readonly DraftLine[]): readonly LineEvent[] {
  const events: LineEvent[] = [];
  const stack: (LineEvent | readonly DraftLine[])[] = [lines];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if (isLines(item)) {
      for (let i = item.length - 1; i >= 0; i -= 1) {
        const line = item[i];
        if (line) pushLine(stack, line);
      }
    } else {
      events.push(item);
    }
  }
  return events;
}

function isLines(item: LineEvent | readonly DraftLine[]): item is readonly DraftLine[] {
  return Array.isArray(item);
}

function pushLine(stack: (LineEvent | readonly DraftLine[])[], line: DraftLine): void {
  if (!isBlock(line)) {
    stack.push({ kind: 'line', line });
    return;
  }
  stack.push({ kind: 'close', block: line });
  for (let i = line.branches.length - 1; i >= 0; i -= 1) {
    const branch = line.branches[i];
    if (branch) stack.push({ kind: 'branchEnd' }, branch.lines, { kind: 'branch', block: line, branch });
  }
  stack.push({ kind: 'open', block: line }, line.head);
}
