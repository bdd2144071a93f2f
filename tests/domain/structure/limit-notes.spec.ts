import { describe, expect, it } from '@jest/globals';
import type { StructureLimits } from '../../../src/domain/structure/index.js';
import { groundOfNapkin, proposalOf } from '../../support/structure-of.js';

const stream = (...steps: readonly string[]) =>
  `stream Egg to omelette\ndemand: 10/week\nsales:\nOrder it (outside) 1h\nfulfilment:\n${steps.join('\n')}\n`;

/** The notes of what is proposed, with one role of the name Cook. */
function notes(napkin: string, limits: StructureLimits = {}): readonly string[] {
  const [first] = /(?<=fulfilment:\n)[^@{\n]+?(?= [@x\d{])/.exec(napkin) ?? [];
  const pins = [{ role: 'Cook', steps: [first ?? ''] }];
  return proposalOf(groundOfNapkin(napkin), { pins, ...limits }).notes.filter(
    (note) => !note.startsWith('Your own'),
  );
}

describe('the limits of a proposal in words', () => {
  const FRY = stream('Fry it @Ann 3h {frying}');

  it('tell each limit, and which of them nobody set', () => {
    expect(notes(FRY)).toEqual([
      'Limits: at most 5 capabilities in a role (default); steps in a role no limit (default); kinds of work share a role where that is usual, or where one person does both today; positions of a role no limit (default); a role may serve both forces (default); shrinkage 15 % of paid hours (default); target utilisation 85 % of the hours left (default); paid hours 40 h a week; at most 9 positions in a team (default).',
    ]);
    const own = {
      ...{ maxCapabilitiesPerRole: 3, maxStepsPerRole: 7, maxPositionsPerRole: 6, oneForcePerRole: true },
      ...{ shrinkage: 0.1, targetUtilisation: 0.9, teamSize: 7, leastTeamSize: 4, teams: 'CELLS' as const },
    };
    expect(notes(FRY, own)).toEqual([
      'Limits: at most 3 capabilities in a role; steps in a role at most 7; kinds of work share a role where that is usual, or where one person does both today; positions of a role at most 6; a role serves one force only; shrinkage 10 % of paid hours; target utilisation 90 % of the hours left; paid hours 40 h a week; at most 7 positions in a team, at least 4 where that is possible; teams formed as cells that share capabilities.',
    ]);
    expect(
      notes(FRY, { oneForcePerRole: false, teamSize: 1, shrinkage: 0, targetUtilisation: 1 })[0],
    ).toMatch(/a role may serve both forces; shrinkage 0 % .*; at most 1 position in a team\.$/);
  });
});

describe('what is odd about the roles of a proposal, in words', () => {
  it('is the default that yields to a step which needs more capabilities at once', () => {
    const six = stream('Fry it 3h {frying, boiling, baking, grilling, steaming, smoking}');
    expect(notes(six).slice(1)).toEqual([
      '"Cook" holds 6 capabilities: one step (or steps that belong together) needs so many at once, and the default of 5 yields to that.',
    ]);
    expect(notes(stream('Fry it 3h {frying, boiling, baking, grilling, steaming}')).slice(1)).toEqual([]);
  });

  it('is what is not measured, in whole or in part', () => {
    expect(notes(stream('Fry it {frying}')).slice(1)).toEqual([
      '1 of 1 roles cannot be sized yet: nothing of their work is measured. In the goals their load counts as 0 and each as the people its steps need.',
    ]);
    expect(notes(stream('Fry it 3h {frying}', 'Turn it {frying}')).slice(1)).toEqual([
      '1 of 1 roles are sized from part of their steps only: their hours are a floor.',
    ]);
  });

  it('is a role below two fifths of a position', () => {
    expect(notes(stream('Fry it 60m {frying}')).slice(1)).toEqual([
      '"Cook" is 10 h a week (0.35 FTE): part-time work; combine it with other work of the person who takes it, or buy it in.',
    ]);
    expect(notes(stream('Fry it 70m {frying}')).slice(1)).toEqual([]);
  });

  it('is a role of more people than its hours ask for, with the step that asks for them', () => {
    expect(notes(stream('Fry it x3 30m {frying}')).slice(1)).toEqual([
      '"Cook" is 3 positions where its hours alone would ask for 1, because "Fry it" takes 3 people together.',
    ]);
    expect(notes(stream('Fry it 2h {frying}', 'Taste it 30m {frying} checks "Fry it"')).slice(1)).toEqual([
      '"Cook" is 2 positions where its hours alone would ask for 1, because one of its steps is checked by a second person of the role.',
    ]);
    expect(notes(stream('Fry it x2 3h {frying}')).slice(1)).toEqual([]);
  });

  it('is a role a little above whole people, and one larger than a team', () => {
    const full = { shrinkage: 0, targetUtilisation: 1 };
    expect(notes(stream('Fry it 240.05m {frying}'), full).slice(1)).toEqual([
      '"Cook" is 2 positions because its work is a little more than 1 can do: 1.0002 FTE. A little less of it, or a higher utilisation, would save one.',
    ]);
    expect(notes(stream('Fry it 4h {frying}'), full).slice(1)).toEqual([]);
    expect(notes(stream('Fry it 5h {frying}'), full).slice(1)).toEqual([]);
    expect(notes(stream('Fry it 38h {frying}'), full).slice(1)).toEqual([
      '"Cook" has 10 positions, more than the 9 of a team: it is a team of its own.',
    ]);
    expect(notes(stream('Fry it 36h {frying}'), full).slice(1)).toEqual([]);
  });
});
