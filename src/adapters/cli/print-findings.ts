import type { JudgedAssignment, Finding, Plan, RefusedWish, Severity } from '../../domain/index.js';
import { count, labelled, section, type Page } from './page.js';
import { visible } from './text-layout.js';

const MARKS: Readonly<Record<Severity, string>> = { ERROR: '✗', WARNING: '!', INFO: '·' };
const MOST_OF_A_CODE = 5;
const MOST_REFUSALS = 12;

/** What people should know about the design, most severe first; many of one kind are counted, and so is what another part tells. */
export function printFindings(
  all: readonly Finding[],
  toldElsewhere: Readonly<Record<string, string>>,
  page: Page,
): string[] {
  const findings = all.filter(({ code }) => !Object.hasOwn(toldElsewhere, code));
  const { paint } = page;
  const colours = { ERROR: paint.red, WARNING: paint.yellow, INFO: paint.dim };
  const lines: string[] = [];
  for (const severity of ['ERROR', 'WARNING', 'INFO'] as const) {
    const byCode = new Map<string, Finding[]>();
    for (const finding of findings.filter((each) => each.severity === severity)) {
      putInto(byCode, finding.code, finding);
    }
    for (const [code, same] of byCode) {
      for (const { message } of same.slice(0, MOST_OF_A_CODE)) {
        lines.push(...labelled(page, `  ${MARKS[severity]} `, message, 4, { label: colours[severity] }));
      }
      const more = same.length - MOST_OF_A_CODE;
      if (more > 0) lines.push(paint.dim(`    and ${more} more of ${code} (all of them with --json)`));
    }
  }
  const aside = [count(all.length, 'finding'), ...elsewhere(all, toldElsewhere)].join(', ');
  return section(page, 'FINDINGS', aside, lines);
}

/** `1 of them under READINESS`. */
function elsewhere(all: readonly Finding[], titles: Readonly<Record<string, string>>): string[] {
  return Object.entries(titles).flatMap(([code, title]) => {
    const told = all.filter((finding) => finding.code === code).length;
    return told === 0 ? [] : [`${told} of them under ${title}`];
  });
}

/** What was accepted beyond the structure, and whether it still stands. */
export function printAssignments(
  { stream }: Plan,
  assignments: readonly JudgedAssignment[],
  page: Page,
): string[] {
  const { paint } = page;
  const names = new Map<string, string>(stream.steps.map((step) => [step.key, step.name]));
  const lines = assignments.flatMap(({ assignment, stillJustified, lost }) => {
    const step = names.get(assignment.step.key) ?? assignment.step.name;
    const what = `${assignment.holder} as ${assignment.letter} for "${step}"`;
    const why = stillJustified ? assignment.because[0].text : lost.map((reason) => reason.message).join(' ');
    return labelled(page, stillJustified ? '  ✓ ' : '  ✗ ', `${what}: ${why}`, 4, {
      label: stillJustified ? paint.green : paint.red,
    });
  });
  return section(page, 'ACCEPTED ASSIGNMENTS', count(assignments.length, 'assignment'), lines);
}

/** What was refused, with every reason and what would put it right; refusals of one holder that differ only in the step stand together. */
export function printRefusals(refusals: readonly RefusedWish[], aside: string, page: Page): string[] {
  const { paint } = page;
  const alike = new Map<string, RefusedWish[]>();
  for (const refused of refusals) {
    const reasons = refused.reasons.map(({ code, message }) => [code, message]);
    putInto(alike, JSON.stringify([refused.holder, refused.letter, reasons]), refused);
  }
  const groups = [...alike.values()];
  const lines = groups.slice(0, MOST_REFUSALS).flatMap((same) => refusalLines(same, page));
  const more = groups.slice(MOST_REFUSALS).flat().length;
  if (more > 0) lines.push(paint.dim(`    and ${count(more, 'more refusal')} (all of them with --json)`));
  return section(page, 'REFUSED', aside, lines);
}

function refusalLines(same: readonly RefusedWish[], page: Page): string[] {
  const { paint } = page;
  const [first] = same;
  if (!first) return [];
  const steps = same.map(({ step }) => (step === null ? 'no step' : `"${visible(step)}"`)).join(', ');
  const remedies = [...new Set(same.map(remedyOf))];
  const likewise = remedies.length > 1 ? ' Likewise for the other steps.' : '';
  return [
    ...labelled(page, '  ✗ ', `${first.holder} as ${first.letter} for ${steps}`, 4, { label: paint.red }),
    ...first.reasons.flatMap(({ code, message }) => labelled(page, '    ', `${code}  ${message}`, 6)),
    ...labelled(page, '    → ', `${remedies[0] ?? ''}${likewise}`, 6, { label: paint.cyan, text: paint.dim }),
  ];
}

function remedyOf({ reasons }: RefusedWish): string {
  return [...new Set(reasons.map((reason) => reason.remedy))].join(' ');
}

function putInto<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const group = groups.get(key);
  if (group) group.push(one);
  else groups.set(key, [one]);
}
