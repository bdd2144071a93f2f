import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  compareWithPlan,
  matchTable,
  type ChartComparison,
  type RaciTable,
  type SettledMatches,
} from '../../../src/domain/chart/index.js';
import { judge } from '../../../src/domain/responsibility/index.js';
import { chartOf } from './chart-of.js';
import { planOf } from './plan-of.js';

const PLAN = planOf(`stream Bicycle repair
owner: Mara
demand: 20/week
sales:
Answer the call  @Noor  10m  {lead qualification}
Price the repair  @Noor  15m  {estimating}
fulfilment:
Repair the bicycle  @Emil  1h  {bicycle repair}  asks Noor
Check the brakes  @Emil  10m  {quality inspection}  tells Noor
Hand over and invoice  @Noor  10m  {billing}
person Noor 32h {lead qualification, estimating, billing}
`);
const [OFFICE, WORKSHOP] = (PLAN.structure?.roles ?? []).map(({ name }) => name);
const NOTHING: SettledMatches = { activities: [], roles: [] };
const ROLES = {
  ...NOTHING,
  roles: [
    { name: 'Office', to: OFFICE ?? '' },
    { name: 'Workshop', to: WORKSHOP ?? '' },
  ],
};

function compare(table: RaciTable, settled: SettledMatches = ROLES): ChartComparison {
  return compareWithPlan(table, PLAN.gate, matchTable(table, PLAN.gate, settled));
}

function told({ letters }: ChartComparison): string[] {
  return letters.map(
    ({ verdict, activity, role, letter, planLetter }) =>
      `${activity}/${role}: ${verdict} ${letter ?? '-'} ${planLetter ?? '-'}`,
  );
}

describe('a chart against a stream', () => {
  it('is the same where the plan says so, for every cell of the plan', () => {
    const table = chartOf(
      'Office Workshop',
      'Answer the call: AR -',
      'Price the repair: AR -',
      'Repair the bicycle: C AR',
      'Check the brakes: I AR',
      'Hand over and invoice: AR -',
    );
    const comparison = compare(table);
    expect(comparison.counts).toEqual({ SAME: 12, ALLOWED: 0, OTHER_LETTER: 0, UNJUSTIFIED: 0, MISSING: 0 });
    expect([comparison.questions, comparison.nobodyCarries, comparison.carriesNothing]).toEqual([[], [], []]);
    expect(comparison.letters.every(({ because }) => because.length > 0)).toBe(true);
  });

  it('tells what no step demands, with the reasons of the gate itself', () => {
    const comparison = compare(chartOf('Office Workshop', 'Price the repair: AR R'));
    expect(told(comparison)).toEqual([
      'Price the repair/Office: SAME R R',
      'Price the repair/Office: SAME A A',
      'Price the repair/Workshop: UNJUSTIFIED R -',
    ]);
    const [verdict] = judge(PLAN.gate, [
      { holder: WORKSHOP ?? '', step: 'Price the repair', letter: 'R', reason: null },
    ]);
    expect(verdict?.kind === 'RefusedWish' && verdict.reasons).toEqual(comparison.letters[2]?.reasons);
  });

  it('tells what is missing, at the cell where it would stand', () => {
    const comparison = compare(
      chartOf(
        'Office Workshop',
        'Answer the call: AR -',
        'Repair the bicycle: - AR',
        'Check the brakes: I R',
      ),
    );
    expect(told(comparison).filter((line) => line.includes('MISSING'))).toEqual([
      'Repair the bicycle/Office: MISSING - C',
      'Check the brakes/Workshop: MISSING - A',
    ]);
    expect(comparison.letters.find(({ verdict }) => verdict === 'MISSING')?.at).toEqual({
      row: 3,
      column: 2,
    });
  });

  it('tells the other letter where the plan has one', () => {
    expect(told(compare(chartOf('Workshop', 'Check the brakes: C')))).toEqual([
      'Check the brakes/Workshop: OTHER_LETTER C R',
      'Check the brakes/Workshop: MISSING - A',
    ]);
  });

  it('allows what the gate accepts beside the plan', () => {
    expect(told(compare(chartOf('Office Workshop', 'Price the repair: AR C'))).at(-1)).toBe(
      'Price the repair/Workshop: ALLOWED C -',
    );
  });

  it('asks what is in doubt and judges none of it, until somebody answers', () => {
    const table = chartOf('Office', 'Price approval: AR', 'Board meeting: I');
    const asked = compare(table);
    expect(asked.questions).toMatchObject([
      { of: 'ACTIVITY', name: 'Price approval', waiting: 2, candidates: [{ name: 'Price the repair' }] },
    ]);
    expect(told(asked)).toEqual(['Board meeting/Office: UNJUSTIFIED I -']);
    expect(asked.letters[0]?.reasons.map(({ code }) => code)).toContain('UNKNOWN_STEP');
    const answered = compare(table, {
      ...ROLES,
      activities: [{ name: 'Price approval', to: 'price the repair' }],
    });
    expect(answered.questions).toEqual([]);
    expect(answered.counts.SAME).toBe(2);
  });

  it('knows a step by a capability that no other demands, and a role by what people call its holder', () => {
    const match = matchTable(chartOf('Estimator', 'Estimating: AR'), PLAN.gate, NOTHING);
    expect([match.activities[0]?.by, match.activities[0]?.step?.name]).toEqual(['ALIAS', 'Price the repair']);
    expect([match.roles[0]?.by, match.roles[0]?.holder]).toEqual(['ALIAS', OFFICE]);
  });

  it('asks which role a column is where no name tells, and a role does the same steps', () => {
    const table = chartOf('Back', 'Repair the bicycle: AR', 'Check the brakes: R');
    const { questions, letters } = compare(table, NOTHING);
    expect(questions).toMatchObject([
      { of: 'ROLE', name: 'Back', waiting: 3, candidates: [{ name: WORKSHOP, score: 1, by: 'WORK' }] },
    ]);
    expect(letters).toEqual([]);
  });

  it('takes a column for a person where it has a person’s name, and says what nobody knows of them', () => {
    const comparison = compare(
      chartOf('Noor Emil', 'Price the repair: R -', 'Repair the bicycle: - R'),
      NOTHING,
    );
    expect(told(comparison)).toEqual([
      'Price the repair/Noor: ALLOWED R -',
      'Repair the bicycle/Emil: UNJUSTIFIED R -',
    ]);
    expect(comparison.letters[1]?.reasons.map(({ code }) => code)).toContain('CAPABILITY_UNKNOWN');
  });

  it('tells of a step that nobody carries who would by the plan, and where a row may be meant for it', () => {
    const { nobodyCarries } = compare(chartOf('Office', 'Price approval: AR'));
    const [first] = nobodyCarries;
    expect(first).toMatchObject({ name: 'Answer the call', why: 'NOT_IN_CHART', planned: [OFFICE] });
    const [maybe] = nobodyCarries.filter(({ why }) => why === 'MAYBE');
    expect(maybe).toMatchObject({ name: 'Price the repair', planned: [OFFICE] });
    expect(nobodyCarries.at(-1)?.planned).toEqual([OFFICE]);
    expect(nobodyCarries[2]).toMatchObject({ name: 'Repair the bicycle', planned: [WORKSHOP] });
  });

  it('tells the steps that nobody carries, and who carries nothing', () => {
    const comparison = compare(chartOf('Office Guest', 'Answer the call: AR I', 'Price the repair: A -'));
    expect(comparison.nobodyCarries.map(({ name, why }) => [name, why])).toEqual([
      ['Price the repair', 'NO_RESPONSIBLE'],
      ['Repair the bicycle', 'NOT_IN_CHART'],
      ['Check the brakes', 'NOT_IN_CHART'],
      ['Hand over and invoice', 'NOT_IN_CHART'],
    ]);
    expect(comparison.carriesNothing).toEqual([
      { name: 'Guest', of: 'COLUMN', letters: 1 },
      { name: WORKSHOP, of: 'ROLE', letters: 4 },
    ]);
  });

  it('names what a settled match got wrong', () => {
    const settled = {
      activities: [{ name: 'Prise', to: 'Price the repare' }],
      roles: [{ name: 'Office', to: null }],
    };
    const { unknown } = matchTable(chartOf('Office', 'Price: R'), PLAN.gate, settled);
    expect(unknown).toEqual([
      { of: 'ACTIVITY', name: 'Prise', nearest: 'Price' },
      { of: 'STEP', name: 'Price the repare', nearest: 'Price the repair' },
    ]);
  });

  it('gives every letter of the chart one verdict or one question, for any chart', () => {
    const cell = fc.constantFrom('R', 'A', 'C', 'I', 'AR', 'CI', '-');
    const names = [
      'Answer the call',
      'Price approval',
      'Repairing bicycles',
      'Check the brakes',
      'Board meeting',
    ];
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), {
      minLength: names.length,
      maxLength: names.length,
    });
    fc.assert(
      fc.property(rows, (cells) => {
        const table = chartOf(
          'Office Workshop Guest',
          ...cells.map((row, nth) => `${names[nth]}: ${row.join(' ')}`),
        );
        const comparison = compare(table);
        const written = table.activities.flatMap((activity) =>
          activity.cells.flatMap(({ letters }) => letters),
        ).length;
        const judged = comparison.letters.filter(({ letter }) => letter !== null).length;
        const asked = (of: 'ACTIVITY' | 'ROLE'): (string | undefined)[] =>
          comparison.questions.filter((question) => question.of === of).map(({ name }) => name);
        const waiting = table.activities.flatMap((activity) =>
          activity.cells
            .filter(
              ({ role }) =>
                asked('ACTIVITY').includes(activity.name) || asked('ROLE').includes(table.roles[role]?.name),
            )
            .flatMap(({ letters }) => letters),
        ).length;
        expect(judged + waiting).toBe(written);
        for (const { verdict, reasons, because } of comparison.letters) {
          expect((verdict === 'UNJUSTIFIED' || verdict === 'OTHER_LETTER') === reasons.length > 0).toBe(true);
          expect(verdict === 'UNJUSTIFIED' || because.length > 0).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a column that is two roles', () => {
  const TWO = chartOf('Office/Workshop', 'Price the repair: AR', 'Repair the bicycle: R');

  it('waits for an answer, and is judged for each counterpart that somebody names', () => {
    expect(compare(TWO, NOTHING).letters).toEqual([]);
    const roles = [
      { name: 'Office/Workshop', to: OFFICE ?? '' },
      { name: 'Office/Workshop', to: WORKSHOP ?? '' },
    ];
    const comparison = compare(TWO, { activities: [], roles });
    expect(comparison.roles.map(({ holder, by }) => [holder, by])).toEqual([
      [OFFICE, 'SETTLED'],
      [WORKSHOP, 'SETTLED'],
    ]);
    const held = comparison.letters.map(({ activity, holder, verdict }) => [activity, holder, verdict]);
    expect(held).toContainEqual(['Price the repair', OFFICE, 'SAME']);
    expect(held).toContainEqual(['Price the repair', WORKSHOP, 'UNJUSTIFIED']);
    expect(held).toContainEqual(['Repair the bicycle', WORKSHOP, 'SAME']);
    expect(comparison.carriesNothing).toEqual([]);
  });

  it('is not asked for a name again by whom somebody said that it has none', () => {
    const roles = [{ name: 'Accountant', to: null }];
    const { letters } = compare(chartOf('Accountant', 'Price the repair: C'), { activities: [], roles });
    expect(letters.map(({ reasons }) => reasons.map(({ code, remedy }) => [code, remedy]))).toEqual([
      [['UNKNOWN_HOLDER', 'Take its letters out of the chart, or say after all who it is.']],
    ]);
  });
});
