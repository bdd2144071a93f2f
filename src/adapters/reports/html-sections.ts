import type { RaciReport } from '../../domain/index.js';
import { escapeHtml as text, sentenceHtml as sentence } from './escape-html.js';
import { gateOn, OVERRIDES_SAID } from './documents/override-parts.js';
import { letterBadge } from './html-matrix.js';
import { NOTHING, refusedBefore, standingOf, whenOf, wishOf, withoutUnit } from './report-words.js';

/** Roles with their sizes, why they exist, and their teams. */
export function rolesSection({ roles, teams }: RaciReport): string {
  if (roles.length === 0) return paragraph(NOTHING.roles);
  const rows = roles.map((role) => [
    text(withoutUnit(role.hours, 'h a week')),
    text(withoutUnit(role.fte, 'FTE')),
    text(role.positions),
    text(role.capabilities.join(', ')),
    text(role.steps.join(', ')),
  ]);
  const heads = ['Hours a week', 'FTE', 'Positions', 'Capabilities', 'Steps'];
  const sizes = table(
    'Roles and their sizes',
    ['Role', ...heads],
    roles.map(({ name }) => name),
    rows,
  );
  const why = roles.map(
    ({ name, why: reasons }) => `<h3 dir="auto">Why ${text(name)}</h3>\n${list(reasons)}`,
  );
  const members = teams.map(({ name, roles: names }) => `${name}: ${names.join(', ')}`);
  return [sizes, ...why, ...(members.length > 0 ? ['<h3>Teams</h3>', list(members)] : [])].join('\n');
}

/** What was found, each with its weight as a word. */
export function findingsSection({ findings }: RaciReport): string {
  if (findings.length === 0) return paragraph(NOTHING.findings);
  const items = findings.map(({ severity, code, message }) => {
    const weight = severity.toLowerCase();
    const label = `<span class="severity ${weight}">${weight}</span> <code>${text(code)}</code>`;
    return `<li class="${weight}">${label}<br>${sentence(message)}</li>`;
  });
  return `<ul class="findings">\n${items.join('\n')}\n</ul>`;
}

/** Every letter with its reasons, in the order of the matrix. */
export function reasonsSection({ reasons }: RaciReport): string {
  if (reasons.length === 0) return paragraph(NOTHING.reasons);
  const rows = reasons.map(({ role, letter, accepted, rule, text: why }) => [
    `<bdi>${text(role)}</bdi>`,
    letterBadge(letter, accepted ? '*' : ''),
    `${text(why)} <code>${text(rule)}</code>`,
  ]);
  const steps = reasons.map(({ step }) => step);
  return table('The reasons of every letter', ['Step', 'Role', 'Letter', 'Why'], steps, rows);
}

/** What was accepted beyond the stream, and whether it still stands. */
export function assignmentsSection({ assignments }: RaciReport): string {
  if (assignments.length === 0) return paragraph(NOTHING.assignments);
  const rows = assignments.map((assignment) => [
    letterBadge(assignment.letter, '*'),
    `<bdi>${text(assignment.step)}</bdi>`,
    text(assignment.because.join('; ')),
    String(assignment.revision ?? ''),
    sentence(standingOf(assignment)),
  ]);
  const heads = ['Holder', 'Letter', 'Step', 'Why', 'Revision', 'Now'];
  const holders = assignments.map(({ holder }) => holder);
  return table('Accepted assignments', heads, holders, rows);
}

/** What stands by override alone: who set it, why, till when, and what the gate says. */
export function overridesSection({ overrides }: RaciReport): string {
  const rows = overrides.map((one) => [
    letterBadge(one.letter, '!'),
    `<bdi>${text(one.step)}</bdi>`,
    text(`${one.by}: ${one.why}`),
    one.until,
    sentence(gateOn(one)),
  ]);
  const heads = ['Holder', 'Letter', 'Step', 'Set by, and why', 'Until', 'What the gate says'];
  const holders = overrides.map(({ holder }) => holder);
  return `${paragraph(OVERRIDES_SAID)}${table('Overrides', heads, holders, rows)}`;
}

/** What was refused, with every reason and what would put it right. */
export function refusedSection(report: RaciReport): string {
  const { refused } = report;
  if (refused.length === 0) return paragraph(NOTHING.refused);
  const printed = refused
    .map((refusal) => {
      const when = whenOf(refusal);
      const wrote =
        refusal.reason === null ? '' : paragraph(`Written with it, and not read: ${refusal.reason}`);
      const reasons = refusal.reasons.map(
        ({ code, message, remedy }) =>
          `<li><code>${text(code)}</code> ${sentence(message)} <span class="soft">${sentence(remedy)}</span></li>`,
      );
      const head = `<h3 dir="auto">${text(wishOf(refusal))}${when === '' ? '' : ` <span class="no">${text(when)}</span>`}</h3>`;
      return `${head}\n${wrote}<ul>\n${reasons.join('\n')}\n</ul>`;
    })
    .join('\n');
  return [...refusedBefore(report).map(paragraph), printed].join('\n');
}

/** The measures with their definitions. */
export function measuresSection({ measures, spread }: RaciReport): string {
  const rows = measures.map((measure) => [
    text(measure.text),
    text(measure.restsOn),
    `<span class="soft">${text(measure.convention)}</span>`,
  ]);
  const names = measures.map(({ name }) => name);
  const whole = table('Measures of the stream', ['Measure', 'Figure', 'Rests on', 'Definition'], names, rows);
  if (spread.length === 0) return whole;
  const lies = spread.map((one) => `${one.name}: ${one.text}`);
  return `${whole}\n<h3>Where the figures may lie</h3>\n${list(lies)}`;
}

/** The two forces side by side, and what happens at the seam between them. */
export function forcesSection({ forces: { measures, seam } }: RaciReport): string {
  const rows = measures.map(({ sales, fulfilment, convention }) => [
    text(withoutUnit(sales, 'h a week')),
    text(withoutUnit(fulfilment, 'h a week')),
    `<span class="soft">${text(convention)}</span>`,
  ]);
  const heads = ['Measure', 'Sales and marketing', 'Process and fulfilment', 'Definition'];
  const names = measures.map(({ name }) => name);
  return `${table('The two forces', heads, names, rows)}\n<h3>At the seam</h3>\n${list(seam)}`;
}

/** How the roles were found, and how good they are proven to be. */
export function structureSection({
  structure: { message, handOffs, objectives, notes },
}: RaciReport): string {
  return [
    paragraph(message),
    ...(handOffs === '' ? [] : [paragraph(`Hand-offs between roles: ${handOffs}`)]),
    ...(objectives.length > 0 ? [list(objectives)] : []),
    ...(notes.length > 0 ? [list(notes)] : []),
  ].join('\n');
}

/** A list of plain sentences. */
export function list(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li dir="auto">${sentence(item)}</li>`).join('\n')}\n</ul>`;
}

function paragraph(words: string): string {
  return `<p dir="auto">${sentence(words)}</p>\n`;
}

/** Names are plain text and head their rows; the other cells are HTML already. */
function table(
  caption: string,
  heads: readonly string[],
  names: readonly string[],
  cells: readonly (readonly string[])[],
): string {
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join('');
  const rows = names.map((name, index) => {
    const rest = (cells[index] ?? []).map((cell) => `<td>${cell}</td>`).join('');
    return `<tr><th scope="row"><bdi>${text(name)}</bdi></th>${rest}</tr>`;
  });
  return [
    `<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>`,
    `<caption>${caption}</caption>`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>\n${rows.join('\n')}\n</tbody></table></div>`,
  ].join('\n');
}
