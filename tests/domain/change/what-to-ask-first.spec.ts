import { describe, expect, it } from '@jest/globals';
import { findOutFirst } from '../../../src/domain/change/index.js';
import { draw } from '../../support/draw.js';

describe('what to find out first', () => {
  const GUESSED = draw(`demand: 10-20/week
sales:
Ask @Ada ~5m lead 1-2d
lost 5-15%
wait ~2d "for the van"
Make @Bo 1-2h
back to Ask ~10%
back to Make ~5% 10-20m
stock 30-40
either
  ~60%: Sell @Bo 5m
  ~40%: Keep @Bo 5m
end
sometimes 20-40%: Test it @Bo 5m
Count @Ada 30m every 1-2w`).stream;
  const first = findOutFirst(GUESSED, 20);

  it('asks for every rough number in a question of its own, those that move most first', () => {
    const asked = first.filter(({ what }) => what !== 'COMPLETE_AND_ACCURATE');
    expect(asked.map(({ what, line, question }) => `${what} ${line ?? '-'} ${question}`)).toEqual([
      'DEMAND - How many units enter in a week or a month?',
      'PROCESS_TIME 7 How long does "Make" take, hands on, for one unit?',
      'WAIT 10 How many units lie before "Sell"?',
      'SHARE 5 Of 100 units at "Ask", how many go no further?',
      'WAIT 6 How long does work wait before "Make"?',
      'LEAD_TIME 4 How long does it take from the moment "Ask" could begin until it is passed on?',
      'SHARE 8 Of 100 units at "Make", how many go back to "Ask"?',
      'PROCESS_TIME 4 How long does "Ask" take, hands on, for one unit?',
      'RHYTHM 16 How often is "Count" done?',
      'SHARE 15 Of 100 units, how many come to "Test it"?',
      'SHARE 9 Of 100 units at "Make", how many go back to "Make"?',
    ]);
  });

  it('says of each how it is told, and what it moves from where to where', () => {
    const because = (part: string) => first.find(({ question }) => question.includes(part))?.because;
    const all = 'all numbers together, from 10.8 h a week to 49 h a week.';
    expect(because('hands on, for one unit')).toBe(
      `1 h to 2 h is a range: alone it moves the work of everybody from 18.2 h a week to 33 h a week; ${all}`,
    );
    expect(because('wait before "Make"')).toBe(
      '~2 d is a guess, taken as 1 d 3 h to 2 d 5 h (± 30 %): alone it moves the lead time from 13 d 5 h to 14 d 6 h; all numbers together, from 8 d 6 h to 24 d 2 h.',
    );
    expect(because('go back to "Ask"')).toBe(
      `~10 % is a guess, taken as 7 % to 13 % (± 30 %): alone it moves the work of everybody from 24.9 h a week to 26.3 h a week; ${all}`,
    );
    expect(because('"Count" done')).toBe(
      `5 d to 10 d is a range: alone it moves the work of everybody from 25.5 h a week to 25.8 h a week; ${all}`,
    );
    expect(because('come from "Ask"')).toBe('Nobody has said it, so the rolled %C&A is told without it.');
  });

  it('asks for what nobody has said, in the order of readiness, our own work before what is done outside', () => {
    const bare = draw(`sales:
Ask @Ada
either
  Sell @Bo 5m
  Bin it
end
wait 1d
fulfilment:
Bring it (outside)
Make @Bo
back to Ask
Count @Ada every 1w`).stream;
    const told = findOutFirst(bare, 30).map(
      ({ what, step, line, missing, question }) =>
        `${missing ? '' : 'ROUGH '}${what} ${step ?? '-'} ${line ?? '-'} ${question}`,
    );
    const times = (step: string, unit: string) => `How long does "${step}" take, hands on, for one ${unit}?`;
    expect(told.slice(0, 9)).toEqual([
      'DEMAND - - How many units enter in a week or a month?',
      `PROCESS_TIME ask 3 ${times('Ask', 'unit')}`,
      `PROCESS_TIME make 11 ${times('Make', 'unit')}`,
      `PROCESS_TIME count 13 ${times('Count', 'run of it')}`,
      `PROCESS_TIME bin-it 6 ${times('Bin it', 'unit')}`,
      'LEAD_TIME bring-it 10 How long does it take from the moment "Bring it" could begin until it is passed on?',
      'SHARE sell 5 Of 100 units, how many come to "Sell"?',
      'SHARE bin-it 6 Of 100 units, how many come to "Bin it"?',
      'SHARE make 12 Of 100 units at "Make", how many go back to "Ask"?',
    ]);
    expect(told.slice(9).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(
      ['ask', 'sell', 'bin-it', 'make', 'bring-it'].map((step) => `COMPLETE_AND_ACCURATE ${step}`),
    );
  });

  it('says how often units come to a step that nobody has timed', () => {
    const because = (text: string) =>
      findOutFirst(draw(`demand: 1/week\nsales:\n${text}`).stream, 9).find(({ question }) =>
        question.includes('"Make"'),
      )?.because;
    const all = 'It has no time at all, so lead time, load and every size are told without it.';
    expect(because('Make\nwait 1d\nShip 1h')).toBe(`${all} Every unit that enters comes to it.`);
    expect(because('Ask 1h\nwait 1d\nsometimes 30%: Make')).toBe(
      `${all} Of 100 units that enter it is done about 30 times.`,
    );
    expect(because('Ask 1h\nwait 1d\nsometimes 0.1%: Make')).toBe(
      `${all} Of 100 units that enter it is done less than once.`,
    );
    expect(because('Ask 1h\nwait 1d\nMake @Bo every 1w')).toBe(all);
  });
});
