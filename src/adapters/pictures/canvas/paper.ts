/** A sheet, landscape. */
export type Paper = 'A3' | 'A4';

/** Width and height in millimetres. */
export const SHEETS: Readonly<Record<Paper, readonly [width: number, height: number]>> = {
  A3: [420, 297],
  A4: [297, 210],
};

const COARSE = 1.3;
const FINE = 1.03;

/** A narrow page on which what is laid out fits the sheet: searched in wide strides first, then closely. */
export function fitToSheet<T extends { readonly height: number }>(
  paper: Paper,
  narrowest: number,
  layOut: (width: number) => T,
): { readonly layout: T; readonly width: number; readonly height: number } {
  const [across, down] = SHEETS[paper];
  let stride = COARSE;
  for (let width = narrowest; ; width = Math.ceil(width * stride)) {
    const layout = layOut(width);
    const height = (width * down) / across;
    if (layout.height > height) continue;
    if (stride === FINE || width === narrowest) return { layout, width, height };
    stride = FINE;
    width = Math.floor(width / COARSE);
  }
}
