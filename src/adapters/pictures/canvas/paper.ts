/** A sheet, landscape. */
export type Paper = 'A3' | 'A4';

/** Width and height in millimetres. */
export const SHEETS: Readonly<Record<Paper, readonly [width: number, height: number]>> = {
  A3: [420, 297],
  A4: [297, 210],
};

/** The smallest words of a picture, in units of the drawing. */
export const SMALLEST_TEXT = 9;

/** Six points in millimetres: smaller type is hard to read on paper. */
const READABLE = (6 * 25.4) / 72;

/** The widest page on which the smallest words still print at six points. */
export function widestLegible(paper: Paper): number {
  return Math.floor((SHEETS[paper][0] * SMALLEST_TEXT) / READABLE);
}

/** The height of a page of that width. */
export function sheetHeight(paper: Paper, width: number): number {
  const [across, down] = SHEETS[paper];
  return (width * down) / across;
}

const COARSE = 1.3;
const FINE = 1.03;

/** A narrow page on which what is laid out fits the sheet: searched in wide strides first, then closely. */
export function fitToSheet<T extends { readonly height: number }>(
  paper: Paper,
  narrowest: number,
  layOut: (width: number) => T,
): { readonly layout: T; readonly width: number; readonly height: number } {
  let stride = COARSE;
  for (let width = narrowest; ; width = Math.ceil(width * stride)) {
    const layout = layOut(width);
    const height = sheetHeight(paper, width);
    if (layout.height > height) continue;
    if (stride === FINE || width === narrowest) return { layout, width, height };
    stride = FINE;
    width = Math.floor(width / COARSE);
  }
}
