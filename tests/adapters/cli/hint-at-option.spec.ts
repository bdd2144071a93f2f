import { expect, it } from '@jest/globals';
import { run } from '../../support/recorded-terminal.js';

const told = async (...words: readonly string[]) => (await run(words, { width: 80 })).err.split('\n');

it('says of an option that other commands have which ones do, and why this one has it not', async () => {
  const lines = await told('plan', 'kitchen.napkin', '--stream', 'kitchen');
  expect(lines[0]).toBe(`error: unknown option '--stream'`);
  expect(lines[1]).toContain(
    '(plan tells every stream of a file, one after the other. --stream is an option',
  );
  expect(lines.join(' ')).toMatch(
    /is an option of .*judge, report.* people\.\) \(headwater plan --help tells how\)/,
  );
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

it('guesses at a slip of the pen, and says nothing more where no command has anything like it', async () => {
  expect((await told('plan', 'kitchen.napkin', '--jsn')).slice(0, 2)).toEqual([
    `error: unknown option '--jsn'`,
    '(Did you mean --json?)',
  ]);
  expect((await told('plan', 'kitchen.napkin', '--zzzzzzzz'))[1]).toBe('(headwater plan --help tells how)');
});
