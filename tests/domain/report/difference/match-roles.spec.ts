import { describe, expect, it } from '@jest/globals';
import { matchRoles } from '../../../../src/domain/report/difference/match-roles.js';
import type { Role } from '../../../../src/domain/structure/index.js';

/** A role of which only its key and its demands matter: one capability at each step. */
function role(key: string, ...steps: readonly string[]): Role {
  return { key, demands: steps.map((step) => ({ step, capability: `for ${step}` })) } as unknown as Role;
}

function matched(before: readonly Role[], after: readonly Role[]): (string | null)[][] {
  return [...matchRoles(before, after)].map(([key, was]) => [key, was?.key ?? null]);
}

describe('which role of today is which role of before', () => {
  it('goes by the key, whatever the roles carry', () => {
    const before = [role('baker', 'mix', 'bake'), role('seller', 'sell')];
    const after = [role('seller', 'mix', 'bake'), role('baker', 'sell')];
    expect(matched(before, after)).toEqual([
      ['seller', 'seller'],
      ['baker', 'baker'],
    ]);
  });

  it('goes by what both carry where the key is new: by half of it at least', () => {
    const before = [role('baker', 'mix', 'bake', 'ice')];
    expect(matched(before, [role('pastry-cook', 'mix', 'bake', 'ice', 'serve')])).toEqual([
      ['pastry-cook', 'baker'],
    ]);
    expect(matched(before, [role('pastry-cook', 'mix')])).toEqual([['pastry-cook', null]]);
    expect(matched([role('baker', 'mix', 'bake')], [role('pastry-cook', 'mix')])).toEqual([
      ['pastry-cook', 'baker'],
    ]);
    expect(matched([role('baker', 'mix', 'bake')], [role('pastry-cook', 'mix', 'sell')])).toEqual([
      ['pastry-cook', null],
    ]);
  });

  it('takes the most alike first, and no role twice', () => {
    const before = [role('baker', 'mix', 'bake', 'ice', 'cool')];
    const half = role('mixer', 'mix', 'bake');
    const most = role('oven-hand', 'bake', 'ice', 'cool');
    expect(matched(before, [half, most])).toEqual([
      ['mixer', null],
      ['oven-hand', 'baker'],
    ]);
  });

  it('never gives a role that kept its key to another one', () => {
    const before = [role('baker', 'mix', 'bake')];
    expect(matched(before, [role('pastry-cook', 'mix', 'bake'), role('baker', 'cool')])).toEqual([
      ['pastry-cook', null],
      ['baker', 'baker'],
    ]);
  });

  it('is not misled by the same capability at another step', () => {
    const was = { key: 'a', demands: [{ step: 'mix', capability: 'baking' }] } as unknown as Role;
    const is = { key: 'b', demands: [{ step: 'ice', capability: 'baking' }] } as unknown as Role;
    expect(matched([was], [is])).toEqual([['b', null]]);
  });
});
