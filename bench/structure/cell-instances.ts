import { readFileSync } from 'node:fs';
import type { Incidence } from '../../src/domain/structure/cells/index.js';
import { TRUTHS } from './section.js';

/** A published table with the best efficacy that is known of it, in both forms. */
export interface CellInstance {
  readonly id: string;
  readonly set: 'A' | 'B';
  readonly incidence: Incidence;
  readonly withoutResidual: PublishedEfficacy;
  readonly withResidual: PublishedEfficacy;
}

/** As printed, four digits; null where none is. */
export interface PublishedEfficacy {
  readonly value: number | null;
  readonly proved: boolean;
}

/** The 35 classic tables and the 32 further ones. */
export function cellInstances(): CellInstance[] {
  return (['A', 'B'] as const).flatMap((set) => {
    const folder = new URL('cfp/', TRUTHS);
    const [head, ...lines] = rowsOf(
      readFileSync(new URL(`published_testset_${set.toLowerCase()}.csv`, folder), 'utf8'),
    );
    return lines.map((line): CellInstance => {
      const cell = (name: string): string => line[head?.indexOf(name) ?? -1] ?? '';
      const published = (name: string, proved: string, heuristic: string): PublishedEfficacy => {
        const value = Number.parseFloat(cell(name) || cell(heuristic));
        return { value: Number.isNaN(value) ? null : value, proved: cell(proved) === '1' };
      };
      const provedWithout = set === 'A' ? 'proved_no_residual' : 'proved';
      return {
        id: cell('id'),
        set,
        incidence: readTable(
          readFileSync(new URL(`testset_${set.toLowerCase()}/${cell('file')}`, folder), 'utf8'),
        ),
        withoutResidual: published('opt_no_residual', provedWithout, 'best_known_heuristic_no_residual'),
        withResidual: published(
          'opt_residual',
          set === 'A' ? 'proved_residual' : 'proved',
          'best_known_heuristic_residual',
        ),
      };
    });
  });
}

/** `machines parts`, then a line for each machine with its parts, all counted from 1. */
export function readTable(text: string): Incidence {
  const [size, ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const ones = lines.flatMap(([machine, ...parts]) =>
    parts.map((part) => [(machine ?? 1) - 1, part - 1] as const),
  );
  return { machines: size?.[0] ?? 0, parts: size?.[1] ?? 0, ones };
}

function rowsOf(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
}
