import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  proposeStructure,
  settleStructure,
  type StructureLimits,
  type StructureProposal,
} from '../../../src/domain/structure/index.js';
import { groundOf, type StreamSketch } from '../../support/stream-builder.js';

const NAMES = ['Write', 'Check', 'Approve', 'Pay', 'File'];
const sketch: StreamSketch = { steps: NAMES.map((name) => ({ name, needs: ['billing'], hours: 2 })) };

function proposed(limits: StructureLimits, of: StreamSketch = sketch): StructureProposal {
  const answer = proposeStructure(groundOf(of), limits);
  if (answer.kind !== 'StructureProposal') throw new Error(JSON.stringify(answer));
  return answer;
}

const roleOf = ({ roles }: StructureProposal, step: string): string | undefined =>
  roles.find(({ steps }) => steps.some((key) => key === step.toLowerCase()))?.name;

describe('limits of one’s own', () => {
  it('keep apart what the stream would put into one role', () => {
    expect(proposed({}).roles).toHaveLength(1);
    const own = proposed({ apart: [['approve', 'PAY']] });
    expect(own.roles).toHaveLength(2);
    expect(roleOf(own, 'Approve')).not.toBe(roleOf(own, 'Pay'));
    expect(own.notes).toContainEqual('Your own limits, kept: keep apart: "Approve", "Pay".');
  });

  it('keep together what does not go together by itself', () => {
    const odd: StreamSketch = {
      steps: [
        { name: 'Weld', needs: ['welding'], hours: 3 },
        { name: 'Invoice', needs: ['billing'], hours: 3 },
      ],
    };
    expect(proposed({}, odd).roles).toHaveLength(2);
    expect(proposed({ together: [['Weld', 'Invoice']] }, odd).roles).toHaveLength(1);
  });

  it('put pinned steps into a role of that name, and two such roles apart', () => {
    const own = proposed({
      pins: [
        { role: 'Cashier', steps: ['Pay'] },
        { role: 'Clerk', steps: ['Write', 'File'] },
        { role: 'clerk', steps: ['Check'] },
      ],
    });
    expect(roleOf(own, 'Pay')).toBe('Cashier');
    expect(['Write', 'File', 'Check'].map((step) => roleOf(own, step))).toEqual(['Clerk', 'Clerk', 'Clerk']);
  });

  it('stay with an adopted structure: it is settled without being sought again', () => {
    const proposal = proposed({ apart: [['Approve', 'Pay']] });
    const settled = settleStructure(groundOf(sketch), { revision: 1, adoptedAt: '', proposal });
    expect(settled.roles).toEqual(proposal.roles);
    expect(settled.objectives).toEqual(proposal.objectives);
  });

  it.each<[StructureLimits, string]>([
    [{ apart: [['Pay', 'Aprove']] }, 'this stream has no step "Aprove". Did you mean "Approve"?'],
    [{ together: [['Pay', 'pay']] }, 'at least 2 different steps were expected.'],
    [{ pins: [{ role: ' ', steps: ['Pay'] }] }, 'a name for the role was expected'],
    [
      {
        pins: [
          { role: 'Cashier', steps: ['Pay'] },
          { role: 'Clerk', steps: ['Pay'] },
        ],
      },
      'it is pinned in Cashier already',
    ],
    [{ leastTeamSize: 12 }, 'at most the 9 positions that a team may have'],
  ])('are refused in words where they cannot be meant: %j', (limits, words) => {
    const answer = proposeStructure(groundOf(sketch), limits);
    expect(answer.kind).toBe('LimitsContradict');
    expect(answer.kind === 'LimitsContradict' && answer.message).toContain(words);
  });

  it('say that work done outside is in no role', () => {
    const outside: StreamSketch = {
      steps: [...sketch.steps, { name: 'Print', outside: true }],
    };
    const answer = proposeStructure(groundOf(outside), { apart: [['Print', 'Pay']] });
    expect(answer.kind === 'LimitsContradict' && answer.message).toContain('"Print" is done outside');
  });

  it('are kept by every proposal, or contradict each other', () => {
    const some = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 2 }), fc.array(some, { maxLength: 2 }), (apart, together) => {
        const answer = proposeStructure(groundOf(sketch), { apart, together });
        if (answer.kind !== 'StructureProposal') {
          expect(answer.kind).toBe('LimitsContradict');
          return;
        }
        const roles = (names: readonly string[]) => new Set(names.map((name) => roleOf(answer, name))).size;
        for (const set of apart) expect(roles(set)).toBe(set.length);
        for (const set of together) expect(roles(set)).toBe(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('limits of one’s own that contradict each other', () => {
  const why = (limits: StructureLimits, of: StreamSketch = sketch) => {
    const answer = proposeStructure(groundOf(of), limits);
    if (answer.kind !== 'LimitsContradict') throw new Error(`expected a contradiction, got ${answer.kind}`);
    return answer;
  };

  it('come back as the smallest set, without the limits that have no part in it', () => {
    const answer = why({
      together: [
        ['Write', 'File'],
        ['Write', 'Check'],
        ['Check', 'Approve'],
      ],
      apart: [
        ['File', 'Pay'],
        ['Write', 'Approve'],
      ],
    });
    expect(answer.steps).toEqual(['write', 'check', 'approve']);
    expect(answer.limits).toEqual([
      'keep together: "Write", "Check"',
      'keep together: "Check", "Approve"',
      'keep apart: "Write", "Approve"',
    ]);
    expect(answer.message).toBe(
      'No structure can keep these limits: "Write" and "Approve" must stay apart by your limits, and your limits put both in one role. Take one of the limits named here away.',
    );
  });

  it('name one of two limits that say the same', () => {
    const twice = ['Write', 'Check'];
    expect(why({ together: [twice, twice], apart: [twice] }).limits).toEqual([
      'keep together: "Write", "Check"',
      'keep apart: "Write", "Check"',
    ]);
  });

  it('name the pins that part what is kept together', () => {
    const answer = why({
      together: [['Check', 'Approve', 'Pay']],
      pins: [
        { role: 'Clerk', steps: ['Check', 'Write'] },
        { role: 'Cashier', steps: ['Pay'] },
      ],
    });
    expect(answer.steps).toEqual(['check', 'pay']);
    expect(answer.limits).toEqual([
      'keep together: "Check", "Pay"',
      'pin: "Check" in Clerk',
      'pin: "Pay" in Cashier',
    ]);
    expect(answer.message).toContain('because they are pinned in Clerk and in Cashier');
  });

  it('name what the stream says beside what the limits say', () => {
    const answer = why({ together: [['Approve', 'Pay']] }, { ...sketch, apart: [['Pay', 'Approve']] });
    expect(answer.limits).toEqual([
      'keep together: "Approve", "Pay"',
      'on the map: never together: "Pay", "Approve"',
    ]);
    expect(answer.message).toContain('(never together, or one approves the other)');
  });

  it('name an approval of the map as the map says it', () => {
    const steps = [{ name: 'Pay' }, { name: 'Sign', approves: ['Pay'] }];
    expect(why({ together: [['Pay', 'Sign']] }, { steps }).limits).toEqual([
      'keep together: "Pay", "Sign"',
      'on the map: "Sign" approves "Pay"',
    ]);
  });

  it('name the pin that puts more into a role than it may hold', () => {
    const wide: StreamSketch = {
      steps: [{ name: 'Weld and invoice', needs: ['welding', 'billing'], hours: 3 }, { name: 'File' }],
    };
    const pins = [{ role: 'Welder', steps: ['Weld and invoice'] }];
    expect(why({ maxCapabilitiesPerRole: 1, pins }, wide)).toMatchObject({
      limits: ['capabilities per role: 1', 'pin: "Weld and invoice" in Welder'],
      steps: ['weld-and-invoice'],
    });
    expect(proposed({ maxCapabilitiesPerRole: 1 }, wide).roles).toHaveLength(3);
  });
});
