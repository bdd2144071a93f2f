import { foldName, keyFromName } from '../shared/index.js';
import type { DraftBranch, DraftLine, DraftStep, StreamDraft } from './stream-draft.js';
import { isBlock, type BlockLine } from './walk-lines.js';

/** One step, by its name or by the key made from it, and the capability that somebody confirmed for it. */
export interface CapabilityConfirmation {
  readonly step: string;
  readonly capability: string;
}

/** The draft with the confirmed capabilities written behind their steps; what a step states already is not stated twice. */
export function stateCapabilities(
  draft: StreamDraft,
  confirmations: readonly CapabilityConfirmation[],
): StreamDraft {
  const wanted = new Map<string, string[]>();
  for (const { step, capability } of confirmations) {
    const key = foldName(step);
    const list = wanted.get(key);
    if (list) list.push(capability);
    else wanted.set(key, [capability]);
  }
  const lines = editSteps(draft.lines, (step) => {
    const names = [foldName(step.name), keyFromName(step.name)];
    return stateOn(
      step,
      [...new Set(names)].flatMap((name) => wanted.get(name) ?? []),
    );
  });
  return { ...draft, lines };
}

function stateOn(step: DraftStep, names: readonly string[]): DraftStep {
  const stated = new Set(step.capabilities.map((capability) => foldName(capability.name)));
  const added = names.filter((name) => {
    const folded = foldName(name);
    if (stated.has(folded)) return false;
    stated.add(folded);
    return true;
  });
  if (added.length === 0) return step;
  const capabilities = added.map((name) => ({ name, level: null, licence: false, at: null }));
  return { ...step, capabilities: [...step.capabilities, ...capabilities] };
}

interface OpenLines {
  readonly source: readonly DraftLine[];
  readonly done: DraftLine[];
  readonly block: BlockLine | null;
  readonly branches: DraftBranch[];
}

/** The same lines with every step edited; any depth of nesting. */
function editSteps(lines: readonly DraftLine[], edit: (step: DraftStep) => DraftStep): readonly DraftLine[] {
  const root: OpenLines = { source: lines, done: [], block: null, branches: [] };
  const stack: { level: OpenLines; opened: { block: BlockLine; branches: DraftBranch[] } | null }[] = [
    { level: root, opened: null },
  ];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const { level, opened } = top;
    const next = opened?.block.branches[opened.branches.length];
    if (opened && next) {
      const inner: OpenLines = {
        source: next.lines,
        done: [],
        block: opened.block,
        branches: opened.branches,
      };
      stack.push({ level: inner, opened: null });
      continue;
    }
    if (opened) {
      level.done.push({ ...opened.block, branches: opened.branches });
      top.opened = null;
      continue;
    }
    const line = level.source[level.done.length];
    if (line === undefined) {
      stack.pop();
      const branch = level.block?.branches[level.branches.length];
      if (branch) level.branches.push({ ...branch, lines: level.done });
    } else if (isBlock(line)) {
      top.opened = { block: line, branches: [] };
    } else {
      level.done.push(line.kind === 'step' ? { ...line, step: edit(line.step) } : line);
    }
  }
  return root.done;
}
