import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at } from '../support/answers.js';
import type { TestServer } from '../support/test-server.js';
import { BIKE_SHOP } from '../support/use-cases.js';
import { wholeServer } from '../support/whole-server.js';

const DRAW =
  'mutation ($input: DrawValueStreamInput!) { drawValueStream(input: $input) { problems { message } } }';
const PROPOSE = `mutation ($input: ProposeAssignmentsInput!) { proposeAssignments(input: $input) { accepted refused stored valueStream { assignments { id } } } }`;
const MOVE = 'kind cause holder letter step { key name } revision changes reasons { code } wayBack movedAt';

let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
  expect((await server.ask(DRAW, { input: { napkin: BIKE_SHOP } })).errors).toEqual([]);
});
afterAll(() => server.stop());

const ask = (fields: string) => server.ask(`{ valueStream(key: "bike-repair") { ${fields} } }`);

describe('what stood and stands over HTTP', () => {
  it('stores nothing where all or nothing was asked for', async () => {
    const wishes = [
      { holder: 'Ben', step: 'Repair the bike', letter: 'R' },
      { holder: 'Zoe', step: 'Repair the bike', letter: 'R' },
    ];
    const input = { stream: 'bike-repair', wishes, mode: 'ALL_OR_NOTHING' };
    const answer = await server.ask(PROPOSE, { input });
    expect(at(answer, 'proposeAssignments')).toMatchObject({ accepted: 1, refused: 1, stored: 0 });
    const some = await server.ask(PROPOSE, { input: { ...input, mode: 'ACCEPT_WHAT_STANDS' } });
    expect(at(some, 'proposeAssignments')).toMatchObject({ accepted: 1, refused: 1, stored: 1 });
  });

  it('tells each assignment its history, also by its id', async () => {
    const napkin = BIKE_SHOP.replace('2h 92% {bicycle repair}', '2h 92% {welding}');
    expect((await server.ask(DRAW, { input: { napkin } })).errors).toEqual([]);
    const answer = await ask(`assignments { id stillJustified history { ${MOVE} } } standingLog { ${MOVE} }`);
    expect(answer.errors).toEqual([]);
    const log = at(answer, 'valueStream', 'standingLog');
    expect(log).toMatchObject([
      { kind: 'LOST', cause: 'REVISION', revision: 2, changes: [expect.stringContaining('welding')] },
    ]);
    const [assignment] = at(answer, 'valueStream', 'assignments') as { id: string; history: unknown }[];
    expect(assignment?.history).toEqual(log);
    const node = await server.ask(
      `query ($id: ID!) { node(id: $id) { ... on Assignment { history { ${MOVE} } } } }`,
      {
        id: assignment?.id,
      },
    );
    expect(at(node, 'node', 'history')).toEqual(log);
  });

  it('withdraws by the id, once', async () => {
    const [assignment] = at(await ask('assignments { id }'), 'valueStream', 'assignments') as {
      id: string;
    }[];
    const act = `mutation ($input: WithdrawAssignmentInput!) { withdrawAssignment(input: $input) { holder letter step { name } valueStream { assignments { id } standingLog { kind } } } }`;
    const input = { assignment: assignment?.id };
    const done = await server.ask(act, { input });
    expect(at(done, 'withdrawAssignment')).toMatchObject({
      holder: 'Ben',
      step: { name: 'Repair the bike' },
      valueStream: { assignments: [], standingLog: [{ kind: 'LOST' }, { kind: 'WITHDRAWN' }] },
    });
    expect((await server.ask(act, { input })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    const odd = await server.ask(act, { input: { assignment: 'nonsense' } });
    expect(odd.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});
