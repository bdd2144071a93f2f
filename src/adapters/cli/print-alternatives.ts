import type { ChangedRoles, Plan, StructureAlternative, StructureFront } from '../../domain/index.js';
import { columns, count, labelled, section, type Page } from './page.js';
import { printClosest } from './print-closest.js';
import { printProof } from './print-proof.js';
import { fit, wrap } from './text-layout.js';

/** More alternatives than these are told only as data: the ends and some between them say enough. */
const MOST_SHOWN = 7;
const MOST_MOVES = 8;
const NUMBERS = 52;

/** The choice as a table, then each alternative with its sentence, its roles and what changes. */
export function printAlternatives(front: StructureFront, plan: Plan, page: Page): string[] {
  const shown = shownOf(front.alternatives);
  const left = front.alternatives.length - shown.length;
  const more = left > 0 ? [page.paint.dim(`  and ${left} more between them (all of them with --json)`)] : [];
  return [
    page.paint.bold(fit(plan.stream.name, page.width)),
    ...section(page, 'THE CHOICE', '', [
      ...wrap(front.text, page.width - 2).map((line) => `  ${line}`),
      '',
      ...table(shown, front, page),
      ...more,
      ...proofOf(front, page),
    ]),
    ...shown.flatMap((one) => printOne(one, front, plan, page)),
    ...printClosest(front.today, plan, page),
  ];
}

/** What is proven of the whole choice where its text does not say it, and the methods by which its alternatives were found. */
function proofOf({ alternatives, complete, proof }: StructureFront, page: Page): string[] {
  return printProof(
    complete ? '' : proof,
    alternatives.map(({ proposal }) => proposal.method),
    page,
  );
}

/** The two ends, and others at even distances. */
function shownOf(all: readonly StructureAlternative[]): readonly StructureAlternative[] {
  if (all.length <= MOST_SHOWN) return all;
  const at = Array.from({ length: MOST_SHOWN }, (_, nth) =>
    Math.round((nth * (all.length - 1)) / (MOST_SHOWN - 1)),
  );
  return [...new Set(at)].flatMap((nth) => all[nth] ?? []);
}

function table(shown: readonly StructureAlternative[], front: StructureFront, page: Page): string[] {
  const room = Math.max(12, Math.min(36, page.width - NUMBERS));
  const head = columns([
    ['', 3],
    ['', room],
    ['people', 6, 'left'],
    ['hand-offs', 9, 'left'],
    ['roles', 5, 'left'],
    ['widest', 6, 'left'],
    ['used', 5, 'left'],
  ]);
  const rows = shown.map((one) =>
    columns([
      [`${front.alternatives.indexOf(one) + 1}`.padStart(3), 3],
      [fit(one.name, room), room],
      [String(one.positions), 6, 'left'],
      [String(Number((one.handOffsPerWeek.value ?? 0).toFixed(1))), 9, 'left'],
      [String(one.proposal.roles.length), 5, 'left'],
      [String(one.widestRole), 6, 'left'],
      [usedOf(one), 5, 'left'],
    ]),
  );
  return [page.paint.dim(head), ...rows];
}

/** Rounded down where it is at least so much. */
function usedOf({ utilisation, isFloor }: StructureAlternative): string {
  if (utilisation === null) return '?';
  return isFloor ? `≥${Math.floor(utilisation * 100)}%` : `${Math.round(utilisation * 100)}%`;
}

function printOne(one: StructureAlternative, front: StructureFront, plan: Plan, page: Page): string[] {
  const { paint } = page;
  const nth = front.alternatives.indexOf(one) + 1;
  const names = namesOf(plan);
  const before = front.alternatives[nth - 2];
  const roles = one.proposal.roles.map(({ name, positions }) => {
    const size = positions === null || positions === 1 ? name : `${positions} × ${name}`;
    if (one.generalists.includes(name)) return `${size} (generalist)`;
    return one.specialists.includes(name) ? `${size} (specialist)` : size;
  });
  return section(
    page,
    `${nth}  ${one.name}`,
    one.proven ? 'proven' : `not proven${one.bound === '' ? '' : `: ${one.bound}`}`,
    [
      ...wrap(one.text, page.width - 2).map((line) => `  ${line}`),
      ...labelled(page, '  roles ', roles.join('; '), 9, { label: paint.dim }),
      ...(one.changes && before ? printChanges(one.changes, nth - 1, names, page) : []),
    ],
  );
}

function printChanges(
  { kept, renamed, gainedInWords, lostInWords, moved }: ChangedRoles,
  before: number,
  names: ReadonlyMap<string, string>,
  page: Page,
): string[] {
  const dim = { label: page.paint.dim };
  const moves = moved.slice(0, MOST_MOVES).map(({ step, text }) => `"${names.get(step) ?? step}": ${text}`);
  const more = moved.length - moves.length;
  return [
    page.paint.dim(`  beside ${before}: ${count(kept.length, 'role')} with the same work`),
    ...renamed.flatMap((one, nth) =>
      labelled(page, nth === 0 ? '    names ' : '', `${one.text} here`, 10, dim),
    ),
    ...(gainedInWords.length > 0 ? labelled(page, '    new ', gainedInWords.join('; '), 10, dim) : []),
    ...(lostInWords.length > 0 ? labelled(page, '    gone ', lostInWords.join('; '), 10, dim) : []),
    ...moves.flatMap((text, nth) => labelled(page, nth === 0 ? '    moves ' : '', text, 10, dim)),
    ...(more > 0 ? [`          and ${count(more, 'more step')}`] : []),
  ];
}

function namesOf(plan: Plan): ReadonlyMap<string, string> {
  return new Map<string, string>(plan.stream.steps.map((step) => [step.key, step.name]));
}
