import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at } from '../support/answers.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const NAPKIN = `stream Lamp repair
demand: 10/week
sales:
Take the lamp @Ann 10m {call handling}
Name a price @Bob 30m {estimating}
fulfilment:
Repair the lamp @Bob 2h {electrical repair}
person Bob 30h {electrical repair}
`;
const DRAW =
  'mutation ($input: DrawValueStreamInput!) { drawValueStream(input: $input) { problems { message } } }';

let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
  expect((await server.ask(DRAW, { input: { napkin: NAPKIN } })).errors).toEqual([]);
});
afterAll(() => server.stop());

const ask = (fields: string) => server.ask(`{ valueStream(key: "lamp-repair") { ${fields} } }`);
const GONE =
  'role steps { step { name line } open { capability { name } hoursPerWeek { text } roles people } others } hoursPerWeek { value } letters { step { key } letter because { rule } then } lost { holder }';

describe('what if over HTTP', () => {
  it('a role went: each step that it leaves, by the name of the role or its key', async () => {
    const first = await ask(
      'suggestedStructure { ... on StructureProposal { roles { key name steps { key } } } }',
    );
    const roles = at(first, 'valueStream', 'suggestedStructure', 'roles') as readonly {
      readonly key: string;
      readonly name: string;
      readonly steps: readonly { readonly key: string }[];
    }[];
    for (const { key, name, steps } of roles) {
      const byKey = await ask(`withoutRole(role: ${JSON.stringify(key)}) { ${GONE} }`);
      const byName = await ask(`withoutRole(role: ${JSON.stringify(name)}) { ${GONE} }`);
      expect(byKey.errors).toEqual([]);
      expect(byName.text).toBe(byKey.text);
      expect(at(byKey, 'valueStream', 'withoutRole', 'steps')).toHaveLength(steps.length);
    }
  });

  it('a role that is not there is null', async () => {
    expect(at(await ask('withoutRole(role: "Wizard") { role }'), 'valueStream', 'withoutRole')).toBeNull();
  });

  it('a step went: who loses what', async () => {
    const answer = await ask(
      'whatIf(without: ["Name a price"]) { structure { sizes { name before after } rolesLost rolesChanged { role stepsLost hours { before after } positions { after } } letters { gained step holder letter why } findingsGained findingsLost lost { holder step { name } letter lostBecause { code } } } }',
    );
    expect(answer.errors).toEqual([]);
    const letters = at(answer, 'valueStream', 'whatIf', 'structure', 'letters') as readonly {
      readonly gained: boolean;
      readonly step: string;
    }[];
    expect(letters.map(({ gained, step }) => [gained, step])).toEqual([
      [false, 'Name a price'],
      [false, 'Name a price'],
    ]);
  });
});
