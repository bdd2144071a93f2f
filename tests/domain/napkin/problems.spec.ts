import { describe, expect, it } from '@jest/globals';
import { NAPKIN_PROBLEMS, readNapkin } from '../../../src/domain/napkin/index.js';
import type { Problem, TextEdit } from '../../../src/domain/shared/index.js';

/** One text for each code, the place it is told at, and what the line becomes when its fix is applied (null: no fix). */
const CASES: readonly (readonly [code: string, text: string, place: string, fixed: string | null])[] = [
  ['NOT_TEXT', 'stream A\nStep\nAn\0ther step that is longer', '3:3+1', null],
  ['EMPTY_NAPKIN', ' \n\t\n', '1:1+0', null],
  ['NO_STEP', 'stream A\n# nothing yet', '1:1+8', null],
  ['DUPLICATE_STREAM', 'stream A\nB\nstream a\nC', '3:1+8', null],
  ['DUPLICATE_STEP', 'stream A\nVisit  site @Dana\nvisit site 10m', '3:1+10', null],
  ['UNREADABLE_VALUE', 'stream A\nB\nwait 3x', '3:6+2', null],
  ['UNREADABLE_VALUE', 'stream A\ndemand: many\nB', '2:9+4', null],
  ['UNREADABLE_VALUE', 'stream A\nB @Dana 10 fortnights', '2:9+13', null],
  ['UNREADABLE_VALUE', 'stream A\nB 5m every xyz', '2:6+9', null],
  ['UNREADABLE_VALUE', 'stream A\nB {pricing', '2:3+8', null],
  ['UNREADABLE_VALUE', 'stream A\nB [Mail', '2:3+5', null],
  ['UNREADABLE_VALUE', 'stream A\nB 5m @ Dana', '2:6+6', 'B 5m @Dana'],
  ['UNREADABLE_VALUE', 'stream A\nB {pricing 7}', '2:4+9', null],
  ['UNREADABLE_VALUE', 'stream A\nVisit site\nC\nback to visit site 20', '4:20+2', 'back to visit site 20%'],
  ['UNREADABLE_VALUE', 'stream A\nB\nlost 40', '3:6+2', 'lost 40%'],
  ['UNREADABLE_VALUE', 'stream A\nB 5m asks', '2:6+4', null],
  ['UNREADABLE_VALUE', 'stream A\nB\nC\nsometimes often: D', '4:11+5', null],
  ['PERCENT_OVER_100', 'stream A\nB 120%', '2:3+4', null],
  ['SHARE_OVER_100', 'stream A\nB\nlost 101%', '3:6+4', null],
  ['SHARES_DO_NOT_ADD_UP', 'stream A\neither\n 60%: B\n 60%: C\nend', '2:1+6', null],
  ['UNCLOSED_BLOCK', 'stream A\nmeanwhile\n  B\n  C', '2:1+9', '  C\nend'],
  ['TOO_DEEP', `stream A\n${'meanwhile\n'.repeat(101)}B`, '102:1+9', null],
  ['NO_STREAM_LINE', '1. Answer the phone', '1:4+16', 'stream Unnamed stream\n1. Answer the phone'],
  ['BEFORE_STREAM', 'customer: Bob\nstream A\nB', '1:1+13', null],
  ['UNKNOWN_WORD', 'stream A\nsale:\nB', '2:1+4', 'sales:'],
  ['UNKNOWN_WORD', 'stream A\nfullfilment:\nB', '2:1+11', 'fulfilment:'],
  ['UNKNOWN_WORD', 'stream A\ncostumer: Bob\nB', '2:1+8', 'customer: Bob'],
  ['UNKNOWN_WORD', 'stream A\nbudget: 300\nB', '2:1+6', null],
  ['UNKNOWN_WORD', 'stream A\nCollect 50% deposit @Dana', '2:13+7', null],
  ['UNKNOWN_WORD', 'stream A\nBill it 5m within 2 days', '2:12+6', null],
  ['UNKNOWN_WORD', 'stream A\nB 10m (valeu)', '2:7+7', 'B 10m (value)'],
  ['SECOND_DEFINITION', 'stream A\ncustomer: B\nC\ncustomer: D', '4:1+11', null],
  ['SECOND_DEFINITION', 'stream A\nB 10m 20m', '2:7+3', null],
  ['MISSING_VALUE', 'stream A\ncustomer:\nB', '2:1+9', null],
  ['NO_NAME', 'stream A\nB\n@Dana 10m', '3:1+9', null],
  ['STRAY_END', 'stream A\nB\nend', '3:1+3', null],
  ['ONE_BRANCH', 'stream A\nmeanwhile\nB\nend', '2:1+9', null],
  ['LEAD_IN_NAME', 'stream A\nQualify lead 10m', '2:1+12', '"Qualify lead" 10m'],
  ['MARK_WORD_IN_NAME', 'stream A\nClean up every 1w', '2:1+14', '"Clean up every" 1w'],
  ['AT_IN_NAME', 'stream A\nShip @ Bob 1h', '2:6+2', 'Ship @Bob 1h'],
  ['AT_IN_NAME', 'stream A\nPost@Bob 5m', '2:5+1', 'Post @Bob 5m'],
  ['AT_IN_NAME', 'stream A\nShip @ the dock 5m', '2:6+2', null],
  ['UNCLOSED_QUOTE', 'stream A\nCall @"unclosed 5m', '2:7+1', null],
  ['UNCLOSED_QUOTE', 'stream A\nCall 5m was: "old', '2:14+1', null],
  ['NEARLY_A_LINE_WORD', 'stream A\nCall\nback too Call 20%', '3:1+17', 'back to Call 20%'],
  ['NEARLY_A_LINE_WORD', 'stream A\ncustomer Joe\nB', '2:1+12', 'customer: Joe'],
  ['NEARLY_A_LINE_WORD', 'stream A\nowner Ann\nB', '2:1+9', 'owner: Ann'],
  ['NEARLY_A_LINE_WORD', 'stream A\nB\nsome times 30%: Foo 2h', '3:1+22', 'sometimes 30%: Foo 2h'],
  ['NEARLY_A_LINE_WORD', 'strem Enquiry to job\nB', '1:1+20', 'stream Enquiry to job'],
  ['UNCLOSED_BLOCK', 'stream A\nmeanwhile\n  B\n C 2h\nthen D\nE', '2:1+9', 'then D\nend'],
  ['THEN_WITHOUT_BRANCH', 'stream A\nmeanwhile\n then B\n C\nend', '3:2+6', null],
  ['SHARE_OUTSIDE_EITHER', 'stream A\n20%: B', '2:1+3', 'sometimes 20%: B'],
  ['COLON_MISSING', 'stream A\neither\n80% B\n20%: C\nend', '3:1+3', '80%: B'],
  ['UNQUOTED_REASON', 'stream A\nB\nwait 2 weeks for the permit', '3:14+14', 'wait 2 weeks "for the permit"'],
  ['UNQUOTED_REASON', 'stream A\nB\nlost 40% to others', '3:10+9', 'lost 40% # to others'],
  ['NOTHING_ABOVE', 'stream A\n! too slow\nB', '2:1+10', null],
  ['TOO_FEW_NAMES', 'stream A\nB\nnever together: B', '3:17+1', null],
  ['UNCLOSED_QUOTE', 'stream A\nB "and more', '2:3+1', null],
  ['RANGE_REVERSED', 'stream A\nB 3-1d', '2:3+4', null],
  ['STEP_BEHIND_FORCE', 'stream A\nsales: Sell it @Bob', '2:8+12', 'sales:\nSell it @Bob'],
  ['LIST_MARK', 'stream A\n  - B\n  - C', '2:3+2', null],
  ['READ_AS_STEP', 'stream A\nB\nlost many', '3:1+9', null],
  ['NEARLY_A_LINE_WORD', 'stream A\nB\nmeanwile\nC\nD\nend', '3:1+8', 'meanwhile'],
  ['NEARLY_A_LINE_WORD', 'stream A\nCall\nPay\nbck to Call 20%', '4:1+15', 'back to Call 20%'],
  ['NEARLY_A_LINE_WORD', 'stream A\nCall\nPay\nafer Call\nPack', '4:1+9', 'after Call'],
  ['NEARLY_A_LINE_WORD', 'stream A\nB\nwiat 3d', '3:1+7', 'wait 3d'],
  ['NEARLY_A_LINE_WORD', 'stream A\nSales\nB', '2:1+5', 'Sales:'],
  ['NEARLY_A_LINE_WORD', 'stream A\nDelivery\nB', '2:1+8', 'fulfilment:'],
  ['NEARLY_A_LINE_WORD', 'stream A\nFulfilment\nB', '2:1+10', 'Fulfilment:'],
  ['BLOCK_WORD_IN_STEP', 'stream A\nif yes 40%: draft contract', '2:1+26', null],
  ['READ_AS_STEP', 'stream A\nDeliver\n10 % complaints back to deliver', '3:1+31', null],
  ['NEARLY_A_LINE_WORD', 'stream A\nB\nsometime 30%: C', '3:1+15', 'sometimes 30%: C'],
  ['NEARLY_A_BLOCK', 'stream A\neither 30%\nB\n70%: C\nend', '2:1+10', 'either\n30%:'],
  ['NEARLY_A_BLOCK', 'stream A\nmeanwhile\n  B\n  and C @Ann\nend', '4:3+10', '  C @Ann'],
  ['NEARLY_A_BLOCK', 'stream A\nB\nthen wait 3d', '3:1+12', 'wait 3d'],
  ['NEARLY_A_LINE', 'stream A\ndemand: 40 jobs a month\nB', '2:1+23', 'demand: 40/month # jobs'],
  ['NEARLY_A_LINE', 'stream A\n~40 orders / week\nB', '2:1+17', 'demand: ~40/week # orders'],
  ['NEARLY_A_LINE', 'stream A\ndemand 5 per week\nB', '2:1+17', 'demand: 5/week'],
  ['NEARLY_A_LINE', 'stream: Lead to client\nB', '1:1+22', 'stream Lead to client'],
  ['NEARLY_A_LINE', 'stream A\nB\nWAIT: 1 week', '3:1+12', 'wait 1 week'],
  [
    'NEARLY_A_LINE',
    'stream A\nB\nWait: 1 day because Lea is out',
    '3:1+30',
    'wait 1 day "because Lea is out"',
  ],
  ['NEARLY_A_LINE', 'stream A\nB\n2d waiting for parts', '3:1+20', 'wait 2d "for parts"'],
  ['NEARLY_A_LINE', 'stream A\nB\nstock: 12', '3:1+9', 'stock 12'],
  ['NEARLY_A_LINE', 'stream A\nB\n5% returned to B', '3:1+16', 'back to B 5%'],
  ['NEARLY_A_LINE', 'stream A\nB\nrework 5% back to B', '3:1+19', 'back to B 5%'],
  ['NEARLY_A_LINE', 'stream A\n50% of the time pack it @Tom', '2:1+28', 'sometimes 50%: pack it @Tom'],
  ['NEARLY_A_LINE', 'stream A\nSign it @client wait 1-2 weeks', '2:1+30', 'Sign it @client\nwait 1-2 weeks'],
  ['SHARE_BEHIND_NAME', 'stream A\neither\n B 20% @Tom\n C 80%\nend', '3:2+10', ' 20%: B @Tom'],
  ['MARKS_IN_PAIN', 'stream A\nB @Tom ! slow 30m 90%', '2:15+7', null],
  ['READ_AS_STEP', 'stream A\nB\nLead time 3 days', '3:1+16', null],
  ['AMBIGUOUS_NUMBER', 'stream A\nB 5 - 10 min', '2:3+1', null],
  ['UNIT_UNKNOWN', 'stream A\nB half a day', '2:3+10', null],
  ['NO_STREAM_LINE', 'Order to box\n\nPack it', '1:1+12', 'stream Order to box'],
  ['BLOCK_WORD_IN_STEP', 'stream A\nB\nor C @Ann', '3:1+9', null],
  ['BRANCH_WITHOUT_SHARE', 'stream A\neither\n 30%: B\n C\n 70%: D\nend', '4:2+1', ' then C'],
  ['THEN_WITHOUT_BRANCH', 'stream A\nB\nthen pack it', '3:1+12', 'pack it'],
  ['WAIT_READ_AS_WORK', 'stream A\nB\nwait about 2 days', '3:1+17', 'wait ~2d'],
  ['WAIT_READ_AS_WORK', 'stream A\nB\nwait for delivery - 1 week', '3:1+26', 'wait 1w "for delivery"'],
  ['SHARE_IN_PROSE', 'stream A\nCustomer says yes in about 50% of cases', '2:28+3', null],
  ['UNREADABLE_VALUE', 'stream A\nB\nperson Al 40 {selling}', '3:11+2', 'person Al 40h {selling}'],
  ['BROKEN_SIGN', 'stream A\nShip \ud83d it', '2:6+1', null],
  ['READ_AS_STREAM', 'stream A\nB\nStream the opening night\nC', '3:1+24', '"Stream the opening night"'],
  ['DOTS_IN_NAME', 'stream A\nWebsite order… @Ann', '2:14+1', 'Website order @Ann'],
  ['DOTS_IN_NAME', 'stream A\n... pack it', '2:1+4', 'pack it'],
  ['UNIT_UNKNOWN', 'stream A\nVisit site 10q', '2:12+3', null],
  ['MARK_BEFORE_NAME', 'stream A\n@Dana calls', '2:7+5', null],
  ['AMBIGUOUS_NUMBER', 'stream A\ndemand: 1,200/year\nB', '2:9+10', null],
  ['HANDS_NOT_COUNTED', 'stream A\nDrive there @Tom @Pia 2h', '2:1+11', null],
  ['MORE_PROBLEMS', `stream A\nB ${'1m '.repeat(40)}`, '2:66+2', null],
];

function found(code: string, text: string): Problem[] {
  return readNapkin(text).problems.filter((problem) => problem.code === code);
}

/** The line of the fix's place as it reads when the fix is applied. */
function applied(text: string, { place, replacement }: TextEdit): string {
  const line = text.split('\n')[place.line - 1] ?? '';
  const start = place.column - 1;
  return line.slice(0, start) + replacement + line.slice(start + place.length);
}

describe('what a reader tells', () => {
  it.each(CASES)('%s in %j stands at its place, with the fix it promises', (code, text, place, fixed) => {
    const [problem] = found(code, text);
    expect(problem && `${problem.place?.line}:${problem.place?.column}+${problem.place?.length}`).toBe(place);
    expect(problem?.message).toMatch(/^["`A-Z].*[.]$/);
    expect(problem?.suggestion === null && code !== 'MORE_PROBLEMS').toBe(false);
    expect(problem?.fix ? applied(text, problem.fix) : null).toBe(fixed);
  });

  it('puts a problem right when its fix is applied', () => {
    for (const [code, text] of CASES) {
      const [problem] = found(code, text);
      if (!problem?.fix) continue;
      const lines = text.split('\n');
      lines[problem.fix.place.line - 1] = applied(text, problem.fix);
      expect([code, found(code, lines.join('\n'))]).toEqual([code, []]);
    }
  });

  it('has a case here for every code it can tell, and tells no other', () => {
    const codes: readonly string[] = NAPKIN_PROBLEMS.map(({ code }) => code);
    expect(new Set(CASES.map(([code]) => code))).toEqual(new Set(codes));
    expect(new Set(codes).size).toBe(codes.length);
    for (const { sentence } of NAPKIN_PROBLEMS) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('points to the first of two', () => {
    expect(found('DUPLICATE_STEP', 'stream A\nB\nb')[0]?.message).toContain('line 2');
    expect(found('SECOND_DEFINITION', 'stream A\nday: 8h\nB\nday: 7h')[0]?.message).toContain('line 2');
  });

  it('tells all problems of a text at once, in its order', () => {
    const text = 'stream A\nsale:\nB 120%\nB\nmeanwhile\nC';
    expect(readNapkin(text).problems.map(({ code, place }) => `${place?.line} ${code}`)).toEqual([
      '2 UNKNOWN_WORD',
      '3 PERCENT_OVER_100',
      '4 DUPLICATE_STEP',
      '5 UNCLOSED_BLOCK',
      '5 ONE_BRANCH',
    ]);
  });

  it('keeps errors apart from the many small things of one line', () => {
    const codes = readNapkin(`stream A\nB ${'1m '.repeat(40)} 120%`).problems.map(({ code }) => code);
    expect(codes).toContain('PERCENT_OVER_100');
  });

  it.each([
    'steam the milk',
    'post 40%',
    'host 40%',
    'bck to school',
    'Check in 90%',
    'Wait at the door 10m @Dana',
    'and',
  ])('takes “%s” for the step that it is', (line) => {
    const codes = readNapkin(`stream A\nCall\n${line}`).problems.map(({ code }) => code);
    expect(codes.filter((code) => !code.startsWith('READ_AS'))).toEqual([]);
  });

  it('says nothing about a clean napkin', () => {
    const text =
      'stream Repairs\ncustomer: Driver\nsales:\nTake the call @Ann 5m 95%\nfulfilment:\nRepair @Ben 2h\nback to Repair 5%\n';
    expect(readNapkin(text).problems).toEqual([]);
  });
});
