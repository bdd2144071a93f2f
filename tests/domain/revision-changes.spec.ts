import { describe, expect, it } from '@jest/globals';
import { standingMoves } from '../../src/domain/index.js';
import { acceptedUnderIds as accepted, staffedIn as staffed } from '../support/kept-plan.js';
import { wish } from '../support/planned-napkin.js';
import { BAKER, BAKERY, changesOf, DI, plan, told } from './kept-bakery.js';

describe('the change of a revision that took the reason', () => {
  it('is the field of the step, with what it was before, and the name where that changed too', () => {
    const other = BAKERY.replace('Carry it out @Di 30m {driving}', 'Carry it out @Di 30m {van driving 2}');
    expect(changesOf(BAKERY, other, [DI])).toEqual([
      [expect.stringMatching(/^"Carry it out": .*driving → van driving 2\.$/)],
    ]);
    const renamed = other
      .replace('driving 2}', 'driving 2} was: "Carry it out"')
      .replace('\nCarry it', '\nBring it');
    expect(changesOf(BAKERY, renamed, [DI])[0]?.[0]).toBe('"Carry it out" is called "Bring it out" now.');
  });

  it('is the person line: as it was and is, gone, or come', () => {
    const bo = [wish('Bo', 'R', 'Price the cake')];
    const line = 'person Bo 30h {order taking, estimating 3}';
    expect(
      changesOf(BAKERY, BAKERY.replace(line, 'person Bo {order taking (licence), estimating}'), bo),
    ).toEqual([
      [
        'The person line of Bo: 30 h a week, order taking, estimating 3 → hours not told, order taking (licence), estimating.',
      ],
    ]);
    expect(changesOf(BAKERY, BAKERY.replace(`${line}\n`, ''), bo)).toEqual([
      ['The person line of Bo has gone.'],
    ]);
    const assignments = accepted(plan(BAKERY), ...bo);
    const without = plan(BAKERY.replace(`${line}\n`, ''), { assignments });
    const [back] = standingMoves(without, plan(BAKERY, { assignments }), 'REVISION');
    expect(back?.changes).toEqual(['Bo has a person line now: 30 h a week, order taking, estimating 3.']);
  });

  it('is nothing of what the person can do where no more was ever told than hours', () => {
    const ground = BAKERY.replace('person Di 10h {driving}', 'person Di 0.1h');
    const [lost] = told(BAKERY, ground, [DI]);
    expect(lost?.changes).toEqual(['The person line of Di: 10 h a week, driving → 0.1 h a week.']);
  });

  it('is the owner, only of what an owner answers for', () => {
    const to = BAKERY.replace('owner: Ada', 'owner: Cleo').replace('{driving}\nperson', '{flying}\nperson');
    expect(
      told(BAKERY, to, [wish('Ada', 'A', 'Price the cake'), DI]).map(({ moved, changes }) => [
        moved.id,
        changes,
      ]),
    ).toEqual([
      ['Ada A price-the-cake', ['The owner Ada → Cleo.']],
      ['Di R carry-it-out', [expect.stringMatching(/^"Carry it out": /)]],
    ]);
  });

  it('is the demand, where the hours no longer suffice', () => {
    const few = BAKERY.replace('Di 10h', 'Di 5h');
    const more = few.replace('10/week', '10.6/week').replace('owner: Ada', 'owner: Cleo');
    const [lost] = told(few, more, [DI]);
    expect(lost?.reasons.map(({ code }) => code)).toEqual(['OVER_CAPACITY']);
    expect(lost?.changes).toEqual(['The demand 10 a week → 10.6 a week.']);
    const assignments = accepted(plan(few), DI);
    const back = standingMoves(plan(more, { assignments }), plan(few, { assignments }), 'REVISION');
    expect(back.map(({ changes }) => changes)).toEqual([['The demand 10.6 a week → 10 a week.']]);
  });

  it('is the mark that named the holder, and no mark that named others', () => {
    const marked = BAKERY.replace('{driving}\nperson', '{driving} asks Di, Cy\nperson');
    const informed = [wish('Bo', 'I', 'Mix the dough')];
    expect(changesOf(BAKERY, BAKERY.replace(' tells Bo', ''), informed)).toEqual([
      ['"Mix the dough": tells Bo → (not told).'],
    ]);
    expect(changesOf(BAKERY, BAKERY.replace(' tells Bo', ' tells Di'), informed)[0]?.[0]).toBe(
      '"Mix the dough": tells Bo → Di.',
    );
    expect(changesOf(marked, BAKERY.replace(/Carry it out.*\n/, ''), [DI])).toEqual([
      ['"Carry it out" has left the stream.'],
    ]);
  });

  it('is nothing that the step asks and tells others, beside what took the reason', () => {
    const to = BAKERY.replace(' tells Bo', ' tells Di').replace('1h {baking} tells', '1h {frying} tells');
    const [changes] = changesOf(BAKERY, to, [wish('Cy', 'R', 'Mix the dough')]);
    expect(changes).toEqual([expect.stringMatching(/^"Mix the dough": .*baking → frying\.$/)]);
  });

  it('is the mark that is there again, with what was told before', () => {
    const assignments = accepted(plan(BAKERY), wish('Di', 'I', 'Bake the loaf'));
    expect(assignments).toHaveLength(1);
    const parted = BAKERY.replace('Carry it out', 'Cool it @Cy 5m {baking}\nCarry it out');
    const lost = plan(parted, { before: plan(BAKERY), assignments });
    const marked = plan(parted.replace('1h {baking}\nback', '1h {baking} tells Di\nback'), { assignments });
    expect(standingMoves(lost, marked, 'REVISION').map(({ changes }) => changes)).toEqual([
      ['"Bake the loaf": tells (not told) → Di.'],
    ]);
  });

  it('is the control that let one person have two duties', () => {
    const able = BAKERY.replace(
      '{driving}\nperson',
      '{driving}\nnever together: Mix the dough, Carry it out\nperson',
    )
      .replace('{driving}\n', '{driving}\n')
      .replace('person Di 10h {driving}', 'person Di 40h {driving, baking}');
    const control = 'compensating control: Mix the dough, Carry it out "Ada counts the loaves"\n';
    const both = [wish('Di', 'R', 'Mix the dough'), DI];
    const [changes, ...more] = changesOf(able + control, able, both);
    expect(more).toEqual([]);
    expect(changes).toEqual([
      expect.stringMatching(/^The compensating controls .*Ada counts the loaves.* → \(not told\)\.$/),
    ]);
  });
});

describe('a line of the flow that took the reason', () => {
  const tied = BAKERY.replace('back to "Mix the dough" 10%', 'back to "Take the order" 10%');
  const untied = tied.replace('back to "Take the order" 10%\n', '');

  it('is told of who was asked by it', () => {
    const gone = ['The return from "Bake the loaf" back to "Take the order" has gone.'];
    expect(changesOf(tied, untied, [wish('Bo', 'C', 'Bake the loaf')])).toEqual([gone]);
  });

  it('is told beside what else changed at the step, and where the holder was told by it', () => {
    const slower = untied.replace('Bake the loaf @Cy 1h', 'Bake the loaf @Cy 2h');
    expect(changesOf(tied, slower, [wish('Bo', 'C', 'Bake the loaf')])).toEqual([
      [
        '"Bake the loaf": process time 1 h → 2 h.',
        'The return from "Bake the loaf" back to "Take the order" has gone.',
      ],
    ]);
    expect(changesOf(tied, untied, [wish('Bo', 'I', 'Bake the loaf')])).toEqual([
      ['The return from "Bake the loaf" back to "Take the order" has gone.'],
    ]);
  });

  it('is not told where a mark of the step was the reason', () => {
    const untold = BAKERY.replace(' tells Bo', '').replace('back to "Mix the dough" 10%\n', '');
    expect(changesOf(BAKERY, untold, [wish('Bo', 'I', 'Mix the dough')])).toEqual([
      ['"Mix the dough": tells Bo → (not told).'],
    ]);
  });

  it('is told where it ties a holder again who was accepted for a mark', () => {
    const asks = untied.replace('1h {baking}\nlost', '1h {baking} asks Bo\nlost');
    const assignments = accepted(plan(asks), wish('Bo', 'C', 'Bake the loaf'));
    expect(assignments).toHaveLength(1);
    const [before, after] = [untied, tied].map((napkin) => plan(napkin, { assignments }));
    if (!before || !after) throw new Error('no plan');
    expect(standingMoves(before, after, 'REVISION').map(({ kind, changes }) => [kind, changes])).toEqual([
      ['REGAINED', ['There is a return from "Bake the loaf" back to "Take the order" now.']],
    ]);
  });

  it('is not told of who does the step', () => {
    const fried = untied.replace('Bake the loaf @Cy 1h {baking}', 'Bake the loaf @Cy 1h {frying}');
    const [told1] = changesOf(tied, fried, [wish('Cy', 'R', 'Bake the loaf')]);
    expect(told1).toEqual([expect.stringMatching(/^"Bake the loaf": .*baking → frying\.$/)]);
  });
});

describe('a person in a role', () => {
  const staffing = staffed(plan(BAKERY), 'Bo', 'Order Clerk');
  const before = plan(BAKERY, { staffing, adopted: plan(BAKERY) });
  const changesOn = (to: string) => {
    const after = plan(to, { before, staffing, adopted: before });
    return standingMoves(before, after, 'REVISION').map(({ changes }) => changes);
  };

  it('loses it by what a step of the role asks for now, by a step that comes to the role, or with the role', () => {
    expect(changesOn(BAKERY.replace('{estimating 2}', '{estimating 4}'))).toEqual([
      ['"Price the cake": capabilities estimating 2 → estimating 4.'],
    ]);
    const more = BAKERY.replace('fulfilment:', 'Price the bread @Bo 1h {estimating 4}\nfulfilment:');
    expect(changesOn(more)).toEqual([['"Price the bread" is a new step.']]);
    const less = BAKERY.replace(/Price the cake.*\n/, '').replace(/Take the order.*\n/, 'Greet them 5m\n');
    expect(changesOn(less)).toEqual([
      [
        '"Take the order" has left the stream.',
        '"Price the cake" has left the stream.',
        'There is no role Order Clerk in the adopted structure now.',
      ],
    ]);
  });

  it('rests on the steps of that role and of no other', () => {
    const able = BAKERY.replace('person Cy 30h {baking,', 'person Cy 30h {baking, driving,');
    const cy = staffed(plan(able), 'Cy', BAKER);
    const was = plan(able, { staffing: cy, adopted: plan(able) });
    const to = able
      .replace('Price the cake @Bo 30m', 'Price the cake @Bo 45m')
      .replace('Carry it out', 'Fold the boxes @Cy 1h {baking 5}\nCarry it out');
    const is = plan(to, { before: was, staffing: cy, adopted: was });
    expect(standingMoves(was, is, 'REVISION').map(({ changes }) => changes)).toEqual([
      ['"Fold the boxes" is a new step.'],
    ]);
  });

  it('loses it by nothing that is told of other steps', () => {
    expect(changesOn(BAKERY.replace('Mix the dough @Cy 1h', 'Mix the dough @Cy 2h'))).toEqual([]);
  });
});
