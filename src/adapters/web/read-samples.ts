import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of all *.napkin files of a folder, in the order of their names; none where there is no such folder. */
export function readSamples(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.napkin'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
