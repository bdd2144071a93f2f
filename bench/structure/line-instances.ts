import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { PacedLine } from '../../src/domain/structure/paced-line/index.js';
import { TRUTHS } from './section.js';

/** A published line, and what is known of its fewest stations; equal ends where that is proved. */
export interface LineInstance {
  readonly name: string;
  readonly line: PacedLine;
  readonly least: number;
  readonly most: number;
}

/** One line of the Otto files. */
interface OttoLine {
  readonly id: number;
  readonly c: number;
  readonly t: readonly number[];
  readonly prec: readonly (readonly [number, number])[];
  readonly optimum: number | null;
  readonly lb: number | null;
  readonly ub: number | null;
}

/** The 269 lines of Scholl (1993): 25 graphs, each with several cycle times. */
export function schollLines(): readonly LineInstance[] {
  const rows = read('salbp/scholl_salbp1.csv').trim().split('\n').slice(1);
  const graphs = new Map<string, Omit<PacedLine, 'cycle'>>();
  return rows.map((row) => {
    const [, , file = '', cycle = '', stations = ''] =
      /^([^,]+),([^,]+),(\d+),("[^"]*"|[^,]*),/.exec(row) ?? [];
    const graph = graphs.get(file) ?? readGraph(read(`salbp/scholl/${file}`));
    graphs.set(file, graph);
    const known = stations
      .replaceAll(/["[\]]/g, '')
      .split(',')
      .map(Number);
    const line = { cycle: Number(cycle), ...graph };
    const name = `${file.replace('.IN2', '')} ${cycle}`;
    return { name, line, least: known[0] ?? 0, most: known.at(-1) ?? 0 };
  });
}

/** The 525 lines of Otto, Otto and Scholl (2013) with so many tasks. */
export function ottoLines(tasks: 20 | 50 | 100 | 1000): readonly LineInstance[] {
  const file = new URL(`salbp/otto/otto_n${tasks}.ndjson.gz`, TRUTHS);
  const rows = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return rows.map((row) => {
    const { id, c, t, prec, optimum, lb, ub } = JSON.parse(row) as OttoLine;
    const arcs = prec.map(([from, to]) => [from - 1, to - 1] as const);
    const [least, most] = [lb ?? optimum ?? 0, ub ?? optimum ?? tasks];
    return { name: `${tasks} tasks, ${id}`, line: { cycle: c, times: t, arcs }, least, most };
  });
}

function read(path: string): string {
  return readFileSync(new URL(path, TRUTHS), 'utf8');
}

/** Number of tasks, their times, and pairs of them up to −1,−1. */
function readGraph(text: string): Omit<PacedLine, 'cycle'> {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const size = Number(lines[0]);
  const pairs = lines.slice(size + 1).map((line) => line.split(',').map(Number));
  const end = pairs.findIndex(([from = -1]) => from < 0);
  const arcs = (end < 0 ? pairs : pairs.slice(0, end)).map(
    ([from = 1, to = 1]) => [from - 1, to - 1] as const,
  );
  return { times: lines.slice(1, size + 1).map(Number), arcs };
}
