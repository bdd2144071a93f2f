import { describe, expect, it } from '@jest/globals';
import { assessStaffing } from '../../../src/domain/people/index.js';
import { gateContext } from '../../support/gate-builder.js';
import { member } from './staff-case.js';

const STEPS = 10_000;
const KINDS = 40;

describe('two hundred people on ten thousand steps', () => {
  it('are assessed in seconds', () => {
    const names = Array.from({ length: STEPS }, (_, nth) => `Step ${nth}`);
    const roles: Record<string, string[]> = {};
    names.forEach((name, nth) => (roles[`Role ${nth % KINDS}`] ??= []).push(name));
    const context = gateContext({
      steps: names.map((name, nth) => ({ name, needs: [`craft ${nth % KINDS}x`], hours: 0.1 })),
      roles,
    });
    const people = Array.from({ length: 200 }, (_, nth) =>
      member(`P${nth}`, [`craft ${nth % KINDS}x`, `craft ${(nth * 7) % KINDS}x`], {
        roles: [`Role ${nth % KINDS}`],
      }),
    );
    const started = performance.now();
    const { cover, suggestion, filling } = assessStaffing(context, people);
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(cover.steps).toHaveLength(STEPS);
    expect(filling).toHaveLength(200);
    expect(suggestion?.filled).toBe(suggestion?.ofPositions);
  });
});
