import { describe, expect, it } from '@jest/globals';
import { readRaciTable } from '../../../../src/adapters/imports/raci-table/index.js';

const read = (text: string) => readRaciTable(new TextEncoder().encode(text));

describe('a cell without end', () => {
  it.each(['-', '=', '<-', '?', '*', ':', '(', '0'])(
    'of %j is read in no more time than it is long, in the head and below',
    async (sign) => {
      const long = sign.repeat(40_000 / sign.length);
      const begun = performance.now();
      await read(`Activity,Sales${long}x,Ops\nDo,R,A\nMake,R,A\n`);
      await read(`Activity,Sales,Ops\nDo${long}x,R,A\nMake,R${long}x,A\n`);
      expect(performance.now() - begun).toBeLessThan(5_000);
    },
  );
});

describe('an arrow between names', () => {
  it.each(['Ada -> Bob', 'Ada --------------> Bob', 'Ada => Bob', 'Ada <-> Bob'])(
    'parts them: %s',
    async (head) => {
      const told = JSON.stringify(
        await read(`Activity,Responsible,Accountable\nDo,${head},Cleo\nMake,Ada,Cleo\n`),
      );
      expect(told).toContain('{"name":"Ada"');
      expect(told).toContain('{"name":"Bob"');
    },
  );
});
