import { peelName } from './peel-name.js';
import type { RoleEvidence } from './role-evidence.js';
import { isCount, joined, slashed } from './split-names.js';

const CHOICE = /\s(?:or|oder|ou)\s/iu;

/** One role as a cell names it. */
export interface NamedRole {
  readonly name: string;
  /** What stands at the name and is no part of it: conditions, a question mark, footnote marks. */
  readonly condition: string | null;
  readonly doubted: boolean;
  readonly footnote: string | null;
}

/** The roles that one cell of a list names. */
export interface NamedRoles {
  readonly roles: readonly NamedRole[];
  /** true: they were parted by more than a comma, a semicolon or a line break. */
  readonly parted: boolean;
  /** true: the cell says one or the other. */
  readonly choice: boolean;
  /** Names that may be two roles, or one role and a condition, and were kept whole. */
  readonly doubtful: readonly string[];
  /** Counts, which name nobody. */
  readonly counts: readonly string[];
}

/**
 * Commas, semicolons and line breaks part roles. So does a slash, which is told; an ampersand, "and" or "or" only where the
 * chart shows that its sides are roles.
 */
export function rolesNamedIn(parts: readonly string[], evidence: RoleEvidence): NamedRoles {
  const doubtful: string[] = [];
  let [partedByMore, choice] = [false, false];
  const names = parts
    .filter((part) => !isCount(part))
    .flatMap((part) => {
      const sides = slashed(part).flatMap((side) => {
        const both = joined(side);
        if (both.length < 2) return [side];
        if (!evidence.areRoles(both)) {
          doubtful.push(side);
          return [side];
        }
        if (CHOICE.test(side)) choice = true;
        return both;
      });
      if (sides.length > 1) partedByMore = true;
      return sides;
    });
  const roles = names.map((text): NamedRole => {
    const { name, conditions, doubted, footnote, kept } = peelName(text, evidence);
    if (kept) doubtful.push(name);
    return { name, condition: conditions.length === 0 ? null : conditions.join('; '), doubted, footnote };
  });
  return {
    roles: roles.filter(({ name }) => name !== ''),
    parted: partedByMore,
    choice,
    doubtful,
    counts: parts.filter(isCount),
  };
}
