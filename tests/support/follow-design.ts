import { at } from './answers.js';
import { listenTo, subscriberOf, type Told } from './subscriber.js';
import type { Answered } from './test-server.js';

/** Whoever can be asked. */
export interface Asked {
  readonly url: string;
  ask(query: string, variables?: object): Promise<Answered>;
}

/** Asks for a design and gives its id. */
export async function askDesign(server: Asked, input: object): Promise<string> {
  const asked = await server.ask(
    'mutation ($input: DesignStructureInput!) { designStructure(input: $input) { design { id } } }',
    { input },
  );
  if (asked.errors.length > 0) throw new Error(asked.text);
  return String(at(asked, 'designStructure', 'design', 'id'));
}

/** Follows a design on one server to its end. */
export function followDesign({ url }: Pick<Asked, 'url'>, id: string): Told {
  const client = subscriberOf(url);
  const query = 'subscription ($id: ID!) { designProgress(id: $id) { state progress { stage } } }';
  const told = listenTo(client, query, { id });
  const ended = told.ended.finally(() => client.dispose());
  // A server that stops, or is killed, ends its subscriptions.
  ended.catch(() => undefined);
  return { ...told, ended };
}

/** The states that were told, in their order. */
export function statesOf({ events }: Told): readonly unknown[] {
  return events.map((event) => at(event, 'designProgress', 'state'));
}
