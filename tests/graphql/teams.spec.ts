import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at, DRAW } from '../support/answers.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const NAPKIN = `stream Call to mended boat
customer: Skipper
owner: Ida
demand: 40/week
sales:
Take the call      @Ida 20m {customer contact}
Quote the repair   @Olaf 1h {estimating}
fulfilment:
Book the slipway   @Ida 20m {scheduling}
Mend the hull      @Crew x3 4h {repair}
Invoice the repair @Ida 30m {billing}
`;
const KEY = 'call-to-mended-boat';
const PROPOSAL = `... on StructureProposal {
  id keptLimits { teams }
  roles { key } teams { name kind purpose crosses roles { key } }
  teamGoal { formedBy name value bound gap proven method text }
}`;

let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
  await server.ask(DRAW, { input: { napkin: NAPKIN } });
});
afterAll(() => server.stop());

async function suggested(limits = ''): Promise<unknown> {
  const answer = await server.ask(
    `{ valueStream(key: "${KEY}") { suggestedStructure${limits} { ${PROPOSAL} } } }`,
  );
  expect(answer.errors).toEqual([]);
  return at(answer, 'valueStream', 'suggestedStructure');
}

describe('teams over HTTP', () => {
  it('are formed by hand-offs where nothing else is asked, with purpose, border and proof', async () => {
    const proposal = await suggested();
    expect(at(proposal, 'keptLimits', 'teams')).toBe('HAND_OFFS');
    expect(at(proposal, 'teamGoal')).toMatchObject({ formedBy: 'HAND_OFFS', proven: true, gap: 0 });
    expect(at(proposal, 'teams', 0, 'purpose')).toMatch(/^(Carries|Does) /);
    expect(at(proposal, 'teams', 0, 'crosses', 0)).toMatch(/^Hands work to the .+ 40 times a week, from /);
  });

  it('are formed as cells where that is asked, and found again by their id', async () => {
    const proposal = await suggested('(limits: { teams: CELLS })');
    expect(at(proposal, 'keptLimits', 'teams')).toBe('CELLS');
    expect(at(proposal, 'teamGoal')).toMatchObject({ formedBy: 'CELLS', name: 'grouping efficacy' });
    const id = at(proposal, 'id');
    const again = await server.ask(`query($id: ID!) { node(id: $id) { ${PROPOSAL} } }`, { id });
    expect(again.errors).toEqual([]);
    expect(at(again, 'node')).toEqual(proposal);
  });

  it('are adopted as they were formed, and described on the stream as it stands', async () => {
    const cells = await suggested('(limits: { teams: CELLS })');
    const adopted = await server.ask(
      `mutation($input: AdoptStructureInput!) { adoptStructure(input: $input) {
        ... on AdoptedStructure { structure { ${PROPOSAL} } } } }`,
      { input: { stream: KEY, limits: { teams: 'CELLS' } } },
    );
    expect(adopted.errors).toEqual([]);
    expect(at(adopted, 'adoptStructure', 'structure', 'teams')).toEqual(at(cells, 'teams'));
    expect(at(adopted, 'adoptStructure', 'structure', 'teamGoal')).toEqual(at(cells, 'teamGoal'));
  });
});
