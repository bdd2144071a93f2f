import { exactly, type Calendar, type Quantity, type StepKey, type TextPlace } from '../shared/index.js';
import { toQuantity, toWorkingSeconds } from './convert-time.js';
import {
  addBuffer,
  addNode,
  closeBlock,
  closeBranch,
  openBlock,
  openBranch,
  startSketch,
  type FlowSketch,
} from './flow-sketch.js';
import { problemAt } from './problem-at.js';
import { complementOf, inferShares } from './share-arithmetic.js';
import type { DraftLine, DraftStep } from './stream-draft.js';
import type { LineEvent, PlainLine } from './walk-lines.js';

const REMARKS: ReadonlySet<DraftLine['kind']> = new Set(['blank', 'comment', 'note']);

/** Reads the flow from the lines in their order; references to steps stay unresolved. */
export function readFlow(
  events: readonly LineEvent[],
  calendar: Calendar,
  keyOf: ReadonlyMap<DraftStep, StepKey>,
): FlowSketch {
  const sketch = startSketch();
  for (const event of events) {
    switch (event.kind) {
      case 'line':
        readLine(sketch, event.line, calendar, keyOf);
        break;
      case 'open':
        openBlock(sketch, event.block.kind === 'meanwhile', sharesOf(event));
        break;
      case 'branch':
        openBranch(sketch, event.branch.lines.find(({ kind }) => !REMARKS.has(kind))?.at ?? null);
        break;
      case 'branchEnd':
        endAfter(sketch);
        closeBranch(sketch);
        break;
      case 'close':
        closeBlock(sketch);
        break;
    }
  }
  endAfter(sketch);
  return sketch;
}

function sharesOf(event: Extract<LineEvent, { kind: 'open' }>): readonly (Quantity | null)[] {
  return inferShares(event.block.branches.map((branch) => branch.share && toQuantity(branch.share)));
}

function readLine(
  sketch: FlowSketch,
  line: PlainLine,
  calendar: Calendar,
  keyOf: ReadonlyMap<DraftStep, StepKey>,
): void {
  const { at } = line;
  const where = at?.line ?? null;
  switch (line.kind) {
    case 'step':
      addStep(sketch, line.step, keyOf.get(line.step));
      break;
    case 'wait': {
      const time = toWorkingSeconds(line.time, calendar);
      addBuffer(sketch, { kind: 'WAIT', time, why: line.why, passing: line.passing, line: where }, at);
      break;
    }
    case 'stock': {
      const units = toQuantity(line.units);
      addBuffer(sketch, { kind: 'STOCK', units, why: line.why, passing: line.passing, line: where }, at);
      break;
    }
    case 'back': {
      const origin = lineAbove(sketch, '`back to`', at);
      const share = line.share && toQuantity(line.share);
      const time = line.time && toWorkingSeconds(line.time, calendar);
      if (origin !== null) sketch.returns.push({ origin, to: line.to, share, time, at });
      break;
    }
    case 'lost': {
      const node = lineAbove(sketch, '`lost`', at);
      if (node !== null) sketch.losses.push({ node, share: toQuantity(line.share), line: where, at });
      break;
    }
    case 'stop':
      stop(sketch, at);
      break;
    case 'after':
      sketch.after = { steps: line.steps, at };
      break;
    default:
      break;
  }
}

function addStep(sketch: FlowSketch, step: DraftStep, key: StepKey | undefined): void {
  if (key === undefined) return;
  if (!step.sometimes) {
    const node = addNode(sketch, { kind: 'STEP', step: key });
    sketch.stepNodes.set(key, { node, exit: node });
    sketch.wayOut = { key, end: null };
    return;
  }
  const share = toQuantity(step.sometimes);
  openBlock(sketch, false, [share, complementOf([share])]);
  openBranch(sketch);
  const node = addNode(sketch, { kind: 'STEP', step: key });
  closeBranch(sketch);
  openBranch(sketch);
  closeBranch(sketch);
  closeBlock(sketch);
  sketch.stepNodes.set(key, { node, exit: sketch.cursor.node });
  sketch.above = node;
  sketch.wayOut = { key, end: null };
}

function lineAbove(sketch: FlowSketch, what: string, at: TextPlace | null): number | null {
  if (sketch.above === null) {
    const message = `${what} is a share of the units of the line above it, and nothing stands above. Write it under the step whose units it means.`;
    sketch.problems.push(problemAt('NOTHING_ABOVE', 'WARNING', message, at));
  }
  return sketch.above;
}

function stop(sketch: FlowSketch, at: TextPlace | null): void {
  endAfter(sketch);
  const block = sketch.blocks.at(-1);
  const { above } = sketch;
  if (block && sketch.cursor.state === 'AT') {
    if (sketch.cursor.node === block.gate && !block.parallel) addStopPlace(sketch, at);
    if (sketch.cursor.node !== block.gate) sketch.stops.push(sketch.cursor.node);
  }
  sketch.cursor = { state: block ? 'DEAD' : 'START', node: -1, share: 'REST', scope: sketch.cursor.scope };
  sketch.above = above;
}

/** A branch that is nothing but a stop still needs a place for its units to end at. */
function addStopPlace(sketch: FlowSketch, at: TextPlace | null): void {
  const none = exactly(0, 'DERIVED');
  addNode(sketch, { kind: 'WAIT', time: none, why: null, passing: { kind: 'PUSH' }, line: at?.line ?? null });
}

function endAfter(sketch: FlowSketch): void {
  if (!sketch.after) return;
  const message =
    '`after` says what the step below it follows, and no step stands below. Write it on the line before a step.';
  sketch.problems.push(problemAt('AFTER_WITHOUT_STEP', 'WARNING', message, sketch.after.at));
  sketch.after = null;
}
