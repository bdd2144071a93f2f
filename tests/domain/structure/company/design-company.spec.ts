import { describe, expect, it } from '@jest/globals';
import { BUILT_IN_CATALOGUE } from '../../../../src/domain/capability/index.js';
import { readNapkin } from '../../../../src/domain/napkin/index.js';
import { acceptDraft } from '../../../../src/domain/stream/index.js';
import {
  designCompany,
  groundStream,
  type CompanyStructure,
  type StructureGround,
  type StructureLimits,
} from '../../../../src/domain/structure/index.js';
import { RENTAL, REPAIR } from '../../../support/bicycle-firm.js';

function groundsOf(...napkins: readonly string[]): StructureGround[] {
  return napkins
    .flatMap((text) => readNapkin(text).drafts)
    .map((draft) => groundStream(acceptDraft(draft).stream, BUILT_IN_CATALOGUE));
}

function companyOf(napkins: readonly string[], limits: StructureLimits = {}): CompanyStructure {
  const company = designCompany(groundsOf(...napkins), limits);
  if (company.kind !== 'CompanyStructure') throw new Error(company.kind);
  return company;
}

describe('a company of several streams', () => {
  it('counts a role that serves two streams once, and tells each what it pays for', () => {
    const { roles, streams, positions, positionsAlone, text } = companyOf([REPAIR, RENTAL]);
    const mechanic = roles.find(({ capabilities }) =>
      capabilities.some(({ name }) => name === 'bicycle repair'),
    );
    expect(mechanic?.serves.map(({ stream, hoursPerWeek }) => [stream, hoursPerWeek.value])).toEqual([
      ['rental', 11.25],
      ['repair', 40],
    ]);
    // 51.25 h over 28.9 h of one position: two people, where 11.25 h and 40 h apart would take three.
    expect(mechanic?.positions).toBe(2);
    expect(streams.map(({ key }) => key)).toEqual(['rental', 'repair']);
    expect(positions).toBe(3);
    expect(positionsAlone).toBe(5);
    expect(text).toContain('3 positions in 2 roles carry 2 streams.');
    expect(text).toContain(
      'Designed one by one, within the same limits, they take 5 positions: sharing saves 2.',
    );
  });

  it('tells steps of one name apart by their streams, in limits as well', () => {
    const apart = [['Invoice (Repair)', 'Invoice (Rental)']];
    const { roles } = companyOf([REPAIR, RENTAL], { apart });
    const invoicing = roles.filter(({ serves }) =>
      serves.some(({ steps }) => steps.some(({ name }) => name === 'Invoice')),
    );
    expect(invoicing).toHaveLength(2);
    const both = { apart, together: [['Invoice (Repair)', 'Invoice (Rental)']] };
    const refused = designCompany(groundsOf(REPAIR, RENTAL), both);
    expect(refused.kind).toBe('CompanyLimitsContradict');
    if (refused.kind !== 'CompanyLimitsContradict') return;
    expect(refused.steps.map(({ stream, key }) => `${stream} ${key}`)).toEqual([
      'rental invoice',
      'repair invoice',
    ]);
  });

  it('holds a role to one ceiling over all streams', () => {
    const { roles } = companyOf([REPAIR, RENTAL], { maxPositionsPerRole: 2 });
    expect(roles.every(({ positions }) => (positions ?? 0) <= 2)).toBe(true);
    const steps = (role: CompanyStructure['roles'][number]) => role.serves.flatMap((served) => served.steps);
    const narrow = companyOf([REPAIR, RENTAL], { maxStepsPerRole: 2 });
    expect(narrow.roles.every((role) => steps(role).length <= 2)).toBe(true);
  });

  it('takes the fewest paid hours where streams differ, and says so', () => {
    const { notes, proposal } = companyOf([REPAIR, RENTAL.replace('sales:', 'people: 20h/week\nsales:')]);
    expect(notes.join('\n')).toContain('the fewest, 20 h a week, are taken for all');
    expect(proposal.roles[0]?.fte.convention).toContain('20 h paid');
  });

  it('knows no hours of a stream without demand, never 0, and says what to add', () => {
    const { streams, handOffsPerWeek, notes } = companyOf([REPAIR, RENTAL.replace(/demand.*\n/, '')]);
    const rental = streams.find(({ key }) => key === 'rental');
    expect([rental?.hoursPerWeek.value, rental?.share, rental?.positions]).toEqual([null, null, null]);
    expect(handOffsPerWeek.atLeast).toBe(true);
    expect(notes.join('\n')).toContain('Add a line such as `demand: 40/month`.');
  });

  it('refuses two streams of one name, and streams that are not connected, each with what is missing', () => {
    const twice = designCompany(groundsOf(REPAIR, REPAIR));
    expect(twice.kind).toBe('CompanyNotPossible');
    const sketch = designCompany(groundsOf(REPAIR, 'stream Idea\nsales:\nTalk 5m\n'));
    expect(sketch.kind === 'CompanyNotReady' && sketch.streams.map(({ name }) => name)).toEqual(['Idea']);
    expect(designCompany([]).kind).toBe('CompanyNotPossible');
  });
});
