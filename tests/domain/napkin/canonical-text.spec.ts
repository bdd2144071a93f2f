import { describe, expect, it } from '@jest/globals';
import { printNapkin, readNapkin } from '../../../src/domain/napkin/index.js';
import type { StreamDraft } from '../../../src/domain/stream/index.js';

function canonical(text: string): string {
  return printNapkin(readNapkin(text).drafts);
}

/** The canonical form of one line. */
function line(text: string): string {
  return canonical(`stream A\n${text}`).split('\n').slice(1, -1).join('\n');
}

describe('canonical text', () => {
  it('writes marks in the order of the notation, with one space', () => {
    const odd =
      'Bake   (value) batch 50 checks Mix approves Plan tells Ann asks Bo {ovens 3} [Till] changeover 10 min uptime 80 % every 1 week (outside) x2 90 % lead 4 days 10 minutes @"Head baker" was: Roast ! too hot   # mind';
    expect(line(odd)).toBe(
      'Bake @"Head baker" 10m lead 4d 90% x2 (value) (outside) every 1w uptime 80% changeover 10m batch 50 [Till] {ovens 3} asks Bo tells Ann approves Plan checks Mix was: "Roast" ! too hot # mind',
    );
  });

  it('indents blocks by two and begins what goes on in a branch with `then`', () => {
    expect(line('meanwhile\nA\nwait 1 d\nB\nthen either\n50%: C\n50 % : D\nend\nend')).toBe(
      'meanwhile\n  A\n  then wait 1d\n  B\n  then either\n    50%: C\n    50%: D\n  end\nend',
    );
  });

  it.each([
    ['"Visit site" 10m', 'Visit site 10m'],
    ['"Qualify lead" 10m', '"Qualify lead" 10m'],
    ['Qualify lead @Dana 10m', 'Qualify lead @Dana 10m'],
    ['"Order" lead 4d', '"Order" lead 4d'],
    ['"Clean" every 1w', '"Clean" every 1w'],
    ['"Wait 3d" 10m', '"Wait 3d" 10m'],
    ['"customer: Bob"', '"customer: Bob"'],
    ['"end"', '"end"'],
    ['"1. First"', '"1. First"'],
    ['“He said \\"no\\"” 5m', 'He said "no" 5m'],
    ['Back to school campaign', 'Back to school campaign'],
    ['After party', 'After party'],
  ])('quotes only what needs it: %s', (text, printed) => {
    expect(line(text)).toBe(printed);
  });

  it('quotes a step that would be read as `after` because another step has that name', () => {
    expect(line('party\n"After party"')).toBe('party\n"After party"');
  });

  it('writes times, shares and numbers plainly', () => {
    expect(line('wait 0.50 working days')).toBe('wait 0.5d');
    expect(line('wait ~1 d – 3 d "why not"')).toBe('wait ~1-3d "why not"');
    expect(line('Bake 7 %')).toBe('Bake 7%');
    expect(line('demand: 1,200 per year')).toBe('demand: 1200/year');
    expect(line('people: 38,5 hours/week')).toBe('people: 38.5h/week');
    expect(line('stock 400 "shelf" fifo 20')).toBe('stock 400 fifo 20 "shelf"');
  });

  it('keeps what could not be read as a note', () => {
    expect(line('Bake 10m every moon')).toBe('Bake 10m\nnote: every moon');
    expect(line('costumer: Bob')).toBe('costumer: Bob');
    expect(line('customer: A\ncustomer: B')).toBe('customer: A\nnote: customer: B');
    expect(line('end')).toBe('note: end');
  });

  it('keeps the quotes of a name without which it would be doubted', () => {
    const lines = [
      'Call',
      '"bck to Call" 10m',
      '"meanwile"',
      '"wait for it" 2d',
      '"Stream the opening night"',
    ];
    const text = `stream A\n${lines.join('\n')}\n`;
    expect(canonical(text)).toBe(text);
    expect(readNapkin(text).problems).toEqual([]);
  });

  it('gives a file without a stream line one, and streams an empty line between', () => {
    expect(canonical('Bake\n\n\n\nSell\n\n')).toBe('stream Unnamed stream\nBake\n\nSell\n');
    expect(canonical('stream A\nB\nstream C\nD')).toBe('stream A\nB\n\nstream C\nD\n');
    expect(canonical('')).toBe('stream Unnamed stream\n');
    expect(printNapkin([])).toBe('');
  });

  it('keeps the branches of a draft from elsewhere that begin with a wait', () => {
    const { lines } = readNapkin('wait 1d\nB').drafts[0] ?? { lines: [] };
    const branches = [
      { share: null, lines: lines.slice(1) },
      { share: null, lines },
    ];
    const draft: StreamDraft = {
      name: 'A',
      at: null,
      lines: [{ kind: 'meanwhile', at: null, comment: null, head: [], branches, closed: true }],
    };
    expect(printNapkin([draft])).toBe(
      'stream A\nmeanwhile\n  B\n  meanwhile\n    wait 1d\n    then B\n  end\nend\n',
    );
  });
});
