import { describe, expect, it } from '@jest/globals';
import {
  judge,
  setOverride,
  writeRaciReport,
  writeRoleCards,
  type RaciReport,
} from '../../../src/domain/index.js';
import { planNapkin, wish } from '../../support/planned-napkin.js';
import { CLERK, PAINTERS, pins } from './painters.js';

const plan = planNapkin(PAINTERS, { limits: { pins } });
const [refused] = judge(plan.gate, [wish('Bo', 'R', 'Paint the walls', 'Bo likes it')]).flatMap((verdict) =>
  verdict.kind === 'RefusedWish' ? [verdict] : [],
);

function reportOf(napkin: string): RaciReport {
  const of = planNapkin(napkin, { limits: { pins } });
  return writeRaciReport({ plan: of, revision: 2, date: '2025-05-01', refusals: [] });
}

const told = (texts: readonly { readonly name: string; readonly text: string }[]) =>
  texts.map(({ name, text }) => [name, text]);

describe('the measures of the house painters as they are printed', () => {
  const { measures, spread, forces, structure } = reportOf(PAINTERS);

  it('are those that a hand reckons, and say what is missing', () => {
    expect(told(measures)).toEqual([
      ['Lead time', 'at least 1 d 5 h (5 of 6 steps measured)'],
      [
        'What the lead time is made of',
        '1 Answer the call 30 min → 2 Measure the walls ? × 1.11 → 3 Put up the scaffold 3 h × 1.11 → 4 Paint the walls 1 d × 1.11 → 5 Wash the brushes 20 min → 6 Send the invoice 15 min (× tells how often a unit passes there)',
      ],
      ['Process time on the path', 'at least 1 d 5 h (5 of 6 steps measured)'],
      ['Total effort', 'at least 2 d 3 h (4 of 5 steps measured)'],
      ['Value-added time', 'not known: no step is marked (value) yet'],
      ['Activity ratio', '100 % (5 of 6 steps measured; both times may be longer)'],
      [
        'Process cycle efficiency',
        'not known: the value-added time is not known: no step is marked (value) yet',
      ],
      ['Rolled %C&A', 'not known: no step has a %C&A yet'],
      ['Takt time', '1 d 2 h'],
      ['Hand-offs today, for one unit', '4.33'],
      ['Work under way', 'at least 1.33 units (5 of 6 steps measured; what enters × lead time)'],
      ['Loaded most today', 'Cy: 88.9 % of 40 h a week'],
    ]);
    expect(
      measures.map(({ restsOn }) => restsOn).filter((text) => !/^\d of \d steps measured$/.test(text)),
    ).toEqual(['', '', 'Paint the walls']);
    for (const { convention } of measures) expect(convention).toMatch(/^[A-Z].*\.$/s);
    expect(told(spread)).toEqual([
      ['Lead time', 'at least 1 d 5 h; nothing in it is told as a range or a guess'],
      ['Total effort', 'at least 2 d 3 h; nothing in it is told as a range or a guess'],
    ]);
  });

  it('are set side by side for the two forces, with what passes over the seam', () => {
    expect(forces?.measures.map(({ name, sales, fulfilment }) => [name, sales, fulfilment])).toEqual([
      ['Effort', 'at least 30 min (1 of 2 steps measured)', '2 d 2 h'],
      ['Hours a week', 'at least 2 h a week (1 of 2 steps measured)', '73.4 h a week'],
      ['Lead time', 'at least 30 min (1 of 2 steps measured)', '1 d 5 h'],
      ['Share of it', 'about 3.8 % (1 of 2 steps measured)', 'about 96.2 %'],
      [
        'Waiting',
        'not known: no wait is told between its steps or within them',
        'not known: no wait is told between its steps or within them',
      ],
      ['Right first time', 'not known: no step has a %C&A yet', 'not known: no step has a %C&A yet'],
      ['Hand-offs', '0', '3.11'],
    ]);
    expect(forces?.seam).toEqual([
      'How long work waits here is not known: nobody has told a wait at the seam.',
      '1.22 hand-offs over it for one unit, returns included.',
      '"Measure the walls" (Bo) to "Put up the scaffold" (?): 1.11 times for one unit that enters, no wait is told.',
      '10 % comes back from "Paint the walls" to "Measure the walls" (line 12): 0.11 times for one unit that enters, which adds at least 7.11 h a week (4 of 5 steps measured).',
      'Nobody works on both sides.',
    ]);
  });

  it('say where the roles come from and how good they are', () => {
    expect(structure).toMatchObject({
      status: 'SUGGESTED',
      message: expect.stringMatching(
        /^Suggested from the stream, proven to be the best for its goals; nobody has adopted it yet\. Method: exact/,
      ),
      handOffs: '4.44 a week',
      objectives: [
        'positions: 5 (proven to be the least there can be)',
        'hand-offs: 4.44 (proven to be the least there can be)',
        'fragmentation: 0 (proven to be the least there can be)',
        'unevenness: 0.8 (proven to be the least there can be)',
      ],
    });
  });
});

describe('what is printed beside the measures', () => {
  it('is every refused wish, with its day where it is of the log', () => {
    if (!refused) throw new Error('a refusal expected');
    const logged = { refused, revision: 1, refusedAt: '2025-04-30T15:20:00.000Z' };
    const report = writeRaciReport({ plan, revision: 2, date: '', refusals: [logged, refused] });
    expect(report.refused).toMatchObject([
      {
        holder: 'Bo',
        letter: 'R',
        step: 'Paint the walls',
        reason: 'Bo likes it',
        revision: 1,
        date: '2025-04-30',
      },
      { holder: 'Bo', revision: null, date: null },
    ]);
  });

  it('is every override, with who answers for it until when, and what stands against it', () => {
    const request = {
      wish: wish('Eve', 'R', 'Wash the brushes'),
      by: 'Ada',
      why: 'Di is away',
      until: '2026-03-31',
    };
    const set = setOverride(plan.gate, request, { today: '2026-03-01', switchedOn: true, standing: [] });
    if (set.kind !== 'OverrideSet') throw new Error(set.kind);
    const overrides = [{ override: set.override, role: null, against: set.override.against, hasPlace: true }];
    const report = writeRaciReport({ plan: { ...plan, overrides }, revision: 2, date: '', refusals: [] });
    expect(report.overrides).toMatchObject([
      {
        ...{ holder: 'Eve', letter: 'R', step: 'Wash the brushes', by: 'Ada', why: 'Di is away' },
        ...{ until: '2026-03-31', text: expect.stringContaining('Ada') },
        against: [{ code: 'CAPABILITY_UNKNOWN', message: expect.stringContaining('Eve') }],
      },
    ]);
    expect(Object.keys(report.overrides[0]?.against[0] ?? {})).toEqual(['code', 'message']);
  });

  it('is how role cards reckon, with the figures of the limits', () => {
    expect(writeRoleCards({ plan, revision: 2, date: '' }).conventions).toEqual([
      'R does it, A answers for it, C is asked before, I is told after; * accepted beyond what follows from the stream.',
      'FTE = hours a week / (40 paid hours × (1 − 15 % shrinkage) × 85 % target utilisation), rounded up to positions.',
      'Hand-offs are expected numbers a week, returns included, over flow lines whose ends no role holds both of; a step that several roles share passes work on from each of them.',
      'Who does a step today is evidence that one person can, never a claim to the role.',
    ]);
  });

  it('is a hand-off without a number where a share is not told, before those that are counted', () => {
    const unknown = PAINTERS.replace('back to "Measure the walls" 10%', 'back to "Measure the walls"');
    const of = planNapkin(unknown, { limits: { pins } });
    const [, finisher] = writeRoleCards({ plan: of, revision: 2, date: '' }).cards;
    expect(finisher?.gives.map(({ role, times, often }) => [role, times, often])).toEqual([
      [CLERK, null, '? (the share is not told)'],
      ['Billing Clerk', 4, '4 times a week'],
    ]);
  });
});
