import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at, DRAW } from '../support/answers.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const NAPKIN = `stream Order to printed leaflet
customer: Shopkeeper
owner: Vera
demand: 60/week
sales:
Take the order      20m {order desk}
Quote the job       15m {calculation}
fulfilment:
Set the type        24m {layout}
Check the proof     10m {order desk}
Print the leaflets  25m {press work}
Fold the leaflets   18m {folding}
Pack and send       12m {dispatch}
Invoice the job     8m {accounts}
`;
const LIMITS = { maxCapabilitiesPerRole: 2 };
const KEY = 'order-to-printed-leaflet';
const FRONT = `... on StructureFront { complete text alternatives {
  id place character name text positions fragmentation utilisation widestRole averageRole proven
  handOffsPerWeek { value } structure { id roles { name } objectives { name value } keptLimits { goals relax { goal share } } }
  changes { kept gained lost changed { before after gains { name } loses { name } } moved { step { name } from to } }
} }`;

let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
  await server.ask(DRAW, { input: { napkin: NAPKIN } });
});
afterAll(() => server.stop());

async function alternatives(): Promise<readonly unknown[]> {
  const answer = await server.ask(
    `{ valueStream(key: "${KEY}") { alternatives(limits: { maxCapabilitiesPerRole: 2 }) { ${FRONT} } } }`,
  );
  expect(answer.errors).toEqual([]);
  return at(answer, 'valueStream', 'alternatives', 'alternatives') as readonly unknown[];
}

describe('alternatives over HTTP', () => {
  it('go from the fewest people to the fewest hand-offs, each with what changes', async () => {
    const all = await alternatives();
    expect(all.length).toBeGreaterThan(1);
    expect(at(all[0], 'place')).toBe('FEWEST_PEOPLE');
    expect(at(all.at(-1), 'place')).toBe('FEWEST_HAND_OFFS');
    expect(at(all[0], 'changes')).toBeNull();
    const people = all.map((one) => at(one, 'positions') as number);
    const handOffs = all.map((one) => at(one, 'handOffsPerWeek', 'value') as number);
    expect(people).toEqual([...people].sort((a, b) => a - b));
    expect(handOffs).toEqual([...handOffs].sort((a, b) => b - a));
    expect(at(all[1], 'changes', 'moved', 0, 'step', 'name')).toEqual(expect.any(String));
    expect(at(all[1], 'text')).toMatch(/^\d+ positions in \d+ roles; .+ Against the fewest people it takes /);
  });

  it('are found again by the id of their structure', async () => {
    const structure = at((await alternatives()).at(-1), 'structure');
    const id = at(structure, 'id');
    const again = await server.ask(
      `query($id: ID!) { node(id: $id) { ... on StructureProposal { id roles { name } } } }`,
      { id },
    );
    expect(again.errors).toEqual([]);
    expect(at(again, 'node')).toEqual({ id, roles: at(structure, 'roles') });
  });

  it('are adopted by their id, and stay in force', async () => {
    const last = (await alternatives()).at(-1);
    const adopt = `mutation($input: AdoptStructureInput!) { adoptStructure(input: $input) {
      ... on AdoptedStructure { structure { roles { name } } } } }`;
    const done = await server.ask(adopt, {
      input: { stream: KEY, limits: LIMITS, alternative: at(last, 'id') },
    });
    expect(done.errors).toEqual([]);
    expect(at(done, 'adoptStructure', 'structure', 'roles')).toEqual(at(last, 'structure', 'roles'));
    const now = await server.ask(
      `{ valueStream(key: "${KEY}") { adoptedStructure { roles { name } provenOptimal } } }`,
    );
    expect(at(now, 'valueStream', 'adoptedStructure', 'roles')).toEqual(at(last, 'structure', 'roles'));
    const none = await server.ask(adopt, { input: { stream: KEY, limits: LIMITS, alternative: 'nothing' } });
    expect(at(none.errors[0], 'message')).toMatch(/has no alternative "nothing"/);
  });

  it('are refused in plain words where weighing them takes longer than one request should, and told where to ask', async () => {
    const steps = Array.from({ length: 101 }, (_, nth) => `Do part ${nth} @Ann 5m {craft x${nth}y}`);
    const napkin = `stream Long\ncustomer: C\nowner: O\ndemand: 3/week\nsales:\n${steps.join('\n')}\n`;
    expect((await server.ask(DRAW, { input: { napkin } })).errors).toEqual([]);
    const answer = await server.ask('{ valueStream(key: "long") { alternatives { __typename } } }');
    expect(at(answer.errors[0], 'message')).toMatch(
      /for a stream of 101 steps, and within one request it is done for at most 100/,
    );
    const thorough = await server.ask(
      '{ valueStream(key: "long") { suggestedStructure(effort: THOROUGH) { __typename } } }',
    );
    expect(at(thorough.errors[0], 'message')).toMatch(/Ask for it with designStructure/);
  });
});

describe('the order of goals over HTTP', () => {
  const PROPOSAL = `... on StructureProposal { id objectives { name value } keptLimits { goals relax { goal share } } }`;

  it('is kept, told, and found again by id', async () => {
    const query = `{ valueStream(key: "${KEY}") { suggestedStructure(
      limits: { goals: [HAND_OFFS], relax: [{ goal: HAND_OFFS, share: 0.1 }] }, effort: THOROUGH) { ${PROPOSAL} } } }`;
    const answer = await server.ask(query);
    expect(answer.errors).toEqual([]);
    const proposal = at(answer, 'valueStream', 'suggestedStructure');
    expect(at(proposal, 'keptLimits')).toEqual({
      goals: ['HAND_OFFS', 'POSITIONS', 'FRAGMENTATION', 'UNEVENNESS'],
      relax: [{ goal: 'HAND_OFFS', share: 0.1 }],
    });
    expect(at(proposal, 'objectives', 0, 'name')).toBe('hand-offs');
    const id = at(proposal, 'id');
    const again = await server.ask(`query($id: ID!) { node(id: $id) { ${PROPOSAL} } }`, { id });
    expect(at(again, 'node')).toEqual(proposal);
  });

  it('tells a contradiction by the utilisation that was set, with a number that works when followed', async () => {
    const ask = (most: number) =>
      server.ask(
        `{ valueStream(key: "${KEY}") { suggestedStructure(limits: { maxPositionsPerRole: ${most}, targetUtilisation: 0.5, together: [["set-the-type", "print-the-leaflets"]] }) { __typename ... on LimitsContradict { message } } } }`,
      );
    const refused = await ask(1);
    const message = String(at(refused, 'valueStream', 'suggestedStructure', 'message'));
    expect(message).toMatch(/planned for 17 h.* Allow 3,/);
    const kept = await ask(3);
    expect(at(kept, 'valueStream', 'suggestedStructure', '__typename')).toBe('StructureProposal');
  });

  it('is refused where it cannot be meant', async () => {
    const ask = (limits: string) =>
      server.ask(
        `{ valueStream(key: "${KEY}") { suggestedStructure(limits: ${limits}) { __typename ... on LimitsContradict { message } } } }`,
      );
    const last = await ask('{ goals: [UNEVENNESS, POSITIONS] }');
    expect(at(last, 'valueStream', 'suggestedStructure', 'message')).toMatch(/only be the last/);
    const twice = await ask('{ relax: [{ goal: POSITIONS, share: 0.1 }, { goal: POSITIONS, share: 0.2 }] }');
    expect(at(twice.errors[0], 'message')).toMatch(/POSITIONS twice/);
  });
});
