import { readFile } from 'node:fs/promises';
import {
  readScheme,
  SCHEMES,
  type LetterScheme,
  type RaciTable,
  type SchemeAudit,
} from '../../domain/index.js';
import type { Page } from './page.js';
import { chartFindings, chartHead } from './print-audit.js';
import { unreadable } from './read-source.js';
import { UsageFault } from './terminal.js';

/** The scheme that is meant: one that comes with the program, or a JSON file; an UsageFault with everything that is wrong with it. */
export async function schemeNamed(told: string): Promise<LetterScheme> {
  const word = told.toLowerCase();
  const known = Object.hasOwn(SCHEMES, word) ? SCHEMES[word] : undefined;
  if (known) return known;
  if (!/\.json$/i.test(told)) {
    throw new UsageFault(
      `No scheme "${told}": there are ${Object.keys(SCHEMES).join(', ')}, or a file of your own that ends in .json.`,
    );
  }
  const read = readScheme(await contentOf(told));
  if ('scheme' in read) return read.scheme;
  throw new UsageFault(read.complaints.map((complaint) => `${told}: ${complaint}`).join('\n'));
}

async function contentOf(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageFault(`${path}: ${unreadable(error)}`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UsageFault(
      `${path}: this is no JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** The lines of an audit by a scheme. */
export function schemeLines(
  name: string,
  table: RaciTable,
  scheme: LetterScheme,
  audit: SchemeAudit,
  page: Page,
): readonly string[] {
  const counts = audit.letters.map(({ letter, cells }) => `${letter} ${cells}`).join('  ');
  const what = scheme.rows === 'DECISIONS' ? ['decision', 'decisions'] : ['activity', 'activities'];
  const rows = what[audit.activities === 1 ? 0 : 1] ?? '';
  return [
    ...chartHead({ name, kind: scheme.name, rows, counts }, table, page),
    ...chartFindings(audit.findings, page),
  ];
}
