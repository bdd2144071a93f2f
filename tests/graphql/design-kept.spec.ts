import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { makeNapkin } from '../../bench/make-stream.js';
import { at, DRAW } from '../support/answers.js';
import { askDesign, followDesign, statesOf } from '../support/follow-design.js';
import { wholeServer } from '../support/whole-server.js';

const STREAM = 'made-of-40-steps';
const folder = mkdtempSync(join(tmpdir(), 'headwater-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a design that a server was making when it was told to stop is made by the next one, and stays', async () => {
  const file = join(folder, 'kept.db');
  const first = await wholeServer(file);
  await first.ask(DRAW, { input: { napkin: makeNapkin(40) } });
  const id = await askDesign(first, { stream: STREAM });
  await followDesign(first, id).until((event) => at(event, 'designProgress', 'state') === 'RUNNING');
  await first.stop();

  const second = await wholeServer(file);
  const follow = followDesign(second, id);
  await follow.ended;
  expect(statesOf(follow).at(-1)).toBe('DONE');
  expect(await askDesign(second, { stream: STREAM })).toBe(id);
  const adopt = `mutation ($input: AdoptStructureInput!) { adoptStructure(input: $input) { __typename } }`;
  const adopted = await second.ask(adopt, { input: { stream: STREAM, design: id } });
  expect(adopted.errors).toEqual([]);
  expect(at(adopted, 'adoptStructure', '__typename')).toBe('AdoptedStructure');
  await second.ask(DRAW, { input: { napkin: makeNapkin(40).replace('20/month', '21/month') } });
  await second.stop();

  const third = await wholeServer(file);
  const told = await third.ask(
    `{ valueStream(key: "${STREAM}") { revision designs { id state revision structure { ... on StructureProposal {
      roles { name steps { key } } matrix { rows { step { name } } } } } } } }`,
  );
  expect(told.errors).toEqual([]);
  expect(at(told, 'valueStream', 'revision')).toBe(2);
  expect(at(told, 'valueStream', 'designs', 0)).toMatchObject({ id, state: 'DONE', revision: 1 });
  const roles = at(told, 'valueStream', 'designs', 0, 'structure', 'roles') as readonly unknown[];
  expect(roles.length).toBeGreaterThan(3);

  const streamId = String(
    at(await third.ask(`{ valueStream(key: "${STREAM}") { id } }`), 'valueStream', 'id'),
  );
  const asked = await third.ask(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on ValueStream { designs { structure {
      ... on StructureProposal { roles { name } } } } } } }`,
    { ids: [streamId, id] },
  );
  expect(asked.errors).toEqual([]);
  expect(at(asked, 'nodes', 0, 'designs', 0, 'structure', 'roles')).toHaveLength(roles.length);
  await third.stop();
});
