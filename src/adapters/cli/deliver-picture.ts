import { writeFile } from 'node:fs/promises';
import { SHEET_PIXELS, type Chart, type PictureLook, type Pictures } from '../../application/index.js';
import { measureStream, type ValueStream } from '../../domain/index.js';
import { unreadable } from './read-source.js';
import { UsageFault, type Terminal } from './terminal.js';

export const SHEET_WAYS_OF_FILES = ['stacked', 'apart', 'one'] as const;

/** What is to be drawn, and how. */
export interface PictureOrder extends Omit<PictureLook, 'sheets'> {
  readonly chart: Chart;
  /** apart: every sheet is a file of its own. */
  readonly sheets: (typeof SHEET_WAYS_OF_FILES)[number];
  /** Pixels across; about 200 to the inch where nothing is said. */
  readonly width?: number;
}

/** Where a picture is written; null is standard output. */
export interface PictureTarget {
  readonly path: string | null;
  readonly png: boolean;
}

/** Draws a picture and writes it: one file, or map-1.svg, map-2.svg … where its sheets are to stand apart. */
export async function deliverPicture(
  stream: ValueStream,
  order: PictureOrder,
  { path, png }: PictureTarget,
  pictures: Pictures,
  terminal: Terminal,
): Promise<void> {
  const sheets = sheetsOf(stream, order, pictures);
  if (path === null) return terminal.out(sheets.join(''));
  for (const [nth, svg] of sheets.entries()) {
    const file = sheets.length > 1 ? numbered(path, nth + 1) : path;
    const content = png ? await pngOf(pictures, svg, order.width ?? SHEET_PIXELS[order.paper]) : svg;
    try {
      await writeFile(file, content);
    } catch (error) {
      throw new UsageFault(`${file}: ${unreadable(error)}`);
    }
    terminal.err(`wrote ${file}\n`);
  }
}

function sheetsOf(stream: ValueStream, order: PictureOrder, pictures: Pictures): readonly string[] {
  const { chart, theme, paper, sheets, loads } = order;
  const look = { theme, paper, ...(loads ? { loads } : {}) };
  const metrics = measureStream(stream);
  if (sheets === 'apart') return pictures.drawSheets(chart, stream, metrics, look);
  return [pictures.drawPicture(chart, stream, metrics, { ...look, sheets })];
}

function numbered(path: string, number: number): string {
  return path.replace(/\.[^.]+$/, (ending) => `-${number}${ending}`);
}

async function pngOf(pictures: Pictures, svg: string, width: number): Promise<Uint8Array> {
  try {
    return await pictures.toPng(svg, width);
  } catch (error) {
    if (error instanceof Error && error.name === 'NoFontFault') throw new UsageFault(error.message);
    throw error;
  }
}
