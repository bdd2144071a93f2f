import { describe, expect, it } from '@jest/globals';
import { contradictionIn } from '../../../src/domain/change/check-change.js';
import { readChange, tellerOf } from '../../../src/domain/change/index.js';
import { notesOn } from '../../../src/domain/change/notes-on-change.js';
import { draw } from '../../support/draw.js';
import { BICYCLES } from './case.js';

const AGAIN = 'back to "Take it in" 15%';
const SHOP = draw(
  BICYCLES.replace('sales:', 'person Ann 30h {billing 2}\nsales:').replace(
    AGAIN,
    `${AGAIN}\nback to "Take it in" 5% 10m`,
  ),
).stream;

/** What is told of one change, with its notes behind it; of a refusal what is wrong and what would put it right. */
function said(kind: 'SET' | 'WITHOUT', text: string): string {
  const change = readChange(SHOP, { kind, text });
  const problem = 'code' in change ? change : contradictionIn(SHOP, change);
  if (problem) return `NO: ${problem.message} ${problem.remedy}`;
  return 'code' in change ? '' : [tellerOf(SHOP).tell(change), ...notesOn(SHOP, change)].join(' | ');
}

const OF_THE_WEEK =
  'What is told in days, weeks, months or years is so many of the new ones; hours and minutes stay.';
const NOTHING_TOLD = 'Nothing on this map is told by it, so no measure moves.';
const UNMOVED = 'No measure here rests on how work moves on over it, so none moves by that.';
const LANE =
  'The lead time rests on what waits there, not on the limit. While the limit is kept, nobody waits there longer than 4 h.';
const WHICH = 'Say which: "line 8" or "line 9" or "back to STEP from STEP".';

describe('what is said of a change', () => {
  it.each([
    [
      'day: 7h',
      `the calendar: working day 8 h → 7 h, a person is paid 40 h a week → 35 h a week | ${OF_THE_WEEK}`,
    ],
    [
      'week 4d',
      `the calendar: working week 5 d → 4 d, a person is paid 40 h a week → 32 h a week | ${OF_THE_WEEK}`,
    ],
    ['month: 20d', `the calendar: working month 21 d → 20 d | ${NOTHING_TOLD}`],
    ['year 240d', `the calendar: working year 250 d → 240 d | ${NOTHING_TOLD}`],
    ['people 30h/week', 'the calendar: a person is paid 40 h a week → 30 h a week'],
    ['person Ann 20h {billing 2}', 'Ann: 30 h a week → 20 h a week'],
    ['person Cleo 10h', 'Cleo: ? → 10 h a week'],
    [
      'person Ann {billing 3, wiring (licence)}',
      'Ann: can do billing 2 → billing 3, wiring (licence) | No measure here rests on what people can do; the gate and the proposal of roles do.',
    ],
    ['demand 10-30/week', 'the demand: 20 a week → 10 to 30 a week'],
  ])('set %s, at the head', (words, told) => {
    expect(said('SET', words)).toBe(told);
  });

  it.each([
    ['Repair it x3', '"Repair it": people 1 → 3'],
    ['Repair it @Ann', '"Repair it": done by Bob → Ann'],
    ['Repair it (waste)', '"Repair it": marked value → waste'],
    [
      'line 17 3h',
      '"Repair it": process time 2 h → 3 h | Its lead time stays as it is told, so what is saved or added in work is waiting within it.',
    ],
    [
      'Repair it {wiring 2}',
      '"Repair it": capabilities repair → repair, wiring 2 | No measure here rests on what a step asks people to be able to do; the roles do.',
    ],
    [
      'Ride a test changeover 5m',
      '"Ride a test": changeover ? → 5 min | How often it is changed over is not known: no measure counts the changeover until a batch is told, such as `batch 20`.',
    ],
    [
      'Ride a test batch 10',
      '"Ride a test": batch ? → 10 | It moves how long a unit waits within its batch; no lead time and no load rests on it.',
    ],
    [
      'Repair it batch 10',
      '"Repair it": batch ? → 10 | Its lead time is told and holds the wait in its batch: no measure moves by it.',
    ],
    [
      'Send it back uptime 50%',
      '"Send it back": uptime ? → 50 % | It is done outside: how it stops and is changed over moves nothing of ours.',
    ],
    [
      'Count the till 1h uptime 90%',
      '"Count the till": process time 30 min → 1 h, uptime ? → 90 % | It has a rhythm of its own, and no measure rests on how it stops or in what batches it runs.',
    ],
    ['Store it every 1w', '"Store it": every ? → 5 d'],
    [
      'Hand it over 60%',
      '"Hand it over": %C&A ? → 60 % | A %C&A moves the rolled %C&A alone; what returns is told by `back to`.',
    ],
  ])('set %s, of a step', (words, told) => {
    expect(said('SET', words)).toBe(told);
  });

  it.each([
    [
      '60%: Hand it over',
      'the branch of "Hand it over": 50 % → 60 % | The other branches take what is left: "Send it back" 30 % → 24 %, "Store it" 20 % → 16 %.',
    ],
    [
      '100%: Store it',
      'the branch of "Store it": 20 % → 100 % | The other branches take what is left: "Hand it over" 50 % → 0 %, "Send it back" 30 % → 0 %.',
    ],
    ['lost after Repair it ~20%', 'the loss after "Repair it" (line 18): 10 % → ~20 %'],
    ['line 8 5%', 'the return from "Write the estimate" to "Take it in" (line 8): 15 % → 5 %'],
    [
      'line 8 5% 20m',
      'the return from "Write the estimate" to "Take it in" (line 8): 15 % → 5 %, no time of its own → 20 min',
    ],
    ['line 9 20m', 'the return from "Write the estimate" to "Take it in" (line 9): 10 min → 20 min'],
    ['line 18 5%', 'the loss after "Repair it" (line 18): 10 % → 5 %'],
    [
      'wait before Write the estimate 1d pull',
      `the wait before "Write the estimate" (line 6): 2 d → 1 d, moves on: push → pull | ${UNMOVED}`,
    ],
    [
      'line 19 1d push',
      `the wait before "Ride a test" (line 19): 1 d → 1 d, moves on: pull → push | ${UNMOVED}`,
    ],
    [
      'stock before Repair it 4 fifo 2',
      `the stock before "Repair it" (line 16): 4 units → 4 units, moves on: fifo 6 → fifo 2 | ${LANE} More waits there than it has places: a number is wrong, or the limit is not kept.`,
    ],
    ['wait after Ride a test 2d', 'a new wait after "Ride a test": 2 d | No wait was told there so far.'],
    ['stock before Take it in 5', 'a new wait before "Take it in": 5 units | No wait was told there so far.'],
  ])('set %s, between steps', (words, told) => {
    expect(said('SET', words)).toBe(told);
  });

  it.each([
    ['Repair it', 'without the step "Repair it"'],
    ['stock before Repair it', 'without the stock before "Repair it" (line 16) of 4 units'],
    ['line 6', 'without the wait before "Write the estimate" (line 6) of 2 d'],
    ['line 9', 'without the return from "Write the estimate" to "Take it in" (line 9) of 5 %'],
    ['lost after Repair it', 'without the loss after "Repair it" (line 18) of 10 %'],
    [
      'hand-off from Take it in to Write the estimate',
      'without the hand-off from "Take it in" to "Write the estimate"',
    ],
    [
      'wait after Order the parts',
      'without the wait after "Order the parts" (line 13) of 3 d | It stands at the end of the branch of "Order the parts".',
    ],
  ])('without %s', (words, told) => {
    expect(said('WITHOUT', words)).toContain(told);
  });
});

describe('what is said of words that cannot be', () => {
  it.each([
    [
      'day: 30h',
      'A working day cannot be that long. Write more than 0 and at most 24 hours, such as `day: 7h 40m`.',
    ],
    [
      'month: 3-4w',
      'A working month cannot be that long. Write more than 0 and at most 31 days, such as `month: 21d`.',
    ],
    [
      'day: soon',
      '"day: soon" is no line of a calendar. Write it with its unit: "day: 7h 40m", "week: 4d", "month: 21d", "year: 250d", "people: 36h/week".',
    ],
    ['person Clea 10h', 'Nobody on this map is called "Clea". Did you mean "Cleo"?'],
    [
      'person Zed 3h',
      'Nobody on this map is called "Zed". Write the name of a person or of a performer of this stream.',
    ],
    [
      'person Ann',
      'Ann is named, and nothing is set. Write the hours a week behind the name: "person Ann 32h".',
    ],
    ['back to Take it in 90%', `2 returns lead to "Take it in". ${WHICH}`],
    [
      'lost after Ride a test 5%',
      'No units are lost after "Ride a test". Name the step above the `lost` line.',
    ],
    [
      'lost after Repair it 101%',
      '"101%" is more than all of it. Write the share that is lost behind the name: "lost after Repair it 20%".',
    ],
    [
      '30%: Repair it',
      '"Repair it" begins no branch of an `either`, and is needed by every unit that comes to it. For its %C&A write the share behind the name: "Repair it 30%".',
    ],
    [
      'Repair it lead 1h',
      'The lead time of "Repair it" would be shorter than its process time, and it holds the work and the waiting. Set both together, such as "Repair it 2h lead 1d".',
    ],
    [
      'Repair it soon',
      '"soon" behind "Repair it" cannot be read. Write marks as in a napkin: 30m, lead 2d, 90%, x2, @Dana, every 1w, {estimating 3}.',
    ],
    [
      'wait before Write the estimate fifo 3',
      '"wait before Write the estimate" says no number. Write it with its unit or sign, such as "wait before Write the estimate 1d".',
    ],
  ])('%s: what is wrong, and what would put it right', (words, told) => {
    expect(said('SET', words)).toContain(`NO: ${told}`);
  });

  it.each([
    ['Ride a test uptime 0%', 'The uptime of "Ride a test" is 0 %, so it would never run'],
    ['Count the till every 0d', '"Count the till" runs every 0 time'],
    ['line 26 every 0d', '"Count the till" runs every 0 time'],
    ['Repair it 4h lead 1h', 'The lead time of "Repair it" is shorter than its process time.'],
    ['Repair it 3h and more', '"Repair it 3h and more" is no change that can be read.'],
    ['line 6 2d and more', '"line 6 2d and more" is no change that can be read.'],
    ['line 8 5% or so', '"line 8 5% or so" is no change that can be read.'],
  ])('%s: names what was meant, and no word that nobody wrote', (words, told) => {
    expect(said('SET', words)).toContain(`NO: ${told}`);
    expect(said('SET', words)).not.toMatch(/"Words|@\?/);
  });

  it.each([
    [
      'Ann',
      '"Ann" is a person, and only what stands in the flow can be taken out. Give each of the 5 steps that Ann does to somebody else: set "Take it in @Dana"; or set "person Ann 20h" for the hours that they have a week.',
    ],
    [
      'hand-off from Write the estimate to Take it in',
      'Work does not pass from "Write the estimate" straight to "Take it in". Name two steps of which the second comes next.',
    ],
    [
      'wait before Take it in',
      'No wait stands there (Take it in). Say a place where work waits, such as "wait before STEP", "wait after STEP" or "line 14".',
    ],
    [
      'line 99',
      'On line 99 stands neither a step nor a wait, a return or a loss. Name the line of a step, a `wait`, a `stock`, a `back to` or a `lost`.',
    ],
    ['back to Repair it', 'No work goes back to "Repair it". The returns are: "back to Take it in".'],
    ['', 'Nothing is said. Write what to change, such as "wait before Price the job 1d".'],
  ])('without %s: what is wrong, and what would put it right', (words, told) => {
    expect(said('WITHOUT', words)).toBe(`NO: ${told}`);
  });
});
