import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { run } from '../support/recorded-terminal.js';

/** What the README shows of a command is what the command prints; a line … stands for lines left out. */
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const shown = [...readme.matchAll(/^```console\n\$ headwater (.+)\n([^]*?)^```$/gm)].map((match) => ({
  command: match[1] ?? '',
  parts: (match[2] ?? '').split(/^…\n/m).filter((part) => part !== ''),
}));

/** The words of a command line, with "…" and '…' as a shell takes them. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  );
}

describe('the README', () => {
  it('shows what the commands of its first screen print', () => {
    expect(shown.map(({ command }) => wordsOf(command)[0])).toEqual(['plan', 'judge', 'what-if', 'check']);
  });

  for (const { command, parts } of shown) {
    it(`shows the real output of headwater ${command}`, async () => {
      const { out } = await run(wordsOf(command));
      expect(parts.length).toBeGreaterThan(0);
      let from = 0;
      for (const part of parts) {
        const at = out.indexOf(part, from);
        expect({ part, found: at >= 0 }).toEqual({ part, found: true });
        from = at + part.length;
      }
    });
  }
});
