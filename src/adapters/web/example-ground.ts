import type { Plan } from '../../domain/index.js';
import type { UseCases } from '../../application/index.js';

/** A wish of an example. */
export interface ExampleWish {
  readonly holder: string;
  readonly step: string;
  readonly letter: 'R' | 'A' | 'C' | 'I';
  readonly reason?: string;
}

/** What the examples are about: a stream that is there, and wishes that make sense for it. */
export interface ExampleGround {
  readonly key: string;
  readonly wishes: readonly ExampleWish[];
}

/** Larger streams are not planned for the sake of an example. */
const MOST_STEPS = 200;

/** The first small stream that has a structure (else the first of all), and wishes of which the gate takes some and refuses others; null where there is no stream. */
export async function exampleGround(useCases: Pick<UseCases, 'streams'>): Promise<ExampleGround | null> {
  const { streams } = await useCases.streams({ first: 5 });
  const small = streams.filter(({ stored }) => stored.steps.length <= MOST_STEPS);
  const shown = small.find(({ plan }) => plan.structure !== null);
  if (shown) return { key: shown.stored.key, wishes: exampleWishes(shown.plan) };
  return streams[0] ? { key: streams[0].stored.key, wishes: [] } : null;
}

function exampleWishes({ stream, structure }: Plan): readonly ExampleWish[] {
  const names = new Map<string, string>(stream.steps.map((step) => [step.key, step.name]));
  const first = structure?.roles.at(0);
  const last = structure?.roles.at(-1);
  const own = names.get(first?.steps[0] ?? '');
  const other = names.get(last?.steps.find((step) => !first?.steps.includes(step)) ?? '');
  const person = stream.people[0]?.name;
  const wishes: ExampleWish[] = [];
  if (first && own) wishes.push({ holder: first.name, step: own, letter: 'R' });
  if (first && other)
    wishes.push({ holder: first.name, step: other, letter: 'R', reason: 'They would like to try it.' });
  if (person && other) wishes.push({ holder: person, step: other, letter: 'C' });
  return wishes;
}
