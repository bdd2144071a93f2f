import { foldName } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import type { Gate } from './gate.js';
import { fitOf, type Holder } from './holder.js';

/** Everybody else who is known to be able to do one of the steps: by a person line, or by doing it today. */
export function othersWho(gate: Gate, holder: Holder, steps: readonly Step[]): readonly string[] {
  const own = foldName(holder.name);
  const known = new Map<string, string>();
  for (const step of steps) {
    for (const name of [...ableTo(gate, step), ...step.performers]) {
      const folded = foldName(name);
      if (folded !== own && !known.has(folded)) known.set(folded, name);
    }
  }
  return [...known.values()];
}

/** true where a holder is the only one who is known to be able to do any of the steps. */
export function nobodyElse(gate: Gate, holder: Holder, steps: readonly Step[]): boolean {
  return othersWho(gate, holder, steps).length === 0;
}

function ableTo({ book, holders }: Gate, { key }: Step): readonly string[] {
  const demands = book.demands.get(key) ?? [];
  return holders.people
    .filter((person) => demands.some((demand) => fitOf(person, demand) === 'FITS'))
    .map(({ name }) => name);
}
