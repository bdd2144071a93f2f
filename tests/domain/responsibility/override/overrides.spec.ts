import { describe, expect, it } from '@jest/globals';
import {
  judge,
  planStream,
  setOverride,
  standingOn,
  type Override,
  type OverrideRequest,
  type Plan,
} from '../../../../src/domain/index.js';
import { planNapkin, wish } from '../../../support/planned-napkin.js';

const SHOP = `stream Bike repair
owner: Ada
sales:
Take the call @Ada 10m {call handling}
Quote the repair @Ada 20m {estimating}
fulfilment:
Repair the bike @Ben 2h {bicycle repair}
Send the invoice @Ada 10m {billing}
person Ben 35h {bicycle repair}
`;
const TODAY = '2026-03-01';
const plan = planNapkin(SHOP);

function request(told: Partial<OverrideRequest> = {}): OverrideRequest {
  const asked = wish('Ben', 'R', 'Quote the repair');
  return { wish: asked, by: 'Ada', why: 'Ada is away', until: '2026-03-31', ...told };
}

function asked(told: Partial<OverrideRequest> = {}, switchedOn = true, standing: readonly Override[] = []) {
  return setOverride(plan.gate, request(told), { today: TODAY, switchedOn, standing });
}

function codes(result: ReturnType<typeof asked>): readonly string[] {
  return result.kind === 'OverrideRefused' ? result.objections.map(({ code }) => code) : [];
}

function made(): Override {
  const result = asked();
  if (result.kind !== 'OverrideSet') throw new Error(codes(result).join());
  return result.override;
}

function planWith(overrides: readonly Override[], of: Plan = plan): Plan {
  return planStream(of.understanding, { adopted: null, assignments: [], formerSteps: [], overrides });
}

describe('an override', () => {
  it('is not possible where overrides are switched off', () => {
    expect(codes(asked({}, false))).toEqual(['OVERRIDES_SWITCHED_OFF']);
  });

  it('keeps who, why, till when, and everything that the gate says against it', () => {
    const override = made();
    expect(override).toMatchObject({
      holder: 'Ben',
      letter: 'R',
      by: 'Ada',
      why: 'Ada is away',
      until: '2026-03-31',
    });
    expect(override.against.map(({ code }) => code)).toContain('CAPABILITY_NOT_DEMANDED');
  });

  it('needs somebody, a reason and a day to come within a year, and tells all that is missing at once', () => {
    expect(codes(asked({ by: ' ', why: '', until: 'soon' }))).toEqual([
      'NOBODY_NAMED',
      'NO_WHY_TOLD',
      'NOT_A_DAY',
    ]);
    expect(codes(asked({ until: '2026-02-28' }))).toEqual(['EXPIRED_BEFORE_IT_BEGINS']);
    expect(codes(asked({ until: TODAY }))).toEqual([]);
    expect(codes(asked({ until: '2027-03-01' }))).toEqual([]);
    expect(codes(asked({ until: '2027-03-02' }))).toEqual(['STANDS_TOO_LONG']);
    expect(codes(asked({ until: '2027-02-29' }))).toEqual(['NOT_A_DAY']);
  });

  it('is of a known holder and a step of the stream', () => {
    expect(codes(asked({ wish: wish('Zoe', 'R', 'Quote the repair') }))).toEqual(['CANNOT_BE_OVERRIDDEN']);
    expect(codes(asked({ wish: wish('Ben', 'R', 'Paint the bike') }))).toEqual(['CANNOT_BE_OVERRIDDEN']);
    expect(codes(asked({ wish: wish('Ben', 'R', null) }))).toEqual(['CANNOT_BE_OVERRIDDEN']);
  });

  it('passes over a refusal only: what is justified is proposed, and one is enough', () => {
    expect(codes(asked({ wish: wish('Ben', 'R', 'Repair the bike') }))).toEqual(['NOTHING_TO_OVERRIDE']);
    expect(codes(asked({}, true, [made()]))).toEqual(['OVERRIDDEN_ALREADY']);
  });

  it('stands to the end of its last day and not longer', () => {
    expect(standingOn([made()], '2026-03-31')).toHaveLength(1);
    expect(standingOn([made()], '2026-04-01')).toEqual([]);
  });

  it('is marked in the matrix and found, and is no cell and no assignment', () => {
    const with_ = planWith([made()]);
    const row = with_.matrix?.rows.find(({ step }) => step === 'quote-the-repair');
    expect(row?.overrides).toMatchObject([{ holder: 'Ben', role: null, letter: 'R', by: 'Ada' }]);
    expect(row?.notes.join(' ')).toContain(
      'Override: Ben has the R here until 2026-03-31, set by Ada ("Ada is away")',
    );
    expect(row?.cells).toEqual(plan.matrix?.rows.find(({ step }) => step === 'quote-the-repair')?.cells);
    expect(with_.assignments).toEqual([]);
    const found = with_.findings.filter(({ code }) => code === 'OVERRIDE_STANDS');
    expect(found).toMatchObject([{ severity: 'WARNING', steps: ['quote-the-repair'] }]);
  });

  it('gives no reason to anything and takes none: every verdict is as without it', () => {
    const wishes = ['R', 'A', 'C', 'I'].flatMap((letter) =>
      plan.stream.steps.flatMap(({ name }) => [
        wish('Ben', letter as 'R', name),
        wish('Ada', letter as 'R', name),
      ]),
    );
    expect(judge(planWith([made()]).gate, wishes)).toEqual(judge(plan.gate, wishes));
  });

  it('says so once the stream justifies it, and when its step has left', () => {
    const able = planNapkin(SHOP.replace('35h {bicycle repair}', '35h {bicycle repair, estimating}'));
    expect(planWith([made()], able).overrides[0]?.against).toEqual([]);
    const [found] = planWith([made()], able).findings.filter(({ code }) => code === 'OVERRIDE_STANDS');
    expect(found?.message).toContain('The stream justifies it by now: propose it, and end the override.');
    const gone = planNapkin(SHOP.replace(/Quote.*\n/, 'Agree the price @Ada {negotiation}\n'));
    expect(planWith([made()], gone).overrides[0]).toMatchObject({ hasPlace: false });
    expect(planWith([made()], gone).matrix?.rows.every(({ overrides }) => overrides.length === 0)).toBe(true);
  });
});
