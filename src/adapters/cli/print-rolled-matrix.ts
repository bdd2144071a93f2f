import { rollUp, type MatrixGrain, type Plan, type RolledRow, type StepKey } from '../../domain/index.js';
import { labelled, section, type Page } from './page.js';
import { printOwners } from './print-owners.js';
import { fit } from './text-layout.js';

const TITLES = { STEP: 'BY STEP', STAGE: 'BY STAGE', FORCE: 'BY FORCE' } as const;
const ASIDES = {
  STEP: 'one step a row',
  STAGE: 'steps in a row for which one role answers',
  FORCE: 'all steps of a force in one row',
} as const;

/** The matrix rolled up: for each stage or force the roles with their letters, and the steps behind each. */
export function printRolledMatrix(
  { stream, structure, matrix }: Plan,
  grain: MatrixGrain,
  page: Page,
): string[] {
  if (matrix === null || structure === null) return [];
  const roles = new Map<string, string>(structure.roles.map(({ key, name }) => [key, name]));
  const places = new Map<StepKey, number>(stream.steps.map(({ key, position }) => [key, position]));
  const rows = rollUp(stream.steps, matrix, grain);
  const title = `RESPONSIBILITIES ${TITLES[grain]}`;
  return section(page, title, ASIDES[grain], [
    ...printOwners({ stream }, page),
    ...rows.flatMap((row) => rowLines(row, { roles, places, grain, page })),
  ]);
}

interface Sheet {
  readonly roles: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<StepKey, number>;
  readonly grain: MatrixGrain;
  readonly page: Page;
}

function rowLines(row: RolledRow, { roles, places, grain, page }: Sheet): string[] {
  const { paint } = page;
  const force = { SALES: 'sales', FULFILMENT: 'fulfilment' };
  const name = grain === 'FORCE' ? (row.force === null ? 'no force named' : force[row.force]) : row.name;
  const taken = new Map<string, StepKey[]>();
  for (const { holder, step } of row.taken) taken.set(holder, [...(taken.get(holder) ?? []), step]);
  const numbers = (steps: readonly StepKey[]) => runsOf(steps.map((step) => places.get(step) ?? 0));
  return [
    `  ${paint.bold(fit(name, page.width - 20))}  ${paint.dim(`${row.steps.length === 1 ? 'step' : 'steps'} ${numbers(row.steps)}`)}`,
    ...row.cells.flatMap(({ role, letters, cells }) => {
      const steps = new Map<string, StepKey[]>();
      for (const { letter, step } of cells) steps.set(letter, [...(steps.get(letter) ?? []), step]);
      const each = [...steps].map(([letter, own]) => `${letter} ${numbers(own)}`).join('; ');
      const text = `${roles.get(role) ?? role}${row.steps.length > 1 ? ` (${each})` : ''}`;
      return labelled(page, `    ${[...letters].sort().join('/').padEnd(4)}`, text, 8);
    }),
    ...[...taken].flatMap(([holder, steps]) =>
      labelled(page, '    A   ', `${holder}, who owns it (A ${numbers(steps)})`, 8),
    ),
    ...row.overrides.flatMap(({ holder, letter, step, by, until }) =>
      labelled(
        page,
        `    ${letter}!  `,
        `${holder}, by an override of ${by} until ${until} (${numbers([step])})`,
        8,
      ),
    ),
    ...(row.cells.length === 0 && row.taken.length === 0 ? [paint.dim('    nobody')] : []),
  ];
}

/** "1-3, 7": numbers with the runs among them drawn together. */
function runsOf(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && number <= last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}
