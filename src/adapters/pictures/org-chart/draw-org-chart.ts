import type { OrgChart } from '../../../domain/index.js';
import type { Block } from '../canvas/flow-blocks.js';
import { shifted, type Mark, type Point } from '../canvas/mark.js';
import { fitToSheet } from '../canvas/paper.js';
import { printSvg, type Look, type Picture } from '../canvas/print-svg.js';
import { setText } from '../canvas/set-text.js';
import { panel } from './panel.js';
import { teamBlock } from './team-block.js';

const EDGE = 28;
const NARROWEST = 640;
const GAP = 22;
const FALL = 34;
const OWNER = 300;
/** Left of all teams, within the edge of the page. */
const BESIDE = -14;

/** Who answers, the teams under them, and the roles in each with positions and FTE, as an SVG on one sheet. */
export function drawOrgChart(chart: OrgChart, look: Pick<Look, 'theme' | 'paper'>): string {
  return printSvg(placeOrgChart(chart, look), look);
}

/** Where everything lies on the sheet: teams side by side, in as many rows as the sheet is wide for. */
export function placeOrgChart(chart: OrgChart, { paper }: Pick<Look, 'paper'>): Picture {
  const { layout, width, height } = fitToSheet(paper, NARROWEST, (page) => layOut(chart, page - 2 * EDGE));
  return {
    title: chart.title,
    description: describe(chart),
    width,
    height,
    marks: shifted(layout.marks, EDGE, EDGE),
  };
}

interface Laid {
  readonly height: number;
  readonly marks: readonly Mark[];
}

function layOut(chart: OrgChart, width: number): Laid {
  const head = headBlock(chart, width);
  const top = head.height + 14;
  const marks: Mark[] = [...head.marks];
  if (chart.none !== null) {
    const none = setText(chart.none, { width, size: 13 }, { x: 0, y: top });
    return { height: top + none.height + 2 * EDGE, marks: [...marks, ...none.marks] };
  }
  const owner = ownerBlock(chart);
  marks.push(...shifted(owner.marks, (width - owner.width) / 2, top));
  const rows = rowsOf(chart, width);
  let y = top + owner.height;
  for (const [nth, row] of rows.entries()) {
    const place = { left: (width - spanOf(row)) / 2, bus: y + FALL / 2, y: y + FALL, high: heightOf(row) };
    marks.push(
      ...branches(row, { ...place, middle: width / 2, first: nth === 0, last: nth === rows.length - 1 }),
    );
    let x = place.left;
    for (const team of row) {
      marks.push(...shifted(team.marks, x, y + FALL));
      x += team.width + GAP;
    }
    y += FALL + place.high;
  }
  return { height: y + 2 * EDGE, marks };
}

/** The title, where the roles come from, what stands by override, and the leads that the size calls for. */
function headBlock(chart: OrgChart, width: number): Laid {
  const name = setText(chart.title, { width, size: 20, bold: true, most: 3 }, { x: 0, y: 0 });
  const note = setText(noteOf(chart), { width, size: 10.5 }, { x: 0, y: name.height + 4, ink: 'soft' });
  const marks: Mark[] = [...name.marks, ...note.marks];
  let height = name.height + note.height + 8;
  const put = (text: string, bold: boolean) => {
    const block = setText(text, { width, size: 10.5, bold }, { x: 0, y: height });
    marks.push(...block.marks);
    height += block.height + 4;
  };
  if (chart.overrides !== null) put(chart.overrides, true);
  for (const text of chart.spans) put(text, false);
  return { height, marks };
}

/** Teams in rows as wide as the page; a long team has its roles in several columns. */
function rowsOf({ teams }: OrgChart, width: number): readonly (readonly Block[])[] {
  const rows: Block[][] = [];
  let room = 0;
  for (const team of teams) {
    const block = teamBlock(team, width);
    const row = rows.at(-1);
    if (row && block.width + GAP <= room) {
      row.push(block);
      room -= block.width + GAP;
    } else {
      rows.push([block]);
      room = width - block.width;
    }
  }
  return rows;
}

interface Branching {
  readonly left: number;
  readonly bus: number;
  readonly y: number;
  /** The middle of the owner, above the first row. */
  readonly middle: number;
  /** Where the line comes down beside the rows: from the first row, or from the one before. */
  readonly first: boolean;
  readonly last: boolean;
  readonly high: number;
}

/** The line along above a row and down to each team; beside the rows it goes on to the next one. */
function branches(row: readonly Block[], { left, bus, y, middle, first, last, high }: Branching): Mark[] {
  let x = left;
  const tops = row.map(({ width }) => {
    const top = x + width / 2;
    x += width + GAP;
    return top;
  });
  const beside = first && last ? [] : [BESIDE];
  const ends = [...tops, ...(first ? [middle] : []), ...beside];
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const line = (...points: readonly Point[]): Mark => ({ kind: 'line', stroke: 'soft', weight: 1.4, points });
  return [
    ...(first ? [line([middle, bus - FALL / 2], [middle, bus])] : []),
    ...(from < to ? [line([from, bus], [to, bus])] : []),
    ...(last ? [] : [line([BESIDE, bus], [BESIDE, y + high + FALL / 2])]),
    ...tops.map((top) => line([top, bus], [top, y])),
  ];
}

function spanOf(row: readonly Block[]): number {
  return row.reduce((sum, { width }) => sum + width + GAP, -GAP);
}

function heightOf(row: readonly Block[]): number {
  return row.reduce((most, { height }) => Math.max(most, height), 0);
}

function ownerBlock({ owner, forceOwners, span, stream }: OrgChart): Block {
  const width = OWNER;
  const inner = width - 20;
  const middle = { x: width / 2, anchor: 'middle' } as const;
  const name = setText(
    owner ?? 'Nobody is named as owner',
    { width: inner, size: 14, bold: true },
    { ...middle, y: 9 },
  );
  const lines = [
    `answers for ${stream}`,
    ...forceOwners.map((one) => `${one.owner} answers for ${one.force}`),
    span,
  ];
  const marks: Mark[] = [...name.marks];
  let y = 11 + name.height;
  for (const text of lines) {
    const block = setText(
      owner === null && text.startsWith('answers') ? `no one answers for ${stream}` : text,
      { width: inner, size: 10.5 },
      { ...middle, y },
    );
    marks.push(...block.marks);
    y += block.height + 1;
  }
  const height = y + 9;
  return panel(width, height, { radius: 6, fill: 'wash', stroke: 'ink', weight: 2 }, marks);
}

function noteOf({ status }: OrgChart): string {
  const from = {
    ADOPTED: 'The adopted structure, settled on the stream as it stands.',
    SUGGESTED: 'Suggested from the stream; nobody has adopted it yet.',
    NONE: '',
  };
  return `${from[status]} Positions are whole people, FTE is what the work takes; ? is not measured yet.`.trim();
}

function describe({ owner, stream, span, spans, teams, overrides, none }: OrgChart): string {
  if (none !== null) return none;
  const told = teams.map(({ name, span: size, leads, roles }) => {
    const names = roles.map(({ name: role, positions, fte, overrides: marked }) =>
      [`${role} (${positions}, ${fte})`, ...marked].join(', '),
    );
    return [`${name}: ${size}: ${names.join('; ')}.`, ...(leads === null ? [] : [leads])].join(' ');
  });
  return [
    `${owner ?? 'Nobody'} answers for ${stream}: ${span}.`,
    ...told,
    ...spans,
    ...(overrides === null ? [] : [overrides]),
  ].join(' ');
}
