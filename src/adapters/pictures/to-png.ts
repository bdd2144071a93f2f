import { renderAsync, Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';

const WIDEST = 12_000;
const MOST_PIXELS = 60_000_000;

/** Sans-serif fonts that machines have, the most readable first. */
const CANDIDATES = [
  'Arial',
  'Helvetica',
  'Liberation Sans',
  'DejaVu Sans',
  'Noto Sans',
  'Segoe UI',
  'Roboto',
  'Ubuntu',
  'Open Sans',
  'FreeSans',
];

/** A machine has no font that a picture could be written with. */
export class NoFontFault extends Error {
  override readonly name = 'NoFontFault';
}

let found: string | null = null;

/**
 * An SVG of ours as PNG, so many pixels wide (at most 12,000, and at most 60 million in all, which only stacked sheets
 * reach), painted beside the main thread. Words are set in a sans-serif font of the machine; where it has no font at
 * all this throws a NoFontFault, for a picture without words would be worse than none.
 */
export async function toPng(svg: string, width: number): Promise<Uint8Array> {
  found ??= fontOfMachine();
  const most = Math.min(WIDEST, Math.floor(Math.sqrt(MOST_PIXELS * proportionOf(svg))));
  const value = Math.min(most, Math.max(1, Math.round(width)));
  const options = { ...withFont(found), fitTo: { mode: 'width', value } } as const;
  return (await renderAsync(svg, options)).asPng();
}

/** Width over height, by the first view box. */
function proportionOf(svg: string): number {
  const [, width = '1', height = '1'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return Number(width) / Number(height);
}

/** The first candidate that is drawn otherwise than a font that is not there; any font at all where there is none of them. */
function fontOfMachine(): string {
  const missing = probe('No such font');
  if (missing.every((value) => value === 0))
    throw new NoFontFault(
      'This machine has no font, so the words of a PNG would be missing: install one (such as the package fonts-dejavu), or write the picture as .svg.',
    );
  return CANDIDATES.find((family) => !probe(family).equals(missing)) ?? '';
}

function probe(family: string): Buffer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><text x="4" y="15" font-size="14" font-family="${family}">Words</text></svg>`;
  return new Resvg(svg).render().pixels;
}

function withFont(family: string): ResvgRenderOptions {
  return family === '' ? {} : { font: { defaultFontFamily: family, sansSerifFamily: family } };
}
