import { describe, expect, it } from '@jest/globals';
import { judge, type RaciLetter } from '../../../src/domain/responsibility/index.js';
import { gateContext } from '../../support/gate-builder.js';

const SIZE = 10_000;
const KINDS = 40;

describe('ten thousand wishes on ten thousand steps', () => {
  const steps = Array.from({ length: SIZE }, (_, index) => ({
    name: `Station ${index}`,
    needs: [`craft ${index % KINDS}`],
    by: [`Hand ${index % 500}`],
    asks: [`Hand ${(index * 7) % 500}`],
    hours: 0.01,
  }));
  const context = gateContext({ steps, roles: rolesBySkill(steps) });
  const letters: readonly RaciLetter[] = ['R', 'A', 'C', 'I'];
  const wishes = Array.from({ length: SIZE }, (_, index) => ({
    holder: index % 9 === 0 ? `Stranger ${index}` : `craft ${index % KINDS} role`,
    letter: letters[index % 4] ?? 'R',
    step: index % 11 === 0 ? `Staton ${index}` : `Station ${(index * 13) % SIZE}`,
    reason: null,
  }));

  it('are all judged, in their order, each as it is judged alone', () => {
    const verdicts = judge(context, wishes);
    expect(verdicts).toHaveLength(SIZE);
    for (const nth of [0, 20, 11, 9, SIZE - 1]) {
      const wish = wishes[nth];
      expect(wish && judge(context, [wish])).toEqual([verdicts[nth]]);
    }
    expect(new Set(verdicts.map(({ kind }) => kind))).toEqual(new Set(['AcceptedWish', 'RefusedWish']));
  });
});

function rolesBySkill(steps: readonly { readonly name: string }[]): Record<string, string[]> {
  const roles: Record<string, string[]> = {};
  steps.forEach(({ name }, index) => (roles[`craft ${index % KINDS} role`] ??= []).push(name));
  return roles;
}
