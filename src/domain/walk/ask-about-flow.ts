import type { StepKey } from '../shared/index.js';
import type { FlowArc, Step } from '../stream/index.js';
import { askAt, STAY } from './ask-about-step.js';
import { isRough, sayCount, sayShare, sayTime } from './today.js';
import { OF_TEN, TIME_UNITS, written, type Blank, type WalkAsk } from './walk-ask.js';
import type { WalkGround } from './walk-ground.js';

/**
 * How long work lies before a step of which no wait is told: asked of those who take it up. In front of a branch no
 * wait can be typed, so there the whole stay is asked for.
 */
export function askAboutWait(ground: WalkGround, step: Step): readonly WalkAsk[] {
  if (step.outside || step.everySeconds || step.leadTime || ground.hasBufferBefore(step)) return [];
  if (ground.beginsBranch(step)) {
    const blank: Blank = { kind: 'MARK', step, text: 'lead ____' };
    return [askAt(step, 'LEAD_TIME', written('LEAD_TIME', STAY, TIME_UNITS), blank)];
  }
  const text = 'How long had the last one lain here before it was taken up?';
  return [askAt(step, 'WAIT', written('WAIT', text, TIME_UNITS), { kind: 'ABOVE', step, text: 'wait ____' })];
}

/** Waits and stocks that are told roughly, shares that are told roughly or not at all; each at the step where it can be seen. */
export function askAboutFlow(ground: WalkGround): readonly WalkAsk[] {
  return [...askBuffers(ground), ...askShares(ground), ...askLosses(ground)];
}

function askBuffers({ stream, places, steps }: WalkGround): readonly WalkAsk[] {
  return stream.flow.nodes.flatMap((node, index): readonly WalkAsk[] => {
    if (node.kind !== 'WAIT' && node.kind !== 'STOCK') return [];
    const amount = node.kind === 'WAIT' ? node.time : node.units;
    const behind = find(steps, places.stepBehind(index));
    const step = behind ?? find(steps, places.stepBefore(index));
    if (!step || !isRough(amount)) return [];
    const { line, why } = node;
    const where = `${behind ? 'before' : 'behind'} "${step.name}"`;
    const question =
      node.kind === 'WAIT'
        ? written(
            'WAIT',
            `How long did the last one wait ${where}?`,
            TIME_UNITS,
            sayTime(amount, stream.calendar, why),
          )
        : written('WAIT', `Count them now: how many lie ${where}?`, 'units', sayCount(amount));
    const blank: Blank = {
      kind: 'PLACE',
      line,
      of: node.kind === 'WAIT' ? 'TIME' : 'COUNT',
      text: node.kind === 'WAIT' ? 'wait ____' : 'stock ____',
    };
    const ask = askAt(step, 'WAIT', question, blank);
    return [{ ...ask, about: { step: step.key, line, what: 'WAIT' } }];
  });
}

function askShares(ground: WalkGround): readonly WalkAsk[] {
  const counted = new Set<number>();
  return ground.stream.flow.arcs.flatMap((arc): readonly WalkAsk[] => {
    if (arc.share !== null && !isRough(arc.share)) return [];
    if (arc.kind === 'RETURN') return askReturn(ground, arc);
    const branch = askBranch(ground, arc);
    if (branch.length === 0 || (arc.share !== null && counted.has(arc.from))) return [];
    counted.add(arc.from);
    return branch;
  });
}

function askReturn({ places, steps }: WalkGround, arc: FlowArc): readonly WalkAsk[] {
  const from = find(steps, places.stepBefore(arc.origin ?? arc.from));
  const to = find(steps, places.stepBefore(arc.target ?? arc.to));
  if (!from || !to) return [];
  const text = `Of the last ten at "${from.name}": how many had to go back to "${to.name}"?`;
  const written = `back to "${to.name}" ___%`;
  const blank: Blank = { kind: 'PLACE', line: arc.line, of: 'SHARE', text: written };
  return [shareAsk(from, from, arc, text, blank)];
}

/** Asked where the ways part; known by the step that the branch begins with. */
function askBranch({ stream, places, steps }: WalkGround, arc: FlowArc): readonly WalkAsk[] {
  const choice = stream.flow.nodes[arc.from];
  if (choice?.kind !== 'CHOICE' || arc.to === choice.partner) return [];
  const head = find(steps, places.stepBehind(arc.to));
  if (!head) return [];
  const at = find(steps, places.stepBefore(arc.from)) ?? head;
  const text = `Of the last ten: how many went on to "${head.name}"?`;
  const blank: Blank = arc.share
    ? { kind: 'PLACE', line: head.line, of: 'SHARE', text: `___%: "${head.name}"` }
    : { kind: 'FRONT', step: head, text: '___%: ' };
  return [shareAsk(at, head, { ...arc, line: head.line }, text, blank)];
}

function shareAsk(
  at: Step,
  of: Step,
  { share, line }: Pick<FlowArc, 'share' | 'line'>,
  text: string,
  blank: Blank,
): WalkAsk {
  const ask = askAt(at, 'SHARE', written('SHARE', text, OF_TEN, share && sayShare(share)), blank);
  return { ...ask, about: { step: of.key, line, what: 'SHARE' } };
}

function askLosses({ stream, places, steps }: WalkGround): readonly WalkAsk[] {
  return stream.flow.losses.flatMap(({ node, share, line }): readonly WalkAsk[] => {
    const step = find(steps, places.stepBefore(node));
    if (!step || !isRough(share)) return [];
    const text = `Of the last ten at "${step.name}": how many went no further?`;
    return [
      shareAsk(step, step, { share, line }, text, { kind: 'PLACE', line, of: 'SHARE', text: 'lost ___%' }),
    ];
  });
}

function find(steps: ReadonlyMap<StepKey, Step>, key: StepKey | null): Step | null {
  return (key !== null && steps.get(key)) || null;
}
