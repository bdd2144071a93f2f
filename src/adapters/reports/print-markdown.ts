import type { RaciReport } from '../../domain/index.js';
import { blockMarkdown } from './documents/document-markdown.js';
import { fillingNow } from './documents/filling-parts.js';
import { historyBlocks, refusedPeopleBlocks } from './documents/log-parts.js';
import { gateOn, OVERRIDES_SAID } from './documents/override-parts.js';
import { escapeMarkdown as text } from './escape-markdown.js';
import { cellOf, columnGroups, forceName, isListed, notesOf, OUTSIDE, rolesWith } from './matrix-layout.js';
import {
  factsOf,
  findOutOf,
  legendOf,
  missingOf,
  NOTHING,
  rungOf,
  standingOf,
  refusedBefore,
  whenOf,
  wishOf,
  withoutUnit,
} from './report-words.js';

/** The report as GitHub-flavoured Markdown; tables have at most twelve role columns each. */
export function printMarkdown(report: RaciReport): string {
  const sections = [
    head(report),
    ['## Responsibility matrix', ...matrix(report)],
    ['## Roles', ...roles(report)],
    ['## Findings', ...findings(report)],
    ['## Why each letter stands', ...reasons(report)],
    ['## Accepted beyond the stream', ...assignments(report)],
    ...(report.people.length > 0 ? [['## People in roles', ...people(report)]] : []),
    ...(report.overrides.length > 0 ? [['## Overrides', ...overrides(report)]] : []),
    ['## Refused', ...refused(report)],
    ...(report.refusedPeople.length > 0
      ? [['## Refused in roles', ...refusedPeopleBlocks(report).flatMap(blockMarkdown)]]
      : []),
    ...(report.history.length > 0
      ? [['## What stood and stands', ...historyBlocks(report).flatMap(blockMarkdown)]]
      : []),
    ['## Measures', ...measures(report)],
    ['## The two forces', ...forces(report)],
    ['## How the structure was found', ...structure(report)],
    ['## Conventions', list(report.conventions)],
  ];
  return `${sections.flat().join('\n\n')}\n`;
}

function head(report: RaciReport): string[] {
  const missing = missingOf(report);
  const owners = report.owners.map(({ scope, owner }) => `${text(owner)} (${text(scope)})`);
  return [
    `# ${text(report.title)}`,
    factsOf(report).map(text).join(' · '),
    `**Readiness:** ${rungOf(report)}${missing.length > 0 ? '. Missing next, most important first:' : ''}`,
    ...(missing.length > 0 ? [list(missing)] : []),
    ...(report.findOutFirst.length > 0 ? ['**Find out first:**', list(findOutOf(report))] : []),
    `**Owners:** ${owners.length > 0 ? owners.join(', ') : NOTHING.owners}`,
  ];
}

function matrix(report: RaciReport): string[] {
  const { roles: names, rows } = report.matrix;
  const none = report.structure.status === 'NONE' ? [text(report.structure.message)] : [];
  if (isListed(names)) {
    const header = ['Step', 'R', 'A', 'C', 'I', 'Notes'];
    const body = rows.map((row) => [
      stepOf(row),
      ...(['R', 'A', 'C', 'I'] as const).map((letter) => text(rolesWith(row, letter).join(', '))),
      text(notesOf(row).join(' ')),
    ]);
    return [table(header, body), legend(report)];
  }
  const groups = columnGroups(names);
  const tables = groups.map((group, index) => {
    const last = index === groups.length - 1;
    const header = ['Step', 'Force', ...group.map(text), ...(last ? ['Notes'] : [])];
    const body = rows.map((row) => [
      stepOf(row),
      forceName(row),
      ...group.map((role) => emphasised(cellOf(row, role))),
      ...(last ? [text(notesOf(row).join(' '))] : []),
    ]);
    return table(header, body, new Set(group.map((_, column) => column + 2)));
  });
  return [...none, ...tables, legend(report)];
}

function roles(report: RaciReport): string[] {
  if (report.roles.length === 0) return [NOTHING.roles];
  const header = ['Role', 'Hours a week', 'FTE', 'Positions', 'Capabilities', 'Steps'];
  const body = report.roles.map((role) => [
    text(role.name),
    text(withoutUnit(role.hours, 'h a week')),
    text(withoutUnit(role.fte, 'FTE')),
    text(role.positions),
    text(role.capabilities.join(', ')),
    text(role.steps.join(', ')),
  ]);
  const why = report.roles.flatMap((role) => [`**Why ${text(role.name)}:**`, list(role.why)]);
  const teams = report.teams.map(({ name, roles: members }) => `${name}: ${members.join(', ')}`);
  return [table(header, body), ...why, ...(teams.length > 0 ? ['**Teams:**', list(teams)] : [])];
}

function findings(report: RaciReport): string[] {
  if (report.findings.length === 0) return [NOTHING.findings];
  const items = report.findings.map(
    ({ severity, code, message }) => `**${severity.toLowerCase()}** \`${code}\` ${text(message)}`,
  );
  return [items.map((item) => `- ${item}`).join('\n')];
}

function reasons(report: RaciReport): string[] {
  if (report.reasons.length === 0) return [NOTHING.reasons];
  const body = report.reasons.map(({ step, role, letter, accepted, rule, text: why }) => [
    text(step),
    text(role),
    emphasised(accepted ? `${letter}*` : letter),
    `\`${rule}\``,
    text(why),
  ]);
  return [table(['Step', 'Role', 'Letter', 'Rule', 'Why'], body)];
}

function assignments(report: RaciReport): string[] {
  if (report.assignments.length === 0) return [NOTHING.assignments];
  const body = report.assignments.map((assignment) => [
    text(assignment.holder),
    assignment.letter,
    text(assignment.step),
    text(assignment.because.join('; ')),
    String(assignment.revision ?? ''),
    text(standingOf(assignment)),
  ]);
  return [table(['Holder', 'Letter', 'Step', 'Why', 'Revision', 'Now'], body)];
}

function people(report: RaciReport): string[] {
  const body = report.people.map((one) => [
    text(one.person),
    text(one.role),
    one.hours,
    text(one.because.join('; ')),
    text(fillingNow(one)),
  ]);
  return [table(['Person', 'Role', 'Hours', 'Because', 'Now'], body)];
}

function overrides(report: RaciReport): string[] {
  const body = report.overrides.map((one) => [
    text(one.holder),
    `**${one.letter}!**`,
    text(one.step),
    text(`${one.by}: ${one.why}`),
    one.until,
    text(gateOn(one)),
  ]);
  const heads = ['Holder', 'Letter', 'Step', 'Set by, and why', 'Until', 'What the gate says'];
  return [OVERRIDES_SAID, table(heads, body)];
}

function refused(report: RaciReport): string[] {
  if (report.refused.length === 0) return [NOTHING.refused];
  const printed = report.refused.flatMap((refusal) => {
    const when = whenOf(refusal);
    const wrote = refusal.reason === null ? [] : [`Written with it, and not read: ${text(refusal.reason)}`];
    const why = refusal.reasons.map(
      ({ code, message, remedy }) => `- \`${code}\` ${text(message)} ${text(remedy)}`,
    );
    return [`**${text(wishOf(refusal))}**${when === '' ? '' : ` (${text(when)})`}`, ...wrote, why.join('\n')];
  });
  return [...refusedBefore(report), ...printed];
}

function measures(report: RaciReport): string[] {
  const body = report.measures.map((measure) => [
    text(measure.name),
    text(measure.text),
    text(measure.restsOn),
    text(measure.convention),
  ]);
  const spread = report.spread.map((one) => `${one.name}: ${one.text}`);
  const lies = spread.length > 0 ? ['**Where the figures may lie:**', list(spread)] : [];
  return [table(['Measure', 'Figure', 'Rests on', 'Definition'], body), ...lies];
}

function forces({ forces: { measures: told, seam } }: RaciReport): string[] {
  const body = told.map(({ name, sales, fulfilment, convention }) =>
    [name, withoutUnit(sales, 'h a week'), withoutUnit(fulfilment, 'h a week'), convention].map(text),
  );
  const header = ['Measure', 'Sales and marketing', 'Process and fulfilment', 'Definition'];
  return [table(header, body), '**At the seam:**', list(seam)];
}

function structure({ structure: { message, handOffs, objectives, notes } }: RaciReport): string[] {
  return [
    text(message),
    ...(handOffs === '' ? [] : [`Hand-offs between roles: ${text(handOffs)}`]),
    ...(objectives.length > 0 ? [list(objectives)] : []),
    ...(notes.length > 0 ? [list(notes)] : []),
  ];
}

function stepOf({ position, step, line }: RaciReport['matrix']['rows'][number]): string {
  return text(`${position} ${step}${line === null ? '' : ` (line ${line})`}`);
}

function legend(report: RaciReport): string {
  return text(legendOf(report));
}

function emphasised(letters: string): string {
  return letters === '' || letters === OUTSIDE ? letters : `**${letters.replaceAll('*', '\\*')}**`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${text(item)}`).join('\n');
}

/** Cells are escaped already; centred are the columns of letters. */
function table(
  header: readonly string[],
  body: readonly (readonly string[])[],
  centred: ReadonlySet<number> = new Set(),
): string {
  const rule = header.map((_, column) => (centred.has(column) ? ':-:' : '---'));
  return [header, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
