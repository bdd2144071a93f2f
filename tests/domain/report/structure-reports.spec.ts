import { describe, expect, it } from '@jest/globals';
import {
  orgChartOf,
  writeJustificationReport,
  writeRoleCards,
  writeTeamCharters,
} from '../../../src/domain/index.js';
import { acceptedIn, planNapkin, stepsOf, wish } from '../../support/planned-napkin.js';
import { BAKERY } from '../../support/report-case.js';
import { BAKERY_BEFORE, differenceOf, groundOf } from '../../support/structure-reports.js';

const plan = planNapkin(BAKERY);
const cards = writeRoleCards(groundOf(plan));

describe('role cards', () => {
  it('have one card for each role, and every step of the role on it with its letters', () => {
    expect(cards.cards.map(({ role }) => role)).toEqual(plan.structure?.roles.map(({ name }) => name));
    for (const card of cards.cards) {
      expect(card.steps.length).toBeGreaterThan(0);
      for (const { letters } of card.steps) expect(letters).toContain('R');
    }
  });

  it('hold every letter of the matrix exactly once', () => {
    const onCards = cards.cards.flatMap(({ steps, besides }) =>
      [...steps, ...besides].flatMap(({ letters }) => letters),
    );
    expect(onCards).toHaveLength(plan.matrix?.rows.flatMap(({ cells }) => cells).length ?? -1);
  });

  it('say the hours of a role as the sum of its steps', () => {
    for (const card of cards.cards) {
      const sum = card.steps.reduce((total, { hours }) => total + (hours ?? 0), 0);
      expect(sum).toBeCloseTo(card.hours ?? -1, 6);
    }
  });

  it('tell what one role hands on as what another takes over, equally often', () => {
    const total = (of: 'gives' | 'takes') =>
      cards.cards
        .flatMap((card) => card[of])
        .filter(({ role }) => role !== null)
        .reduce((sum, { times }) => sum + (times ?? 0), 0);
    expect(total('gives')).toBeCloseTo(total('takes'), 9);
    expect(total('gives')).toBeGreaterThan(0);
  });

  it('say "?" of hours that nobody has measured, never 0', () => {
    const bare = writeRoleCards(
      groundOf(planNapkin('stream S\nsales:\nAsk @A {selling}\nfulfilment:\nMake @B {baking}\n')),
    );
    for (const card of bare.cards) {
      expect(card.hours).toBeNull();
      expect(card.steps.map(({ hoursText }) => hoursText)).toEqual(['?']);
    }
  });

  it('are none of a stream without structure, and say why', () => {
    const none = writeRoleCards(groundOf(planNapkin('stream S\nAsk @A\n')));
    expect(none.cards).toEqual([]);
    expect(none.structure.message).toContain('No roles yet');
  });
});

describe('team charters', () => {
  it('share every role and every step done inside among them', () => {
    const { charters } = writeTeamCharters(groundOf(plan));
    expect(charters.flatMap(({ roles }) => roles).length).toBe(plan.structure?.roles.length);
    const inside = plan.stream.steps.filter(({ outside }) => !outside).map(({ name }) => name);
    expect(charters.flatMap(({ steps }) => steps.map(({ step }) => step)).sort()).toEqual([...inside].sort());
  });
});

describe('the justification report', () => {
  it('has an entry with a chain for every letter of the matrix', () => {
    const report = writeJustificationReport(groundOf(plan));
    expect(report.counts.derived).toBe(plan.matrix?.rows.flatMap(({ cells }) => cells).length);
    for (const { because } of report.entries) expect(because.length).toBeGreaterThan(0);
  });

  it('tells capability, demanding step, line and hours of an R', () => {
    const report = writeJustificationReport(groundOf(plan));
    const [link] =
      report.entries.find(({ step, letter }) => step === 'Bake the layers' && letter === 'R')?.because ?? [];
    expect(link).toMatchObject({ capability: 'baking', demandedBy: 'Bake the layers' });
    expect(link?.hours).toMatch(/h a week$/);
  });

  it('prints what was accepted beyond the stream, and what took its reason', () => {
    const kept = acceptedIn(plan, [wish('Ruth', 'A', 'Send the invoice')]);
    const now = planNapkin(BAKERY.replace('owner: Ruth', 'owner: Ida'), {
      assignments: kept,
      known: stepsOf(plan),
    });
    const { entries, counts } = writeJustificationReport(groundOf(now));
    expect(counts).toMatchObject({ accepted: 1, lost: 1 });
    expect(entries.at(-1)).toMatchObject({ holder: 'Ruth', letter: 'A', accepted: true, stillStands: false });
    expect(entries.at(-1)?.lost.length).toBeGreaterThan(0);
  });
});

describe('the difference of two revisions', () => {
  const difference = differenceOf(BAKERY_BEFORE, BAKERY);

  it('tells the step that came, and who gained and lost which letter, and why', () => {
    expect(difference.steps.gained).toEqual(['Release the price']);
    const lost = difference.letters.filter(({ change }) => change === 'LOST');
    expect(lost.map(({ step, letter, why }) => [step, letter, why])).toEqual([
      ['Price the cake', 'A', expect.stringContaining('answers for "Price the cake" now.')],
    ]);
    for (const { why } of difference.letters) expect(why).not.toBe('');
  });

  it('is its own mirror image: what came one way goes the other', () => {
    const back = differenceOf(BAKERY, BAKERY_BEFORE);
    expect(back.steps.lost).toEqual(difference.steps.gained);
    expect(back.roles.lost.map(({ role }) => role)).toEqual(difference.roles.gained.map(({ role }) => role));
    const places = (side: typeof back, change: string) =>
      side.letters
        .filter((one) => one.change === change)
        .map(({ step, letter }) => `${step} ${letter}`)
        .sort();
    expect(places(back, 'LOST')).toEqual(places(difference, 'GAINED'));
    expect(places(back, 'GAINED')).toEqual(places(difference, 'LOST'));
  });

  it('is empty between a napkin and itself', () => {
    const { steps, roles, letters, findings } = differenceOf(BAKERY, BAKERY);
    expect([
      steps.gained,
      steps.lost,
      roles.gained,
      roles.lost,
      roles.changed,
      letters,
      findings.gained,
      findings.lost,
    ]).toEqual(Array.from({ length: 8 }, () => []));
  });

  it('tells a change that is too small for the digits of a figure', () => {
    const longer = BAKERY.replace(/^demand:.*$/m, 'demand: 7/week');
    const steady = longer.replace(/^(Bake the layers.*)$/m, (line) => `${line}\nwait 30d`);
    const slower = steady.replace('wait 30d', 'wait 30d 4m');
    const time = differenceOf(steady, slower).sizes.find(({ name }) => name === 'Lead time');
    expect(time?.after.startsWith(`${time.before} (4 min `) && time.after.endsWith(' more)')).toBe(true);
    const back = differenceOf(slower, steady).sizes.find(({ name }) => name === 'Lead time');
    expect(back?.after).toMatch(/ \(4 min .* less\)$/);
  });

  it('knows a step that was renamed', () => {
    const renamed = BAKERY.replaceAll('Bake the layers', 'Bake the sponge').replace(
      '{baking}\nDecorate',
      '{baking} was: "Bake the layers"\nDecorate',
    );
    const { steps, letters } = differenceOf(BAKERY, renamed);
    expect(steps.renamed).toEqual([{ before: 'Bake the layers', after: 'Bake the sponge' }]);
    expect(letters).toEqual([]);
  });
});

describe('the org chart', () => {
  it('has the owner, every team, and every role once with its size', () => {
    const chart = orgChartOf(plan);
    expect(chart.owner).toBe('Ruth');
    const names = chart.teams.flatMap(({ roles }) => roles.map(({ name }) => name));
    expect([...names].sort()).toEqual((plan.structure?.roles ?? []).map(({ name }) => name).sort());
  });
});
