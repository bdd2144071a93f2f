import type { Figure, PacedStation, PacedStream, StreamNotPaced, ValueStream } from '../../domain/index.js';
import { columns, count, figureText, labelled, section, type Page } from './page.js';
import { visible, wrap } from './text-layout.js';

const LABEL_WIDTH = 14;
const NUMBER = 4;
const WORK = 22;
const MOST_INDENT = 6;

/** The stations of a line in stream order, how full each is, and what is proven of their number. */
export function printLine(stream: ValueStream, line: PacedStream, page: Page): string {
  const tell = (label: string, text: string) => labelled(page, `  ${label}`, text, LABEL_WIDTH);
  const takt = figureText(line.takt);
  const lines = [
    ...wrap(visible(stream.name), page.width).map(page.paint.bold),
    ...section(page, 'PACED LINE', `one unit enters every ${takt}`, [
      ...tell('People', peopleOf(line)),
      ...tell('Full', `${figureText(line.efficiency)} of their time at takt`),
      ...tell('Unevenness', `${figureText(line.smoothness)}; 0 s where all are equally full`),
    ]),
    ...line.stations.flatMap((station) => stationLines(station, stream, page)),
    ...section(
      page,
      'TO KNOW',
      '',
      line.notes.flatMap((note) => labelled(page, '  - ', note, 4)),
    ),
  ];
  return `${lines.map((each) => each.trimEnd()).join('\n')}\n`;
}

/** Why there is no line, and what would put it right. */
export function printNoLine(source: string, { message, remedy }: StreamNotPaced, page: Page): string {
  const { cyan } = page.paint;
  const lines = [
    ...wrap(`${source}: no line can be made. ${message}`, page.width),
    ...labelled(page, '  → ', remedy, 4, { label: cyan, text: cyan }),
  ];
  return `${lines.join('\n')}\n`;
}

function peopleOf({ positions, lowerBound, proven, stations, efficiency }: PacedStream): string {
  const known = efficiency.atLeast ? 'at least ' : '';
  const people = `${known}${count(positions, 'person', 'people')}`;
  const where = stations.length === positions ? '' : ` at ${count(stations.length, 'station')}`;
  if (proven) return `${people}${where}; fewer are not possible (proven)`;
  return `${people}${where}; fewer than ${lowerBound} are not possible (proven), and what lies between is open`;
}

/** Without the bracket: coverage is told once for each station. */
function short(figure: Figure): string {
  return figureText(figure).replace(/ \(.*/, '');
}

function stationLines(
  { position, people, steps, balance, idle }: PacedStation,
  stream: ValueStream,
  page: Page,
): string[] {
  const known = new Map(stream.steps.map((step) => [step.key, step]));
  const head = `Station ${position}${people > 1 ? `, ${people} people` : ''}`;
  const aside = `${figureText(balance.workContent)} of work, ${short(idle)} free, ${short(balance.againstTakt)} full`;
  const rows = steps.flatMap(({ step, work }) => {
    const { name = step, position: place = 0 } = known.get(step) ?? {};
    const room = page.width - MOST_INDENT - NUMBER - WORK - 4;
    return wrap(visible(name), Math.max(room, 10)).map((part, nth) =>
      columns([
        ['', 2],
        [nth === 0 ? String(place) : '', NUMBER, 'left'],
        [part, Math.max(room, 10)],
        [nth === 0 ? figureText(work) : '', 0],
      ]),
    );
  });
  return section(page, head, aside, rows);
}
