import {
  loadGroup,
  type BalanceBy,
  type PictureLook,
  type PlannedStream,
  type UseCases,
} from '../../../application/index.js';

/** The words of the schema for charts, and what the use cases call them. */
const CHARTS = { MAP: 'map', LOAD: 'load', FORCES: 'forces' } as const;
const THEMES = { LIGHT: 'light', DARK: 'dark' } as const;
const SHEETS = { STACKED: 'stacked', ONE: 'one' } as const;

/** What is asked of a picture; the schema gives every argument a value. */
export interface PictureArguments {
  readonly chart: keyof typeof CHARTS;
  readonly theme: keyof typeof THEMES;
  readonly paper: PictureLook['paper'];
  readonly sheets: keyof typeof SHEETS;
  readonly by?: BalanceBy | null;
}

/** A picture of a stream as SVG. */
export function presentPicture(useCases: UseCases, planned: PlannedStream, asked: PictureArguments) {
  const { by, theme, paper, sheets } = asked;
  const loads = by ? { loads: [loadGroup(planned.plan, by)] } : {};
  const look = { theme: THEMES[theme], paper, sheets: SHEETS[sheets], ...loads };
  return { ...useCases.picture(planned, CHARTS[asked.chart], look), chart: asked.chart };
}

/** The files that can be had of a stream, and where each is. */
export function presentDownloads({ downloads }: UseCases, { stored }: PlannedStream) {
  return downloads.map(({ name, extension, mediaType, about }) => ({
    name: `${name}.${extension}`,
    mediaType,
    about,
    path: `/streams/${encodeURIComponent(stored.key)}/${name}.${extension}`,
  }));
}
