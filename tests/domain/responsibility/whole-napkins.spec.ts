import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { judge, rejudge } from '../../../src/domain/responsibility/index.js';
import { acceptedIn, planNapkin, stepsOf, wish } from '../../support/planned-napkin.js';

const TAILOR = `stream Fitting to finished suit
customer: Gentleman
owner: Agnes
demand: 6/week

sales:
Welcome the customer @Bea 10m {reception}
Take the measures @Carl 40m {measuring up, cutting advice 3}
Price the suit @Carl 15m {suit pricing} asks Dora tells Gentleman
Release the price @Agnes 5m {margin control} approves "Price the suit"

fulfilment:
Cut the cloth @Dora 2h {cloth cutting}
Sew the suit @Dora @Emil x2 9h {tailoring}
back to "Take the measures" 10%
Press the suit @Emil 20m {pressing} checks "Sew the suit"
Hand it over @Bea 15m {reception} tells Carl
person Bea 30h {reception}
person Carl 38h {measuring up, cutting advice 2, suit pricing}
person Dora 38h {cloth cutting, tailoring}
`;

describe('a napkin at the gate', () => {
  const plan = planNapkin(TAILOR);

  it('accepts every letter of its own matrix as in force', () => {
    const cells = plan.matrix?.rows.flatMap((row) => row.cells) ?? [];
    expect(cells.length).toBeGreaterThan(15);
    const verdicts = judge(
      plan.gate,
      cells.map(({ role, letter, step }) => wish(role, letter, step)),
    );
    expect(verdicts).toMatchObject(cells.map(() => ({ kind: 'AcceptedWish', inForce: true })));
  });

  it('says why in words that lead from the holder over the capability and the step to the stream', () => {
    const [verdict] = judge(plan.gate, [wish('Carl', 'R', 'Take the measures')]);
    expect(verdict?.kind === 'AcceptedWish' && verdict.because.map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^Carl brings .*, which "Take the measures" \(line 8\) of "Fitting to finished suit" demands \([\d.]+ h a week\)$/,
      ),
    ]);
  });

  it('keeps what was accepted over a renaming, and drops it with the capability', () => {
    const assignments = acceptedIn(plan, [wish('Carl', 'R', 'Take the measures')]);
    const known = stepsOf(plan);
    const renamed = TAILOR.replace(
      'Take the measures @',
      'Measure the gentleman was: "Take the measures" @',
    ).replace('back to "Take the measures"', 'back to "Measure the gentleman"');
    expect(planNapkin(renamed, { assignments, known }).assignments[0]?.stillJustified).toBe(true);
    const changed = TAILOR.replace('{measuring up, cutting advice 3}', '{body scanning}');
    expect(planNapkin(changed, { assignments, known }).assignments[0]).toMatchObject({
      stillJustified: false,
      lost: [{ code: 'CAPABILITY_NOT_DEMANDED' }, { code: 'HOLDER_LACKS_CAPABILITY' }],
    });
  });

  it('judges the same whether the structure is suggested or adopted unchanged', () => {
    const adopted = planNapkin(TAILOR, { adopted: plan, known: stepsOf(plan) });
    const wishes = ['Bea', 'Carl', 'Dora', 'Agnes'].flatMap((holder) =>
      plan.stream.steps.flatMap(({ name }) =>
        (['R', 'A', 'C', 'I'] as const).map((letter) => wish(holder, letter, name)),
      ),
    );
    expect(judge(adopted.gate, wishes)).toEqual(judge(plan.gate, wishes));
  });
});

describe.each(['seeds', 'tests/trades'])('the samples in %s', (folder) => {
  const files = readdirSync(folder).filter(
    (file) => file.endsWith('.napkin') && file !== 'full-of-mistakes.napkin',
  );

  it.each(files)(
    '%s stands its own gate: every letter in force, one A and an R for each step inside',
    (file) => {
      const plan = planNapkin(readFileSync(`${folder}/${file}`, 'utf8'));
      for (const row of plan.matrix?.rows ?? []) {
        const outside = plan.stream.steps.find(({ key }) => key === row.step)?.outside ?? false;
        expect(row.cells.filter(({ letter }) => letter === 'A')).toHaveLength(outside ? 0 : 1);
        expect(row.cells.some(({ letter }) => letter === 'R')).toBe(!outside);
      }
      const cells = plan.matrix?.rows.flatMap((row) => row.cells) ?? [];
      const verdicts = judge(
        plan.gate,
        cells.map(({ role, letter, step }) => wish(role, letter, step)),
      );
      expect(verdicts.every((verdict) => verdict.kind === 'AcceptedWish' && verdict.inForce)).toBe(true);
      expect(rejudge(plan.gate, [])).toEqual([]);
    },
  );
});
