import type { StepKey } from '../../../shared/index.js';
import type { DesignGround } from '../../structure-ground.js';
import { thingOfStep, thingsIn } from '../doer-noun.js';
import { tradeOf, withoutStream, type KnownTrade } from './known-trades.js';

/** What the stream of a step is about. */
export interface About {
  readonly trade: KnownTrade | null;
  /** Things that its name holds or that several of its steps are done to, in the singular. */
  readonly things: ReadonlySet<string>;
}

const found = new WeakMap<DesignGround, ReadonlyMap<StepKey, About>>();

/** What the stream of each step is about: of several streams put together each by itself. Looked up once for a ground. */
export function aboutSteps(ground: DesignGround): ReadonlyMap<StepKey, About> {
  const known = found.get(ground);
  if (known) return known;
  const abouts = new Map<StepKey, About>();
  for (const { stream } of ground.parts ?? [ground]) {
    const about = { trade: tradeOf(stream), things: thingsOf(stream) };
    for (const { key } of stream.steps) abouts.set(key, about);
  }
  found.set(ground, abouts);
  return abouts;
}

function thingsOf({ name, steps }: DesignGround['stream']): ReadonlySet<string> {
  const once = new Set(thingsIn(name));
  const things = new Set(once);
  for (const step of steps) {
    const thing = thingOfStep(withoutStream(step.name, name));
    if (thing === null) continue;
    if (once.has(thing)) things.add(thing);
    once.add(thing);
  }
  return things;
}
