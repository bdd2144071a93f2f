import type { StreamMetrics, ValueStream } from '../../domain/index.js';

export const CHARTS = ['map', 'load', 'forces'] as const;
export const THEMES = ['light', 'dark'] as const;
export const PAPERS = ['A3', 'A4'] as const;

/** How a picture is to look. */
export interface PictureLook {
  readonly theme: (typeof THEMES)[number];
  readonly paper: (typeof PAPERS)[number];
}

/** What draws. */
export interface Pictures {
  readonly drawPicture: (
    chart: (typeof CHARTS)[number],
    stream: ValueStream,
    metrics: StreamMetrics,
    look: PictureLook,
  ) => string;
  /** Throws an error of the name NoFontFault on a machine that cannot write words. */
  readonly toPng: (svg: string, width: number) => Uint8Array;
}

/** Loads what draws, only where it is asked for. */
export type LoadPictures = () => Promise<Pictures>;
