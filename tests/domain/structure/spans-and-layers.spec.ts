import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { spansAndLayers, type Role, type Team } from '../../../src/domain/structure/index.js';
import { leadLayers } from '../../../src/domain/structure/lead-layers.js';
import { groundOf } from '../../support/stream-builder.js';

interface TeamSketch {
  readonly name: string;
  /** null: not measured. */
  readonly people: number | null;
  /** What its only step is of. */
  readonly force?: 'SALES' | 'FULFILMENT' | null;
  readonly atLeast?: boolean;
}

interface Owners {
  readonly owner?: string;
  readonly sales?: string;
  readonly fulfilment?: string;
}

/** The spans of teams of one role with one step each. */
function spansOf(teams: readonly TeamSketch[], { owner, sales, fulfilment }: Owners = {}) {
  const { stream } = groundOf({
    steps: teams.map(({ name, force }) => ({ name: `Work of ${name}`, force: force ?? null })),
  });
  const roles = teams.map(({ name, people, atLeast = false }, at) => ({
    key: `role-${name}`,
    steps: [stream.steps[at]?.key],
    positions: people,
    hoursPerWeek: { atLeast },
  })) as unknown as Role[];
  const formed = teams.map(({ name }) => ({ key: name, name, roles: [`role-${name}`] })) as unknown as Team[];
  const forceOwners = { SALES: sales ?? null, FULFILMENT: fulfilment ?? null };
  return spansAndLayers({ ...stream, owner: owner ?? null, forceOwners }, { roles, teams: formed });
}

const of = (...sizes: readonly number[]): TeamSketch[] =>
  sizes.map((people, at) => ({ name: `t${at}`, people }));

describe('leads and layers', () => {
  it('are not told where one person can lead everybody directly', () => {
    expect(spansOf(of(9))).toBeNull();
    expect(spansOf(of(3, 3, 3))).toBeNull();
    expect(spansOf([])).toBeNull();
  });

  it('are told from the tenth person on', () => {
    expect(spansOf(of(10), { owner: 'Ada' })).toMatchObject({
      leads: 2,
      layers: 1,
      owners: [
        {
          leads: [2],
          direct: 2,
          text: '10 people in 1 team stand under Ada, who answers for the stream. That calls for 2 leads (1 layer of leads); 2 people then answer to Ada directly.',
          teams: [{ team: 't0', people: 10, leads: [2], text: 'More than 9 people: 2 leads.' }],
        },
      ],
    });
  });

  it('give a large team leads over its leads', () => {
    const owners = spansOf(of(134))?.owners;
    expect(owners).toMatchObject([{ leads: [15, 2], direct: 2, teams: [{ leads: [15, 2] }] }]);
    expect(owners?.[0]?.text).toContain('the one who answers for the stream (nobody is named yet)');
  });

  it('give small teams a lead each where all of them together are too many for one person', () => {
    const [owner] = spansOf(of(5, 5, 5))?.owners ?? [];
    expect(owner).toMatchObject({ leads: [3], direct: 3 });
    expect(owner?.teams[0]?.text).toBe(
      '1 lead of its own: all teams together are more people than one person can lead.',
    );
  });

  it('put leads of several teams under one where that saves a layer, and not elsewhere', () => {
    const many = spansOf(of(...Array.from({ length: 10 }, () => 10)))?.owners[0];
    expect(many).toMatchObject({
      leads: [20, 3],
      teams: expect.arrayContaining([{ ...many?.teams[0], leads: [2] }]),
    });
    expect(spansOf(of(84, 134, 128))?.owners[0]?.teams.map(({ leads }) => leads)).toEqual([
      [10, 2],
      [15, 2],
      [15, 2],
    ]);
  });

  it('let people who are alone in their team share leads', () => {
    expect(spansOf(of(...Array.from({ length: 12 }, () => 1)))?.owners).toMatchObject([
      { leads: [2], direct: 2 },
    ]);
  });

  it('put a team under the owner of the force that all its work is of, and that owner under the one of the stream', () => {
    const teams = [
      { name: 'shop', people: 12, force: 'SALES' },
      { name: 'yard', people: 4, force: 'FULFILMENT' },
    ] as const;
    expect(spansOf(teams, { owner: 'Ada', sales: 'Sol' })?.owners).toMatchObject([
      { owner: 'Ada', answersFor: ['STREAM'], people: 4, owners: ['Sol'], leads: [], direct: 5, text: null },
      { owner: 'Sol', answersFor: ['SALES'], people: 12, leads: [2], direct: 2 },
    ]);
  });

  it('count a person who answers for several things once', () => {
    const teams = [
      { name: 'shop', people: 6, force: 'SALES' },
      { name: 'yard', people: 6, force: 'FULFILMENT' },
    ] as const;
    expect(spansOf(teams, { owner: 'Ada', sales: ' ada', fulfilment: 'Fay' })).toBeNull();
    expect(spansOf(teams, { owner: 'Ada', sales: 'Sol', fulfilment: 'sol' })?.owners).toMatchObject([
      { owner: 'Ada', owners: ['Sol'], direct: 1 },
      { owner: 'Sol', answersFor: ['SALES', 'FULFILMENT'], people: 12, leads: [2] },
    ]);
  });

  it('are told of a floor where something is not measured, and never of people nobody counted', () => {
    const [owner] = spansOf([...of(12), { name: 'x', people: null }])?.owners ?? [];
    expect(owner).toMatchObject({
      people: 12,
      atLeast: true,
      teams: [{ people: 12 }, { people: null, leads: [] }],
    });
    expect(owner?.text).toMatch(/^At least 12 people in 2 teams/);
    expect(spansOf([{ name: 'x', people: null }])).toBeNull();
  });
});

const groups = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 14 });
const spans = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 4, max: 9 }));
const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

describe('the layers of any number of people', () => {
  it('leave nobody with more to lead than one person can', () => {
    fc.assert(
      fc.property(groups, spans, (sizes, [beside, most]) => {
        const { layers, within, direct } = leadLayers(sizes, beside, most);
        expect(direct).toBeLessThanOrEqual(most);
        within.forEach((own, at) => {
          let led = sizes[at] ?? 0;
          for (const leads of own) {
            expect(Math.ceil(led / leads)).toBeLessThanOrEqual(most);
            led = leads;
          }
        });
        if (layers.length === 0) return;
        sizes.forEach((size, at) => expect((within[at] ?? []).length > 0).toBe(size > 1));
        const apart = within.reduce((deepest, own) => Math.max(deepest, own.length), 0);
        let alone = sizes.filter((size) => size === 1).length;
        for (let layer = 0; layer < apart; layer += 1) alone = Math.ceil(alone / most);
        let led = total(within.map((own) => own.at(-1) ?? 0)) + alone;
        for (const leads of layers.slice(apart)) {
          if (apart > 0) expect(Math.ceil(led / leads)).toBeLessThanOrEqual(most);
          led = leads;
        }
        expect(led + beside).toBe(direct);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('are as few as there can be where a first lead leads people of one team', () => {
    fc.assert(
      fc.property(groups, spans, (sizes, [beside, most]) => {
        const room = most - beside;
        const alone = sizes.filter((size) => size === 1).length;
        const apart = [alone, ...sizes.filter((size) => size > 1)];
        let [nodes, fewest] = [total(sizes), 0];
        while (nodes > room) {
          nodes = fewest === 0 ? total(apart.map((size) => Math.ceil(size / most))) : Math.ceil(nodes / most);
          fewest += 1;
        }
        expect(leadLayers(sizes, beside, most).layers).toHaveLength(fewest);
      }),
      { numRuns: 500, seed: 2 },
    );
  });

  it('are none where all fit, and the same for the same numbers', () => {
    fc.assert(
      fc.property(groups, spans, (sizes, [beside, most]) => {
        const found = leadLayers(sizes, beside, most);
        expect(found.layers.length === 0).toBe(total(sizes) + beside <= most);
        expect(leadLayers(sizes, beside, most)).toEqual(found);
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});
