import { fillLean, fillOurs, writeParts, type Size } from './fill.js';
import type { Place } from './places.js';
import { questionsOf, type Question } from './questions.js';
import { BARE, PROGRAM, startProcess, YOGA, type Served } from './start-process.js';

/** One of those that are set side by side. */
export interface Contender {
  readonly name: string;
  readonly served: Served;
  readonly addressOf: (question: Question) => string;
}

/** Starts them all on the same data, each with a database of its own to write to: the bare one first, then ours. */
export async function startContenders(
  place: Place,
  folder: string,
  size: Size,
): Promise<readonly Contender[]> {
  const answers = await place.fresh('answers');
  const first = await startProcess(PROGRAM, { HEADWATER_DATABASE: await place.fresh('filled') });
  await fillOurs(first.url, size);
  const lean = await fillLean(first.url, { dialect: place.dialect, answers }, questionsOf(size));
  await first.stopped();
  const ours = async (name: string, settings: Record<string, string> = {}): Promise<Served> =>
    startProcess(PROGRAM, { HEADWATER_DATABASE: await place.copy('filled', name), ...settings });
  const beside = async (
    program: string,
    name: string,
    settings: Record<string, string> = {},
  ): Promise<Served> => {
    const parts = writeParts(folder, name, { ...lean, database: await place.copy('filled', name) });
    return startProcess(program, { LEAN: parts, ...settings });
  };
  const graphql = (name: string, served: Served): Contender => {
    return { name, served, addressOf: () => `${served.url}/graphql` };
  };
  const bare = await beside(BARE, 'bare');
  return [
    {
      name: 'bare `node:http`, the JSON of SQL passed through',
      served: bare,
      addressOf: ({ name }) => `${bare.url}/${name}`,
    },
    graphql('Headwater', await ours('ours')),
    graphql(
      'Headwater with the reference executor',
      await ours('reference', { HEADWATER_EXECUTOR: 'reference' }),
    ),
    graphql('GraphQL Yoga with graphql-jit', await beside(YOGA, 'yoga_compiled', { COMPILED: 'yes' })),
    graphql('GraphQL Yoga', await beside(YOGA, 'yoga')),
  ];
}
