import { describe, expect, it } from '@jest/globals';
import { compareStreams, rankChanges, type FieldChange } from '../../../src/domain/change/index.js';
import { measureStream } from '../../../src/domain/metrics/index.js';
import { draw } from '../../support/draw.js';
import { BICYCLES } from './case.js';

const SHOP = draw(BICYCLES).stream;

const LATER = draw(
  `customer: Rider
owner: Ada
day: 7h
demand: 25/week
sales:
Take it in @Ann 10m 95%
wait 1d "nobody has time"
Write the estimate @Ann 40m 80%
back to "Take it in" 5% 10m
lost 20%
fulfilment:
meanwhile
  Order the parts @Ann 20m
  then wait 3d
  Clean the stand @Bob 30m was: "Clear the stand"
end
stock 6
Repair it @Bob @Cleo x2 1h lead 1d 90% (value) {repair 3, wiring (licence)} [Mail]
wait 1d
Check it @Cleo 15m checks "Repair it"
wait 2d
either
  60%: Hand it over @Ann 10m
  40%: Send it back (outside) lead 1d
end
Count the till @Ann 30m every 2w changeover 5m`,
  { known: SHOP.steps },
).stream;

const fieldsOf = (fields: readonly FieldChange[]) =>
  fields.map(({ label, before, after, verdict }) => {
    const judged = verdict === null ? '' : ` ${verdict}`;
    return `${label}: ${before ?? '-'} → ${after ?? '-'}${judged}`;
  });

describe('two maps side by side', () => {
  const { days, heads, steps, places, stepCounts, placeCounts } = compareStreams(SHOP, LATER);

  it('tell what is said otherwise of the stream as a whole, and which day is meant', () => {
    expect(days).toBe('1 d is 8 h before and 7 h after; differences are told in days of 7 h');
    expect(fieldsOf(heads)).toEqual([
      'customer: - → Rider',
      'owner: - → Ada',
      'demand: 20 a week → 25 a week',
      'working day: 8 h → 7 h',
      'a person is paid: 40 h a week → 35 h a week',
    ]);
  });

  it('tell of every step what became of it, field by field, and where better and worse can be said', () => {
    const told = steps.map(({ fate, name, formerName, positionBefore, positionAfter, fields }) => {
      const was = formerName === null ? '' : ` (${formerName})`;
      return [
        `${fate} ${name}${was} ${positionBefore ?? '-'} → ${positionAfter ?? '-'}`,
        ...fieldsOf(fields),
      ];
    });
    expect(told).toEqual([
      ['CHANGED Take it in 1 → 1', 'process time: 15 min → 10 min BETTER', '%C&A: 85 % → 95 % BETTER'],
      ['CHANGED Write the estimate 2 → 2', 'done by: Bob → Ann'],
      ['KEPT Order the parts 3 → 3'],
      ['CHANGED Clean the stand (Clear the stand) 4 → 4'],
      [
        'CHANGED Repair it 5 → 5',
        'done by: Bob → Bob, Cleo',
        'process time: 2 h → 1 h BETTER',
        'people: 1 → 2',
        'systems: - → Mail',
        'capabilities: repair → repair 3, wiring (licence)',
      ],
      ['GONE Ride a test 6 → -'],
      ['NEW Check it - → 6'],
      ['CHANGED Hand it over 7 → 7', 'share of the units: 50 % → 60 % MOVED'],
      ['CHANGED Send it back 8 → 8', 'lead time: 2 d → 1 d BETTER', 'share of the units: 30 % → 40 % MOVED'],
      ['GONE Store it 9 → -'],
      ['CHANGED Count the till 10 → 9', 'every: 5 d → 10 d', 'changeover: 10 min → 5 min BETTER'],
    ]);
    expect(stepCounts).toEqual({ KEPT: 1, CHANGED: 7, NEW: 1, GONE: 2 });
    expect(steps.every(({ moved }) => moved === null)).toBe(true);
  });

  it('tell of waits, stocks, returns and losses what became of them, and on which lines they stand', () => {
    const told = places.map(({ fate, kind, where, says, lineBefore, lineAfter, fields }) => [
      `${fate} ${kind} ${where}: ${says} (${lineBefore ?? '-'} → ${lineAfter ?? '-'})`,
      ...fieldsOf(fields),
    ]);
    expect(told).toEqual([
      ['CHANGED WAIT before "Write the estimate": 1 d, nobody has time (5 → 8)', 'time: 2 d → 1 d BETTER'],
      ['KEPT WAIT after "Order the parts": 3 d (11 → 15)'],
      [
        'CHANGED STOCK before "Repair it": 6 units (14 → 18)',
        'units: 4 units → 6 units WORSE',
        'moves on: fifo 6 → -',
      ],
      [
        'CHANGED WAIT before "Check it": 1 d (17 → 20)',
        'place: before "Ride a test" → before "Check it"',
        'moves on: pull → -',
      ],
      ['NEW WAIT after "Check it": 2 d (- → 22)'],
      [
        'CHANGED RETURN from "Write the estimate" back to "Take it in": 5 %, 10 min (7 → 10)',
        'share: 15 % → 5 % BETTER',
        'time of its own: - → 10 min',
      ],
      ['NEW LOSS after "Write the estimate": 20 % (- → 11)'],
      ['GONE LOSS after "Repair it": 10 % (16 → -)'],
    ]);
    expect(placeCounts).toEqual({ KEPT: 1, CHANGED: 4, NEW: 2, GONE: 1 });
  });
});

describe('the ranking of single changes', () => {
  const ranking = rankChanges(SHOP, measureStream(SHOP));

  it('says what to do, how to ask for it, and what it saves, the largest saving of time first', () => {
    const told = ranking.changes.map(
      ({ text, wording, leadTime, work }) =>
        `${text} [${wording?.kind ?? '-'} ${wording?.text ?? ''}]: ${leadTime.text}, ${work.text}`,
    );
    expect(told).toEqual([
      'Take out the wait of 3 d after "Order the parts" [WITHOUT wait after "Order the parts"]: 3 d, 0 h a week',
      'Take out the wait of 2 d before "Write the estimate" [WITHOUT wait before "Write the estimate"]: 2 d 3 h, 0 h a week',
      'Take out the stock of 4 units before "Repair it" [WITHOUT stock before "Repair it"]: 1 d, 0 h a week',
      'Take out the wait of 1 d before "Ride a test" [WITHOUT wait before "Ride a test"]: 7 h 12 min, 0 h a week',
      'Pass "Repair it" on as soon as it is done (lead 1 d → 2 h) [SET Repair it lead 2h]: 6 h, 0 h a week',
      'End the return from "Write the estimate" to "Take it in" [WITHOUT back to "Take it in"]: 2 h 59 min, 3.24 h a week',
      'Do "Repair it" in half of the time (2 h → 1 h) [SET Repair it 1h lead 7h]: 1 h, 20 h a week',
      'Do "Write the estimate" in half of the time (40 min → 20 min) [SET Write the estimate 20m]: 23 min 32 s, 7.84 h a week',
      'Do "Order the parts" in half of the time (20 min → 10 min) [SET Order the parts 10m]: 10 min, 3.33 h a week',
      'Do "Take it in" in half of the time (15 min → 7 min 30 s) [SET Take it in 7m30s]: 8 min 49 s, 2.94 h a week',
      'Do "Ride a test" in half of the time (15 min → 7 min 30 s) [SET Ride a test 7m30s]: 6 min 45 s, 2.25 h a week',
      'Do "Hand it over" in half of the time (10 min → 5 min) [SET Hand it over 5m]: 2 min 15 s, 0.75 h a week',
      'Do "Store it" in half of the time (5 min → 2 min 30 s) [SET Store it 2m30s]: 27 s, 0.15 h a week',
      'Do "Clear the stand" in half of the time (30 min → 15 min) [SET Clear the stand 15m]: 0 s, 5 h a week',
    ]);
    expect([ranking.considered, ranking.limits, ranking.whyNot]).toEqual([14, [], null]);
  });

  it('tells the repeating of one step from a return to another', () => {
    const { stream } = draw('sales:\nAsk 1h\nDraw 1h\nback to Draw 50%\nShip 1h\nback to Ask 10%');
    const told = rankChanges(stream, measureStream(stream)).changes.map(
      ({ text, leadTime }) => `${text}: ${leadTime.text}`,
    );
    // Ask and Ship 1.11 times, Draw 2.22 times for one unit.
    expect(told).toEqual([
      'Do "Draw" in half of the time (1 h → 30 min): 1 h 7 min',
      'End the repeating of "Draw": 1 h 7 min',
      'Do "Ask" in half of the time (1 h → 30 min): 33 min 20 s',
      'Do "Ship" in half of the time (1 h → 30 min): 33 min 20 s',
      'End the return from "Ship" to "Ask": 26 min 40 s',
    ]);
  });

  it('says why there is none where units go round for ever, and ranks what it can where a share is not told', () => {
    const of = (text: string) => {
      const { stream } = draw(`sales:\n${text}`);
      return rankChanges(stream, measureStream(stream));
    };
    expect(of('Ask 1h\nback to Ask 100%')).toEqual({
      ...{ changes: [], handOffs: [], considered: 0, limits: [] },
      whyNot: 'a loop of returns never ends: all of its units go round for ever',
    });
    const untold = of('Ask 1h\nDraw 1h\nback to Ask\nwait 1d\nShip 1h');
    expect(untold.changes.map(({ kind, leadTime, work }) => [kind, leadTime.text, work.text])).toEqual([
      ['WAIT', '1 d', '0 s for one unit'],
      ['HALF_TIME', '30 min', '30 min for one unit'],
      ['HALF_TIME', '30 min', '30 min for one unit'],
      ['HALF_TIME', '30 min', '30 min for one unit'],
    ]);
    expect([untold.considered, untold.whyNot]).toEqual([4, null]);
  });

  it('says of each hand-off who passes to whom, how often, and what waits between them', () => {
    const told = ranking.handOffs.map(
      ({ text, wording, between: [from, to], passes, leadTime }) =>
        `${text}, ${from.join()} > ${to.join()} [${wording?.text ?? ''}]: ${passes.text}, ${leadTime.text}`,
    );
    expect(told).toEqual([
      '"Order the parts" (Ann) to "Repair it" (Bob), Ann > Bob [hand-off "Order the parts" to "Repair it"]: 1, 4 d',
      '"Take it in" (Ann) to "Write the estimate" (Bob), Ann > Bob [hand-off "Take it in" to "Write the estimate"]: 1.18, 2 d 3 h',
      '"Repair it" (Bob) to "Ride a test" (Cleo), Bob > Cleo [hand-off "Repair it" to "Ride a test"]: 0.9, 7 h 12 min',
      '"Write the estimate" (Bob) to "Order the parts" (Ann), Bob > Ann [hand-off "Write the estimate" to "Order the parts"]: 1, 0 s',
      '"Ride a test" (Cleo) to "Hand it over" (Ann), Cleo > Ann [hand-off "Ride a test" to "Hand it over"]: 0.45, 0 s',
      '"Ride a test" (Cleo) to "Store it" (Ann), Cleo > Ann [hand-off "Ride a test" to "Store it"]: 0.18, 0 s',
    ]);
  });
});
