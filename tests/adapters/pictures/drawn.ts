import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readNapkin } from '../../../src/domain/napkin/index.js';
import { measureStream, type StreamMetrics } from '../../../src/domain/metrics/index.js';
import { acceptDraft, type ValueStream } from '../../../src/domain/stream/index.js';

/** A stream with its measures, as everything that draws needs it. */
export interface Measured {
  readonly stream: ValueStream;
  readonly metrics: StreamMetrics;
}

/** Every stream of a napkin, errors or not. */
export function measured(napkin: string): readonly Measured[] {
  return readNapkin(napkin).drafts.map((draft) => {
    const { stream } = acceptDraft(draft);
    return { stream, metrics: measureStream(stream) };
  });
}

/** The only stream of a napkin. */
export function measuredOne(napkin: string): Measured {
  const [one] = measured(napkin);
  if (!one) throw new Error('The napkin of the case holds no stream.');
  return one;
}

/** The samples and the trades, by their file names. */
export function sampleNapkins(): readonly (readonly [name: string, text: string])[] {
  return ['seeds', 'tests/trades'].flatMap((folder) => {
    const path = fileURLToPath(new URL(`../../../${folder}/`, import.meta.url));
    return readdirSync(path)
      .filter((name) => name.endsWith('.napkin'))
      .sort()
      .map((name) => [name, readFileSync(join(path, name), 'utf8')] as const);
  });
}

const WORDS = ['Inspection', 'documentation', 'transportation', 'certificates', 'coordination'];

/** A name of exactly forty characters, no two alike. */
export function longName(nth: number): string {
  const words = `${WORDS[nth % 5]} and ${WORDS[(nth * 3 + 1) % 5]} of the batch and more`;
  return `${words.slice(0, 35)}x ${String(nth).padStart(3, '0')}`;
}

/** Sixty steps with names of forty characters, blocks in blocks, buffers of every kind, returns, pains, systems. */
export function sixtySteps(): string {
  let count = 0;
  const step = (marks = ''): string => {
    count += 1;
    const systems = `[Planning system number ${count % 5} of the works]`;
    return `"${longName(count)}" @"Performer number ${count % 7}" ${count + 4}m ${70 + (count % 30)}% ${systems}${marks}`;
  };
  const lines = [
    'stream Sixty steps of forty letters',
    'customer: Ministry of Transportation',
    'supplier: Mill',
  ];
  lines.push('owner: Wilhelmina', 'demand: 40/week', 'sales:');
  for (let nth = 0; nth < 8; nth += 1) {
    lines.push(step(' ! a pain that is told at such length that it needs a second line'));
    if (nth % 2 === 1) lines.push('wait 2d "because somebody has to look at it in the evening"');
  }
  lines.push(`back to "${longName(2)}" 12%`);
  lines.push('either', `  60%: ${step()}`, `  then ${step()}`, '  then meanwhile');
  lines.push(`    ${step()}`, '    then wait 3d', `    ${step()}`, '    then either', `      30%: ${step()}`);
  lines.push(
    `      70%: ${step()}`,
    '    end',
    '  end',
    `  40%: ${step()}`,
    `  then back to "${longName(9)}" 5%`,
    'end',
  );
  lines.push('fulfilment:');
  for (let nth = 0; nth < 12; nth += 1) {
    lines.push(step(' x2 (value) uptime 80% changeover 10m batch 50'));
    if (nth % 3 === 0) lines.push('stock 12 fifo 20 "supermarket"');
    if (nth % 3 === 1) lines.push('wait 1-3d pull');
  }
  lines.push('meanwhile');
  for (let branch = 0; branch < 4; branch += 1) {
    lines.push(`  ${step()}`);
    for (let nth = 0; nth <= branch; nth += 1) lines.push(`  then ${step()}`);
  }
  lines.push('end', 'lost 3%');
  for (let nth = 0; nth < 17; nth += 1)
    lines.push(`${nth % 4 === 1 ? 'sometimes 20%: ' : ''}${step(' (outside)')}`);
  lines.push(step(' every 1w'), step());
  return `${lines.join('\n')}\n`;
}
