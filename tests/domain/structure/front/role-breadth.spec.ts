import { describe, expect, it } from '@jest/globals';
import {
  breadthOfPeople,
  generalistsOf,
  specialistsOf,
} from '../../../../src/domain/structure/front/role-breadth.js';
import { structureFront } from '../../../../src/domain/structure/front/index.js';
import { tellAlternatives } from '../../../../src/domain/structure/front/tell-alternatives.js';
import { groundOf } from '../../../support/stream-builder.js';
import { proposalOf } from '../../../support/structure-of.js';

const SKILLS = ['billing', 'bookkeeping', 'payroll'];

describe('generalists and specialists', () => {
  const { roles } = proposalOf(
    groundOf({
      steps: [
        { name: 'Close the month', needs: SKILLS, hours: 50 },
        { name: 'Weld', needs: ['welding'], hours: 10 },
      ],
      apart: [['Close the month', 'Weld']],
    }),
  );

  it('are the roles that hold many capabilities, and those that hold one', () => {
    expect(generalistsOf(roles)).toEqual([roles[0]?.name]);
    expect(specialistsOf(roles)).toEqual([roles[1]?.name]);
  });

  it('stand out beside the others: half as many again as they hold on average, three at least', () => {
    const of = (...widths: number[]) =>
      widths.map((width, at) => ({
        ...{ name: `R${at}`, positions: 1 },
        capabilities: Array.from({ length: width }, () => roles[0]?.capabilities[0]).flatMap(
          (one) => one ?? [],
        ),
      }));
    expect(generalistsOf(of(6, 3, 3))).toEqual(['R0']);
    expect(generalistsOf(of(5, 4, 4))).toEqual([]);
    expect(generalistsOf(of(2, 1))).toEqual([]);
    expect(generalistsOf(of(3, 1))).toEqual(['R0']);
    expect(generalistsOf([])).toEqual([]);
    expect(specialistsOf(of(1, 2, 1))).toEqual(['R0', 'R2']);
    expect(breadthOfPeople(of(4, 2).map((role) => ({ ...role, positions: null })))).toBe(3);
  });

  it('are none where all roles are alike', () => {
    const [, welder] = roles;
    expect(specialistsOf(welder ? [welder] : [])).toEqual([]);
  });

  it('count with their people', () => {
    expect(breadthOfPeople(roles)).toBeCloseTo((2 * 3 + 1) / 3);
  });

  it('are named in the choice where the people of one need more than those of the other', () => {
    const front = structureFront(groundOf({ steps: [{ name: 'Weld', needs: ['welding'], hours: 10 }] }), {});
    if (front.kind !== 'StructureFront') throw new Error(front.kind);
    const [narrow] = front.alternatives;
    const broad = { ...narrow, proposal: { ...narrow.proposal, roles } };
    const { alternatives } = tellAlternatives([narrow, broad], true);
    expect(alternatives.map(({ character }) => character)).toEqual(['SPECIALISTS', 'GENERALISTS']);
    expect(alternatives[1]?.generalists).toEqual([roles[0]?.name]);
    expect(alternatives[1]?.text).toContain('a person needs 2.33 capabilities on average');
  });
});
