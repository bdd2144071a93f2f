import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The whole schema: every *.graphql file of the folder, in the order of their names. */
export function readSchemaText(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  return files
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}
