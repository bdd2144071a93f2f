import type { StreamMetrics, ValueStream } from '../../../domain/index.js';
import type { Block } from '../canvas/flow-blocks.js';
import { shifted, type Mark } from '../canvas/mark.js';
import { fitToSheet } from '../canvas/paper.js';
import { printSvg, type Look, type Picture } from '../canvas/print-svg.js';
import { describeMap } from './describe-map.js';
import { drawParties } from './draw-parties.js';
import { drawReturns } from './draw-returns.js';
import { drawBands, drawCards, drawForces, drawInformationAndTime } from './draw-rows.js';
import { drawWays } from './draw-ways.js';
import { layRows } from './lay-rows.js';
import { mapHeading } from './map-heading.js';
import { mapLegend } from './map-legend.js';
import { painBlock, painList } from './pain-list.js';
import { planMap, type MapPlan } from './plan-map.js';
import { SIZES } from './sizes.js';

const NARROWEST = 1240;
const BETWEEN = 22;

/** The value stream as a map on one sheet: information, flow and timeline ladder; the same stream gives the same bytes. */
export function drawValueStreamMap(stream: ValueStream, metrics: StreamMetrics, look: Look): string {
  return printSvg(placeValueStreamMap(stream, metrics, look), look);
}

/** Where everything lies on the sheet. */
export function placeValueStreamMap(
  stream: ValueStream,
  metrics: StreamMetrics,
  { paper }: Pick<Look, 'paper'>,
): Picture {
  const plan = planMap(stream, metrics);
  const painBlocks = plan.pains.map(painBlock);
  const { layout, width, height } = fitToSheet(paper, NARROWEST, (page) => layOut(plan, painBlocks, page));
  const marks = layout.draw();
  return { title: `Value stream map: ${stream.name}`, description: describeMap(plan), width, height, marks };
}

interface MapLayout {
  readonly height: number;
  readonly draw: () => readonly Mark[];
}

/** What stands under what on a page of some width; marks of the rows are made only for the page that is taken. */
function layOut(plan: MapPlan, painBlocks: readonly Block[], pageWidth: number): MapLayout {
  const inner = pageWidth - 2 * SIZES.edge;
  const heading = mapHeading(plan, inner);
  const rows = layRows(plan, pageWidth);
  const pains = painList(painBlocks, inner);
  const legend = mapLegend(plan.stream.calendar, inner);
  const rowsTop = SIZES.edge + heading.height + BETWEEN;
  const painsTop = rowsTop + rows.height + BETWEEN;
  const legendTop = painsTop + (pains ? pains.height + BETWEEN : 0);
  const draw = () => [
    ...shifted(heading.marks, SIZES.edge, SIZES.edge),
    ...shifted(
      [
        ...drawBands(rows),
        ...drawWays(rows),
        ...drawCards(rows),
        ...drawReturns(rows),
        ...drawInformationAndTime(rows),
        ...drawForces(rows),
        ...drawParties(rows),
      ],
      0,
      rowsTop,
    ),
    ...(pains ? shifted(pains.marks, SIZES.edge, painsTop) : []),
    ...shifted(legend.marks, SIZES.edge, legendTop),
  ];
  return { height: legendTop + legend.height + SIZES.edge, draw };
}
