import { describe, expect, it } from '@jest/globals';
import { run } from '../../support/recorded-terminal.js';

const FERRY = `stream Phone call to ferry crossing
customer: Islander
demand: 30/week
sales:
Book the seat @Runa 10m 90% {booking}
wait ~1-3d
fulfilment:
Cross the sound @Odd 2h {steering}
back to "Book the seat" 10%
`;

describe('the plan at a terminal', () => {
  it('sets the two forces side by side and tells what happens at the seam, in eighty columns', async () => {
    const { out } = await run(['plan', '-'], { input: FERRY, width: 80 });
    const block = out.slice(out.indexOf('THE TWO FORCES'), out.indexOf('WORK AGAINST TAKT'));
    expect(block).toMatch(/sales: 1 step, owner \? {2,}fulfilment: 1 step, owner \?/);
    expect(block).toMatch(/^ {2}Right first time {2,}90 % {2,}\?$/m);
    expect(block).toContain('"Book the seat" (Runa) to "Cross the sound" (Odd)');
    expect(block).toContain('10 % comes back from "Cross the sound" to "Book the seat" (line 9)');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('says how far the times may lie, and which numbers that comes from', async () => {
    const { out } = await run(['plan', '-'], { input: FERRY });
    const spread = out.replace(/\s+/g, ' ');
    expect(spread).toContain('all of it from one guess: the wait before "Cross the sound" (line 6)');
    const certain = await run(['plan', '-'], { input: FERRY.replace('~1-3d', '1d') });
    expect(certain.out).not.toContain('SPREAD');
  });

  it('says how many people the work keeps busy at takt, what takes longer, and who is loaded most', async () => {
    const { out } = await run(['plan', '-'], { input: FERRY });
    const block = out.slice(out.indexOf('WORK AGAINST TAKT')).replace(/\s+/g, ' ');
    expect(block).toContain('keeps so many people busy: 1.81, so 2 people');
    expect(block).toContain('Steps longer than takt: 2 Cross the sound (2 h 13 min, 166.7 % of takt)');
    expect(block).toContain('Loaded most Odd: 66.7 h a week, 166.7 % of 40 h a week');
    const unknown = await run(['plan', '-'], { input: FERRY.replace('demand: 30/week\n', '') });
    expect(unknown.out).not.toContain('WORK AGAINST TAKT');
  });

  it('has all of it as data', async () => {
    const { out } = await run(['plan', '-', '--json'], { input: FERRY });
    const { streams } = JSON.parse(out) as { streams: Record<string, unknown>[] };
    expect(streams[0]).toMatchObject({
      forces: { sales: { steps: 1 }, seam: { onBothSides: [] }, withoutForce: null },
      spread: { leadTime: { parts: [{ what: 'WAIT', guess: true }] } },
      operatorBalance: { byPerformer: { bottleneck: { name: 'Odd' } } },
    });
  });
});

describe('the load chart', () => {
  it('shows the work of whom it is asked for', async () => {
    const chart = async (...more: string[]) =>
      (await run(['map', '-', '--chart', 'load', ...more], { input: FERRY })).out;
    expect(await chart()).toMatch(/>Performers</);
    expect(await chart('--by', 'step')).not.toMatch(/>Performers</);
    expect(await chart('--by', 'performer')).not.toMatch(/>Steps /);
    expect(await chart('--by', 'role')).toMatch(/>Roles /);
  });

  it('says what is wrong where roles are asked for that cannot be proposed, or of another chart', async () => {
    const early = await run(['map', '-', '--chart', 'load', '--by', 'role'], {
      input: 'stream A\nsales:\nX 1h\n',
    });
    expect(early.code).toBe(2);
    expect(early.err).toContain('no roles can be proposed for "A" yet');
    const other = await run(['map', '-', '--by', 'role'], { input: FERRY });
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining('--chart load') });
  });
});
