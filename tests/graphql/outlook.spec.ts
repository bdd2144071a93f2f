import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at, DRAW } from '../support/answers.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const NAPKIN = `stream Order to printed leaflet
customer: Shopkeeper
owner: Vera
demand: 60/week
sales:
Take the order      @Vera ~20m {order desk}
Quote the job       @Vera 15m {calculation}
fulfilment:
Set the type        @Ida 24m {layout}
Check the proof     @Vera 10m {order desk}
Print the leaflets  @Ida 25m {press work}
Fold the leaflets   @Max 18m {folding}
`;
const KEY = 'order-to-printed-leaflet';

let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
  await server.ask(DRAW, { input: { napkin: NAPKIN } });
});
afterAll(() => server.stop());

const LIMITS = {
  leastTeamSize: 3,
  apart: [['Take the order', 'check-the-proof']],
  together: [['Set the type', 'Print the leaflets']],
  pins: [{ role: 'Typesetter', steps: ['Set the type'] }],
};
const KEPT = `id roles { name steps { name } } keptLimits { leastTeamSize
  apart { name } together { name } pins { role steps { name } } }`;

describe('own limits over HTTP', () => {
  it('are kept, told again, and found again by the id of the structure', async () => {
    const answer = await server.ask(
      `query($limits: StructureLimits) { valueStream(key: "${KEY}") { suggestedStructure(limits: $limits) { ... on StructureProposal { ${KEPT} } } } }`,
      { limits: LIMITS },
    );
    expect(answer.errors).toEqual([]);
    const structure = at(answer, 'valueStream', 'suggestedStructure');
    expect(at(structure, 'keptLimits')).toEqual({
      leastTeamSize: 3,
      apart: [[{ name: 'Take the order' }, { name: 'Check the proof' }]],
      together: [[{ name: 'Set the type' }, { name: 'Print the leaflets' }]],
      pins: [{ role: 'Typesetter', steps: [{ name: 'Set the type' }] }],
    });
    const again = await server.ask(
      `query($id: ID!) { node(id: $id) { ... on StructureProposal { ${KEPT} } } }`,
      {
        id: at(structure, 'id'),
      },
    );
    expect(at(again, 'node')).toEqual(structure);
  });

  it('say in words which step is not there', async () => {
    const answer = await server.ask(
      `{ valueStream(key: "${KEY}") { suggestedStructure(limits: { apart: [["Quote the jo", "Fold the leaflets"]] }) { ... on LimitsContradict { message limits } } } }`,
    );
    expect(at(answer, 'valueStream', 'suggestedStructure')).toEqual({
      message:
        'keep apart: "Quote the jo", "Fold the leaflets": this stream has no step "Quote the jo". Did you mean "Quote the job"?',
      limits: ['keep apart: "Quote the jo", "Fold the leaflets"'],
    });
  });

  it('are refused where they name too many steps', async () => {
    const apart = [Array.from({ length: 301 }, (_, nth) => `Step ${nth}`)];
    const answer = await server.ask(
      `query($limits: StructureLimits) { valueStream(key: "${KEY}") { suggestedStructure(limits: $limits) { __typename } } }`,
      { limits: { apart } },
    );
    expect(answer.errors[0]?.message).toContain(
      'apart, together and pins name 301 steps; at most 300 are taken.',
    );
  });
});

describe('growth over HTTP', () => {
  const GROWTH = `growth(times: [1, 4]) { __typename ... on Growth { text demandPerWeek positions moreHires notes
    hires { role times demandPerWeek from to positions }
    points { times positions positionsOfKept handOffsPerWeek { value } roles { name positions steps { name } }
      changes { kept moved { step { name } text } gainedInWords lostInWords renamed { before after text } }
      splits { role called from steps { name } } proven lowerBound proof method text } }
    ... on GrowthNotPossible { message remedy } ... on LimitsContradict { message } }`;

  it('tells the hires in order and the roles at each size', async () => {
    const answer = await server.ask(`{ valueStream(key: "${KEY}") { structureOutlook { ${GROWTH} } } }`);
    expect(answer.errors).toEqual([]);
    const growth = at(answer, 'valueStream', 'structureOutlook', 'growth');
    expect(at(growth, '__typename')).toBe('Growth');
    expect(at(growth, 'hires', 0, 'times')).toBeGreaterThanOrEqual(1);
    expect(at(growth, 'points', 1, 'times')).toBe(4);
    expect(at(growth, 'points', 0, 'changes')).toBeNull();
    expect(at(growth, 'points', 1)).toMatchObject({
      proven: true,
      lowerBound: at(growth, 'points', 1, 'positions'),
      proof: expect.stringContaining('Proven: no structure within the limits takes fewer people'),
      method: expect.stringContaining('exact'),
    });
  });

  it('is refused in words for multiples that nobody can mean, and keeps to limits', async () => {
    const answer = await server.ask(
      `{ valueStream(key: "${KEY}") { structureOutlook(limits: { maxStepsPerRole: 0 }) { ${GROWTH} } } }`,
    );
    expect(at(answer, 'valueStream', 'structureOutlook', 'growth', '__typename')).toBe('LimitsContradict');
    const wrong = await server.ask(
      `{ valueStream(key: "${KEY}") { structureOutlook { growth(times: [0]) { ... on GrowthNotPossible { remedy } } } } }`,
    );
    expect(at(wrong, 'valueStream', 'structureOutlook', 'growth', 'remedy')).toBe(
      'Ask for such as 1, 2, 5, 10.',
    );
  });
});

describe('sensitivity over HTTP', () => {
  const OUTCOME = `at stays betterAsTold proven text kept positions moved { step { name } from to }`;

  it('tells what stays and which number would move what', async () => {
    const answer =
      await server.ask(`{ valueStream(key: "${KEY}") { structureOutlook { sensitivity { ... on Sensitivity {
      text guesses tried numbers { name step { name } line told stays low { ${OUTCOME} } high { ${OUTCOME} } }
      allLow { ${OUTCOME} } allHigh { ${OUTCOME} } roles { role keptIn ofTrials } positions { now low high }
      proven lowerBound proof method } } } } }`);
    expect(answer.errors).toEqual([]);
    const told = at(answer, 'valueStream', 'structureOutlook', 'sensitivity');
    expect(told).toMatchObject({
      guesses: 1,
      tried: 1,
      proven: true,
      method: expect.stringContaining('exact'),
    });
    expect(at(told, 'lowerBound')).toBe(at(told, 'positions', 'now'));
    expect(at(told, 'numbers', 0, 'low')).toMatchObject({ betterAsTold: false, proven: true });
    expect(at(told, 'numbers', 0, 'step', 'name')).toBe('Take the order');
    expect(at(told, 'roles', 0, 'ofTrials')).toBe(4);
  });

  it('is refused for more guesses than can be tried while others wait', async () => {
    const answer = await server.ask(
      `{ valueStream(key: "${KEY}") { structureOutlook { sensitivity(most: 99) { __typename } } } }`,
    );
    expect(answer.errors[0]?.message).toContain('Between 1 and 24 guesses can be tried, not 99.');
  });
});

describe('the roles closest to today over HTTP', () => {
  const CLOSEST = `closestToToday { id text positions ofSteps withoutPerformer proven handOffsPerWeek { value }
    kept { performer role steps { name } } moved { step { name } from to why } structure { id roles { name } } }`;

  it('are told beside the alternatives, found again by the id of their structure, and adopted by theirs', async () => {
    const answer = await server.ask(
      `{ valueStream(key: "${KEY}") { alternatives { ... on StructureFront { proof alternatives { bound } ${CLOSEST} } } } }`,
    );
    expect(answer.errors).toEqual([]);
    const closest = at(answer, 'valueStream', 'alternatives', 'closestToToday');
    expect(at(closest, 'kept', 0, 'performer')).toBe('Vera');
    expect(at(closest, 'text')).toContain('stays with whoever does it today.');
    const again = await server.ask(
      `query($id: ID!) { node(id: $id) { ... on StructureProposal { id roles { name } } } }`,
      { id: at(closest, 'structure', 'id') },
    );
    expect(at(again, 'node')).toEqual(at(closest, 'structure'));
    const adopted = await server.ask(
      `mutation($input: AdoptStructureInput!) { adoptStructure(input: $input) { ... on AdoptedStructure { structure { roles { name } } } } }`,
      { input: { stream: KEY, alternative: at(closest, 'id') } },
    );
    expect(adopted.errors).toEqual([]);
    expect(at(adopted, 'adoptStructure', 'structure', 'roles')).toEqual(at(closest, 'structure', 'roles'));
    const outlook = await server.ask(
      `{ valueStream(key: "${KEY}") { structureOutlook { growth { ... on Growth { points { roles { name } } } } } } }`,
    );
    expect(outlook.errors).toEqual([]);
  });
});
