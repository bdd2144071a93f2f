import { formatDuration, formatNumber, formatPercent, type Calendar, type StepKey } from '../shared/index.js';
import type { FlowArc, FlowNode, Step, ValueStream } from '../stream/index.js';
import { wordsOfWays, type Way } from './flow-sources.js';
import type { ReportPlace } from './raci-report.js';

interface FlowBook {
  readonly stream: ValueStream;
  readonly numbers: ReadonlyMap<StepKey, number>;
  readonly into: ReadonlyMap<number, readonly FlowArc[]>;
  readonly nodeOf: ReadonlyMap<StepKey, number>;
  readonly returns: ReadonlyMap<number, readonly string[]>;
  /** What happens to the units behind a step before they meet others, or go. */
  readonly behind: ReadonlyMap<number, readonly string[]>;
}

/** The stream as a strip of numbered steps in the order of the text: what comes before each, how long it takes, what returns from it. */
export function flowOf(stream: ValueStream): readonly ReportPlace[] {
  const book = openBook(stream);
  return stream.steps.map((step) => {
    const node = book.nodeOf.get(step.key);
    const { position, name, force, outside } = step;
    const apart = step.everySeconds !== null || node === undefined || !book.into.has(node);
    const way = apart || node === undefined ? { before: [], afresh: false } : wayTo(node, step, book);
    return {
      position,
      step: name,
      force,
      outside,
      ...way,
      apart,
      facts: factsOf(step, stream.calendar),
      behind: (node === undefined ? undefined : book.behind.get(node)) ?? [],
      returns: (node === undefined ? undefined : book.returns.get(node)) ?? [],
    };
  });
}

function openBook(stream: ValueStream): FlowBook {
  const { nodes, arcs } = stream.flow;
  const into = new Map<number, FlowArc[]>();
  for (const arc of arcs) {
    if (arc.kind !== 'NEXT') continue;
    const there = into.get(arc.to);
    if (there) there.push(arc);
    else into.set(arc.to, [arc]);
  }
  const nodeOf = new Map(
    nodes.flatMap((node, at) => (node.kind === 'STEP' ? [[node.step, at] as const] : [])),
  );
  const numbers = new Map(stream.steps.map(({ key, position }) => [key, position]));
  const book = {
    stream,
    numbers,
    into,
    nodeOf,
    returns: new Map<number, string[]>(),
    behind: new Map<number, string[]>(),
  };
  for (const arc of arcs) if (arc.kind === 'RETURN') enterReturn(book, arc);
  nodes.forEach((node, at) => enterBehind(book, node, at));
  for (const { node, share } of stream.flow.losses) {
    note(book.behind, lastStepAt(node, book), `${formatPercent(share.likely)} lost`);
  }
  return book;
}

function note(notes: Map<number, string[]>, node: number, text: string): void {
  const there = notes.get(node);
  if (there) there.push(text);
  else notes.set(node, [text]);
}

/** What waits before branches meet, or at the end of the stream, is told of the step that it stands behind. */
function enterBehind(
  book: FlowBook & { readonly behind: Map<number, string[]> },
  node: FlowNode,
  at: number,
): void {
  const meets = node.kind === 'JOIN' || node.kind === 'MERGE';
  const last = (node.kind === 'WAIT' || node.kind === 'STOCK') && book.stream.flow.ends.includes(at);
  const tails = meets ? (book.into.get(at) ?? []).map(({ from }) => from) : last ? [at] : [];
  for (const tail of tails) {
    const { from, waits, share } = walkBack(tail, book);
    const when = whenOf(book.stream.flow.nodes[from], share);
    for (const wait of waits) note(book.behind, lastStepAt(from, book), `${when} ${wait}`);
  }
}

/** A branch that holds nothing but a wait has no step of its own: the step before it says when. */
function whenOf(gate: FlowNode | undefined, share: FlowArc | null): string {
  if (gate?.kind === 'FORK') return 'meanwhile';
  if (gate?.kind !== 'CHOICE') return 'then';
  return share?.share ? `${formatPercent(share.share.likely)}:` : '? %:';
}

/** The step at a node, or the last of those whose units come to it; the node itself where there is none. */
function lastStepAt(node: number, book: FlowBook): number {
  let at = node;
  const met = new Set<number>();
  while (book.stream.flow.nodes[at]?.kind !== 'STEP' && !met.has(at)) {
    met.add(at);
    at = book.into.get(at)?.at(-1)?.from ?? at;
  }
  return at;
}

/** A return belongs to the step whose units it takes back. */
function enterReturn(book: FlowBook & { readonly returns: Map<number, string[]> }, arc: FlowArc): void {
  const { from } = walkBack(arc.origin ?? arc.from, book);
  const number = numberAt(book, arc.target ?? arc.to);
  if (book.stream.flow.nodes[from]?.kind !== 'STEP' || number === null) return;
  const share = arc.share === null ? '? %' : formatPercent(arc.share.likely);
  book.returns.set(from, [...(book.returns.get(from) ?? []), `${share} back to ${number}`]);
}

/** The step or gate that a node is reached from over buffers alone, with what those take in their order. */
function walkBack(
  node: number,
  { stream, into }: FlowBook,
): { from: number; waits: string[]; share: FlowArc | null } {
  const waits: string[] = [];
  let share: FlowArc | null = null;
  let at = node;
  for (;;) {
    const here = stream.flow.nodes[at];
    if (here?.kind === 'WAIT' || here?.kind === 'STOCK') waits.unshift(sayBuffer(here, stream.calendar));
    else return { from: at, waits, share };
    const [only, ...others] = into.get(at) ?? [];
    if (!only || others.length > 0) return { from: at, waits, share };
    share = only;
    at = only.from;
  }
}

/** What leads to a step: other steps than the one above it, a branch, and what work waits for. */
function wayTo(node: number, step: Step, book: FlowBook): Pick<ReportPlace, 'before' | 'afresh'> {
  const ways = (book.into.get(node) ?? []).map((arc): Way & { readonly waits: readonly string[] } => {
    const { from, waits, share } = walkBack(arc.from, book);
    return { from, waits, share: (share ?? arc).share };
  });
  const told = ways.map((way) => ({ ...wordsOfWays(way, step.position, book), waits: way.waits }));
  return {
    before: told.flatMap(({ words, waits }) => [...words, ...waits]),
    afresh: told.every(({ fromAbove }) => !fromAbove),
  };
}

function numberAt({ stream, numbers }: FlowBook, at: number): number | null {
  const node = stream.flow.nodes[at];
  return node?.kind === 'STEP' ? (numbers.get(node.step) ?? null) : null;
}

function sayBuffer(node: Extract<FlowNode, { kind: 'WAIT' | 'STOCK' }>, calendar: Calendar): string {
  return node.kind === 'WAIT'
    ? `${formatDuration(node.time.likely, calendar)} wait`
    : `${formatNumber(node.units.likely)} in stock`;
}

/** Hands-on and lead time; a question mark where nobody has measured either of a step done inside. */
function factsOf({ processTime, leadTime, everySeconds, outside }: Step, calendar: Calendar): string[] {
  const told = [
    ...(processTime ? [formatDuration(processTime.likely, calendar)] : []),
    ...(leadTime ? [`lead ${formatDuration(leadTime.likely, calendar)}`] : []),
    ...(everySeconds ? [`every ${formatDuration(everySeconds.likely, calendar)}`] : []),
  ];
  return told.length === 0 && !outside ? ['?'] : told;
}
