import { foldName, type StepKey } from '../shared/index.js';
import { quoted } from './problem-at.js';
import type { Obligation, Step, SupportedStream, ValueStream } from './value-stream.js';

/** Where a chain of serves ends; through are the streams between, by name. */
export type ServeEnd =
  | { readonly kind: 'PROMISE'; readonly stream: string; readonly through: readonly string[] }
  | { readonly kind: 'OBLIGATION'; readonly obligation: Obligation; readonly through: readonly string[] }
  /** missing: the link that is missing, as a sentence without its full stop. */
  | { readonly kind: 'NOWHERE'; readonly missing: string };

/** What justifies a step of support work: the step that serves (itself, or one that it leads to), and where that ends. */
export interface Support {
  readonly by: Step;
  readonly serves: string;
  readonly end: Exclude<ServeEnd, { readonly kind: 'NOWHERE' }>;
}

/** true for a stream without a first contact or a kept promise of its own, of which a step serves something. */
export function isSupportStream({ steps }: ValueStream): boolean {
  const forces = new Set(steps.map(({ force }) => force));
  const both = forces.has('SALES') && forces.has('FULFILMENT');
  return !both && steps.some(({ serves }) => serves !== undefined);
}

/** Follows what is served until an obligation or a stream that keeps a promise; a circle ends nowhere. */
export function followServes(stream: ValueStream, name: string): ServeEnd {
  const { byName, obligations } = knownTo(stream);
  const seen = new Set([foldName(stream.name), String(stream.key)]);
  const missing: string[] = [];
  const open: { readonly name: string; readonly through: readonly string[] }[] = [{ name, through: [] }];
  for (const { name: served, through } of open) {
    const folded = foldName(served);
    const obligation = obligations.get(folded);
    if (obligation) return { kind: 'OBLIGATION', obligation, through };
    const next = byName.get(folded);
    if (next?.keepsPromise) return { kind: 'PROMISE', stream: next.name, through };
    if (seen.has(folded)) missing.push(circle([...through, served]));
    else if (!next) missing.push(`${quoted(served)} is no stream and no obligation that is known here`);
    else if (next.serves.length === 0) missing.push(endsAt(next));
    else open.push(...next.serves.map((one) => ({ name: one, through: [...through, next.name] })));
    seen.add(folded);
  }
  return { kind: 'NOWHERE', missing: missing[0] ?? `${quoted(name)} leads nowhere` };
}

function circle(names: readonly string[]): string {
  const last =
    names.length > 1
      ? `${names.map(quoted).join(' serves ')} again`
      : `${names.map(quoted).join('')} is the stream itself`;
  return `${last}, and a circle justifies nothing`;
}

function endsAt({ name }: SupportedStream): string {
  return `${quoted(name)} has no first contact and kept promise of its own, and serves nothing that has`;
}

function knownTo({ served = [], obligations = [] }: ValueStream) {
  const byName = new Map<string, SupportedStream>();
  for (const one of served) {
    if (!byName.has(foldName(one.name))) byName.set(foldName(one.name), one);
    if (!byName.has(one.key)) byName.set(one.key, one);
  }
  const all = [...obligations, ...served.flatMap((one) => one.obligations)].reverse();
  return { byName, obligations: new Map(all.map((one) => [foldName(one.name), one])) };
}

const known = new WeakMap<ValueStream, ReadonlyMap<StepKey, Support>>();

/**
 * The steps that serve something whose chain ends, and of a support stream also those from which the flow leads to one;
 * each with the nearest. Linear in the flow.
 */
export function supportOf(stream: ValueStream): ReadonlyMap<StepKey, Support> {
  const support = known.get(stream) ?? findSupport(stream);
  known.set(stream, support);
  return support;
}

function findSupport(stream: ValueStream): ReadonlyMap<StepKey, Support> {
  const support = new Map<StepKey, Support>();
  const ends = new Map<string, ServeEnd>();
  for (const step of stream.steps) {
    for (const serves of step.serves ?? []) {
      const end = ends.get(serves) ?? followServes(stream, serves);
      ends.set(serves, end);
      if (end.kind !== 'NOWHERE' && !support.has(step.key)) support.set(step.key, { by: step, serves, end });
    }
  }
  return isSupportStream(stream) ? leadingTo(stream, support) : support;
}

/** Backwards along the flow, the nearest first. */
function leadingTo(
  { flow: { nodes, arcs } }: ValueStream,
  serving: ReadonlyMap<StepKey, Support>,
): ReadonlyMap<StepKey, Support> {
  const before = new Map<number, number[]>();
  for (const { from, to, kind } of arcs) {
    if (kind !== 'NEXT') continue;
    const earlier = before.get(to);
    if (earlier) earlier.push(from);
    else before.set(to, [from]);
  }
  const support = new Map(serving);
  const reached = new Map<number, Support>();
  nodes.forEach((node, at) => {
    const own = node.kind === 'STEP' ? serving.get(node.step) : undefined;
    if (own) reached.set(at, own);
  });
  for (const [at, one] of reached) {
    const node = nodes[at];
    if (node?.kind === 'STEP' && !support.has(node.step)) support.set(node.step, one);
    for (const earlier of before.get(at) ?? []) if (!reached.has(earlier)) reached.set(earlier, one);
  }
  return support;
}

/** `serves "Enquiry to paid job"`, `serves the obligation "Keep the books" (§ 238 HGB)`: what justifies support work, behind the name of its step. */
export function saySupport(step: Step, { by, end }: Support): string {
  const ended =
    end.kind === 'PROMISE'
      ? quoted(end.stream)
      : `the obligation ${quoted(end.obligation.name)} (${end.obligation.source})`;
  const way =
    end.through.length === 0 ? '' : `${end.through.map(quoted).join(', which serves ')}, which serves `;
  const lead = by.key === step.key ? '' : `leads to ${quoted(by.name)}, which `;
  return `${lead}serves ${way}${ended}`;
}

/** Why no chain of a step of a support stream ends; the first of them. */
export function sayUnsupported(stream: ValueStream, step: Step): string {
  const [own] = step.serves ?? [];
  if (own === undefined) return `${quoted(step.name)} serves nothing, and leads to no step that does`;
  const end = followServes(stream, own);
  return end.kind === 'NOWHERE' ? end.missing : `${quoted(step.name)} serves ${quoted(own)}`;
}
