import type { PlanDifference, RoleChange } from '../../../domain/index.js';
import type { Sheet, SheetCell } from './document.js';
import { overrideSheets } from './override-parts.js';

/** What changed, a table for each part: letters, roles, steps, teams, findings, sizes. */
export function differenceSheets(report: PlanDifference): readonly Sheet[] {
  const { steps, teams, findings } = report;
  const renamed = steps.renamed.map(({ before, after }) => [after, 'renamed', `was ${before}`]);
  return [
    lettersSheet(report),
    rolesSheet(report),
    changesSheet('Steps', 'Step', steps, renamed),
    changesSheet('Teams', 'Team', teams, []),
    changesSheet('Findings', 'Finding', findings, []),
    sizesSheet(report),
    ...overrideSheets(report.overrides),
  ];
}

/** Everything that changed in one table that can be filtered by its part. */
export function differenceList(report: PlanDifference): Sheet {
  const { steps, teams, findings, overrides } = report;
  const heads = ['Part', 'Change', 'What', 'Holder', 'Letter', 'Before', 'After', 'Why'];
  return {
    name: 'Difference',
    fixed: 2,
    columns: heads.map((head) => ({ head, width: 20 })),
    rows: [
      ...sizeRows(report),
      ...cameAndWent('step', steps),
      ...steps.renamed.map(({ before, after }) => rowOf('step', 'renamed', after, { before, after })),
      ...roleRows(report),
      ...cameAndWent('team', teams),
      ...letterRows(report),
      ...cameAndWent('finding', findings),
      ...overrides.map(({ step, text, ...of }) => rowOf('override', 'stands', step, { ...of, why: text })),
    ],
  };
}

/** What a row tells beside its part, its change and its name. */
interface Told {
  readonly holder?: string;
  readonly letter?: string;
  readonly before?: string | null;
  readonly after?: string;
  readonly why?: string;
}

function rowOf(part: string, change: string, what: string, told: Told = {}): SheetCell[] {
  const { holder, letter, before, after, why } = told;
  return [part, change, what, holder ?? null, letter ?? null, before ?? null, after ?? null, why ?? null];
}

function cameAndWent(part: string, { gained, lost }: Changes): SheetCell[][] {
  return [
    ...gained.map((name) => rowOf(part, 'new', name)),
    ...lost.map((name) => rowOf(part, 'gone', name)),
  ];
}

function sizeRows({ sizes }: PlanDifference): SheetCell[][] {
  const moved = sizes.filter(({ before, after }) => before !== after);
  return moved.map(({ name, before, after }) => rowOf('size', 'changed', name, { before, after }));
}

function roleRows({ roles }: PlanDifference): SheetCell[][] {
  return [
    ...roles.gained.map(({ role, why }) => rowOf('role', 'new', role, { why })),
    ...roles.lost.map(({ role, why }) => rowOf('role', 'gone', role, { why })),
    ...roles.changed.map((one) =>
      rowOf('role', 'changed', one.role, {
        before: one.formerName,
        after: one.role,
        why: sayRoleChange(one),
      }),
    ),
  ];
}

function letterRows({ letters }: PlanDifference): SheetCell[][] {
  return letters.map(({ change, step, holder, letter, why }) =>
    rowOf('letter', change.toLowerCase(), step, { holder, letter, why }),
  );
}

/** `Installer: gains the steps Fit the hob; positions 1 → 2.` */
export function sayRoleChange({ role, formerName, hours, positions, ...change }: RoleChange): string {
  const told = (word: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${word} ${names.join(', ')}`];
  const move = (one: typeof hours) =>
    one === null ? [] : [`${one.name.toLowerCase()} ${one.before} → ${one.after}`];
  const parts = [
    ...(formerName === null ? [] : [`was called ${formerName}`]),
    ...told('gains the steps', change.stepsGained),
    ...told('gives up the steps', change.stepsLost),
    ...told('now needs', change.capabilitiesGained),
    ...told('no longer needs', change.capabilitiesLost),
    ...move(hours),
    ...move(positions),
  ];
  return `${role}: ${parts.join('; ')}.`;
}

interface Changes {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

function changesSheet(
  name: string,
  head: string,
  { gained, lost }: Changes,
  more: readonly string[][],
): Sheet {
  return {
    name,
    fixed: 1,
    columns: [
      { head, width: 90 },
      { head: 'Change', width: 12 },
      { head: 'What', width: 40 },
    ],
    rows: [...gained.map((one) => [one, 'new', null]), ...lost.map((one) => [one, 'gone', null]), ...more],
  };
}

function lettersSheet({ letters }: PlanDifference): Sheet {
  return {
    name: 'Letters',
    fixed: 0,
    columns: [
      { head: 'No.', width: 6 },
      { head: 'Step', width: 34 },
      { head: 'Holder', width: 26 },
      { head: 'Letter', width: 8, letters: true },
      { head: 'Change', width: 10 },
      { head: 'Why', width: 90 },
    ],
    rows: letters.map(({ change, position, step, holder, letter, why }) => [
      position,
      step,
      holder,
      letter,
      change.toLowerCase(),
      why,
    ]),
  };
}

function rolesSheet({ roles }: PlanDifference): Sheet {
  return {
    name: 'Roles',
    fixed: 1,
    columns: [
      { head: 'Role', width: 28 },
      { head: 'Change', width: 12 },
      { head: 'What', width: 100 },
    ],
    rows: [
      ...roles.gained.map(({ role, why }) => [role, 'new', why]),
      ...roles.lost.map(({ role, why }) => [role, 'gone', why]),
      ...roles.changed.map((change) => [change.role, 'changed', sayRoleChange(change)]),
    ],
  };
}

function sizesSheet({ before, after, sizes }: PlanDifference): Sheet {
  return {
    name: 'Sizes',
    fixed: 1,
    columns: [
      { head: 'Measure', width: 28 },
      { head: before, width: 40 },
      { head: after, width: 40 },
    ],
    rows: sizes.map((one) => [one.name, one.before, one.after]),
  };
}
