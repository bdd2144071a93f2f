import { describe, expect, it } from '@jest/globals';
import { changedRoles } from '../../../../src/domain/structure/front/changed-roles.js';
import { groundOfNapkin, proposalOf } from '../../../support/structure-of.js';

const GROUND = groundOfNapkin(`stream Order to printed leaflet
customer: Shopkeeper
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
`);

describe('what changes between two sets of roles', () => {
  it('is nothing between a structure and itself', () => {
    const { roles } = proposalOf(GROUND);
    const { kept, changed, gained, lost, moved } = changedRoles(roles, roles);
    expect(kept).toEqual(roles.map(({ name }) => name));
    expect([changed, gained, lost, moved]).toEqual([[], [], [], []]);
  });

  it('names the step that another role does, and the roles that gain and lose it', () => {
    const before = proposalOf(GROUND, { maxCapabilitiesPerRole: 2 }).roles;
    const after = proposalOf(GROUND, { maxCapabilitiesPerRole: 2, goals: ['HAND_OFFS'] }).roles;
    const { kept, changed, moved } = changedRoles(before, after);
    expect(kept).toHaveLength(2);
    expect(moved.map(({ step }) => step)).toEqual(['check-the-proof']);
    expect(changed.flatMap(({ gains, loses }) => [...gains, ...loses])).toEqual([
      'check-the-proof',
      'check-the-proof',
    ]);
  });

  it('is the other way round the other way round', () => {
    const some = proposalOf(GROUND, { maxCapabilitiesPerRole: 2 }).roles;
    const others = proposalOf(GROUND, { maxStepsPerRole: 1 }).roles;
    const [there, back] = [changedRoles(some, others), changedRoles(others, some)];
    expect(back.gained).toHaveLength(there.lost.length);
    expect(back.lost).toHaveLength(there.gained.length);
    expect(back.kept).toHaveLength(there.kept.length);
  });

  it('tells a role by its work though both sides use the same name for different work', () => {
    const { roles } = proposalOf(GROUND, { maxStepsPerRole: 1 });
    const named = (names: readonly string[]) =>
      roles.map((role, at) => ({ ...role, name: names[at] ?? role.name }));
    const { kept, renamed, moved } = changedRoles(
      named(['Tester', 'Developer']),
      named(['Developer', 'Tester']),
    );
    expect(kept).toHaveLength(roles.length);
    expect(renamed).toMatchObject([
      { before: 'Tester', after: 'Developer' },
      { before: 'Developer', after: 'Tester' },
    ]);
    expect(moved).toEqual([]);
  });

  it('tells a role as renamed only where most of its work stays with it', () => {
    const [one, other] = proposalOf(GROUND, { maxCapabilitiesPerRole: 2 }).roles.filter(
      ({ steps }) => steps.length > 1,
    );
    if (!one || !other) throw new Error('two roles of several steps expected');
    const [kept, ...left] = one.demands;
    if (!kept) throw new Error('a demand expected');
    const before = [{ ...one, name: 'Developer' }];
    const after = [
      { ...one, name: 'Administrator', demands: [kept], steps: [kept.step] },
      {
        ...other,
        name: 'Designer',
        demands: [...left, ...other.demands],
        steps: left.map(({ step }) => step),
      },
    ];
    const told = (hours: number) => changedRoles(before, after, (step) => (step === kept.step ? hours : 1));
    expect(told(0.1).renamed).toEqual([]);
    expect(told(0.1)).toMatchObject({ lost: ['Developer'], gained: ['Administrator', 'Designer'] });
    expect(told(0.1).moved.map(({ text }) => text)).toContain('from Developer to a role of its own');
    expect(told(100).renamed).toEqual([
      { before: 'Developer', after: 'Administrator', text: 'Developer is called Administrator' },
    ]);
  });

  const LOADS = { nameOf: (step: string) => `<${step}>`, loadOf: () => 1 };
  const swap = (names: readonly string[]) => {
    const before = proposalOf(GROUND, { maxCapabilitiesPerRole: 2 }).roles;
    const after = proposalOf(GROUND, { maxCapabilitiesPerRole: 2, goals: ['HAND_OFFS'] }).roles;
    const [move] = changedRoles(before, after).moved;
    const [from = ''] = move?.from ?? [];
    const [to = ''] = move?.to ?? [];
    const [name = from] = names;
    const renamed = after.map((role) => (role.name === to ? { ...role, name } : role));
    return { from, to, ...changedRoles(before, renamed, null, LOADS) };
  };

  it('tells the role that takes a step by its main step where its new name was that of another role', () => {
    const { from, to, moved, renamed } = swap([]);
    expect(moved[0]?.text).toBe(`from ${from} to the role of "<set-the-type>"`);
    expect(renamed.find(({ before }) => before === to)?.text).toBe(
      `the role of "<set-the-type>", ${to} before, is called ${from}`,
    );
  });

  it('tells it so too where its new name only holds that of another role', () => {
    const [from] = [swap([]).from];
    expect(swap([`${from} and Proof Reader`]).moved[0]?.text).toBe(
      `from ${from} to the role of "<set-the-type>"`,
    );
  });

  it('tells the role by both of its names where nobody mistakes them', () => {
    const { from, to, moved, renamed } = swap(['Poster Artist']);
    expect(moved[0]?.text).toBe(`from ${from} to Poster Artist (${to} before)`);
    expect(renamed.find(({ before }) => before === to)?.text).toBe(`${to} is called Poster Artist`);
  });

  it('tells a new role by a step that goes with it, or as one of its own, where its name was that of another', () => {
    const [one, other] = proposalOf(GROUND, { maxCapabilitiesPerRole: 2 }).roles.filter(
      ({ steps }) => steps.length > 1,
    );
    if (!one || !other) throw new Error('two roles of several steps expected');
    const holding = (name: string, demands: typeof one.demands) => ({
      ...one,
      name,
      demands,
      steps: demands.map(({ step }) => step),
    });
    const before = [holding('Carter', [...one.demands, ...other.demands])];
    const [first, ...others] = one.demands;
    if (!first) throw new Error('a demand expected');
    const [mine, split] = [holding('Carter', other.demands), holding('Carter', one.demands)];
    const pair = changedRoles(before, [mine, split], null, LOADS);
    const taken = pair.gained.length === 1 ? pair.moved.map(({ text }) => text) : [];
    expect(taken.length).toBeGreaterThan(1);
    for (const text of taken) expect(text).toMatch(/^from Carter to a new role, with "<.+>"$/);
    expect(pair.gainedInWords[0]).toMatch(/^a role for "<.+>"$/);
    const alone = changedRoles(before, [
      holding('Carter', [...others, ...other.demands]),
      holding('Carter', [first]),
    ]);
    expect(alone.moved.map(({ text }) => text)).toEqual(['from Carter to a role of its own']);
  });
});
