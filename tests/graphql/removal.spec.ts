import { beforeAll, expect, it } from '@jest/globals';
import { at, DRAW, KEY, NAPKIN, PROPOSE } from '../support/answers.js';
import { followDesign } from '../support/follow-design.js';
import type { TestServer } from '../support/test-server.js';
import { describeOnWholeServers } from '../support/whole-server.js';

const REMOVE = `mutation ($input: RemoveValueStreamInput!) { removeValueStream(input: $input) {
  removed { key name revision removedAt } } }`;
const RESTORE = `mutation { restoreValueStream(input: { stream: "${KEY}" }) { valueStream {
  id key revision napkin assignments { id holder } adoptedStructure { id } refusals { revision } designs { id } } } }`;
const SEEN = `query ($id: ID!, $assignment: ID!) {
  valueStream(key: "${KEY}") { key } node(id: $id) { id } nodes(ids: [$id, $assignment]) { id }
  byName: valueStreams(search: "dirty window", orderBy: NAME) { totalCount edges { node { key } } }
  byDay: valueStreams(search: "amal", orderBy: DRAWN) { totalCount }
  all: valueStreams { totalCount edges { node { key } } }
  removedValueStreams { totalCount edges { node { key name revision removedAt } } }
}`;
const LOG = '{ auditLog(first: 1) { edges { node { act stream revision about } } } }';
const NOTHING = { valueStream: null, node: null, nodes: [null, null] };

describeOnWholeServers('removing a stream', (server) => {
  let ids: { readonly id: string; readonly assignment: string };
  const ask: TestServer['ask'] = (...asked) => server().ask(...asked);
  const codeOf = (answer: Awaited<ReturnType<TestServer['ask']>>) => answer.errors[0]?.extensions?.['code'];
  const remove = (input: object = {}) => ask(REMOVE, { input: { stream: KEY, ...input } });

  beforeAll(async () => {
    const drawn = await ask(DRAW, { input: { napkin: NAPKIN } });
    await ask(`mutation { adoptStructure(input: { stream: "${KEY}" }) { __typename } }`);
    const wishes = [
      { holder: 'Bo', letter: 'R', step: 'Clean the windows' },
      { holder: 'Bo', letter: 'R', step: 'Send the bill' },
    ];
    const proposed = await ask(PROPOSE, { stream: KEY, wishes });
    const told = at(proposed, 'proposeAssignments', 'valueStream');
    expect(at(told, 'refusals', 0, 'revision')).toBe(1);
    ids = {
      id: String(at(drawn, 'drawValueStream', 'valueStream', 'id')),
      assignment: String(at(told, 'assignments', 0, 'id')),
    };
  });

  it('is refused where it has moved on since, and where there is none of that key', async () => {
    const late = await remove({ expectedRevision: 2 });
    expect([codeOf(late), at(late.errors[0], 'message')]).toEqual([
      'CONFLICT',
      expect.stringContaining('the present one is 1'),
    ]);
    const none = await remove({ stream: 'nothing' });
    expect([codeOf(none), at(none.errors[0], 'message')]).toEqual([
      'NOT_FOUND',
      'There is no value stream with the key "nothing".',
    ]);
    expect(codeOf(await ask(RESTORE))).toBe('NOT_FOUND');
    expect(at(await ask(SEEN, ids), 'valueStream')).toEqual({ key: KEY });
  });

  it('takes it out of lists, searches, nodes and files, and tells that it was removed, here and in the audit log', async () => {
    const before = await ask(SEEN, ids);
    expect(at(before, 'nodes')).toEqual([{ id: ids.id }, { id: ids.assignment }]);
    const answer = await remove({ expectedRevision: 1 });
    expect(answer.errors).toEqual([]);
    const removed = at(answer, 'removeValueStream', 'removed');
    expect(removed).toEqual({
      ...{ key: KEY, name: 'Dirty window to clean window', revision: 1 },
      removedAt: expect.stringMatching(/Z$/),
    });
    const seen = await ask(SEEN, ids);
    expect(seen.errors).toEqual([]);
    expect(seen.data).toMatchObject({
      ...NOTHING,
      ...{ byName: { totalCount: 0, edges: [] }, byDay: { totalCount: 0 } },
      all: { totalCount: Number(at(before, 'all', 'totalCount')) - 1 },
      removedValueStreams: { totalCount: 1, edges: [{ node: removed }] },
    });
    expect(JSON.stringify(at(seen, 'all'))).not.toContain(KEY);
    expect((await fetch(`${server().url}/streams/${KEY}/raci.html`)).status).toBe(404);
    expect(at(await ask(LOG), 'auditLog', 'edges', 0, 'node')).toEqual({
      ...{ act: 'STREAM_REMOVED', stream: KEY, revision: 1 },
      about: 'Dirty window to clean window, as revision 1 has it',
    });
  });

  it('lets nothing be decided or drawn over it, and says what to do instead', async () => {
    const drawn = await ask(DRAW, { input: { napkin: NAPKIN.replace('10m', '12m') } });
    expect(at(drawn, 'drawValueStream')).toMatchObject({ valueStream: null });
    const [problem] = at(drawn, 'drawValueStream', 'problems') as Record<string, unknown>[];
    expect(problem).toMatchObject({ code: 'STREAM_REMOVED', place: { line: 1 } });
    expect(problem?.['suggestion']).toContain('restoreValueStream');
    const withdrawn = await ask(
      'mutation ($id: ID!) { withdrawAssignment(input: { assignment: $id }) { holder } }',
      { id: ids.assignment },
    );
    const adopted = await ask(`mutation { adoptStructure(input: { stream: "${KEY}" }) { __typename } }`);
    const again = await remove();
    expect([withdrawn, adopted, again].map(codeOf)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    for (const { errors } of [adopted, again])
      expect(at(errors[0], 'message')).toMatch(
        /^"Dirty window to clean window", .* was removed at .*restoreValueStream/,
      );
  });

  it('leaves what else rests on it in order: designs tell that they were made, and what they found once it is restored', async () => {
    await ask(RESTORE);
    await ask(DRAW, { input: { napkin: NAPKIN.replace('Dirty window to clean window', 'Other') } });
    const asked = await ask(
      `mutation { designCompany(input: { streams: ["other", "${KEY}"], effort: QUICK }) { design { id } } }`,
    );
    expect(asked.errors).toEqual([]);
    const design = String(at(asked, 'designCompany', 'design', 'id'));
    await followDesign(server(), design).ended;
    const seen = () =>
      ask(
        `query ($id: ID!) { node(id: $id) { ... on DesignJob { state stream company { __typename } } }
          valueStream(key: "other") { designs { streams { stream } company { __typename } } }
          company(streams: ["other", "${KEY}"]) { __typename } }`,
        { id: design },
      );
    const [stream, company] = [KEY, { __typename: 'CompanyStructure' }];
    expect((await seen()).data).toMatchObject({ node: { state: 'DONE', stream, company }, company });
    await remove();
    const without = await seen();
    expect(without.errors.map(({ extensions }) => extensions?.['code'])).toEqual(['NOT_FOUND']);
    const half = await ask(
      `query ($id: ID!) { node(id: $id) { ... on DesignJob { state stream company { __typename } } }
        valueStream(key: "other") { designs { streams { stream } company { __typename } } } }`,
      { id: design },
    );
    expect([half.errors, half.data]).toEqual([
      [],
      {
        node: { state: 'DONE', stream, company: null },
        valueStream: { designs: [{ streams: [{ stream }, { stream: 'other' }], company: null }] },
      },
    ]);
    await ask(RESTORE);
    expect((await seen()).data).toMatchObject({ node: { state: 'DONE', stream, company }, company });
    await remove();
  });

  it('brings it back as it was, with everything that was decided', async () => {
    const answer = await ask(RESTORE);
    expect(answer.errors).toEqual([]);
    expect(at(answer, 'restoreValueStream', 'valueStream')).toMatchObject({
      ...{ id: ids.id, key: KEY, revision: 1, assignments: [{ id: ids.assignment, holder: 'Bo' }] },
      ...{ adoptedStructure: { id: expect.any(String) }, refusals: [{ revision: 1 }] },
    });
    const seen = await ask(SEEN, ids);
    expect(seen.data).toMatchObject({
      ...{ valueStream: { key: KEY }, node: { id: ids.id }, byName: { totalCount: 1 } },
      removedValueStreams: { totalCount: 0, edges: [] },
    });
    expect(at(await ask(LOG), 'auditLog', 'edges', 0, 'node', 'act')).toBe('STREAM_RESTORED');
    const twice = await ask(RESTORE);
    expect([codeOf(twice), at(twice.errors[0], 'message')]).toEqual([
      'NOT_FOUND',
      expect.stringContaining('nothing to restore'),
    ]);
    const drawn = await ask(DRAW, { input: { napkin: NAPKIN.replace('10m', '12m') } });
    expect(at(drawn, 'drawValueStream', 'valueStream', 'revision')).toBe(2);
  });
});
