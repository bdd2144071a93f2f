import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeNapkin } from '../../bench/make-stream.js';
import { at, DRAW } from '../support/answers.js';
import { followDesign, statesOf } from '../support/follow-design.js';
import type { Answered, TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const KEYS = ['docks', 'halls', 'yards'];
const COMPANY = `__typename ... on CompanyStructure { text positions method notes
  streams { stream { key revision } share roles { key } }
  roles { key name serves { stream { key } steps { key name } } } objectives { name value lowerBound gap } }
`;
const JOB = `id kind effort state failure stream revision streams { stream revision } company { ${COMPANY} }
  structure { __typename } `;
/** No choice is left: what is tried here is how a company is asked for and told, not how it is found. */
const limits = { maxStepsPerRole: 1 };
const ASK = `mutation ($input: DesignCompanyInput!) { designCompany(input: $input) { design { ${JOB} } } }`;
const ADOPT = `mutation ($input: AdoptStructureInput!) { adoptStructure(input: $input) { __typename
  ... on AdoptedStructure { structure { method roles { key } } } } }`;

const folder = mkdtempSync(join(tmpdir(), 'headwater-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const napkinOf = (name: string, steps: number) => makeNapkin(steps).replace(/^stream .*$/m, `stream ${name}`);
const idOf = (answer: Answered) => String(at(answer, 'designCompany', 'design', 'id'));

describe('a company of more steps than one request has time for', () => {
  const file = join(folder, 'company.db');
  let server: TestServer;
  let id = '';

  const node = async (): Promise<unknown> => {
    const found = await server.ask(`query ($id: ID!) { node(id: $id) { ... on DesignJob { ${JOB} } } }`, {
      id,
    });
    expect(found.errors).toEqual([]);
    return at(found, 'node');
  };
  const ask = (input: object) => server.ask(ASK, { input: { effort: 'QUICK', limits, ...input } });
  const adopt = (input: object) => server.ask(ADOPT, { input: { limits, ...input } });
  const codeOf = ({ errors }: Answered) => errors[0]?.extensions?.['code'];

  beforeAll(async () => {
    server = await wholeServer(file);
    for (const [name, steps] of [
      ['Halls', 25],
      ['Yards', 16],
      ['Docks', 64],
    ] as const)
      await server.ask(DRAW, { input: { napkin: napkinOf(name, steps) } });
  });
  afterAll(() => server.stop());

  it('is refused before it begins where limits name a step that none of the streams has', async () => {
    const refused = await ask({
      streams: ['yards', 'docks'],
      limits: { together: [['No such step', 'Nor this']] },
    });
    expect(refused.errors[0]?.message).toContain('Nothing was begun.');
    expect(codeOf(refused)).toBe('BAD_USER_INPUT');
  });

  it('is answered at once, goes on at the next server where the first one stops, and is there as one', async () => {
    const asked = await ask({ streams: ['yards', 'halls', 'docks'] });
    expect(asked.errors).toEqual([]);
    id = idOf(asked);
    expect(at(asked, 'designCompany', 'design')).toMatchObject({
      ...{ kind: 'COMPANY', effort: 'QUICK', stream: 'docks', revision: 1, structure: null, company: null },
      streams: KEYS.map((stream) => ({ stream, revision: 1 })),
    });
    await server.stop();
    server = await wholeServer(file);
    const follow = followDesign(server, id);
    await follow.ended;
    expect(statesOf(follow).at(-1)).toBe('DONE');
    expect(idOf(await ask({ streams: KEYS }))).toBe(id);
    const steps = (at(await node(), 'company', 'roles') as { serves: { steps: unknown[] }[] }[]).flatMap(
      (role) => role.serves.flatMap((served) => served.steps),
    );
    expect(steps.length).toBeGreaterThanOrEqual(105);
  }, 180_000);

  it('stands with each of its streams, and is what the short question answers from then on', async () => {
    const company = at(await node(), 'company');
    for (const key of KEYS) {
      const told = await server.ask(`{ valueStream(key: "${key}") { designs { id kind } } }`);
      expect(at(told, 'valueStream', 'designs')).toEqual([{ id, kind: 'COMPANY' }]);
    }
    const short = await server.ask(
      `query ($streams: [String!]!, $limits: StructureLimits) { company(streams: $streams, limits: $limits) { ${COMPANY} } }`,
      {
        streams: KEYS,
        limits,
      },
    );
    expect(short.errors).toEqual([]);
    expect(at(short, 'company')).toEqual(company);
  });

  it('is adopted stream by stream, by the design or by the names of the streams', async () => {
    const served = at(await node(), 'company', 'streams') as { stream: { key: string }; roles: unknown[] }[];
    const keysOf = (answer: Answered) =>
      new Set(
        (at(answer, 'adoptStructure', 'structure', 'roles') as unknown[]).map((role) => at(role, 'key')),
      );
    const rolesOf = (key: string) =>
      new Set(
        served.flatMap((one) => (one.stream.key === key ? one.roles.map((role) => at(role, 'key')) : [])),
      );
    const halls = await adopt({ stream: 'halls', design: id });
    expect(halls.errors).toEqual([]);
    expect(keysOf(halls)).toEqual(rolesOf('halls'));
    expect(String(at(halls, 'adoptStructure', 'structure', 'method'))).toContain('over 3 streams');
    const docks = await adopt({ stream: 'docks', company: ['yards', 'halls'] });
    expect(docks.errors).toEqual([]);
    expect(keysOf(docks)).toEqual(rolesOf('docks'));
    expect(idOf(await ask({ streams: KEYS }))).toBe(id);
  });

  it('is told as it was asked about once a stream is drawn again, and adopted there no more', async () => {
    const before = at(await node(), 'company', 'roles');
    const napkin = napkinOf('Yards', 16).replace('20/month', '21/month');
    await server.ask(DRAW, { input: { napkin } });
    const job = await node();
    expect(at(job, 'company', 'roles')).toEqual(before);
    expect(at(job, 'streams', 2)).toEqual({ stream: 'yards', revision: 1 });
    expect(at(job, 'company', 'streams', 2, 'stream')).toEqual({ key: 'yards', revision: 2 });
    expect(codeOf(await adopt({ stream: 'yards', design: id }))).toBe('CONFLICT');
    const message = String(
      (await adopt({ stream: 'docks', company: ['yards', 'halls'] })).errors[0]?.message,
    );
    expect(message).toContain('Ask for it with designCompany');
    const expecting = { streams: KEYS, expectedRevisions: [{ stream: 'yards', revision: 1 }] };
    expect(codeOf(await ask(expecting))).toBe('CONFLICT');
    expect(codeOf(await ask({ streams: ['yards', 'none'] }))).toBe('NOT_FOUND');
  });
});
