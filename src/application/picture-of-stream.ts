import { fileStem } from './file-stem.js';
import type { PlannedStream } from './planned-stream.js';
import type { Chart, PictureLook, Pictures } from './ports/index.js';

/** A picture of a stream as a file. */
export interface DrawnPicture {
  readonly chart: Chart;
  readonly filename: string;
  readonly mediaType: string;
  readonly svg: string;
}

/** One of the pictures of a stream as SVG, drawn from its latest revision. */
export function pictureOfStream({ pictures }: { readonly pictures: Pictures }) {
  return ({ stored, plan }: PlannedStream, chart: Chart, look: PictureLook): DrawnPicture => ({
    chart,
    filename: `${fileStem(chart, stored)}.svg`,
    mediaType: 'image/svg+xml; charset=utf-8',
    svg: pictures.drawPicture(chart, plan.stream, plan.metrics, look),
  });
}
