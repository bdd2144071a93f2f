import type { StreamMetrics, ValueStream, WorkCarrier } from '../../domain/index.js';

export const CHARTS = ['map', 'load', 'forces'] as const;
export const THEMES = ['light', 'dark'] as const;
export const PAPERS = ['A3', 'A4'] as const;
export const SHEET_WAYS = ['stacked', 'one'] as const;

/** What can be drawn of a stream: its map, work content against takt, the two forces side by side. */
export type Chart = (typeof CHARTS)[number];

/** How a picture is to look. */
export interface PictureLook {
  readonly theme: (typeof THEMES)[number];
  readonly paper: (typeof PAPERS)[number];
  /** stacked (where nothing is said): as many sheets as keep the words legible on paper; one: all on one, however small. */
  readonly sheets?: (typeof SHEET_WAYS)[number];
  /** Whose work is set against takt; the steps and the performers of today where nothing is said. */
  readonly loads?: readonly LoadGroup[];
}

/** Whose work a chart sets against takt: bars under one title, or what is said where there is none. */
export interface LoadGroup {
  readonly title: string;
  readonly carriers: readonly WorkCarrier[];
  readonly none: string;
}

/** What draws. The same stream gives the same bytes. */
export interface Pictures {
  /** One SVG; where the map needs several sheets they stand under each other. */
  readonly drawPicture: (
    chart: Chart,
    stream: ValueStream,
    metrics: StreamMetrics,
    look: PictureLook,
  ) => string;
  /** One SVG for each sheet. */
  readonly drawSheets: (
    chart: Chart,
    stream: ValueStream,
    metrics: StreamMetrics,
    look: PictureLook,
  ) => readonly string[];
  /** An SVG as PNG, so many pixels wide; fails with an error of the name NoFontFault on a machine that cannot write words. */
  readonly toPng: (svg: string, width: number) => Promise<Uint8Array>;
}

/** Pixels across, so that a sheet has about 200 to the inch. */
export const SHEET_PIXELS: Readonly<Record<PictureLook['paper'], number>> = { A3: 3300, A4: 2340 };
