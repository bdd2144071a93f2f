import type { StreamMetrics, ValueStream } from '../../domain/index.js';
import { drawLoadAgainstTakt } from './charts/draw-load-against-takt.js';
import { drawTwoForces } from './charts/draw-two-forces.js';
import { printSvg, type Look } from './canvas/print-svg.js';
import { drawValueStreamMap, placeValueStreamMap } from './map/draw-value-stream-map.js';

/** What can be drawn of a stream: its map, work content against takt, the two forces side by side. */
export type Chart = 'map' | 'load' | 'forces';

/** One of the pictures of a stream as SVG, the sheets of a long map under each other. */
export function drawPicture(chart: Chart, stream: ValueStream, metrics: StreamMetrics, look: Look): string {
  switch (chart) {
    case 'map':
      return drawValueStreamMap(stream, metrics, look);
    case 'load':
      return drawLoadAgainstTakt(stream, metrics, look);
    case 'forces':
      return drawTwoForces(stream, metrics, look);
  }
}

/** The same as one SVG for each sheet; the charts have one. */
export function drawSheets(
  chart: Chart,
  stream: ValueStream,
  metrics: StreamMetrics,
  look: Look,
): readonly string[] {
  if (chart !== 'map') return [drawPicture(chart, stream, metrics, look)];
  return placeValueStreamMap(stream, metrics, look).map((sheet) => printSvg(sheet, look));
}
