import { formatDuration, formatNumber, formatPercent, type Calendar, type StepKey } from '../shared/index.js';
import type { FlowArc, FlowNode, Step, ValueStream } from '../stream/index.js';
import type { ReportPlace } from './raci-report.js';

interface FlowBook {
  readonly stream: ValueStream;
  readonly numbers: ReadonlyMap<StepKey, number>;
  readonly into: ReadonlyMap<number, readonly FlowArc[]>;
  readonly nodeOf: ReadonlyMap<StepKey, number>;
  readonly returns: ReadonlyMap<number, readonly string[]>;
}

/** The stream as a strip of numbered steps in the order of the text: what comes before each, how long it takes, what returns from it. */
export function flowOf(stream: ValueStream): readonly ReportPlace[] {
  const book = openBook(stream);
  return stream.steps.map((step) => {
    const node = book.nodeOf.get(step.key);
    const { position, name, force, outside } = step;
    return {
      position,
      step: name,
      force,
      outside,
      before: node === undefined || step.everySeconds ? [] : beforeOf(node, step, book),
      apart: step.everySeconds !== null || node === undefined || !book.into.has(node),
      facts: factsOf(step, stream.calendar),
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
  const book = { stream, numbers, into, nodeOf, returns: new Map<number, string[]>() };
  for (const arc of arcs) if (arc.kind === 'RETURN') enterReturn(book, arc);
  return book;
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

/** What leads to a step: another step than the one above it, a branch, and what work waits for. */
function beforeOf(node: number, step: Step, book: FlowBook): string[] {
  const arcs = book.into.get(node) ?? [];
  return arcs.flatMap((arc) => {
    const { from, waits, share } = walkBack(arc.from, book);
    const gate = book.stream.flow.nodes[from];
    return [...wayOf(gate, share ?? arc, step, book), ...waits];
  });
}

function wayOf(gate: FlowNode | undefined, { share }: FlowArc, step: Step, book: FlowBook): string[] {
  switch (gate?.kind) {
    case 'STEP': {
      const number = book.numbers.get(gate.step);
      return number === undefined || number === step.position - 1 ? [] : [`after ${number}`];
    }
    case 'FORK':
      return ['meanwhile'];
    case 'CHOICE':
      return [share === null ? '? %' : formatPercent(share.likely)];
    case 'JOIN':
    case 'MERGE':
    case 'WAIT':
    case 'STOCK':
    case undefined:
      return [];
  }
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
