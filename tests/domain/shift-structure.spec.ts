import { describe, expect, it } from '@jest/globals';
import { shiftStructure, whatIf, type ChangeWording } from '../../src/domain/index.js';
import { acceptedIn, planNapkin, wish } from '../support/planned-napkin.js';

const NAPKIN = `stream Roof leak to dry roof
customer: Tenant
owner: Ada
demand: 10/week
sales:
Take the call @Bo 15m {call handling}
Price the repair @Cy 30m {estimating}
fulfilment:
Mend the roof @Di x2 4h {roofing} tells Bo
Order slates @Di 20m {purchasing}
person Bo 30h {call handling, estimating}
`;

describe('what if a step changed', () => {
  const plan = planNapkin(NAPKIN);
  const shift = (asked: readonly ChangeWording[], of = plan) =>
    shiftStructure(of, whatIf(of.stream, asked).stream);

  it('nobody gains or loses anything by no change', () => {
    const same = shift([]);
    expect(same?.letters).toEqual([]);
    expect(same?.roles.changed).toEqual([]);
    expect(same?.roles.lost).toEqual([]);
    expect(same?.lost).toEqual([]);
  });

  it('a step that goes takes its letters with it, each with the reason', () => {
    const without = shift([{ kind: 'WITHOUT', text: 'Price the repair' }]);
    const own = plan.matrix?.rows.find(({ step }) => step === 'price-the-repair')?.cells ?? [];
    const lost = without?.letters.filter(({ step }) => step === 'Price the repair') ?? [];
    expect(lost.map(({ letter }) => letter)).toEqual(own.map(({ letter }) => letter));
    expect(new Set(lost.map(({ change }) => change))).toEqual(new Set(['LOST']));
    expect(new Set(lost.map(({ why }) => why))).toEqual(new Set(['"Price the repair" has left the stream.']));
  });

  it('more time on a step moves hours and positions of its role, and no letter', () => {
    const slower = shift([{ kind: 'SET', text: 'Mend the roof 8h' }]);
    const role = plan.structure?.roles.find(({ steps }) => steps.some((key) => key === 'mend-the-roof'));
    const change = slower?.roles.changed.find((one) => one.role === role?.name);
    expect(change?.hours).not.toBeNull();
    expect(change?.positions).not.toBeNull();
    expect(slower?.letters).toEqual([]);
  });

  it('a capability that no role brings takes its share of the hours and is told as open', () => {
    const more = shift([{ kind: 'SET', text: 'Order slates {customs clearance}' }]);
    expect(more?.letters).toEqual([]);
    expect(more?.roles.changed.map(({ hours }) => hours !== null)).toEqual([true]);
    expect(more?.findings.gained.join(' ')).toContain('demands customs clearance');
  });

  it('tells which accepted responsibilities would go', () => {
    const assignments = acceptedIn(plan, [wish('Bo', 'R', 'Price the repair')]);
    const kept = planNapkin(NAPKIN, { assignments });
    const gone = shift([{ kind: 'WITHOUT', text: 'Price the repair' }], kept);
    expect(gone?.lost.map(({ lost }) => lost.map(({ code }) => code))).toEqual([
      ['STEP_NOT_IN_THIS_REVISION'],
    ]);
  });
});
