import type { CellPlace } from '../../../domain/chart/index.js';
import type { NamedRoles } from './role-names.js';
import type { Told } from './told.js';

/** Tells everything that was decided about the roles that one cell names. */
export function tellNamed(
  told: Told,
  named: NamedRoles,
  text: string,
  at: CellPlace,
  activity: string,
): void {
  const { roles, parted, choice, doubtful, counts } = named;
  if (parted) {
    const open = choice ? 'leaves open which of them is meant' : `names ${roles.length} roles in one cell`;
    const message = `"${text}" ${open}; each of them is given the letter. Part them with a comma, or name the one that is meant.`;
    told.tell('TWO_ROLES_IN_CELL', at, message, { activity });
  }
  for (const { name, condition, doubted, footnote } of roles) {
    const of = { activity, role: name };
    if (condition !== null) {
      const message = `"${name}" is given the letter, and has it only as the cell says: "${condition}". Make it a row of its own where the condition matters.`;
      told.tell('CONDITION_IN_CELL', at, message, of);
    }
    if (doubted)
      told.tell(
        'DOUBTFUL_LETTER',
        at,
        `"${name}" carries a question mark; the letter is counted. Settle it.`,
        of,
      );
    if (footnote !== null)
      told.tell('FOOTNOTE_MARK', at, `"${footnote}" is read as a footnote mark of "${name}".`, of);
  }
  for (const name of doubtful) told.tellOnce('DOUBTFUL_ROLE', at, doubtOf(name));
  for (const count of counts) {
    const message = `"${count}" is a number and names no role. Write who has the letter.`;
    told.tell('UNREADABLE_CELL', at, message, { activity });
  }
}

function doubtOf(name: string): string {
  if (/^[([]/.test(name))
    return `"${name}" is read as one role, with the brackets in front of it. Take them off where they are no part of its name.`;
  return /[)\]]$/.test(name)
    ? `"${name}" is read as a role of its own, beside the one without the brackets. Take the brackets off where it is the same one.`
    : `"${name}" is read as one role, because neither side of it stands in the list by itself. Where it is two, part them with a comma.`;
}
