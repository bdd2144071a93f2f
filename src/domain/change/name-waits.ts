import type { StepKey } from '../shared/index.js';
import type { ChangeProblem } from './check-change.js';
import type { PlaceFinder } from './find-places.js';
import { buffersBetween, isBuffer } from './flow-places.js';
import { tellCount, tellTime } from './tell-quantity.js';
import { besideStep } from './where-buffers-stand.js';

/**
 * The words that may name what lies at a node, the plainest first: before the step that takes it up, after the step that
 * leaves it, by its line. The ranking, what is set, what is taken out and what is asked back all name a wait by these.
 */
export function wordsForBuffer(finder: PlaceFinder, node: number): readonly string[] {
  const { places } = finder;
  const here = places.flow.nodes[node];
  if (!isBuffer(here)) return [];
  const what = here.kind === 'WAIT' ? 'wait' : 'stock';
  const nameOf = (key: StepKey) => finder.nameOf(key);
  const [before, behind] = [places.stepBefore(node), places.stepBehind(node)];
  const ofOneStep = [
    ...(behind ? [`${what} before ${nameOf(behind)}`] : []),
    ...(before ? [`${what} after ${nameOf(before)}`] : []),
  ];
  return [
    ...(besideStep(places, node)?.side === 'AFTER' ? ofOneStep.toReversed() : ofOneStep),
    ...(before && behind ? [`${what} between ${nameOf(before)} and ${nameOf(behind)}`] : []),
    ...(here.line === null ? [] : [`line ${here.line}`]),
  ];
}

/** The buffers that `wait before STEP` and the like can mean, in the order of the nodes; those of the kind that is named, where there are any. */
export function buffersMeant(
  finder: PlaceFinder,
  { kind, side, step }: { readonly kind: string; readonly side: string; readonly step: StepKey },
): readonly number[] {
  const all = finder.buffersAt(step, side.toLowerCase() === 'before' ? 'BEFORE' : 'AFTER');
  const sameKind = all.filter((node) => finder.places.flow.nodes[node]?.kind === kind.toUpperCase());
  return sameKind.length > 0 ? sameKind : all;
}

/** The one buffer at that side of a step; undefined where there is none, a problem that names each where there are several. */
export function bufferMeant(
  finder: PlaceFinder,
  side: string,
  name: string,
  kind: string,
): number | ChangeProblem | undefined {
  const step = finder.required(name);
  if ('code' in step) return step;
  const found = buffersMeant(finder, { kind, side, step: step.key });
  if (found.length <= 1) return found[0];
  return severalWaits(finder, found, `${side.toLowerCase()} "${step.name}"`);
}

/** So many of several waits are told with their words; of more only how many there are. */
const MOST_TOLD = 8;

/** Work waits at several places: each with the words that mean it alone, and what is told of it. */
export function severalWaits(finder: PlaceFinder, nodes: readonly number[], where: string): ChangeProblem {
  const each = nodes.slice(0, MOST_TOLD).map((node) => {
    const words = spelling(finder, node);
    return `'${words}' (${told(finder, node, words)})`;
  });
  const more =
    nodes.length > MOST_TOLD ? `, or one of the ${nodes.length - MOST_TOLD} others by its line` : '';
  return {
    code: 'AMBIGUOUS',
    message: `Work waits ${nodes.length} times ${where}.`,
    remedy: `Say which: ${each.join(' or ')}${more}.`,
  };
}

/** The shortest words that mean this buffer and no other. */
function spelling(finder: PlaceFinder, node: number): string {
  const words = wordsForBuffer(finder, node);
  return words.find((one) => meansOnly(finder, one, node)) ?? words.at(-1) ?? `place ${node}`;
}

function meansOnly(finder: PlaceFinder, words: string, node: number): boolean {
  const [, kind = '', side = '', name = ''] = /^(wait|stock) (before|after|between) (.+)$/.exec(words) ?? [];
  if (side === '') return isOnlyOfLine(finder, node);
  if (side === 'between') {
    const pair = finder.pair(name, 'and');
    const found = pair ? buffersBetween(finder.places, pair[0].key, pair[1].key) : [];
    return found.length === 1 && found[0] === node;
  }
  const step = finder.step(name);
  const found = step ? buffersMeant(finder, { kind, side, step: step.key }) : [];
  return found.length === 1 && found[0] === node;
}

function isOnlyOfLine({ places }: PlaceFinder, node: number): boolean {
  const here = places.flow.nodes[node];
  return isBuffer(here) && here.line !== null;
}

function told({ places, stream }: PlaceFinder, node: number, spelt: string): string {
  const here = places.flow.nodes[node];
  if (!isBuffer(here)) return '';
  const amount =
    here.kind === 'WAIT' ? tellTime(here.time, stream.calendar) : `${tellCount(here.units)} units`;
  return here.line === null || spelt.startsWith('line ') ? amount : `line ${here.line}, ${amount}`;
}
