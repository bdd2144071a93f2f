import { listNames, type RoleChange, type StructureShift } from '../../domain/index.js';
import { count, labelled, section, type Page } from './page.js';

const MOST_LETTERS = 40;
const NAMES = 6;

/** Who would gain or lose what; that there is nobody yet, where there is no structure. */
export function printShift(shift: StructureShift | null, page: Page): string {
  const lines = shift === null ? noRoles(page) : shiftLines(shift, page);
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function noRoles(page: Page): string[] {
  return section(page, 'ROLES', '', ['  There are no roles yet that could gain or lose anything.']);
}

function shiftLines({ sizes, roles, letters, findings, lost }: StructureShift, page: Page): string[] {
  const { paint } = page;
  const moved = sizes.filter(({ before, after }) => before !== after);
  const gained = letters.filter(({ change }) => change === 'GAINED').length;
  const told = letters.slice(0, MOST_LETTERS);
  const rest = letters.length - told.length;
  const changes = [
    ...moved.flatMap(({ name, before, after }) => labelled(page, '  ', `${name}: ${before} → ${after}`, 2)),
    ...roles.changed.flatMap((change) => roleLines(change, page)),
    ...roles.lost.flatMap(({ role }) => labelled(page, '  ', `${role}: nothing left to do`, 2)),
  ];
  return [
    ...section(
      page,
      'ROLES',
      'if each role keeps its work and nobody decides anew',
      changes.length > 0 ? changes : ['  Nothing moves.'],
    ),
    ...section(page, 'LETTERS', `${gained} gained, ${letters.length - gained} lost`, [
      ...told.flatMap(({ change, holder, letter, step, why }) => {
        const mark = change === 'GAINED' ? paint.green('  + ') : paint.red('  − ');
        return labelled(page, mark, `${letter} of ${holder} at "${step}": ${why}`, 4);
      }),
      ...(rest > 0 ? [paint.dim(`  and ${count(rest, 'more letter')} (--json tells all)`)] : []),
    ]),
    ...section(page, 'ACCEPTED, AND THEN WITHOUT A REASON', '', [
      ...lost.flatMap(({ assignment: { holder, letter, step }, lost: reasons }) =>
        labelled(page, '  ', `${holder}: ${letter} of "${step.name}". ${reasons[0]?.message ?? ''}`, 2),
      ),
    ]),
    ...section(page, 'NEWLY FOUND', '', [
      ...findings.gained.flatMap((message) => labelled(page, '  ! ', message, 4, { label: paint.red })),
    ]),
  ];
}

function roleLines(change: RoleChange, page: Page): string[] {
  const names = (word: string, list: readonly string[]) =>
    list.length === 0 ? [] : [`${word} ${listNames(list, 'and', NAMES)}`];
  const parts = [
    ...(change.hours ? [`${change.hours.before} → ${change.hours.after}`] : []),
    ...(change.positions ? [`positions ${change.positions.before} → ${change.positions.after}`] : []),
    ...names('gains', change.stepsGained.map(quoted)),
    ...names('loses', change.stepsLost.map(quoted)),
    ...names('newly needs', change.capabilitiesGained),
    ...names('no longer needs', change.capabilitiesLost),
  ];
  return labelled(page, '  ', `${change.role}: ${parts.join('; ')}`, 2);
}

function quoted(name: string): string {
  return `"${name}"`;
}
