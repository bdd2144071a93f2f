import { foldName, type Step, type ValueStream } from '../../../domain/index.js';
import { wrapText } from '../canvas/wrap-text.js';
import type { Cell } from './cell.js';
import { UNNAMED } from './corner-of.js';
import type { RowCut } from './cut-rows.js';
import type { MapPlan } from './plan-map.js';

/** The size in which the lines of the information band are named. */
export const LINE_TEXT = 9;

/** A line of the information band: a system that steps of the row use, or the customer or supplier whom they tell or ask. */
export interface InformationLine {
  readonly words: readonly string[];
  readonly y: number;
  readonly users: readonly Cell[];
  /** Those of the users who ask, and wait for what they are told; null on the line of a system. */
  readonly asking: ReadonlySet<Cell> | null;
}

/** The room at the left in which bands and lines are named. */
export function gutterOf({ stream }: MapPlan): number {
  const told = partiesOf(stream)
    .filter(({ names }) =>
      stream.steps.some((step) => [...step.asks, ...step.tells].some((name) => names.has(foldName(name)))),
    )
    .map(({ label }) => label);
  const longest = [...stream.steps.flatMap((step) => step.systems), ...told].reduce(
    (most, name) => Math.max(most, [...name].length),
    0,
  );
  return longest > 16 ? 160 : 104;
}

/** The lines of a row from a height on: whom its steps tell or ask, then the systems in the order in which they are used. */
export function informationLines(
  plan: MapPlan,
  cut: RowCut,
  gutter: number,
  top: number,
): readonly InformationLine[] {
  const cells = [...cut.spans.keys()].flatMap((column) => plan.columns[column] ?? []);
  const found = [...partyUsers(plan.stream, cells), ...systemUsers(cells)];
  let y = top;
  return found.map(({ name, users, asking }) => {
    const words = wrapText(name, { width: gutter - 12, size: LINE_TEXT, most: 4 });
    const height = Math.max(16, words.length * 11.5 + 4);
    const line = { words, y: y + height / 2, users, asking };
    y += height;
    return line;
  });
}

interface Users {
  readonly name: string;
  readonly users: readonly Cell[];
  readonly asking: ReadonlySet<Cell> | null;
}

function systemUsers(cells: readonly Cell[]): Users[] {
  const users = new Map<string, Cell[]>();
  for (const cell of cells)
    for (const name of new Set(cell.step?.systems ?? [])) {
      const known = users.get(name);
      if (known) known.push(cell);
      else users.set(name, [cell]);
    }
  return [...users].map(([name, using]) => ({ name, users: using, asking: null }));
}

function partyUsers(stream: ValueStream, cells: readonly Cell[]): Users[] {
  return partiesOf(stream).flatMap(({ label, names }) => {
    const named = (of: (step: Step) => readonly string[]) =>
      cells.filter(({ step }) => step !== null && of(step).some((name) => names.has(foldName(name))));
    const asking = new Set(named((step) => step.asks));
    const users = named((step) => [...step.asks, ...step.tells]);
    return users.length > 0 ? [{ name: label, users, asking }] : [];
  });
}

/** The customer and the supplier, and the names by which steps may mean them. */
function partiesOf({ customer, supplier }: ValueStream) {
  const party = (name: string | null, word: string, label: string) => ({
    label: name ?? label,
    names: new Set([word, `the ${word}`, ...(name === null ? [] : [name])].map(foldName)),
  });
  return [party(customer, 'customer', UNNAMED), party(supplier, 'supplier', '? supplier')];
}
