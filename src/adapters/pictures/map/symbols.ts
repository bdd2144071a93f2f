import type { LineMark, Mark, Point } from '../canvas/mark.js';

/** The inventory triangle with its I; x, y is its middle. */
export function triangle(x: number, y: number, heavy: boolean): Mark[] {
  return [
    {
      kind: 'line',
      closed: true,
      fill: 'card',
      stroke: 'ink',
      weight: heavy ? 2.6 : 1.2,
      points: [
        [x, y - 16],
        [x + 18, y + 15],
        [x - 18, y + 15],
      ],
    },
    { kind: 'text', x, y: y + 11, text: 'I', size: 13, bold: true, anchor: 'middle' },
  ];
}

/** A factory: customer or supplier; x, y is its upper left corner. */
export function factory(x: number, y: number, width: number, height: number): Mark[] {
  const roof = 14;
  const tooth = width / 3;
  return [
    {
      kind: 'line',
      closed: true,
      fill: 'card',
      stroke: 'ink',
      weight: 1.4,
      points: [
        [x, y + height],
        [x, y],
        [x + tooth, y + roof],
        [x + tooth, y],
        [x + 2 * tooth, y + roof],
        [x + 2 * tooth, y],
        [x + width, y + roof],
        [x + width, y + height],
      ],
    },
  ];
}

/** The saw-tooth roof over a step that is done outside; y is its lower edge. */
export function sawTeeth(x: number, y: number, width: number): Mark {
  const teeth = 6;
  const step = width / teeth;
  const points = Array.from({ length: teeth }, (_, nth): Point[] => [
    [x + nth * step, y - 8],
    [x + (nth + 1) * step, y],
  ]).flat();
  return { kind: 'line', closed: true, fill: 'wash', stroke: 'ink', points: [[x, y], ...points] };
}

/** A numbered burst: a pain; x, y is its middle. */
export function burst(x: number, y: number, number: number): Mark[] {
  const digits = String(number);
  const radius = 10 + Math.max(0, digits.length - 2) * 3;
  const points = Array.from({ length: 20 }, (_, nth): Point => {
    const angle = (Math.PI * nth) / 10 - Math.PI / 2;
    const reach = nth % 2 === 0 ? radius + 2 : radius - 2.5;
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  });
  return [
    { kind: 'line', closed: true, fill: 'card', stroke: 'alarm', weight: 1.4, points },
    { kind: 'text', x, y: y + 3.2, text: digits, size: 9, bold: true, anchor: 'middle', ink: 'alarm' },
  ];
}

/** Head and shoulders; x, y is the upper left corner of 10 by 11. */
export function person(x: number, y: number): Mark[] {
  const shoulders: Point[] = [
    [x, y + 11],
    [x + 1, y + 7.5],
    [x + 3, y + 6],
    [x + 7, y + 6],
    [x + 9, y + 7.5],
    [x + 10, y + 11],
  ];
  return [
    { kind: 'circle', x: x + 5, y: y + 2.8, radius: 2.6, fill: 'ink' },
    { kind: 'line', closed: true, fill: 'ink', points: shoulders },
  ];
}

/** A hand-off: a filled diamond; x, y is its middle. */
export function handOff(x: number, y: number): Mark {
  const points: Point[] = [
    [x, y - 5.5],
    [x + 5.5, y],
    [x, y + 5.5],
    [x - 5.5, y],
  ];
  return { kind: 'line', closed: true, fill: 'ink', points };
}

/** The gate of a block: a plus where all branches happen, a cross where one does; x, y is its middle. */
export function gate(x: number, y: number, all: boolean, heavy: boolean): Mark[] {
  const frame: Mark = {
    kind: 'line',
    closed: true,
    fill: 'card',
    stroke: 'ink',
    weight: heavy ? 2.6 : 1.2,
    points: [
      [x, y - 13],
      [x + 13, y],
      [x, y + 13],
      [x - 13, y],
    ],
  };
  const reach = all ? 6.5 : 4.5;
  const bar = (points: readonly Point[]): LineMark => ({ kind: 'line', stroke: 'ink', weight: 2.2, points });
  const bars = all
    ? [
        bar([
          [x - reach, y],
          [x + reach, y],
        ]),
        bar([
          [x, y - reach],
          [x, y + reach],
        ]),
      ]
    : [
        bar([
          [x - reach, y - reach],
          [x + reach, y + reach],
        ]),
        bar([
          [x - reach, y + reach],
          [x + reach, y - reach],
        ]),
      ];
  return [frame, ...bars];
}
