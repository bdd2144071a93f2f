import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { collectFindings, RULES } from '../../../src/domain/finding/index.js';
import { gateContext } from '../../support/gate-builder.js';

const files = readdirSync('src/domain/finding/rules').filter((file) => file !== 'index.ts');

describe('the rules of findings', () => {
  it('are one in each file, all of them listed', () => {
    expect(RULES).toHaveLength(files.length);
  });

  it('are named after what they find, each with a spec of the same name', () => {
    const names = RULES.map(({ code }) => `${code.toLowerCase().replaceAll('_', '-')}.ts`);
    expect([...names].sort()).toEqual([...files].sort());
    for (const file of files) {
      expect(existsSync(`tests/domain/finding/rules/${file.replace('.ts', '.spec.ts')}`)).toBe(true);
    }
  });

  it('have a code of their own and state their norm in one sentence', () => {
    expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
    for (const { norm } of RULES) expect(norm).toMatch(/^[A-Z].*\.$/);
  });

  it('are told by weight: errors first, then warnings, then what is good to know', () => {
    const context = gateContext({
      steps: [{ name: 'Fit out', needs: ['joinery', 'plumbing'] }, { name: 'Sweep' }],
      roles: { Joiner: [['Fit out', 'joinery']] },
    });
    const weights = collectFindings({ ...context, assignments: [], adopted: false }).map(
      ({ severity }) => severity,
    );
    const order = ['ERROR', 'WARNING', 'INFO'];
    expect(weights).toEqual([...weights].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(new Set(weights).size).toBe(3);
  });
});
