import { describe, expect, it } from '@jest/globals';
import { MATRIX_GRAINS, rollUp, type MatrixGrain } from '../../../src/domain/index.js';
import { acceptedIn, planNapkin, wish } from '../../support/planned-napkin.js';

const NAPKIN = `stream Roof leak to dry roof
owner: Ada
demand: 10/week
sales:
Take the call @Bo 15m {call handling}
Look at the roof @Cy 1h {roof survey}
Price the repair @Cy 30m {estimating} asks Di tells Tenant
Tenant agrees (outside) lead 3d
fulfilment:
Order slates @Di 20m {purchasing}
Mend the roof @Di x2 4h {roofing} tells Bo
sales:
Send a thank-you card @Bo 5m {call handling}
`;

describe('the matrix at a coarser grain', () => {
  const bare = planNapkin(NAPKIN);
  const plan = planNapkin(NAPKIN, {
    assignments: acceptedIn(bare, [wish('Ada', 'A', 'Mend the roof')]),
  });
  const { matrix } = plan;
  if (!matrix) throw new Error('the case has a matrix');
  const rows = (grain: MatrixGrain) => rollUp(plan.stream.steps, matrix, grain);

  it.each(MATRIX_GRAINS)('loses no step, no cell, no reason and no note at grain %s', (grain) => {
    const rolled = rows(grain);
    const steps = rolled.flatMap((row) => row.steps);
    expect([...steps].sort()).toEqual(plan.stream.steps.map(({ key }) => key as string).sort());
    const cells = rolled.flatMap((row) => row.cells.flatMap((cell) => cell.cells));
    const all = matrix.rows.flatMap((row) => row.cells);
    expect(new Set(cells)).toEqual(new Set(all));
    expect(cells).toHaveLength(all.length);
    const notes = rolled.flatMap((row) => row.notes.map(({ text }) => text));
    expect(notes.sort()).toEqual(matrix.rows.flatMap((row) => row.notes).sort());
    expect(rolled.flatMap((row) => row.taken)).toHaveLength(matrix.rows.filter(({ taken }) => taken).length);
  });

  it('a stage is of one force and has one who answers for it', () => {
    for (const { cells, taken, steps } of rows('STAGE')) {
      const accountable = cells.filter(({ letters }) => letters.includes('A'));
      const takers = new Set(taken.map(({ holder }) => holder));
      expect(accountable.length + takers.size).toBeLessThanOrEqual(1);
      const forces = plan.stream.steps.filter(({ key }) => steps.includes(key)).map(({ force }) => force);
      expect(new Set(forces).size).toBe(1);
    }
  });

  it('what is done outside belongs to the stage before it', () => {
    const stage = rows('STAGE').find(({ steps }) => steps.some((key) => key === 'tenant-agrees'));
    expect(stage?.steps.length).toBeGreaterThan(1);
  });

  it('a force that is left and come back to is one row, with the steps that each role answers for', () => {
    const forces = rows('FORCE');
    expect(forces.map(({ force }) => force)).toEqual(['SALES', 'FULFILMENT']);
    const caller = forces[0]?.cells.find(({ accountableFor }) =>
      accountableFor.some((key) => key === 'send-a-thank-you-card'),
    );
    expect(caller?.letters).toEqual(['R', 'A']);
    expect(caller?.accountableFor.map(String)).toContain('take-the-call');
  });

  it('R goes before C in one cell, and the C keeps its reason below', () => {
    const rolled = rows('FORCE').flatMap(({ cells }) => cells);
    for (const { letters, cells } of rolled) {
      if (cells.some(({ letter }) => letter === 'R')) expect(letters).not.toContain('C');
      for (const { because } of cells) expect(because.length).toBeGreaterThan(0);
    }
  });
});
