import {
  forceMeasures,
  formatPercent,
  type Figure,
  type Force,
  type ForcesWeight,
} from '../../../domain/index.js';

/** One line of the chart: what is measured, and the length of both bars (null: not measured). */
export interface Measure {
  readonly name: string;
  readonly note: string;
  readonly values: Readonly<Record<Force, { readonly length: number | null; readonly text: string }>>;
}

/** What is told as a bar of its own; a share of the lead time stands beside the lead time. */
const BESIDE: Readonly<Record<string, string>> = { 'Share of it': 'Lead time' };

/** The lines of the chart: bars are as long as their part of the larger, shares as their part of a whole. */
export function measuresOfForces(forces: ForcesWeight): readonly Measure[] {
  const told = forceMeasures(forces);
  return told.flatMap(({ name, note, sales, fulfilment }) => {
    if (name in BESIDE) return [];
    const beside = told.find((one) => BESIDE[one.name] === name);
    const whole = sales.unit === 'FRACTION' ? 1 : Math.max(sales.value ?? 0, fulfilment.value ?? 0);
    const bar = (figure: Figure, share: Figure | undefined) => ({
      length: lengthOf(figure, whole),
      text: share && share.value !== null ? `${figure.text}: ${formatPercent(share.value)}` : figure.text,
    });
    const values = { SALES: bar(sales, beside?.sales), FULFILMENT: bar(fulfilment, beside?.fulfilment) };
    return [{ name, note, values }];
  });
}

function lengthOf({ value }: Figure, whole: number): number | null {
  return value === null || whole === 0 ? value : Math.min(1, value / whole);
}
