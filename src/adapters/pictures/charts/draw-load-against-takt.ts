import type { LoadGroup } from '../../../application/index.js';
import {
  formatPercent,
  type OperatorBalance,
  type StreamMetrics,
  type ValueStream,
} from '../../../domain/index.js';
import type { Block } from '../canvas/flow-blocks.js';
import { shifted, type Mark } from '../canvas/mark.js';
import { fitToSheet } from '../canvas/paper.js';
import { printSvg, type Look, type Picture } from '../canvas/print-svg.js';
import { setText } from '../canvas/set-text.js';
import { fillColumns } from './fill-columns.js';
import { usualGroups, weighLoads, type Load } from './weigh-loads.js';

const EDGE = 28;
const NAME = 230;
const VALUE = 190;
const NARROWEST = 660;
const GAP = 34;
const SIZE = 10.5;

/** Work content of every step and every performer against takt, as an SVG on one sheet; without demand there is no takt, and it says so. */
export function drawLoadAgainstTakt(stream: ValueStream, metrics: StreamMetrics, look: Look): string {
  return printSvg(placeLoadAgainstTakt(stream, metrics, look), look);
}

/** Where everything lies on the sheet; look.loads tells whose work it is, the steps and the performers where nothing is said. */
export function placeLoadAgainstTakt(
  stream: ValueStream,
  metrics: StreamMetrics,
  { paper, loads }: Pick<Look, 'paper' | 'loads'>,
): Picture {
  const groups = (loads ?? usualGroups(stream)).map((group) => ({
    ...group,
    ...weighLoads(group, stream, metrics),
  }));
  const takt = metrics.taktTime.value;
  const longest = groups
    .flatMap(({ bars }) => bars)
    .reduce((most, { seconds, ends }) => Math.max(most, ends?.[1] ?? seconds ?? 0), takt ?? 0);
  const scale: Scale = { takt, longest: longest > 0 ? longest * 1.04 : 1 };
  const rowsOf = (panel: number) =>
    groups.flatMap(({ title: words, none, bars }) => [
      title(words, panel),
      ...bars.map((load) => row(load, scale, panel)),
      ...(bars.length === 0 ? [title(`? ${none}`, panel)] : []),
    ]);
  const narrow = rowsOf(NARROWEST);
  const { layout, width, height } = fitToSheet(paper, 2 * EDGE + NARROWEST, (page) => {
    const inner = page - 2 * EDGE;
    const head = heading(stream, metrics, groups.at(-1)?.balance ?? null, inner);
    const columns = Math.max(1, Math.floor((inner + GAP) / (NARROWEST + GAP)));
    const panel = (inner + GAP) / columns - GAP;
    const top = EDGE + head.height + 18;
    const draw = () => [
      ...shifted(head.marks, EDGE, EDGE),
      ...shifted(fillColumns(rowsOf(panel), columns, panel + GAP).draw(), EDGE, top),
    ];
    return { height: top + fillColumns(narrow, columns, panel + GAP).height + EDGE, draw };
  });
  const description = describe(groups, metrics);
  return { title: `Load against takt: ${stream.name}`, description, width, height, marks: layout.draw() };
}

interface Scale {
  readonly takt: number | null;
  readonly longest: number;
}

function heading(
  stream: ValueStream,
  { taktTime }: StreamMetrics,
  balance: OperatorBalance | null,
  width: number,
): Block {
  const name = setText(
    `Load against takt: ${stream.name}`,
    { width, size: 20, bold: true, most: 3 },
    { x: 0, y: 0 },
  );
  const bottleneck = balance?.bottleneck ?? null;
  const takt =
    taktTime.value === null
      ? `Takt ?: ${taktTime.whyNot ?? 'not known'}.`
      : `Takt ${taktTime.text}: one unit enters in that time. The dashed line is takt; a striped bar is longer than takt.`;
  const most = bottleneck
    ? ` Most loaded for the hours that they have: ${bottleneck.name}, ${bottleneck.utilisation.text}.`
    : '';
  const words = `${takt}${peopleOf(balance)}${most} Losses, branches and returns are counted; steps done outside are left out; a step with a rhythm of its own is spread over the units. A line with two ends across a bar is its range. ? is not measured yet.`;
  const note = setText(words, { width, size: SIZE }, { x: 0, y: name.height + 4, ink: 'soft' });
  return { width, height: name.height + note.height + 4, marks: [...name.marks, ...note.marks] };
}

/** Σ work content / takt. */
function peopleOf(balance: OperatorBalance | null): string {
  if (!balance || balance.operators.value === null) return '';
  return ` All work together keeps ${balance.operators.text} people busy at takt.`;
}

function title(words: string, panel: number): Block {
  const text = setText(words, { width: NARROWEST, size: 12, bold: true }, { x: 0, y: 8 });
  return { width: panel, height: text.height + 14, marks: text.marks };
}

function row(load: Load, scale: Scale, panel: number): Block {
  const bar = panel - NAME - VALUE - 24;
  const name = setText(load.name, { width: NAME - 8, size: SIZE, most: 4 }, { x: 0, y: 5 });
  const value = setText(valueOf(load), { width: VALUE, size: SIZE }, { x: NAME + bar + 12, y: 5 });
  const height = Math.max(name.height, value.height) + 10;
  const taktX = scale.takt === null ? null : NAME + (scale.takt / scale.longest) * bar;
  const line: Mark[] =
    taktX === null
      ? []
      : [
          {
            kind: 'line',
            stroke: 'ink',
            weight: 1.4,
            dash: '5 3',
            points: [
              [taktX, 0],
              [taktX, height],
            ],
          },
        ];
  const axis: Mark = {
    kind: 'line',
    stroke: 'faint',
    points: [
      [NAME, 0],
      [NAME, height],
    ],
  };
  const marks = [axis, ...barOf(load, scale, bar, height), ...line, ...name.marks, ...value.marks];
  return { width: panel, height, marks };
}

function barOf(load: Load, { longest }: Scale, bar: number, height: number): Mark[] {
  const { seconds, over, ends } = load;
  const [y, thick] = [height / 2 - 7, 14];
  if (seconds === null)
    return [
      { kind: 'rect', x: NAME, y, width: 26, height: thick, stroke: 'ink', dash: '3 3' },
      { kind: 'text', x: NAME + 13, y: y + 11, text: '?', size: 11, bold: true, anchor: 'middle' },
    ];
  const width = (seconds / longest) * bar;
  const frame: Mark = {
    kind: 'rect',
    x: NAME,
    y,
    width,
    height: thick,
    fill: over ? 'card' : 'faint',
    stroke: 'ink',
  };
  const range = ends
    ? whisker(NAME + (ends[0] / longest) * bar, NAME + (ends[1] / longest) * bar, height / 2)
    : [];
  if (!over) return [frame, ...range];
  const stripes = Array.from({ length: Math.floor((width - 4) / 7) }, (_, nth): Mark => {
    const x = NAME + 3 + nth * 7;
    return { kind: 'rect', x, y: y + 1, width: 3, height: thick - 2, fill: 'ink' };
  });
  return [frame, ...stripes, ...range];
}

/** From the low to the high end of a range, across the end of its bar. */
function whisker(low: number, high: number, y: number): Mark[] {
  const line = (points: readonly (readonly [number, number])[]): Mark => ({
    kind: 'line',
    stroke: 'ink',
    weight: 1.4,
    points,
  });
  const end = (x: number) =>
    line([
      [x, y - 4],
      [x, y + 4],
    ]);
  return [
    line([
      [low, y],
      [high, y],
    ]),
    end(low),
    end(high),
  ];
}

/** `1 h 20 min (1 h to 2 h; 45 % of takt; 48 % of the hours)`: what is not known is left away, and the hours where they say the same. */
function valueOf({ balance, text, range }: Load): string {
  const { timeEach, againstTakt, utilisation } = balance;
  if (timeEach.value === null) return '?';
  const floor = timeEach.atLeast ? 'at least ' : '';
  const [takt, hours] = [againstTakt.value, utilisation.value];
  const ofTakt = takt === null ? null : formatPercent(takt);
  const ofHours = hours === null ? null : formatPercent(hours);
  const parts = [
    ...(range === null ? [] : [range]),
    ...(ofTakt === null ? [] : [`${ofTakt} of takt`]),
    ...(ofHours === null || ofHours === ofTakt ? [] : [`${ofHours} of the hours`]),
  ];
  return `${floor}${text}${parts.length > 0 ? ` (${parts.join('; ')})` : ''}`;
}

function describe(
  groups: readonly (LoadGroup & { readonly bars: readonly Load[] })[],
  { taktTime }: StreamMetrics,
): string {
  const told = groups.map(({ title: words, bars }) => {
    const loads = bars.map((load) => `${load.name}: ${valueOf(load)}`);
    return `${words}: ${loads.join('; ')}.`;
  });
  return [`Takt ${taktTime.text}.`, ...told].join(' ');
}
