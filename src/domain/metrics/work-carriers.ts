import { foldName, type Quantity } from '../shared/index.js';
import type { ValueStream } from '../stream/index.js';
import type { CarriedPart, WorkCarrier } from './operator-balance.js';
import { headsOn } from './performer-loads.js';

/** Every step of ours as a station of its own, named by its place and name, in the order of the stream. */
export function stepCarriers(stream: ValueStream): readonly WorkCarrier[] {
  return stream.steps
    .filter((step) => !step.outside)
    .map((step) => {
      const people = headsOn(step);
      const part = { step: step.key, together: 1, each: 1 / people };
      return { name: `${step.position} ${step.name}`, people, hoursPerWeek: null, parts: [part] };
    });
}

/** Everybody who performs a step of ours today, in the order in which they are first named. */
export function performerCarriers(stream: ValueStream): readonly WorkCarrier[] {
  const hours = new Map<string, Quantity | null>();
  for (const person of stream.people) hours.set(foldName(person.name), person.hoursPerWeek);
  const carriers = new Map<string, { name: string; people: number; parts: CarriedPart[] }>();
  for (const step of stream.steps) {
    if (step.outside) continue;
    const heads = headsOn(step);
    for (const name of step.performers) {
      const folded = foldName(name);
      const carrier = carriers.get(folded) ?? { name, people: 1, parts: [] };
      carriers.set(folded, carrier);
      const together = 1 / step.performers.length;
      carrier.people = Math.max(carrier.people, Math.ceil(heads * together));
      carrier.parts.push({ step: step.key, together, each: 1 / heads });
    }
  }
  return [...carriers].map(([folded, carrier]) => ({ ...carrier, hoursPerWeek: hours.get(folded) ?? null }));
}
