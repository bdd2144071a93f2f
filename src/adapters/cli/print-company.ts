import {
  formatNumber,
  formatPercent,
  type CompanyRole,
  type CompanyStream,
  type CompanyStructure,
  type Solving,
  type SuggestedCompany,
} from '../../domain/index.js';
import { columns, count, figureText, labelled, section, type Page } from './page.js';
import { printGoals, printTeams, reasonsOf, roleHead } from './print-structure.js';
import { fit, wrap } from './text-layout.js';

/** What the numbers of a stream take of a line. */
const NUMBERS = 46;

/** Who pays for what, the roles with the streams they serve, the teams, and how good it is; or why there is none. */
export function printCompany(
  company: SuggestedCompany,
  page: Page,
  effort: Solving['effort'] = 'QUICK',
): string[] {
  if (company.kind !== 'CompanyStructure') return printNoCompany(company, page);
  const { streams, proposal, notes } = company;
  const nameOf = new Map<string, string>(streams.map(({ key, name }) => [key, name]));
  const aside = `${count(company.roles.length, 'role')}, ${count(company.positions, 'position')}`;
  const roles = company.roles.flatMap((role, nth) => [
    ...(nth === 0 ? [] : ['']),
    ...printRole(role, nameOf, page),
  ]);
  return [
    page.paint.bold(streams.length === 1 ? 'One stream' : `The company: ${count(streams.length, 'stream')}`),
    '',
    ...wrap(company.text, page.width),
    ...section(page, 'WHO PAYS FOR WHAT', 'each role counted once', table(company, page)),
    ...section(page, 'ROLES', aside, roles),
    ...printTeams(proposal, page),
    ...printGoals({ ...proposal, notes, handOffsPerWeek: company.handOffsPerWeek }, null, page),
    ...lookLonger(company, page, effort),
  ];
}

/** What may come nearer to the bounds, where some of it is open and nobody has looked long. */
function lookLonger(
  { proposal: { gap } }: CompanyStructure,
  page: Page,
  effort: Solving['effort'],
): string[] {
  if (effort === 'THOROUGH' || gap === 0) return [];
  const text = 'Not all of it is proven best: --thorough looks longer for better roles and proves more.';
  return labelled(page, '  · ', text, 4, { text: page.paint.dim });
}

function table(
  { streams, positions, positionsAlone, handOffsPerWeek }: CompanyStructure,
  page: Page,
): string[] {
  const room = Math.max(14, Math.min(40, page.width - NUMBERS));
  const row = (cells: readonly [string, string, string, string, string, string]): string =>
    columns([
      [`  ${fit(cells[0], room - 2)}`, room],
      [cells[1], 7, 'left'],
      [cells[2], 6, 'left'],
      [cells[3], 7, 'left'],
      [cells[4], 5, 'left'],
      [cells[5], 9, 'left'],
    ]);
  const alone = positionsAlone === null ? '?' : String(positionsAlone);
  return [
    page.paint.dim(row(['stream', 'h/week', 'share', 'people', 'alone', 'hand-offs'])),
    ...streams.map((stream) => row(cellsOf(stream))),
    page.paint.bold(row(['all', '', '', String(positions), alone, figureNumber(handOffsPerWeek)])),
    ...wrap(
      'People: the positions that its hours are of the roles it uses. Alone: the positions if it were designed by itself.',
      page.width - 2,
    ).map((line) => page.paint.dim(`  ${line}`)),
  ];
}

function cellsOf(stream: CompanyStream): [string, string, string, string, string, string] {
  const { name, hoursPerWeek, share, positions, positionsAlone, handOffsPerWeek } = stream;
  return [
    name,
    figureNumber(hoursPerWeek),
    share === null ? '?' : formatPercent(share),
    positions === null ? '?' : formatNumber(positions),
    positionsAlone === null ? '?' : String(positionsAlone),
    handOffsPerWeek.unit === 'PER_WEEK'
      ? figureNumber(handOffsPerWeek)
      : `${figureNumber(handOffsPerWeek)}/unit`,
  ];
}

/** The bare number, with a sign where it is a floor. */
function figureNumber({ value, atLeast }: CompanyStream['hoursPerWeek']): string {
  return value === null ? '?' : `${atLeast ? '≥ ' : ''}${formatNumber(value)}`;
}

function printRole(role: CompanyRole, nameOf: ReadonlyMap<string, string>, page: Page): string[] {
  const dim = { label: page.paint.dim };
  const steps = role.serves.reduce((sum, served) => sum + served.steps.length, 0);
  const serves = role.serves.map(({ stream, steps: held, hoursPerWeek, share }) => {
    const size = hoursPerWeek.value === null ? 'hours ?' : figureText(hoursPerWeek);
    const part = share === null || role.serves.length === 1 ? '' : ` (${formatPercent(share)})`;
    return `${nameOf.get(stream) ?? stream}, ${size}${part}: ${held.map(({ name }) => name).join(', ')}`;
  });
  return [
    ...roleHead(role, page),
    ...labelled(page, '    can ', role.capabilities.map(({ name }) => name).join(', '), 9, dim),
    ...serves.flatMap((text, nth) => labelled(page, nth === 0 ? '    for ' : '', text, 9, dim)),
    ...reasonsOf(role.why, steps).flatMap((text, nth) =>
      labelled(page, nth === 0 ? '    why ' : '', text, 9, { ...dim, text: page.paint.dim }),
    ),
  ];
}

function printNoCompany(none: Exclude<SuggestedCompany, CompanyStructure>, page: Page): string[] {
  const yellow = (text: string): string[] =>
    wrap(text, page.width - 2).map((line) => `  ${page.paint.yellow(line)}`);
  switch (none.kind) {
    case 'CompanyNotPossible':
      return section(page, 'NO COMPANY', '', [
        ...yellow(none.message),
        ...labelled(page, '  → ', none.remedy, 4),
      ]).slice(1);
    case 'CompanyNotReady':
      return section(page, 'NO COMPANY', '', [
        ...yellow('Structure comes after the stream: each stream has to be connected first.'),
        ...none.streams.flatMap(({ name, rung, missing }) => [
          ...labelled(page, '  ', `${name}: ${rung.toLowerCase()}`, 2),
          ...missing.flatMap(({ message }) => labelled(page, '    · ', message, 6)),
        ]),
      ]).slice(1);
    case 'CompanyLimitsContradict':
      return section(page, 'NO COMPANY', '', [
        ...yellow(none.message),
        ...none.limits.flatMap((limit) => labelled(page, '  limit  ', limit, 9, { label: page.paint.dim })),
        ...none.steps.flatMap(({ label }) =>
          labelled(page, '  step   ', label, 9, { label: page.paint.dim }),
        ),
      ]).slice(1);
  }
}
