import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readStreamTable } from '../../../../src/adapters/imports/stream-table/index.js';
import { printStreamTable } from '../../../../src/adapters/reports/index.js';
import { STREAM_TABLE_FORMATS } from '../../../../src/application/index.js';
import { printNapkin, readNapkin, type StreamDraft } from '../../../../src/domain/index.js';
import { DRAFT } from '../../../domain/napkin/draft-arbitrary.js';
import { NAME } from '../../../domain/napkin/name-arbitrary.js';

const SEEDS = new URL('../../../../seeds/', import.meta.url);
const seeds = readdirSync(SEEDS).filter((name) => name.endsWith('.napkin'));

async function back(drafts: readonly StreamDraft[], format: 'CSV' | 'XLSX'): Promise<readonly StreamDraft[]> {
  const read = await readStreamTable(await printStreamTable(drafts, format));
  if (read.kind !== 'StreamTable') throw new Error(read.message);
  return read.drafts;
}

/** Doubts about a spelling are none in a table, where name and values have cells of their own. */
function undoubted(drafts: readonly StreamDraft[]): readonly StreamDraft[] {
  const kept = (key: string, value: unknown) => (key === 'doubted' ? undefined : value);
  return JSON.parse(JSON.stringify(drafts, kept)) as readonly StreamDraft[];
}

/** What printing a napkin keeps is what a table keeps. */
async function expectKept(drafts: readonly StreamDraft[], format: 'CSV' | 'XLSX'): Promise<void> {
  const canonical = readNapkin(printNapkin(undoubted(drafts))).drafts;
  const again = await back(canonical, format);
  expect(printNapkin(again)).toBe(printNapkin(canonical));
  const [once, twice] = [await printStreamTable(canonical, format), await printStreamTable(again, format)];
  expect(Buffer.from(twice).equals(Buffer.from(once))).toBe(true);
}

const PARTS = [
  ...['Visit site @Sam 2h 95%', 'wait 3d "why"', 'back to Visit site 20%', 'lost 40%', 'meanwhile', 'either'],
  ...[
    'end',
    'then Order',
    '20%: Pay',
    '?%: wait 2d',
    'stop',
    'sales:',
    'fulfilment:',
    'owner: Ida',
    'customer: Bo',
  ],
  ...[
    'after Visit site',
    '# note',
    '! pain',
    '',
    'Price 10m # said',
    'wait 1d # why',
    'then wait 2d',
    '30%:',
  ],
  ...['never together: Order, Pay', 'person Dana 32h {a 3}', 'sometimes 30%: Rent', 'note: x', 'then either'],
  ...[
    'stock 400 pull',
    'wait 2d fifo 3',
    'stream B',
    'demand: ~40/month',
    'foo: bar',
    'sales: # here',
    'back to Pay',
  ],
];
const SOUP = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PARTS) }, NAME), { maxLength: 16 });

describe.each(STREAM_TABLE_FORMATS)('a stream as %s and back', (format) => {
  it.each(seeds)('says the same as %s', async (name) => {
    await expectKept(readNapkin(readFileSync(new URL(name, SEEDS), 'utf8')).drafts, format);
  });

  it('loses nothing of any draft', async () => {
    await fc.assert(
      fc.asyncProperty(DRAFT, async (draft) => expectKept([draft], format)),
      { numRuns: format === 'CSV' ? 300 : 40 },
    );
  });

  it('loses nothing of any text, with any number of streams in it', async () => {
    await fc.assert(
      fc.asyncProperty(SOUP, async (lines) => expectKept(readNapkin(lines.join('\n')).drafts, format)),
      { numRuns: format === 'CSV' ? 300 : 40 },
    );
  });
});
