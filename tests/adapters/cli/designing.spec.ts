import { describe, expect, it } from '@jest/globals';
import { progressLine } from '../../../src/adapters/cli/progress-line.js';
import { makeNapkin } from '../../../bench/make-stream.js';
import { patient } from '../../support/patient-designer.js';
import { run } from '../../support/recorded-terminal.js';

describe('a command that designs', () => {
  const input = makeNapkin(52, 7);

  it('prints the best so far where it is interrupted, says so, and ends with 130', async () => {
    const { code, out, err } = await run(['plan', '-'], { input, designer: patient, interrupted: true });
    expect(code).toBe(130);
    expect(out).toContain('ROLES');
    expect(err).toBe(
      'headwater: planning <stdin> was ended early: this is the best so far, and better may exist.\n',
    );
    expect(out.replace(/\s+/g, ' ')).toContain('The search was ended before it was done');
  });

  it('prints the same with threads and without, where nobody interrupts it', async () => {
    const small = makeNapkin(24, 3);
    for (const words of [
      ['plan', '-'],
      ['alternatives', '-'],
      ['grow', '-', '--times', '1,2'],
      ['sure', '-'],
    ]) {
      const [here, there] = [
        await run(words, { input: small }),
        await run(words, { input: small, designer: patient }),
      ];
      expect([there.code, there.err, there.out]).toEqual([here.code, here.err, here.out]);
    }
  });

  it('ends as it always does where it was done before somebody interrupted it', async () => {
    const around = { input: makeNapkin(8, 3), designer: patient, interrupted: true };
    const { code, err } = await run(['plan', '-'], around);
    expect([code, err]).toEqual([0, '']);
  });
});

describe('the line beside work that goes on', () => {
  it('tells what it is, for how long and how far, and never runs over its line', () => {
    expect(progressLine('planning big.napkin', 3, '', 80)).toBe('planning big.napkin … 3 s');
    const long = progressLine(
      'planning big.napkin',
      12,
      'positions 11 (proven) · hand-offs 119 (gap 4 %)',
      40,
    );
    expect(long).toBe('planning big.napkin … 12 s · positions…');
    expect([...long].length).toBeLessThan(40);
  });
});
