import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { printNapkin, readNapkin } from '../../../src/domain/napkin/index.js';
import { CASES } from './problem-cases.js';

/**
 * What is said of every mistake, word for word, and what the napkin is printed as. `node scripts/jest.mjs --golden
 * tests/domain/napkin/problem-words` writes the file again, and the difference is reviewed like code.
 */
const KEPT = new URL('./problem-words.txt', import.meta.url);

/** Mistakes and oddities beside those of which the place and the fix are claimed. */
const MORE: readonly string[] = [
  'stream A\nB 1-2h 10m-1h ~3d? lead 2-1w',
  'stream A\nB 2h30\nC 2h 30 @Ann\nD 7h 40m\nE 3 working days\nF 1d-36h',
  'stream A\nB 10m-20m-30m\nC 1.5.2h\nD ~ 5m\nE 5 to 10 min',
  'stream A\nB {pricing 0, "sales 2", wiring (licence), , "", x 5}\nC [ , Mail, "a, b"]',
  'stream A\nperson Dana\nperson Dana Lee 32h/week {a}\nperson Al 40\nperson "Bo 3" {a}\nPerson visits us\nB',
  'stream A\nperson Al 40-30h {b}\nperson 8h\nperson Al per week\nB',
  'stream A\nday: x\nweek: 5\nmonth: 3h\nyear: 2d\npeople: 4\nowner:\nB',
  'stream A\nday: 7h 30m\nday: 8h\nweek: 4d\nyear: 220d\npeople: 38h/week\nB',
  'stream A\ndemand: 3-2/week\nB\nlost ?%\nback to C 10%\nback to B ?%',
  'stream A\nsales:\nB\nback to\nback to B 120%\nback to B 10% 20%',
  'stream A\neither\n 30%: B\n ?%: C\n stop\nend\nmeanwhile\n D\n after B\n E\nend\nafter\nafter X',
  'stream A\nB\nstock 12 fifo\nstock x\nwait 2d pull "why" more\nwait ?\nstock ? "shelf"',
  'stream A\nnever together: B, Z\ntogether: B, B\ncompensating control: B "x"\nobligation: pay tax\nowner of B: Ann\nB serves tax',
  'stream A\nB ! \nC ! "quoted" more\nD !tight\n! again\n! and again',
  'stream A\nB "quo\\"te" @"Ann Lee" @? @\nC (value) (waste) (outside) (foo)\nD x0 xx3 x2 x3',
  'stream A\nB every 1w uptime 120% changeover batch x\nC asks , tells D approves checks Z was:',
  'stream A\nB 5m 90% 80% lead 1d lead 2d @Ann @Ann [a] [b] {c} {d} asks E asks F',
  'stream A\r\nB\tC  D\r\n\u00a0E 5m\u200b\nF',
  'note: keep\nstream A\nnote: more # and this\nB # why\n# alone\nC #tight',
  'value stream Lead to cash\nB\ncustomer; Bob\nsupplier = Ann\nOWNER: Cy\nSALES:\nC',
  'stream A\nif late: B\nelse C\nwhile waiting call D\nin parallel:\nE\nF\nend if',
  'stream A\nnoet: x\nNote that we call\nB\nperson "" 32h {a}\nperson "Bo" \nback to 20%\nback to B  20 %',
  'stream A\nB\nstock 1,200 "x"\nstock 1,20\nlost 12,5%\nlost 5-3%\nwait 2d for Bob 3h\nwait 1-2d "a" "b"\nWait 3d',
  'stream A\neither # mind\n ?%: wait 2d\n 30%: B\n ?%: C # so\nend # done\nmeanwhile # x\n stock 3\n D\nend',
  'stream A\nB 90%x uptime 120%x\nC 5m- 10m\nD - 5 kg\nE -5m\nF "x" 5m "y"\nG“5m”\n"H" "I"',
  'stream A\nB 5m (value) # a "b\nC [a # b]\nD {a\nE @"x\n"F\nG ! a # b ! c\nH # a # b',
  'stream A\neither\n B\n C\nend\neither\n 50%: D\n ?%: E\n 60%: F\nend\nsometimes 0%: G\nsometimes 100%: H\nsometimes ~30-20%: I',
  'stream A\nB takes 5 minutes\nC for 2 days by Ann\nD 10m/unit\nE 2 x 10m\nF @Ann, Bob and Cy 5m',
];

function said(text: string): string {
  const { drafts, problems } = readNapkin(text);
  const told = problems.map(({ code, severity, message, place, suggestion, fix }) => {
    const at = place === null ? '-' : `${place.line}:${place.column}+${place.length}`;
    const mended = fix === null ? '' : `\n      fix ${JSON.stringify(fix.replacement)}`;
    return `  ${at} ${severity} ${code}\n      ${message}\n      ${suggestion ?? '-'}${mended}`;
  });
  const printed = printNapkin(drafts).trimEnd().split('\n');
  return [JSON.stringify(text), ...told, ...printed.map((line) => `  | ${line}`)].join('\n');
}

describe('what is said of mistakes on a napkin', () => {
  const texts = [...CASES.map(([, text]) => text).filter((text) => text.length < 200), ...MORE];

  it('is what was kept, word for word', () => {
    const now = `${texts.map(said).join('\n\n')}\n`;
    if (process.env['HEADWATER_GOLDEN'] === 'rewrite') writeFileSync(KEPT, now);
    expect(now.split('\n')).toEqual(readFileSync(KEPT, 'utf8').split('\n'));
  });
});
