import {
  formatNumber,
  sayTimes,
  type Growth,
  type GrowthNotPossible,
  type GrowthPoint,
  type Hire,
  type Plan,
} from '../../domain/index.js';
import { columns, count, labelled, section, type Page } from './page.js';
import { printProof } from './print-proof.js';
import { fit, wrap } from './text-layout.js';

/** More hires than these are told only as data. */
const MOST_SHOWN = 25;
const MOST_MOVES = 8;
const NUMBERS = 43;

/** Who is hired next, the roles at each size, and what changes between them; or what is missing for that. */
export function printGrowth(growth: Growth | GrowthNotPossible, plan: Plan, page: Page): string[] {
  const name = page.paint.bold(fit(plan.stream.name, page.width));
  if (growth.kind === 'GrowthNotPossible') {
    const lines = wrap(growth.message, page.width - 2).map((line) => `  ${page.paint.yellow(line)}`);
    return [name, ...section(page, 'GROWTH', '', [...lines, ...labelled(page, '  → ', growth.remedy, 4)])];
  }
  return [
    name,
    ...section(page, 'WHO IS HIRED NEXT', 'if the roles stay as they are', hiresOf(growth, page)),
    ...section(page, 'THE ROLES AT EACH SIZE', 'designed anew for that demand', [
      ...table(growth, page),
      ...proofOf(growth, page),
    ]),
    ...section(
      page,
      'WHAT CHANGES',
      'against the size before',
      whatChanges(growth.points.slice(1), plan, page),
    ),
    ...section(
      page,
      'WHAT IT RESTS ON',
      '',
      growth.notes.flatMap((note) => labelled(page, '  · ', note, 4, { text: page.paint.dim })),
    ),
  ];
}

function hiresOf({ text, hires, moreHires, positions, demandPerWeek }: Growth, page: Page): string[] {
  const room = Math.max(14, Math.min(34, page.width - NUMBERS - 2));
  const row = (cells: readonly [string, string, string, string, string]): string =>
    columns([
      [`  ${cells[0]}`, 15],
      [cells[1], 8, 'left'],
      [fit(cells[2], room), room],
      [cells[3], 9, 'left'],
      [cells[4], 6, 'left'],
    ]);
  const rowOf = ({ times, demandPerWeek: demand, role, from, to, positions: all }: Hire): string =>
    row([`above ${timesText(times)}`, formatNumber(demand), role, `${from} → ${to}`, String(all)]);
  const shown = hires.slice(0, MOST_SHOWN);
  const left = hires.length - shown.length + moreHires;
  return [
    ...wrap(text, page.width - 2).map((line) => `  ${line}`),
    '',
    page.paint.dim(row(['demand', 'a week', 'one more', 'people', 'in all'])),
    row(['today', formatNumber(demandPerWeek), '', '', String(positions)]),
    ...shown.map(rowOf),
    ...(left > 0 ? [page.paint.dim(`  and ${count(left, 'more hire')} up to the largest demand`)] : []),
  ];
}

/** At least two digits, and as many as tell it from a whole multiple. */
function timesText(times: number): string {
  const told = sayTimes(times);
  const plain = times.toFixed(2);
  return `${told.length > plain.length ? told : plain}×`;
}

/** Each size that is not proven by itself, those that are in one sentence; then the methods. */
function proofOf({ points }: Growth, page: Page): string[] {
  const possible = points.filter(({ structure }) => structure.kind === 'StructureProposal');
  const at = (some: readonly GrowthPoint[]): string =>
    some.map(({ times }) => `${formatNumber(times)}×`).join(', ');
  const proofs = [...new Set(possible.map(({ proof }) => proof))].map((proof) => {
    const same = possible.filter((point) => point.proof === proof);
    return same.length === possible.length
      ? proof
      : `${at(same)} ${proof.charAt(0).toLowerCase()}${proof.slice(1)}`;
  });
  const methods = possible.map(({ method }) => method);
  return possible.length === 0 ? [] : printProof(proofs.join(' '), methods, page);
}

function table({ points }: Growth, page: Page): string[] {
  const row = (cells: readonly [string, string, string, string, string, string, string]): string =>
    columns([
      [`  ${cells[0]}`, 8],
      [cells[1], 8, 'left'],
      [cells[2], 6, 'left'],
      [cells[3], 6, 'left'],
      [cells[4], 13, 'left'],
      [cells[5], 5, 'left'],
      [cells[6], 16, 'left'],
    ]);
  const head = row(['demand', 'a week', 'people', 'bound', 'if roles stay', 'roles', 'hand-offs a week']);
  return [page.paint.dim(head), ...points.map((point) => row(cellsOf(point)))];
}

function cellsOf(point: GrowthPoint): [string, string, string, string, string, string, string] {
  const { structure, positions, handOffsPerWeek, positionsOfKept, lowerBound } = point;
  const roles = structure.kind === 'StructureProposal' ? String(structure.roles.length) : '?';
  return [
    `${formatNumber(point.times)}×`,
    formatNumber(point.demandPerWeek),
    positions === null ? '?' : String(positions),
    lowerBound === null ? '?' : String(lowerBound),
    String(positionsOfKept),
    roles,
    handOffsPerWeek?.value == null ? '?' : formatNumber(handOffsPerWeek.value),
  ];
}

/** Sizes one after the other at which the roles stay the same are told in one line. */
function whatChanges(points: readonly GrowthPoint[], plan: Plan, page: Page): string[] {
  const isSame = ({ changes }: GrowthPoint): boolean => changes !== null && changes.moved.length === 0;
  const runs: GrowthPoint[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run && isSame(point) && run.every(isSame)) run.push(point);
    else runs.push([point]);
  }
  return runs.flatMap((run) => {
    const [first, ...others] = run;
    if (!first) return [];
    if (others.length === 0) return changesAt(first, plan, page);
    const sizes = run.map(
      ({ times, positions }) => `${formatNumber(times)}× (${count(positions ?? 0, 'position')})`,
    );
    const praise = run.every(({ proven }) => proven)
      ? 'The same roles are best at'
      : 'The same roles, for no better ones were found, at';
    return labelled(page, '  · ', `${praise} ${sizes.slice(0, -1).join(', ')} and ${sizes.at(-1) ?? ''}.`, 4);
  });
}

function changesAt(point: GrowthPoint, plan: Plan, page: Page): string[] {
  const names = new Map<string, string>(plan.stream.steps.map((step) => [step.key, step.name]));
  const named = (steps: readonly string[]): string =>
    steps.map((step) => `"${names.get(step) ?? step}"`).join(', ');
  const dim = { label: page.paint.dim };
  const moved = (point.changes?.moved ?? []).filter(
    ({ to }) => !point.splits.some(({ role }) => to.includes(role)),
  );
  const moves = moved.slice(0, MOST_MOVES).map(({ step, text }) => `"${names.get(step) ?? step}": ${text}`);
  const more = moved.length - moves.length;
  const renamed = (point.changes?.renamed ?? []).slice(0, MOST_MOVES);
  return [
    ...labelled(page, '  · ', point.text, 4),
    ...renamed.flatMap(({ text }, nth) =>
      labelled(page, nth === 0 ? '    names ' : '', `${text} from here on`, 10, dim),
    ),
    ...point.splits.flatMap(({ called, steps, from }) =>
      labelled(
        page,
        '    new ',
        `${called}: takes ${named(steps)}${from.length > 0 ? ` from ${from.join(' and ')}` : ''}`,
        10,
        dim,
      ),
    ),
    ...moves.flatMap((text, nth) => labelled(page, nth === 0 ? '    moves ' : '', text, 10, dim)),
    ...(more > 0 ? [`          and ${count(more, 'more step')}`] : []),
  ];
}
