import { orgChartOf } from '../domain/index.js';
import { fileStem } from './file-stem.js';
import type { PlannedStream } from './planned-stream.js';
import type { PictureLook, Ports } from './ports/index.js';

/** The org chart of a stream as an SVG file, drawn from the structure in force, else from the suggested one. */
export function orgChartOfStream({ drawOrgChart }: Pick<Ports, 'drawOrgChart'>) {
  return ({ stored, plan }: PlannedStream, look: Pick<PictureLook, 'theme' | 'paper'>) => ({
    filename: `${fileStem('org-chart', stored)}.svg`,
    mediaType: 'image/svg+xml; charset=utf-8',
    svg: drawOrgChart(orgChartOf(plan), look),
  });
}
