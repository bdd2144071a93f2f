import { plain } from '../grid/grid.js';

/** Names that hold a slash or an ampersand and are one role all the same. */
const ONE_ROLE =
  /\b(?:ux\/ui|ui\/ux|ci\/cd|qa\/qc|qc\/qa|hw\/sw|l\d\/l\d|t\d\/t\d|tier \d\/\d|r\/d|m\/e|and\/or)\b/iu;

/** The roles that one cell of a list names; doubtful is told where they were parted by a slash, a plus or an "and". */
export interface NamedRoles {
  readonly names: readonly string[];
  readonly doubtful: boolean;
}

/**
 * Commas, semicolons and line breaks part roles. So does a slash, which is told; an ampersand or "and" only where each
 * side is a role elsewhere in the chart.
 */
export function rolesNamedIn(text: string, known: ReadonlySet<string>): NamedRoles {
  let doubtful = false;
  const names = text.split(/\s*[,;\n]\s*/).flatMap((part) => {
    const slashed = ONE_ROLE.test(part) ? [part] : part.split(/\s*[/|+\\]\s*/).filter((each) => each !== '');
    const parted = slashed.flatMap((each) => {
      const sides = each.split(/\s+(?:&|and|und|et|y)\s+/iu);
      return sides.length > 1 && sides.every((side) => known.has(side.toLowerCase())) ? sides : [each];
    });
    if (parted.length > 1) doubtful = true;
    return parted;
  });
  return { names: names.map(plain).filter((name) => name !== ''), doubtful };
}
