import type { Calendar, FifoLane, Figure, Plan, StationFigures, StreamMetrics } from '../../domain/index.js';
import { columns, figureText, labelled, section, type Page } from './page.js';
import { cellOf } from './print-moves.js';
import { fit } from './text-layout.js';

const LABEL_WIDTH = 16;
const WIDTHS = [14, 10, 9, 9, 13];
const MOST_OF_NAME = 40;
const MOST_NAMED = 8;

/** What stoppages, changeovers and batches make of the steps, and what the limits of lanes say; nothing where none is told. */
export function printStations({ stream, metrics }: Pick<Plan, 'stream' | 'metrics'>, page: Page): string[] {
  const { stations, lanes } = metrics;
  const names = new Map<string, string>(stream.steps.map(({ key, name }) => [key, name]));
  const nameOf = (key: string) => names.get(key) ?? key;
  const tell = (label: string, text: string) => labelled(page, `  ${label}`, text, LABEL_WIDTH);
  const more = (many: number) =>
    many > MOST_NAMED ? tell('', `and ${many - MOST_NAMED} more (all of them with --json)`) : [];
  const lines = [
    ...tableOf(stations.stations.slice(0, MOST_NAMED), stream.calendar, nameOf, page),
    ...more(stations.stations.length),
    ...(stations.stations.length === 0 ? [] : inAll(stations, nameOf)).flatMap(([label, text]) =>
      tell(label, text),
    ),
    ...lanes.slice(0, MOST_NAMED).flatMap((lane, nth) => tell(nth === 0 ? 'Lanes' : '', laneOf(lane))),
    ...more(lanes.length),
  ];
  return section(page, 'STATIONS AND LANES', 'beside the measures: none of those rests on these', lines);
}

/** A row for each step, and under it the ranges that its figures rest on. */
function tableOf(
  stations: readonly StationFigures[],
  calendar: Calendar,
  nameOf: (key: string) => string,
  { paint, width }: Page,
): string[] {
  if (stations.length === 0) return [];
  const name = Math.min(MOST_OF_NAME, Math.max(12, width - 67));
  const row = (cells: readonly string[]) =>
    columns(cells.map((text, nth) => [text, WIDTHS[nth - 1] ?? name + 2] as const));
  const heads = ['', 'a unit each', 'of takt', 'each part', 'min batch', 'waits in it'];
  return [
    paint.dim(row(heads)),
    ...stations.flatMap((station) => {
      const figures = [
        station.cycleWithChangeovers,
        station.againstTakt,
        station.everyPartEvery,
        station.leastBatch,
        station.waitInBatch,
      ];
      const cells = figures.map((figure, nth) =>
        figure.value === null ? ['·'] : cellOf(figure, calendar, WIDTHS[nth]),
      );
      const rows = Math.max(...cells.map(({ length }) => length));
      return Array.from({ length: rows }, (_, nth) => {
        const head = nth === 0 ? `  ${fit(nameOf(station.step), name)}` : '';
        const line = row([head, ...cells.map((cell) => cell[nth] ?? '')]);
        return nth > 0 ? paint.dim(line) : station.behindTakt === true ? paint.red(line) : line;
      });
    }),
  ];
}

function inAll(
  { busiest, lostPerWeek, waitInBatches }: StreamMetrics['stations'],
  nameOf: (key: string) => string,
): readonly (readonly [string, string])[] {
  const told = (label: string, figure: Figure, text: string) =>
    figure.value === null ? [] : [[label, `${figure.text} ${text}`] as const];
  return [
    ...told('Lost', lostPerWeek, 'by stoppages and changeovers'),
    ...told('Batches', waitInBatches, 'that a unit waits within them, no part of the lead time'),
    ...(busiest === null
      ? []
      : [['Busiest', `${nameOf(busiest.step)}: ${figureText(busiest.againstTakt)} of takt`] as const]),
  ];
}

function laneOf({ line, why, places, longestWait, unitsWaiting, overfull }: FifoLane): string {
  const where = line === null ? 'a lane' : `line ${line}`;
  const reason = why === null ? '' : ` "${why}"`;
  const bound = longestWait.value === null ? '' : `, so nobody waits longer than ${longestWait.text}`;
  const units = unitsWaiting.value === null ? '' : `; ${unitsWaiting.text} wait there by the numbers told`;
  const full = overfull === true ? ', more than it holds' : '';
  return `${where}${reason}: ${places} ${places === 1 ? 'place' : 'places'}${bound}${units}${full}`;
}
