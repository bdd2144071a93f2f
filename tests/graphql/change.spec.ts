import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at } from '../support/answers.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const NAPKIN = `stream Kite making
demand: ~10/week
sales:
Take the order @Ann 10m 90%
wait 1-3d
fulfilment:
Cut the cloth @Bo 1h 80%
back to "Cut the cloth" 10%
Fly it @Ann 20m
`;
const DRAW =
  'mutation ($input: DrawValueStreamInput!) { drawValueStream(input: $input) { problems { message } } }';

let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
  for (const napkin of [NAPKIN, NAPKIN.replace('wait 1-3d\n', '').replace('1h 80%', '50m 80%')])
    expect((await server.ask(DRAW, { input: { napkin } })).errors).toEqual([]);
});
afterAll(() => server.stop());

const ask = (fields: string) => server.ask(`{ valueStream(key: "kite-making") { ${fields} } }`);

describe('changes over HTTP', () => {
  it('tells which numbers to find out first, and what they move', async () => {
    const answer = await ask(
      'findOutFirst(first: 2) { what missing question because line step { name } moves { measure figure { low high text } } }',
    );
    expect(answer.errors).toEqual([]);
    expect(at(answer, 'valueStream', 'findOutFirst')).toMatchObject([
      { what: 'WAIT', missing: true, step: { name: 'Cut the cloth' }, moves: null },
      { what: 'DEMAND', missing: false, step: null, moves: { measure: 'LOAD' } },
    ]);
  });

  it('tries changes without storing them', async () => {
    const answer = await ask(
      'revision whatIf(set: ["Cut the cloth 30m", "Cut the clot 1h"], without: ["back to Cut the cloth"], demand: "20/week") { changes { text applied problem { code remedy } } measures { measure verdict difference { text } } }',
    );
    expect(answer.errors).toEqual([]);
    const changes = at(answer, 'valueStream', 'whatIf', 'changes') as readonly {
      readonly applied: boolean;
    }[];
    expect(changes.map(({ applied }) => applied)).toEqual([true, true, false, true]);
    expect(at(answer, 'valueStream', 'revision')).toBe(2);
  });

  it('ranks single changes, with the words that ask for them', async () => {
    const answer = await ask(
      'rankedChanges(first: 3) { considered whyNot limits changes { kind text set without leadTime { value } work { text } step { name } line } handOffs { text without from { name } to { name } passes { value } leadTime { value } } }',
    );
    expect(answer.errors).toEqual([]);
    expect(at(answer, 'valueStream', 'rankedChanges', 'changes')).toHaveLength(3);
    const { errors } = await ask('rankedChanges(first: 0) { considered }');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('compares any two revisions', async () => {
    const fields =
      '{ before after stepCounts { kept changed new gone } steps { key fate fields { label before after verdict } moved { before } } places { kind fate where } measures { measure verdict } }';
    const answer = await ask(
      `comparedWith(revision: 1) ${fields} back: comparedWith(revision: 2, to: 1) ${fields}`,
    );
    expect(answer.errors).toEqual([]);
    expect(at(answer, 'valueStream', 'comparedWith', 'stepCounts')).toEqual({
      kept: 2,
      changed: 1,
      new: 0,
      gone: 0,
    });
    expect(at(answer, 'valueStream', 'comparedWith', 'places')).toContainEqual({
      kind: 'WAIT',
      fate: 'GONE',
      where: 'before "Cut the cloth"',
    });
    expect(at(answer, 'valueStream', 'back', 'places')).toContainEqual({
      kind: 'WAIT',
      fate: 'NEW',
      where: 'before "Cut the cloth"',
    });
    const { errors } = await ask('comparedWith(revision: 9) { before }');
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it('tells the former name of a step that was renamed', async () => {
    const napkin = (last: string) => `stream Kite renaming\nsales:\nAsk @Ann 5m\nfulfilment:\n${last}\n`;
    for (const last of ['D @Bo 20m', 'Deliver @Bo 20m was: "D"'])
      expect((await server.ask(DRAW, { input: { napkin: napkin(last) } })).errors).toEqual([]);
    const steps = 'steps { fate name formerName fields { label } }';
    const answer = await server.ask(
      `query ($before: String!, $after: String!) { valueStream(key: "kite-renaming") { comparedWith(revision: 1) { ${steps} } } compareNapkins(before: $before, after: $after) { comparison { ${steps} } } }`,
      { before: napkin('D @Bo 20m'), after: napkin('Deliver @Bo 20m was: "D"') },
    );
    const renamed = { fate: 'CHANGED', name: 'Deliver', formerName: 'D', fields: [] };
    expect(at(answer, 'valueStream', 'comparedWith', 'steps')).toContainEqual(renamed);
    expect(at(answer, 'compareNapkins', 'comparison', 'steps')).toContainEqual(renamed);
  });

  it('compares two texts, and tells the problems of each', async () => {
    const query =
      'query ($before: String!, $after: String!) { compareNapkins(before: $before, after: $after) { problemsBefore { code } problemsAfter { code severity } comparison { stepCounts { new } } } }';
    const good = await server.ask(query, { before: NAPKIN, after: NAPKIN.replace('Fly it', 'Fly it high') });
    expect(at(good, 'compareNapkins', 'comparison', 'stepCounts')).toEqual({ new: 1 });
    const bad = await server.ask(query, { before: NAPKIN, after: 'stream X\nsales:\nA 1h\nback to "B" 5%' });
    expect(at(bad, 'compareNapkins', 'comparison')).toBeNull();
    expect(at(bad, 'compareNapkins', 'problemsAfter')).toMatchObject([{ severity: 'ERROR' }]);
  });
});
