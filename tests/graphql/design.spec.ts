import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeNapkin } from '../../bench/make-stream.js';
import { at, DRAW, KEY, NAPKIN } from '../support/answers.js';
import { listenTo, subscriberOf } from '../support/subscriber.js';
import type { Answered, TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const LARGE = 'made-of-120-steps';
const MIDDLE = 'made-of-30-steps';

let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
  for (const napkin of [NAPKIN, makeNapkin(30), makeNapkin(120)])
    await server.ask(DRAW, { input: { napkin } });
});
afterAll(() => server.stop());

const PROGRESS = 'part stage work text goals { name best lowerBound gap }';
const FOUND = `__typename ... on StructureProposal { id gap provenOptimal notes roles { name steps { key } }
  objectives { name value lowerBound gap proven } }`;
const JOB = `id state stream revision kind effort failure endedAt progress { ${PROGRESS} } structure { ${FOUND} }`;

async function design(input: object): Promise<Answered> {
  return server.ask(
    `mutation ($input: DesignStructureInput!) { designStructure(input: $input) { design { ${JOB} } } }`,
    { input },
  );
}

function idOf(answer: Answered): string {
  return String(at(answer, 'designStructure', 'design', 'id'));
}

async function ended(id: string): Promise<unknown> {
  const client = subscriberOf(server.url);
  await listenTo(client, `subscription ($id: ID!) { designProgress(id: $id) { state } }`, { id }).ended;
  await client.dispose();
  const answer = await server.ask(`query ($id: ID!) { node(id: $id) { ... on DesignJob { ${JOB} } } }`, {
    id,
  });
  return at(answer, 'node');
}

describe('a design that is made while its asker goes on', () => {
  it('is answered at once, told as it comes further, and found again by its id', async () => {
    const asked = await design({ stream: LARGE });
    expect(asked.errors).toEqual([]);
    expect(at(asked, 'designStructure', 'design')).toMatchObject({
      ...{
        stream: LARGE,
        revision: 1,
        kind: 'STRUCTURE',
        effort: 'THOROUGH',
        structure: null,
        endedAt: null,
      },
    });
    const client = subscriberOf(server.url);
    const told = listenTo(
      client,
      `subscription ($id: ID!) { designProgress(id: $id) { state progress { ${PROGRESS} } } }`,
      { id: idOf(asked) },
    );
    const events = await told.until(
      (event) => Number(at(event, 'designProgress', 'progress', 'goals', 'length')) > 0,
    );
    const progress = at(events.at(-1), 'designProgress', 'progress');
    expect(at(progress, 'goals', 0, 'name')).toBe('positions');
    expect(at(progress, 'text')).toMatch(/positions \d+ \((proven|gap .* %)\)/);
    const cancelled = await server.ask(
      `mutation ($input: CancelDesignInput!) { cancelDesign(input: $input) { design { ${JOB} } } }`,
      { input: { design: idOf(asked) } },
    );
    expect(cancelled.errors).toEqual([]);
    const best = at(cancelled, 'cancelDesign', 'design');
    expect(best).toMatchObject({ state: 'CANCELLED', failure: null, progress: { stage: 'ended early' } });
    expect(String(at(best, 'structure', 'notes'))).toContain('ended before it was done');
    const steps = at(best, 'structure', 'roles') as readonly { readonly steps: readonly unknown[] }[];
    expect(steps.reduce((sum, role) => sum + role.steps.length, 0)).toBeGreaterThanOrEqual(120);
    await told.ended;
    expect(at(told.events.at(-1), 'designProgress', 'state')).toBe('CANCELLED');
    await client.dispose();
  });

  it('can be adopted with what was found by then, and no more once the stream was drawn again', async () => {
    const asked = await design({ stream: MIDDLE });
    const job = await ended(idOf(asked));
    expect(job).toMatchObject({ state: 'DONE', structure: { __typename: 'StructureProposal' } });
    const { progress } = job as { readonly progress: { readonly text: string } | null };
    if (progress)
      expect(progress).toMatchObject({ stage: 'done', text: expect.stringMatching(/(^|· )done$/) });
    const again = await server.ask(
      `query ($id: ID!) { node(id: $id) { ... on StructureProposal { id roles { name steps { key } } } } }`,
      { id: at(job, 'structure', 'id') },
    );
    expect(at(again, 'node', 'roles')).toEqual(at(job, 'structure', 'roles'));
    const adopt = `mutation ($input: AdoptStructureInput!) { adoptStructure(input: $input) { ... on AdoptedStructure { structure { roles { name steps { key } } } } } }`;
    const input = { stream: MIDDLE, design: idOf(asked) };
    const adopted = await server.ask(adopt, { input });
    expect(adopted.errors).toEqual([]);
    expect(at(adopted, 'adoptStructure', 'structure', 'roles')).toEqual(at(job, 'structure', 'roles'));
    await server.ask(DRAW, { input: { napkin: makeNapkin(30).replace('20/month', '21/month') } });
    const late = await server.ask(adopt, { input });
    expect(late.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT' });
    const other = await server.ask(adopt, { input: { ...input, stream: KEY } });
    expect(other.errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is the same for the same question about the same state of the stream, and as asked within a request', async () => {
    const [one, two] = [await design({ stream: KEY }), await design({ stream: KEY })];
    expect(idOf(two)).toBe(idOf(one));
    expect(idOf(await design({ stream: KEY, limits: { maxStepsPerRole: 1 } }))).not.toBe(idOf(one));
    const job = await ended(idOf(one));
    const within = await server.ask(
      `{ valueStream(key: "${KEY}") { suggestedStructure(effort: THOROUGH) { ${FOUND} } designs { id } } }`,
    );
    const { id: _, ...found } = at(within, 'valueStream', 'suggestedStructure') as Record<string, unknown>;
    expect(at(job, 'structure')).toMatchObject(found);
    expect(at(within, 'valueStream', 'designs', 1, 'id')).toBe(idOf(one));
  });

  it('weighs alternatives, growth and guesses of streams that a request would take too long for', async () => {
    const refused = await server.ask(`{ valueStream(key: "${LARGE}") { alternatives { __typename } } }`);
    expect(refused.errors[0]?.message).toContain('at most 100. Ask for it with designStructure');
    const kinds = `alternatives { ... on StructureFront { alternatives { id structure { id roles { name } } } } }
      growth { ... on Growth { points { positions } } } sensitivity { ... on Sensitivity { tried text } }`;
    const ask = `query ($id: ID!) { node(id: $id) { ... on DesignJob { state kind failure progress { goals { name } } ${kinds} } } }`;
    const asked = [
      await design({ stream: MIDDLE, kind: 'ALTERNATIVES', effort: 'QUICK' }),
      await design({ stream: MIDDLE, kind: 'GROWTH', effort: 'QUICK', times: [2] }),
      await design({ stream: MIDDLE, kind: 'SENSITIVITY', effort: 'QUICK', most: 2 }),
    ];
    const told: unknown[] = [];
    for (const answer of asked) {
      await ended(idOf(answer));
      told.push(at(await server.ask(ask, { id: idOf(answer) }), 'node'));
    }
    for (const one of told) expect(at(one, 'progress', 'goals') ?? []).toEqual([]);
    expect(told[0]).toMatchObject({ state: 'DONE', growth: null, sensitivity: null });
    expect(Number(at(told[0], 'alternatives', 'alternatives', 'length'))).toBeGreaterThan(0);
    expect(Number(at(told[1], 'growth', 'points', 'length'))).toBe(2);
    expect(at(told[2], 'sensitivity', 'text')).toBeTruthy();
    const structure = at(told[0], 'alternatives', 'alternatives', 0, 'structure');
    const again = await server.ask(
      `query ($id: ID!) { node(id: $id) { ... on StructureProposal { id roles { name } } } }`,
      { id: at(structure, 'id') },
    );
    expect(at(again, 'node')).toEqual(structure);
  });

  it('is refused in plain words where it cannot be', async () => {
    const code = async (input: object) => (await design(input)).errors[0]?.extensions?.['code'];
    expect(await code({ stream: 'none' })).toBe('NOT_FOUND');
    expect(await code({ stream: KEY, expectedRevision: 7 })).toBe('CONFLICT');
    expect(await code({ stream: KEY, kind: 'SENSITIVITY', most: 25 })).toBe('BAD_USER_INPUT');
    const none = await design({ stream: KEY, limits: { maxPositionsPerRole: 0 } });
    expect(none.errors[0]?.message).toContain('Positions per role: 0 is not possible');
    expect(none.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    const unknown = await design({ stream: KEY, limits: { pins: [{ role: 'Clerk', steps: ['Dream'] }] } });
    expect(unknown.errors[0]?.message).toContain('this stream has no step "Dream"');
    expect(unknown.errors[0]?.message).toContain('Nothing was begun.');
    expect(unknown.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    const half = await design({ stream: KEY, kind: 'GROWTH', times: [0.5] });
    expect(half.errors[0]?.message).toContain('each from 1 to 1000, not at 0.5.');
    expect(await code({ stream: KEY, kind: 'COMPANY' })).toBe('BAD_USER_INPUT');
    const cancelled = await server.ask(
      'mutation { cancelDesign(input: { design: "none" }) { design { id } } }',
    );
    expect(cancelled.errors[0]?.message).toContain('There is no such design');
    const steps = await server.ask(`{ valueStream(key: "${KEY}") { steps { name } } }`);
    const two = [0, 1].map((nth) => at(steps, 'valueStream', 'steps', nth, 'name'));
    const against = await design({ stream: KEY, limits: { apart: [two], together: [two] } });
    expect(await ended(idOf(against))).toMatchObject({
      state: 'DONE',
      structure: { __typename: 'LimitsContradict' },
    });
  });
});

describe('a stream of 4,000 steps that is planned for the first time', () => {
  it('keeps nobody else waiting', async () => {
    const key = 'made-of-4000-steps';
    const drawn = await server.ask(
      `mutation ($input: DrawValueStreamInput!) { drawValueStream(input: $input) { problems { severity } } }`,
      { input: { napkin: makeNapkin(4_000) } },
    );
    expect(drawn.errors).toEqual([]);
    const state = { isPlanned: false };
    const planned = server
      .ask(
        `{ valueStream(key: "${key}") { suggestedStructure { ... on StructureProposal { roles { name } } } } }`,
      )
      .finally(() => (state.isPlanned = true));
    let answered = 0;
    while (!state.isPlanned) {
      const ready = await fetch(`${server.url}/readyz`).catch(() => ({ ok: false }));
      const small = await server
        .ask(`{ valueStream(key: "${KEY}") { readiness { rung } findings { code } } }`)
        .catch(() => ({ errors: [null] }));
      if (ready.ok && small.errors.length === 0 && !state.isPlanned) answered += 1;
    }
    expect((await planned).errors).toEqual([]);
    expect(Number(at(await planned, 'valueStream', 'suggestedStructure', 'roles', 'length'))).toBeGreaterThan(
      200,
    );
    expect(answered).toBeGreaterThan(10);
  }, 240_000);
});
