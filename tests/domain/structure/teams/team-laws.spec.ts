import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { StructureLimits, StructureProposal } from '../../../../src/domain/structure/index.js';
import { groundOf, type StreamSketch } from '../../../support/stream-builder.js';
import { splitsOf } from '../../../support/splits-of.js';
import { proposalOf } from '../../../support/structure-of.js';

interface Firm {
  readonly sketch: StreamSketch;
  readonly limits: StructureLimits;
  readonly proposal: StructureProposal;
}

const DEMAND = 3;

/** No two of them go together in one role. */
const KINDS = ['bookkeeping', 'welding', 'translation', 'hairdressing', 'cooking', 'nursing'];

/** Streams of a few steps, some of which need two capabilities that do not go together, so that roles share them. */
const firms = firmsWhere(2);

function firmsWhere(mostKinds: number): fc.Arbitrary<Firm> {
  return fc.integer({ min: 3, max: 8 }).chain((count) => {
    const step = fc.nat({ max: count - 1 });
    return fc
      .record({
        needs: fc.array(fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1, maxLength: mostKinds }), {
          minLength: count,
          maxLength: count,
        }),
        hours: fc.array(fc.integer({ min: 5, max: 55 }), { minLength: count, maxLength: count }),
        ways: fc.array(fc.tuple(step, step, fc.integer({ min: 1, max: 9 })), { minLength: 3, maxLength: 14 }),
        teamSize: fc.integer({ min: 3, max: 7 }),
      })
      .map(({ needs, hours, ways, teamSize }) => {
        const sketch: StreamSketch = {
          steps: needs.map((words, at) => ({
            name: `Step ${at}`,
            hours: hours[at] ?? 1,
            needs: words.map((word) => KINDS[word] ?? ''),
          })),
          ways: ways.map(([from, to, perUnit]) => [`Step ${from}`, `Step ${to}`, perUnit]),
          demandPerWeek: DEMAND,
        };
        const limits = { maxStepsPerRole: 2, teamSize, leastTeamSize: 1 };
        return { sketch, limits, proposal: proposalOf(groundOf(sketch), limits) };
      });
  });
}

/** Numbers of teams that hold each step, by its name. */
function teamsOfSteps({ sketch, proposal }: Firm): Map<string, Set<number>> {
  return new Map(
    sketch.steps.map(({ name }) => {
      const key = name.toLowerCase().replace(' ', '-');
      const holders = proposal.roles.filter(({ steps }) => steps.some((step) => step === key));
      const teams = holders.map((role) => proposal.teams.findIndex(({ roles }) => roles.includes(role.key)));
      return [name, new Set(teams)] as const;
    }),
  );
}

/** Times a week that are told behind these words, by the team that they are told of and the one that is named. */
function toldTimes({ teams }: StructureProposal, verb: string): Map<string, number> {
  const lines = teams.flatMap(({ name, crosses }) => (crosses ?? []).map((line) => ({ name, line })));
  return new Map(
    lines.flatMap(({ name, line }) => {
      const [, other = '', times] = new RegExp(`^${verb} the (.+) ([0-9,]+) times a week,`).exec(line) ?? [];
      return times === undefined ? [] : [[`${name} / ${other}`, Number(times.replace(',', ''))] as const];
    }),
  );
}

describe('teams of any stream', () => {
  it('have every role in one of them, in the order of the stream, and several roles only where they fit', () => {
    fc.assert(
      fc.property(firms, ({ proposal: { teams, roles }, limits }) => {
        const order = new Map(roles.map(({ key }, at) => [key, at]));
        const placed = teams.map((team) => team.roles.map((key) => order.get(key) ?? -1));
        expect(placed.flat().toSorted((a, b) => a - b)).toEqual(roles.map((_, at) => at));
        for (const members of placed) expect(members).toEqual(members.toSorted((a, b) => a - b));
        const firsts = placed.map(([first = -1]) => first);
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
        for (const members of placed.filter(({ length }) => length > 1)) {
          const positions = members.reduce((sum, at) => sum + (roles[at]?.positions ?? 0), 0);
          expect(positions).toBeLessThanOrEqual(limits.teamSize ?? 0);
        }
        expect(new Set(teams.map(({ key }) => key)).size).toBe(teams.length);
      }),
      { numRuns: 30 },
    );
  });

  it('hand over what passes between steps that no team holds both of, and tell exactly that', () => {
    fc.assert(
      fc.property(firms, (firm) => {
        const teamsOf = teamsOfSteps(firm);
        const passing = (firm.sketch.ways ?? []).reduce((sum, [from, to, perUnit]) => {
          const stays = [...(teamsOf.get(from) ?? [])].some((team) => teamsOf.get(to)?.has(team));
          return from === to || stays ? sum : sum + perUnit * DEMAND;
        }, 0);
        const { teamGoal, teams } = firm.proposal;
        expect(teamGoal?.value).toBe(passing);
        expect(teamGoal?.bound).toBeLessThanOrEqual(passing);
        expect(teamGoal?.proven).toBe(teamGoal?.bound === passing);
        if (teams.length > 4) return;
        const given = [...toldTimes(firm.proposal, 'Hands work to').values()];
        expect(given.reduce((sum, times) => sum + times, 0)).toBe(passing);
      }),
      { numRuns: 30 },
    );
  });

  it('take from each other what the others say they hand on', () => {
    fc.assert(
      fc.property(firms, ({ proposal }) => {
        if (proposal.teams.length > 4) return;
        const turned = [...toldTimes(proposal, 'Takes work from')].map(([pair, times]) => {
          return [pair.split(' / ').toReversed().join(' / '), times] as const;
        });
        expect(new Map(turned)).toEqual(toldTimes(proposal, 'Hands work to'));
      }),
      { numRuns: 30 },
    );
  });

  it('are those with the fewest hand-offs between them of all that fit, where every step has one role', () => {
    fc.assert(
      fc.property(firmsWhere(1), ({ sketch, limits, proposal: { roles, teamGoal } }) => {
        const roleAt = new Map(
          roles.flatMap(({ steps }, at) => steps.map((step): [string, number] => [step, at])),
        );
        const numberOf = (name: string) => roleAt.get(name.toLowerCase().replace(' ', '-'));
        const size = (group: readonly number[]) =>
          group.reduce((sum, at) => sum + (roles[at]?.positions ?? 0), 0);
        const passing = splitsOf(roles.length)
          .filter((split) =>
            split.every((group) => group.length === 1 || size(group) <= (limits.teamSize ?? 0)),
          )
          .map((split) =>
            (sketch.ways ?? []).reduce((sum, [from, to, perUnit]) => {
              const [a, b] = [from, to].map((name) =>
                split.findIndex((group) => group.includes(numberOf(name) ?? -1)),
              );
              return a === b ? sum : sum + perUnit * DEMAND;
            }, 0),
          );
        expect(teamGoal?.value).toBe(Math.min(...passing));
        expect(teamGoal?.proven).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
