import { describe, expect, it } from '@jest/globals';
import type { StructureLimits, StructureProposal } from '../../../../src/domain/structure/index.js';
import { groundOf } from '../../../support/stream-builder.js';
import { groundOfNapkin, proposalOf } from '../../../support/structure-of.js';

const BOATYARD = `stream Call to mended boat
customer: Skipper
demand: 40/week
sales:
Take the call      @Ida 20m {customer contact}
Look at the boat   @Olaf 2h {site survey}
Quote the repair   @Olaf 1h {estimating}
Agree the price    @Olaf 30m {negotiation}
fulfilment:
Order the planks   @Ida 40m {purchasing}
Book the slipway   @Ida 20m {scheduling}
Mend the hull      @Crew x3 4h {repair}
Paint the hull     @Crew 3h {surface finishing}
Check the hull     @Olaf 20m {quality inspection} checks "Mend the hull"
Invoice the repair @Ida 30m {billing}
Close the month    @Ida 3h every 1month {bookkeeping}
`;

function boatyard(limits: StructureLimits = {}): StructureProposal {
  return proposalOf(groundOfNapkin(BOATYARD), limits);
}

/** Roles of one step each, one position each, that hand work on in pairs: a to b often, pairs to each other seldom. */
function pairs(count: number, limits: StructureLimits): StructureProposal {
  const name = (at: number): string => `zq ${at}`;
  return proposalOf(
    groundOf({
      steps: Array.from({ length: count }, (_, at) => ({
        name: name(at),
        hours: 25,
        needs: ['qz', 'qy'].map((word) => `${word} ${at - (at % 2)}`),
      })),
      ways: Array.from(
        { length: count - 1 },
        (_, at) => [name(at), name(at + 1), at % 2 === 0 ? 9 : 1] as const,
      ),
      demandPerWeek: 1,
    }),
    { maxStepsPerRole: 1, ...limits },
  );
}

describe('teams', () => {
  it('are one where all positions fit, and say so', () => {
    const { teams, teamGoal } = boatyard({ teamSize: 60 });
    expect(teams).toHaveLength(1);
    expect(teams[0]).toMatchObject({ kind: 'WHOLE_STREAM', crosses: [] });
    expect(teams[0]?.purpose).toContain('from "Take the call" to "Close the month" (11 steps)');
    expect(teamGoal).toMatchObject({ formedBy: 'HAND_OFFS', value: 0, bound: 0, proven: true });
  });

  it('are one where all positions just fit, though no work passes between the roles', () => {
    const alone = (count: number, teamSize: number): number => {
      const steps = Array.from({ length: count }, (_, at) => {
        return { name: `zq ${at}`, hours: 25, needs: [`qz ${at}`] };
      });
      return proposalOf(groundOf({ steps, ways: [] }), { maxStepsPerRole: 1, teamSize }).teams.length;
    };
    expect(alone(16, 16)).toBe(1);
    expect(alone(16, 15)).toBeGreaterThan(1);
  });

  it('keep the pairs together that hand over most, proven', () => {
    const { teams, teamGoal } = pairs(6, { teamSize: 2 });
    expect(teams.map(({ roles }) => roles.length)).toEqual([2, 2, 2]);
    expect(teamGoal).toMatchObject({ value: 2, bound: 2, gap: 0, proven: true });
    expect(teamGoal?.text).toContain('Proven');
  });

  it('of many roles carry a bound that they are not below', () => {
    const { teams, teamGoal } = pairs(40, { teamSize: 9 });
    expect(teams.length).toBeGreaterThan(1);
    expect(teamGoal?.bound).toBeGreaterThan(0);
    expect(teamGoal?.bound).toBeLessThanOrEqual(teamGoal?.value ?? 0);
    expect(teamGoal?.proven).toBe(teamGoal?.gap === 0);
  });

  it('tell what crosses their border, to whom and how often', () => {
    const { teams } = boatyard();
    const [office, crew] = teams;
    expect(office?.crosses?.[0]).toBe(
      `Hands work to the ${crew?.name} 40 times a week, from "Book the slipway" to "Mend the hull".`,
    );
    expect(crew?.purpose).toMatch(/^Carries all 3 steps from "Mend the hull" to "Check the hull", mostly /);
    expect(crew?.kind).toBe('STAGE');
  });
});

describe('teams as cells', () => {
  it('bring together the roles that share a capability, and tell the grouping efficacy', () => {
    const { teams, teamGoal, notes } = pairs(6, { teams: 'CELLS', teamSize: 2 });
    expect(teams.map(({ roles }) => roles.length)).toEqual([2, 2, 2]);
    expect(teamGoal).toMatchObject({ formedBy: 'CELLS', name: 'grouping efficacy', gap: 0, proven: true });
    expect(teamGoal?.value).toBe(1);
    expect(notes.join(' ')).toContain('teams formed as cells that share capabilities');
  });

  it('join small cells where there are more positions than one team may have, and keep the bound', () => {
    const { teams, roles, teamGoal, limits } = pairs(24, { teams: 'CELLS', teamSize: 9 });
    expect(limits.teams).toBe('CELLS');
    expect(teams.flatMap((team) => team.roles)).toHaveLength(roles.length);
    const positions = new Map(roles.map((role) => [role.key, role.positions ?? 1]));
    for (const team of teams) {
      const size = team.roles.reduce((sum, role) => sum + (positions.get(role) ?? 1), 0);
      expect(size).toBeLessThanOrEqual(9);
      expect(size).toBeGreaterThanOrEqual(5);
    }
    expect(teamGoal?.bound).toBeGreaterThanOrEqual(teamGoal?.value ?? 1);
    expect(teamGoal?.text).toContain('small cells joined');
  });

  it('say that each team has what its own steps need, and what is counted as at home', () => {
    const { text } = boatyard({ teams: 'CELLS', teamSize: 60 }).teamGoal ?? {};
    expect(text).toContain('Every team has what its own steps need; ');
    expect(text).toMatch(/By that count \d+ of \d+ demands are met at home, and \d+ times /);
  });

  it('change nothing but the teams', () => {
    const [plain, cells] = [boatyard(), boatyard({ teams: 'CELLS' })];
    expect(cells.roles).toEqual(plain.roles);
    expect(cells.objectives).toEqual(plain.objectives);
    expect(cells.restsOn).toBe(plain.restsOn);
  });
});
