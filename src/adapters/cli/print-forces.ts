import { forceMeasures, tellSeam, weighForces, type Plan } from '../../domain/index.js';
import { columns, figureText, labelled, section, type Page } from './page.js';
import { displayWidth, visible, wrap } from './text-layout.js';

const LABEL_WIDTH = 18;
const GAP = 2;

/** The two forces side by side, and what happens at the seam between them. */
export function printForces({ stream, metrics }: Plan, page: Page): string[] {
  if (stream.steps.length === 0) return [];
  const forces = weighForces(stream, metrics);
  const { forceOwners } = stream;
  const width = Math.floor((page.width - LABEL_WIDTH - 2 - 2 * GAP) / 2);
  const heads = [
    headOf('sales', forces.sales.steps, forceOwners.SALES),
    headOf('fulfilment', forces.fulfilment.steps, forceOwners.FULFILMENT),
  ] as const;
  const rows = forceMeasures(forces).flatMap(({ name, sales, fulfilment }) =>
    row([`  ${name}`, figureText(sales), figureText(fulfilment)], width),
  );
  const seam = tellSeam(forces, stream).flatMap((sentence) => labelled(page, '    ', sentence, 4));
  return section(page, 'THE TWO FORCES', 'for one entering unit, expected visits counted', [
    ...row(['', ...heads], width).map(page.paint.dim),
    ...rows,
    '  At the seam',
    ...seam,
  ]);
}

function headOf(force: string, steps: number, owner: string | null): string {
  return `${force}: ${steps} ${steps === 1 ? 'step' : 'steps'}, owner ${owner === null ? '?' : visible(owner)}`;
}

/** Two cells behind a label; each runs on in its own column. */
function row([label, left, right]: readonly [string, string, string], width: number): string[] {
  const [a, b] = [wrap(left, width), wrap(right, width)];
  return Array.from({ length: Math.max(a.length, b.length) }, (_, nth) =>
    columns([
      [nth === 0 ? label : '', LABEL_WIDTH],
      [a[nth] ?? '', Math.max(width, displayWidth(a[nth] ?? ''))],
      [b[nth] ?? '', 0],
    ]),
  );
}
