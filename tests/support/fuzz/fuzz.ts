import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fuzzReaders, type ReaderReport } from './fuzz-readers.js';
import { fuzzSchema, type SchemaReport } from './fuzz-schema.js';

const USAGE = 'usage: npm run fuzz -- [--documents 2000] [--files 2000] [--seed 1]\n';

/** Puts random documents and files to the program and prints what came of it; 0 where nothing broke, 1 where something did, 2 where it was asked wrongly. */
export async function fuzz(words: readonly string[]): Promise<number> {
  const told = new Map<string, number>();
  for (let at = 0; at < words.length; at += 2) told.set(words[at] ?? '', Number(words[at + 1]));
  const isSound = [...told].every(
    ([word, number]) =>
      ['--documents', '--files', '--seed'].includes(word) && Number.isInteger(number) && number > 0,
  );
  if (!isSound) {
    process.stderr.write(USAGE);
    return 2;
  }
  const seed = told.get('--seed') ?? 1;
  const folder = mkdtempSync(join(tmpdir(), 'headwater-fuzz-'));
  const schema: SchemaReport[] = [];
  for (const full of [false, true]) {
    const name = full ? 'full' : 'empty';
    const database = { name, address: join(folder, `${name}.db`), full };
    schema.push(await fuzzSchema(database, told.get('--documents') ?? 2_000, seed));
  }
  const readers = await fuzzReaders(told.get('--files') ?? 2_000, seed);
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`\nSeed ${seed}\n\n${schemaTable(schema)}\n${readerTable(readers)}`);
  const slow = [...schema, ...readers].flatMap((report) => report.slow);
  const broken = [...schema, ...readers].flatMap((report) => report.broken);
  for (const one of slow) process.stdout.write(`slow: ${one}\n`);
  for (const one of broken) process.stdout.write(`broken: ${one}\n`);
  return broken.length > 0 ? 1 : 0;
}

function schemaTable(reports: readonly SchemaReport[]): string {
  return table([
    ['database', 'documents', 'without errors', 'broken', 'over 2 s', 'slowest', 'faults'],
    ...reports.map(({ name, documents, answered, broken, slow, slowestMs, codes }) => [
      ...[name, documents, answered, broken.length, slow.length].map(String),
      `${(slowestMs / 1000).toFixed(1)} s`,
      [...codes].map(([code, times]) => `${code} ${times}`).join(', '),
    ]),
  ]);
}

function readerTable(reports: readonly ReaderReport[]): string {
  return table([
    ['reader', 'files', 'broken', 'over 2 s', 'slowest'],
    ...reports.map(({ reader, inputs, broken, slow, slowestMs }) => [
      ...[reader, inputs, broken.length, slow.length].map(String),
      `${(slowestMs / 1000).toFixed(1)} s`,
    ]),
  ]);
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
