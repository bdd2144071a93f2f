import { describe, expect, it } from '@jest/globals';
import { BUILT_IN_CATALOGUE } from '../../../../src/domain/capability/index.js';
import { readNapkin } from '../../../../src/domain/napkin/index.js';
import { acceptDraft } from '../../../../src/domain/stream/index.js';
import {
  designCompany,
  groundStream,
  type StructureLimits,
  type Team,
} from '../../../../src/domain/structure/index.js';
import { RENTAL, REPAIR } from '../../../support/bicycle-firm.js';

const BAKING = `stream Baking
demand: 20/week
sales:
Take the order for cakes 5m {customer contact}
fulfilment:
Bake the cakes 40m {baking}
Ice the cakes 20m {baking}
Fill the oven again 10m {baking}
`;

function teamsOf(napkins: readonly string[], limits: StructureLimits): readonly Team[] {
  const drafts = napkins.flatMap((text) => readNapkin(text).drafts);
  const grounds = drafts.map((draft) => groundStream(acceptDraft(draft).stream, BUILT_IN_CATALOGUE));
  const company = designCompany(grounds, limits);
  if (company.kind !== 'CompanyStructure') throw new Error(company.kind);
  return company.proposal.teams;
}

describe('teams of a company', () => {
  it('that work in several streams are told by their steps, not as a stretch from one stream into another', () => {
    const [first, second] = teamsOf([REPAIR, RENTAL], { teamSize: 3, leastTeamSize: 1, maxStepsPerRole: 3 });
    expect([first?.kind, first?.purpose]).toEqual([
      'STAGE',
      'Does "Take the booking", "Hand it over", "Check it in" and 2 more, mostly repair and mechanics plus customer contact and office work.',
    ]);
    expect(second?.purpose).toContain('"Invoice (Rental)", "Invoice (Repair)"');
  });

  it('that work in one stream only are told as a stretch of it', () => {
    const teams = teamsOf([REPAIR, BAKING], { teamSize: 3, leastTeamSize: 1 });
    const bakers = teams.find(({ purpose }) => purpose?.includes('Bake the cakes'));
    expect(bakers?.purpose).toMatch(
      /^Carries all 3 steps from "Bake the cakes" to "Fill the oven again", mostly /,
    );
  });

  it('are one where all fit, which is told by the streams that it carries', () => {
    const [only, ...others] = teamsOf([REPAIR, RENTAL], { teamSize: 9 });
    expect(others).toEqual([]);
    expect([only?.kind, only?.purpose]).toEqual([
      'WHOLE_STREAM',
      'Carries everything that is done inside, in all 2 streams (7 steps).',
    ]);
    const [alone] = teamsOf([REPAIR], { teamSize: 9 });
    expect(alone?.purpose).toBe(
      'Carries everything that is done inside, from "Take the bike in" to "Invoice" (3 steps).',
    );
  });
});
