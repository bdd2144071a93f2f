import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at } from '../support/answers.js';
import { CALL_CENTRE, SMALL_CALL_CENTRE } from '../support/call-centre.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const DRAW =
  'mutation ($input: DrawValueStreamInput!) { drawValueStream(input: $input) { problems { message } } }';
const SPANS =
  'spans { mostPerLead leads layers convention owners { owner answersFor people atLeast ownersBelow leads direct text teams { team { key roles { name } } people atLeast leads text } } }';

let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
  for (const napkin of [CALL_CENTRE, SMALL_CALL_CENTRE.replace('Call to', 'Few calls to')])
    expect((await server.ask(DRAW, { input: { napkin } })).errors).toEqual([]);
});
afterAll(() => server.stop());

async function structureOf(key: string): Promise<Record<string, unknown>> {
  const query = `{ valueStream(key: "${key}") { suggestedStructure { ... on StructureProposal { teams { key } roles { why { rule } } ${SPANS} } } } }`;
  const answer = await server.ask(query);
  expect(answer.errors).toEqual([]);
  return at(answer, 'valueStream', 'suggestedStructure') as Record<string, unknown>;
}

describe('a structure over HTTP', () => {
  it('has the leads and layers that its size calls for, with its own teams', async () => {
    const { spans, teams } = await structureOf('call-to-settled-complaint');
    expect(spans).toMatchObject({ mostPerLead: 9, owners: [{ owner: 'Ada', answersFor: ['STREAM'] }] });
    const { owners } = spans as {
      readonly owners: readonly { readonly teams: readonly { readonly team: { readonly key: string } }[] }[];
    };
    const keys = owners.flatMap((owner) => owner.teams.map(({ team }) => team.key));
    expect(keys.sort()).toEqual((teams as readonly { readonly key: string }[]).map(({ key }) => key).sort());
  });

  it('has none where everybody can be led directly, and says which role bridges the seam', async () => {
    const { spans, roles } = await structureOf('few-calls-to-settled-complaint');
    expect(spans).toBeNull();
    const rules = (roles as readonly { readonly why: readonly { readonly rule: string }[] }[]).flatMap(
      ({ why }) => why.map(({ rule }) => rule),
    );
    expect(rules.filter((rule) => rule === 'BRIDGES_THE_SEAM')).toHaveLength(1);
  });
});
