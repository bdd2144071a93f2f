import type { StreamMetrics, ValueStream } from '../domain/index.js';
import type { Chart, Pictures, ReportPicture } from './ports/index.js';

/** A map of more steps than these would fill a report with sheets: it is a file of its own. */
const MOST_STEPS = 200;

const TITLES: Readonly<Record<Chart, string>> = {
  map: 'Value stream map',
  load: 'Work content against takt',
  forces: 'The two forces',
};

/** The pictures that a printed report shows, light and on A4 sheets; none of a stream without steps or with more than 200. */
export function reportPictures(
  pictures: Pictures,
  stream: ValueStream,
  metrics: StreamMetrics,
): readonly ReportPicture[] {
  if (stream.steps.length === 0 || stream.steps.length > MOST_STEPS) return [];
  return (['map', 'load', 'forces'] as const).map((chart) => ({
    title: TITLES[chart],
    sheets: pictures.drawSheets(chart, stream, metrics, { theme: 'light', paper: 'A4' }),
  }));
}
