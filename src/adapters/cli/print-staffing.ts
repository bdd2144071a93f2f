import {
  formatNumber,
  listNames,
  type LeavingGroup,
  type Plan,
  type SharedRole,
  type StaffingAssessment,
  type StaffingNeed,
  type SuggestedStaffing,
} from '../../domain/index.js';
import { columns, count, labelled, section, type Page } from './page.js';
import { sayShortfall } from './say-shortfall.js';
import { fit } from './text-layout.js';

const MOST_STEPS = 4;
const MOST_GROUPS = 12;
const MOST_NEEDS = 20;

/** Whose leaving would hurt, what must be learned or hired, and who could stand where. */
export function printStaffing(plan: Plan, assessment: StaffingAssessment, page: Page): string[] {
  const { needs, suggestion } = assessment;
  return [
    ...section(page, 'IF SOMEBODY LEAVES', '', coverLines(plan, assessment, page)),
    ...section(page, 'TO LEARN OR TO HIRE', 'the most hours at stake first', [
      ...needs.slice(0, MOST_NEEDS).flatMap((need) => needLines(need, page)),
      ...hireLines(needs.slice(0, MOST_NEEDS), page),
      ...(needs.length > MOST_NEEDS ? [`  … and ${needs.length - MOST_NEEDS} more; --json has all`] : []),
    ]),
    ...(suggestion && anythingSaid(assessment)
      ? section(
          page,
          'A STAFFING THAT THE GATE WOULD ACCEPT',
          `${suggestion.filled} of ${count(suggestion.ofPositions, 'position')} filled`,
          suggestionLines(plan, suggestion, page),
        )
      : []),
  ];
}

function coverLines(plan: Plan, assessment: StaffingAssessment, page: Page): string[] {
  const { cover } = assessment;
  const { red, bold } = page.paint;
  const steps = new Map<string, string>(plan.stream.steps.map(({ key, name }) => [key, `"${name}"`]));
  const named = (keys: readonly string[]): string =>
    listNames(
      keys.map((key) => steps.get(key) ?? key),
      'and',
      MOST_STEPS,
    );
  if (!anythingSaid(assessment))
    return labelled(
      page,
      '  ',
      'Nobody has said what anybody can do, so nobody can tell. Write person lines, or give a list with --people.',
      2,
    );
  const already =
    cover.uncovered.length === 0
      ? []
      : labelled(page, '  already', `${named(cover.uncovered)}: nobody, or too few, can do it`, 12, {
          label: red,
        });
  const unsaid =
    cover.unsaid.length === 0
      ? []
      : labelled(page, '  unknown', `${named(cover.unsaid)}: ${sayUnsaid(assessment)}`, 12, {
          label: page.paint.yellow,
        });
  const groups = cover.groups.slice(0, MOST_GROUPS).flatMap((group) =>
    labelled(page, `  ${count(group.howMany, 'person', 'people')}`, groupText(group, named), 12, {
      label: bold,
    }),
  );
  const more = cover.groups.length - MOST_GROUPS;
  return [
    ...already,
    ...unsaid,
    ...groups,
    ...(more > 0 ? [`  … and ${more} more groups of that size`] : []),
  ];
}

/** false: nobody has said what anybody can do. */
function anythingSaid({ people }: StaffingAssessment): boolean {
  return people.some(({ told }) => told);
}

function sayUnsaid({ cover }: StaffingAssessment): string {
  const open = new Set(cover.unsaid);
  const names = new Set(cover.steps.flatMap(({ step, seenDoing }) => (open.has(step) ? seenDoing : [])));
  return `done today by ${listNames([...names], 'and', MOST_STEPS)}, of whom nobody has said what they can do`;
}

function groupText(
  { howMany, among, steps, because }: LeavingGroup,
  named: (keys: readonly string[]) => string,
) {
  const who = howMany === among.length ? listNames(among) : `any ${howMany} of ${listNames(among)}`;
  return `${who}: then ${named(steps)} ${steps.length === 1 ? 'stops' : 'stop'} (${because})`;
}

function needLines({ gap, hoursAtStake, text }: StaffingNeed, page: Page): string[] {
  const hours = hoursAtStake.value === null ? '?' : `${formatNumber(hoursAtStake.value)} h`;
  return labelled(page, `  ${hours}`, text, 10, {
    label: gap === 'ONE' ? page.paint.yellow : page.paint.red,
  });
}

/** `Together Kim (20 h) and Lou (24 h) could share its 36 h a week, 18 h each.` */
function sayShared({ people, hoursPerWeek, share }: SharedRole): string {
  const named = people.map((one) => `${one.person} (${formatNumber(one.hoursPerWeek)} h)`);
  return `Together ${listNames(named)} could share its ${formatNumber(hoursPerWeek)} h a week, ${formatNumber(share)} h each.`;
}

/** What the roles demand for which somebody would be hired, each once. */
function hireLines(needs: readonly StaffingNeed[], page: Page): string[] {
  const roles = new Map(needs.flatMap(({ hire }) => (hire ? [[hire.role, hire] as const] : [])));
  return [...roles.values()].flatMap(({ name, capabilities }) =>
    labelled(page, '  role', `${name} takes ${listNames(capabilities)}`, 10, { label: page.paint.dim }),
  );
}

function suggestionLines(
  plan: Plan,
  { places, open, shared, left }: SuggestedStaffing,
  page: Page,
): string[] {
  const { dim, yellow } = page.paint;
  const roles = plan.structure?.roles ?? [];
  const width = Math.min(32, Math.max(0, ...roles.map(({ name }) => name.length)));
  const lines = roles.flatMap((role) => {
    const people = places.filter((place) => place.role === role.key);
    const free = open.find((place) => place.role === role.key);
    const names = people.map(({ person, stays }) => (stays ? `${person} (stays)` : person));
    const rest = free
      ? `${free.positions} open${free.hoursPerWeek === null ? '' : `, ${formatNumber(free.hoursPerWeek)} h a week`}: ${free.why}`
      : '';
    const near = (free?.nearest ?? []).map(
      ({ person, missing }) => `${person} but for ${missing.map(sayShortfall).join(', ')}`,
    );
    const nearest = near.length > 0 ? `Nearest: ${near.join('; ')}.` : '';
    const together = shared.filter((one) => one.role === role.key).map(sayShared);
    const text = [names.join(', '), [rest, ...together, nearest].filter((part) => part !== '').join(' ')]
      .filter((part) => part !== '')
      .join('; ');
    const label = `  ${columns([[fit(role.name, width), width]])}`;
    return labelled(page, label, text, width + 4, { label: free ? yellow : dim });
  });
  const reasons = [...new Set(left.map(({ why }) => why))];
  return [
    ...lines,
    ...reasons.flatMap((why) => {
      const people = left.filter((each) => each.why === why).map(({ person }) => person);
      return labelled(page, '  left', `${listNames(people)}: ${why}`, 8, { label: dim });
    }),
  ];
}
