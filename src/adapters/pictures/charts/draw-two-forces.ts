import {
  tellSeam,
  weighForces,
  type Force,
  type ForcesWeight,
  type StreamMetrics,
  type ValueStream,
} from '../../../domain/index.js';
import { shifted, type Mark } from '../canvas/mark.js';
import { fitToSheet } from '../canvas/paper.js';
import { printSvg, type Look, type Picture } from '../canvas/print-svg.js';
import { setText } from '../canvas/set-text.js';
import { FORCE_NAMES } from '../map/draw-forces.js';
import { measuresOfForces, type Measure } from './tell-forces.js';

const EDGE = 28;
const SIDE = 380;
const MIDDLE = 230;
const WIDTH = 2 * SIDE + MIDDLE;
const SIZE = 11;
const ROW = 86;

/** Effort, waiting, %C&A and hand-offs of both forces side by side with the seam between them, as an SVG on one sheet. */
export function drawTwoForces(stream: ValueStream, metrics: StreamMetrics, look: Look): string {
  return printSvg(placeTwoForces(stream, metrics, look), look);
}

/** Where everything lies on the sheet. */
export function placeTwoForces(
  stream: ValueStream,
  metrics: StreamMetrics,
  { paper }: Pick<Look, 'paper'>,
): Picture {
  const weight = weighForces(stream, metrics);
  const rows = measuresOfForces(weight);
  const { layout, width, height } = fitToSheet(paper, WIDTH + 2 * EDGE, (page) =>
    layOut(stream, weight, rows, page),
  );
  return {
    title: `The two forces: ${stream.name}`,
    description: describe(rows, weight, stream),
    width,
    height,
    marks: layout.marks,
  };
}

function layOut(
  stream: ValueStream,
  weight: ForcesWeight,
  rows: readonly Measure[],
  page: number,
): { readonly height: number; readonly marks: readonly Mark[] } {
  const inner = page - 2 * EDGE;
  const left = (inner - WIDTH) / 2;
  const title = setText(
    `The two forces: ${stream.name}`,
    { width: inner, size: 20, bold: true, most: 3 },
    { x: 0, y: 0 },
  );
  const marks: Mark[] = [...title.marks];
  let y = title.height + 14;
  marks.push(...shifted(heads(weight, stream), left, y));
  y += 46;
  marks.push(...shifted(seamLine(y - 6, y + rows.length * ROW), left + SIDE + MIDDLE / 2, 0));
  for (const row of rows) {
    const drawn = measureMarks(row);
    marks.push(...shifted(drawn, left, y));
    y += ROW;
  }
  const seam = seamBox(weight, stream, WIDTH);
  marks.push(...shifted(seam.marks, left, y + 10));
  y += seam.height + 20;
  const note = setText(NOTE, { width: inner, size: 10 }, { x: 0, y, ink: 'soft' });
  return { height: y + note.height + 2 * EDGE, marks: shifted([...marks, ...note.marks], EDGE, EDGE) };
}

const NOTE =
  'Expected values for one entering unit: losses, branches and returns are counted; of branches that all happen the longest counts for time. Effort leaves out work with a rhythm of its own, hours a week count it. Sales, fulfilment and the seam together are the lead time of the stream. ? is not measured yet.';

function heads({ sales, fulfilment }: ForcesWeight, { forceOwners }: ValueStream): Mark[] {
  const steps = { SALES: sales.steps, FULFILMENT: fulfilment.steps };
  return (['SALES', 'FULFILMENT'] as const).flatMap((force): Mark[] => {
    const x = force === 'SALES' ? SIDE : SIDE + MIDDLE;
    const anchor = force === 'SALES' ? 'end' : 'start';
    const owner = forceOwners[force] ?? '?';
    const lines = setText(
      `${steps[force]} steps, owner ${owner}`,
      { width: SIDE, size: 10, most: 2 },
      { x, y: 18, anchor, ink: 'soft' },
    );
    return [
      { kind: 'text', x, y: 14, text: FORCE_NAMES[force], size: 14, bold: true, anchor },
      ...lines.marks,
    ];
  });
}

function measureMarks({ name, note, values }: Measure): Mark[] {
  const middle = SIDE + MIDDLE / 2;
  const label = setText(
    name,
    { width: MIDDLE - 20, size: 13, bold: true },
    { x: middle, y: 4, anchor: 'middle' },
  );
  const words = setText(
    note,
    { width: MIDDLE - 24, size: 9.5 },
    { x: middle, y: 4 + label.height, anchor: 'middle', ink: 'soft' },
  );
  const patch: Mark = {
    kind: 'rect',
    x: SIDE + 8,
    y: 0,
    width: MIDDLE - 16,
    height: 8 + label.height + words.height,
    fill: 'paper',
  };
  return [
    patch,
    ...label.marks,
    ...words.marks,
    ...sideMarks(values.SALES, 'SALES'),
    ...sideMarks(values.FULFILMENT, 'FULFILMENT'),
  ];
}

function sideMarks(
  { length, text }: { readonly length: number | null; readonly text: string },
  force: Force,
): Mark[] {
  const sales = force === 'SALES';
  const width = length === null ? 30 : Math.max(1, length * (SIDE - 20));
  const start = sales ? SIDE - width : SIDE + MIDDLE;
  const bar: Mark[] =
    length === null
      ? [
          { kind: 'rect', x: start, y: 8, width, height: 22, stroke: 'ink', dash: '3 3' },
          { kind: 'text', x: start + width / 2, y: 24, text: '?', size: 13, bold: true, anchor: 'middle' },
        ]
      : [
          {
            kind: 'rect',
            x: start,
            y: 8,
            width,
            height: 22,
            fill: sales ? 'faint' : 'strong',
            stroke: 'ink',
          },
        ];
  const place = { x: sales ? SIDE : SIDE + MIDDLE, y: 36, anchor: sales ? 'end' : 'start' } as const;
  const value = length === null ? 'not measured yet' : text;
  return [...bar, ...setText(value, { width: SIDE, size: 12, bold: true, most: 3 }, place).marks];
}

function seamLine(top: number, bottom: number): Mark[] {
  return [
    {
      kind: 'line',
      stroke: 'ink',
      weight: 2.4,
      dash: '12 4 2 4',
      points: [
        [0, top],
        [0, bottom],
      ],
    },
  ];
}

function seamBox(
  weight: ForcesWeight,
  stream: ValueStream,
  width: number,
): { readonly marks: Mark[]; readonly height: number } {
  const title = setText('At the seam', { width: width - 28, size: 13, bold: true }, { x: 14, y: 10 });
  const marks: Mark[] = [...title.marks];
  let y = 14 + title.height;
  for (const sentence of tellSeam(weight, stream)) {
    const block = setText(sentence, { width: width - 28, size: SIZE, most: 4 }, { x: 14, y });
    marks.push(...block.marks);
    y += block.height + 3;
  }
  const height = y + 8;
  return {
    marks: [{ kind: 'rect', x: 0, y: 0, width, height, fill: 'wash', stroke: 'ink', solid: true }, ...marks],
    height,
  };
}

function describe(rows: readonly Measure[], weight: ForcesWeight, stream: ValueStream): string {
  const measures = rows.map(
    ({ name, values }) =>
      `${name}: ${FORCE_NAMES.SALES} ${values.SALES.text}, ${FORCE_NAMES.FULFILMENT} ${values.FULFILMENT.text}.`,
  );
  return [...measures, 'At the seam:', ...tellSeam(weight, stream)].join(' ');
}
