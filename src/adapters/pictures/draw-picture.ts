import type { StreamMetrics, ValueStream } from '../../domain/index.js';
import { drawLoadAgainstTakt } from './charts/draw-load-against-takt.js';
import { drawTwoForces } from './charts/draw-two-forces.js';
import type { Look } from './canvas/print-svg.js';
import { drawValueStreamMap } from './map/draw-value-stream-map.js';

/** What can be drawn of a stream: its map, work content against takt, the two forces side by side. */
export type Chart = 'map' | 'load' | 'forces';

/** One of the pictures of a stream, as SVG. */
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
