import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readNapkinText } from '../../../src/application/index.js';
import {
  BUILT_IN_CATALOGUE,
  deriveDemands,
  measureStream,
  writeWalkSheet,
  type Problem,
} from '../../../src/domain/index.js';
import type { TypeBackLine } from '../../../src/domain/walk/index.js';

const SEEDS = new URL('../../../seeds/', import.meta.url);
const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/@____/g, '@Zoe'],
  [/\[____\]/g, '[Paper]'],
  [/\{____\}/g, '{selling}'],
  [/___%/g, '80%'],
  [/(wait|lead) ____/g, '$1 90d'],
  [/stock ____/g, 'stock 12'],
  [/: ____\/month/g, ': 7/month'],
  [/: ____/g, ': Zoe'],
  [/____/g, '20m'],
];

function filled(line: string): string {
  return ANSWERS.reduce((text, [blank, answer]) => text.replace(blank, answer), line);
}

/** The text with the answers of one stop typed in. */
function answered(text: string, lines: readonly TypeBackLine[]): string {
  const edited = text.split('\n').map((line, nth) => {
    const own = lines.filter((one) => one.line === nth + 1);
    const above = own.filter((one) => one.above).map((one) => filled(one.text));
    const indent = /^\s*/.exec(line)?.[0] ?? '';
    const here = own.find((one) => !one.above);
    return [...above, here ? indent + filled(here.text) : line].join('\n');
  });
  const fresh = lines.filter(({ line }) => line === null).map((one) => filled(one.text));
  return [edited[0], ...fresh, ...edited.slice(1)].join('\n');
}

const isError = ({ severity }: Problem) => severity === 'ERROR';

/** Guesses and gaps of every kind that the samples do not have. */
const FULL_OF_GUESSES = `stream Guesses
customer: Rider
owner: Ada
demand: 10-20/week
sales:
Ask @Ada 5m 90% [Mail] {selling}
either
  ~80%: Sell @Bo 5m # by hand
  20%: stop
end
wait ~1d
fulfilment:
either
  Do @Bo @Cy x2 ~5m 70-80% ! why @ so late
  20%: Buy @Cy 1h lead ~2d
end
back to Ask
sometimes ~30%: Test @Di 5m
back to Do ~10%
Check @Bo 5m
lost ~5%
stock 30-40 "on the shelf"
Close the books @Di ~1h every 1-2w
Bring it (outside) 2h
wait 1-2d
`;

describe('answers typed where their blanks are', () => {
  const texts = readdirSync(SEEDS)
    .filter((name) => name.endsWith('.napkin'))
    .map((name) => [name, readFileSync(new URL(name, SEEDS), 'utf8').replace(/^#.*\n/, '')] as const)
    .concat([['guesses of every kind', FULL_OF_GUESSES]])
    .filter(([, text]) => !readNapkinText(text).problems.some(isError));

  it.each(texts)('are read without an error, and are not asked for again: %s', (_, text) => {
    const before = readNapkinText(text);
    const sheetOf = (reading: typeof before, napkin: string) => {
      const [stream] = reading.streams;
      if (!stream) throw new Error('the sample holds no stream');
      const metrics = measureStream(stream);
      const demands = deriveDemands(stream, metrics, BUILT_IN_CATALOGUE);
      return writeWalkSheet({ stream, metrics, demands }, { revision: null, napkin });
    };
    const sheet = sheetOf(before, text);
    const asked = (pages: typeof sheet.pages) => pages.reduce((sum, { questions }) => sum + questions, 0);
    for (const page of sheet.pages)
      for (const stop of page.stops) {
        const typed = answered(text, stop.typeBack);
        const after = readNapkinText(typed);
        expect(after.problems.filter(isError)).toEqual([]);
        for (const step of before.streams[0]?.steps ?? []) {
          const now = after.streams[0]?.steps.find(({ key }) => key === step.key);
          expect(now?.performers.slice(0, step.performers.length)).toEqual(step.performers);
          expect([now?.outside, now?.people]).toEqual([step.outside, step.people]);
        }
        expect(asked(sheetOf(after, typed).pages)).toBeLessThan(asked(sheet.pages));
      }
  });
});
