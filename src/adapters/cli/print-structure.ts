import {
  bestForGuesses,
  spansAndLayers,
  type Plan,
  type Role,
  type StructureProposal,
  type StructureSpans,
} from '../../domain/index.js';
import { columns, count, figureText, labelled, section, type Page } from './page.js';
import { printNoStructure } from './print-no-structure.js';
import { displayWidth, fit } from './text-layout.js';

const MOST_REASONS = 2;
const BRIDGE = 'BRIDGES_THE_SEAM';
const MOST_NOTES = 10;
/** The columns that the numbers of a goal take. */
const GOAL_NUMBERS = 46;

/** The roles with their size and why they exist, the teams, and how good the proposal is. */
export function printStructure(plan: Plan, page: Page): string[] {
  if (plan.structure === null)
    return plan.suggested.kind === 'StructureProposal'
      ? []
      : printNoStructure(plan.suggested, plan, page, 'ROLES');
  const { structure } = plan;
  return [
    ...printRoles(structure, plan, page),
    ...printTeams(structure, page, spansAndLayers(plan.stream, structure)),
    ...printGoals(structure, bestForGuesses(plan.stream, structure), page),
  ];
}

function printRoles(structure: StructureProposal, plan: Plan, page: Page): string[] {
  const names = new Map<string, string>(plan.stream.steps.map((step) => [step.key, step.name]));
  const positions = structure.roles.reduce((sum, role) => sum + (role.positions ?? 0), 0);
  const unsized = structure.roles.filter((role) => role.positions === null).length;
  const aside = [
    count(structure.roles.length, 'role'),
    ...(positions > 0 ? [count(positions, 'position')] : []),
    ...(unsized > 0 ? [`${unsized} without a size yet`] : []),
  ].join(', ');
  const lines = structure.roles.flatMap((role, nth) => [
    ...(nth === 0 ? [] : ['']),
    ...printRole(role, names, page),
  ]);
  return section(page, 'ROLES', aside, lines);
}

function printRole(role: Role, names: ReadonlyMap<string, string>, page: Page): string[] {
  const { paint } = page;
  const dim = { label: paint.dim };
  return [
    ...roleHead(role, page),
    ...labelled(page, '    can ', role.capabilities.map((each) => each.name).join(', '), 9, dim),
    ...labelled(page, '    does ', role.steps.map((step) => names.get(step) ?? step).join(', '), 9, dim),
    ...reasonsOf(role.why, role.steps.length).flatMap((text, nth) =>
      labelled(page, nth === 0 ? '    why ' : '', text, 9, { label: paint.dim, text: paint.dim }),
    ),
  ];
}

/** The name with the size at the right margin, or below it where there is no room. */
export function roleHead(
  role: Pick<Role, 'name' | 'hoursPerWeek' | 'fte' | 'positions'>,
  page: Page,
): string[] {
  const { paint, width } = page;
  const size = [
    role.hoursPerWeek.value === null ? 'hours ?' : figureText(role.hoursPerWeek),
    role.fte.value === null ? 'FTE ?' : figureText(role.fte),
    role.positions === null ? 'positions ?' : count(role.positions, 'position'),
  ].join(' · ');
  const name = fit(role.name, width - 4);
  const gap = width - 2 - displayWidth(name) - displayWidth(size);
  if (gap >= 2) return [`  ${paint.bold(name)}${' '.repeat(gap)}${size}`];
  return [`  ${paint.bold(name)}`, ...labelled(page, '    size ', size, 9, { label: paint.dim })];
}

/** Why a role exists, then the first reason of each further rule, the strongest first; that it bridges the seam is always told. */
export function reasonsOf(
  why: readonly { readonly rule: string; readonly text: string }[],
  steps: number,
): string[] {
  const together = new Map<string, string>();
  for (const { rule, text } of why) {
    if (rule !== 'STEP_DEMANDS_CAPABILITY' && !together.has(rule)) together.set(rule, text);
  }
  const only = steps === 1 ? 'this step is' : `these ${steps} steps are`;
  const most = MOST_REASONS + (together.has(BRIDGE) ? 1 : 0);
  return [`Remove it and ${only} uncovered.`, ...[...together.values()].slice(0, most)];
}

/** The teams with what they are for and what crosses their borders; spans: the leads that their size calls for. */
export function printTeams(
  structure: StructureProposal,
  page: Page,
  spans: StructureSpans | null = null,
): string[] {
  const { teams, teamGoal } = structure;
  if (teams.length === 0) return [];
  const dim = { label: page.paint.dim, text: page.paint.dim };
  const names = new Map<string, string>(structure.roles.map((role) => [role.key, role.name]));
  const leads = new Map(
    spans?.owners.flatMap((one) => one.teams.map(({ team, text }) => [team, text] as const)) ?? [],
  );
  const lines = teams.flatMap(({ key, name, roles, purpose, crosses = [] }) => [
    ...labelled(page, '  ', `${name}: ${roles.map((role) => names.get(role) ?? role).join(', ')}`, 2),
    ...(purpose === undefined ? [] : labelled(page, '    for ', purpose, 9, dim)),
    ...crosses.flatMap((text, nth) => labelled(page, nth === 0 ? '    border ' : '', text, 11, dim)),
    ...labelledWhere(page, '    leads ', leads.get(key) ?? null),
  ]);
  const goal = teamGoal ? labelled(page, '  ', teamGoal.text, 2, dim) : [];
  return section(page, 'TEAMS', count(teams.length, 'team'), [...lines, ...goal, ...printSpans(spans, page)]);
}

function printSpans(spans: StructureSpans | null, page: Page): string[] {
  if (spans === null) return [];
  return [
    ...spans.owners.flatMap(({ text }) => (text === null ? [] : labelled(page, '  ', text, 2))),
    ...labelled(page, '  ', spans.convention, 2, { text: page.paint.dim }),
  ];
}

function labelledWhere(page: Page, label: string, text: string | null): string[] {
  const { dim } = page.paint;
  return text === null ? [] : labelled(page, label, text, label.length, { label: dim, text: dim });
}

const GOALS_IN_WORDS =
  'fragmentation: roles beyond the first that hold the same capability, summed; unevenness: how much busier the busiest people are than the least busy, as a share of their time';

/** Each goal with its bound, how it was found, and what else is to be said; guesses: what is told of them, null for nothing. */
export function printGoals(structure: StructureProposal, guesses: string | null, page: Page): string[] {
  const { paint, width } = page;
  const room = Math.min(26, width - GOAL_NUMBERS);
  const head = columns([
    ['  goal', room],
    ['value', 10, 'left'],
    ['bound', 10, 'left'],
    ['gap', 7, 'left'],
  ]);
  const rows = structure.objectives.map((level) => {
    const row = columns([
      [`  ${fit(level.name, room - 2)}`, room],
      [number(level.value), 10, 'left'],
      [number(level.lowerBound), 10, 'left'],
      [`${(level.gap * 100).toFixed(1)}%`, 7, 'left'],
    ]);
    return `${row}  ${level.proven ? paint.green('proven best') : paint.dim('not proven')}`;
  });
  const notes = structure.notes
    .slice(0, MOST_NOTES)
    .flatMap((note) => labelled(page, '  · ', note, 4, { text: paint.dim }));
  const more = structure.notes.length - MOST_NOTES;
  if (more > 0) notes.push(paint.dim(`    and ${count(more, 'more note')} (all of them with --json)`));
  const method = labelled(page, '  method  ', structure.method, 10, { label: paint.dim, text: paint.dim });
  const handOffs = labelled(page, '  hand-offs between roles  ', figureText(structure.handOffsPerWeek), 27);
  return section(page, 'HOW GOOD IT IS', 'goals in this order; no proposal can be below the bound', [
    paint.dim(head),
    ...rows,
    ...labelled(page, '  ', GOALS_IN_WORDS, 2, { text: paint.dim }),
    ...handOffs,
    ...method,
    ...(guesses === null
      ? []
      : labelled(
          page,
          '  how sure  ',
          `${guesses}; headwater sure FILE tells which steps they could move`,
          12,
        )),
    ...notes,
  ]);
}

function number(value: number): string {
  return String(Number(value.toFixed(3)));
}
