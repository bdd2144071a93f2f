import { MOST_RECEIVERS } from '../change/index.js';
import type { StepKey } from '../shared/index.js';
import type { FlowArc, FlowNode, Step } from '../stream/index.js';
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

/**
 * A wait that is told roughly is asked of everybody who takes work up behind it: in front of a block those are the
 * first of all branches, and each sees their own end of it. A wait that nobody takes up is asked of who leaves it.
 */
function askBuffers(ground: WalkGround): readonly WalkAsk[] {
  const { stream, places, steps } = ground;
  return stream.flow.nodes.flatMap((node, index): readonly WalkAsk[] => {
    if (node.kind !== 'WAIT' && node.kind !== 'STOCK') return [];
    if (!isRough(node.kind === 'WAIT' ? node.time : node.units)) return [];
    const behind = ground.receiversOf(index);
    const before = find(steps, places.stepBefore(index));
    const asked = behind.length > 0 ? behind : before ? [before] : [];
    const about = {
      step: places.stepBehind(index) ?? before?.key ?? null,
      line: node.line,
      what: 'WAIT' as const,
    };
    return asked.map((step) => {
      const where = `${behind.length > 0 ? 'before' : 'behind'} "${step.name}"`;
      const ask = askAt(step, 'WAIT', bufferQuestion(ground, node, where, behind), bufferBlank(node));
      return { ...ask, about };
    });
  });
}

type Buffer = Extract<FlowNode, { kind: 'WAIT' | 'STOCK' }>;

function bufferQuestion(
  { stream }: WalkGround,
  node: Buffer,
  where: string,
  receivers: readonly Step[],
): WalkAsk['question'] {
  const also = receivers.length > 1 ? ` ${whoIsAsked(receivers)}` : '';
  if (node.kind === 'STOCK')
    return written('WAIT', `Count them now: how many lie ${where}?${also}`, 'units', sayCount(node.units));
  const today = sayTime(node.time, stream.calendar, node.why);
  return written('WAIT', `How long did the last one wait ${where}?${also}`, TIME_UNITS, today);
}

/** So many are named; where more are asked, the rest is counted. */
const MOST_NAMED = 3;

function whoIsAsked(receivers: readonly Step[]): string {
  const named = receivers.slice(0, MOST_NAMED).map(({ name }) => `"${name}"`);
  const more = receivers.length - named.length;
  const all =
    more > 0
      ? `${named.join(', ')} and ${more} more`
      : `${named.slice(0, -1).join(', ')} and ${named.at(-1) ?? ''}`;
  const first =
    receivers.length >= MOST_RECEIVERS ? ` At most ${MOST_RECEIVERS} are asked, the first of the text.` : '';
  return `(It is one wait in front of ${all}: each of them is asked, because each takes work up behind it.${first})`;
}

function bufferBlank({ kind, line }: Buffer): Blank {
  return kind === 'WAIT'
    ? { kind: 'PLACE', line, of: 'TIME', text: 'wait ____' }
    : { kind: 'PLACE', line, of: 'COUNT', text: 'stock ____' };
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
