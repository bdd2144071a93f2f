import type { Figure } from '../../../domain/index.js';
import { flowBlocks, type Block } from '../canvas/flow-blocks.js';
import { shifted, type Mark } from '../canvas/mark.js';
import { setText } from '../canvas/set-text.js';
import type { MapPlan } from './plan-map.js';

const GAP = 14;
const SHEET_WORDS = 140;

/** What the heading of every further sheet says: the name of the stream. */
export function shortHeading({ stream }: MapPlan, width: number): Block {
  const title = setText(
    stream.name,
    { width: width - SHEET_WORDS, size: 14, bold: true, most: 2 },
    { x: 0, y: 0 },
  );
  return { width, height: title.height, marks: title.marks };
}

/** Which sheet this is, at the right end of its heading. */
export function sheetWords(nth: number, count: number, width: number): Mark {
  const text = `sheet ${nth} of ${count}`;
  return { kind: 'text', x: width, y: 14, text, size: 11, anchor: 'end', ink: 'soft' };
}

/** The name of the stream, who it is for and who answers for it, and its measures. */
export function mapHeading(plan: MapPlan, width: number): Block {
  const { stream } = plan;
  const title = setText(
    stream.name,
    { width: width - SHEET_WORDS, size: 22, bold: true, most: 3 },
    { x: 0, y: 0 },
  );
  const parties = setText(
    partiesOf(plan),
    { width, size: 11, most: 6 },
    { x: 0, y: title.height + 3, ink: 'soft' },
  );
  const top = title.height + parties.height + 12;
  const measures = measuresOf(plan);
  const room = (width - (measures.length - 1) * GAP) / measures.length;
  const tiles = flowBlocks(
    measures.map(([label, text]) => tile(label, text, room)),
    width + GAP,
    { x: GAP, y: 8 },
  );
  return {
    width,
    height: top + tiles.height,
    marks: [...title.marks, ...parties.marks, ...shifted(tiles.marks, 0, top)],
  };
}

function partiesOf({ stream }: MapPlan): string {
  const { customer, supplier, owner, forceOwners } = stream;
  return [
    `For ${customer ?? '? (no customer is named)'}`,
    ...(supplier === null ? [] : [`fed by ${supplier}`]),
    owner === null ? 'owner ? (nobody answers for the stream)' : `${owner} answers for the stream`,
    ...(forceOwners.SALES === null ? [] : [`${forceOwners.SALES} for sales and marketing`]),
    ...(forceOwners.FULFILMENT === null ? [] : [`${forceOwners.FULFILMENT} for process and fulfilment`]),
  ].join(' · ');
}

function measuresOf({ metrics }: MapPlan): readonly (readonly [string, string])[] {
  const tell = (figure: Figure) => (figure.value === null ? '?' : figure.text);
  const { bottleneck } = metrics;
  return [
    ['Lead time, expected', tell(metrics.leadTime)],
    ['Worst way, without returns', tell(metrics.worstLeadTime)],
    ['Effort for one unit', tell(metrics.totalEffort)],
    ['Hands-on share', tell(metrics.activityRatio)],
    ['Right first time', tell(metrics.rolledCompleteAndAccurate)],
    ['Hand-offs for one unit', tell(metrics.handOffs)],
    ['Takt', tell(metrics.taktTime)],
    ['Most loaded', bottleneck ? `${bottleneck.performer}: ${tell(bottleneck.utilisation)}` : '?'],
  ];
}

/** All measures side by side. */
function tile(label: string, value: string, room: number): Block {
  const name = setText(label, { width: room, size: 9.5 }, { x: 0, y: 0, ink: 'soft' });
  const text = setText(value, { width: room, size: 11.5, bold: true }, { x: 0, y: name.height + 1 });
  return { width: room, height: name.height + text.height + 1, marks: [...name.marks, ...text.marks] };
}
