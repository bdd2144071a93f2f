import type { Ink, Mark, Point } from '../canvas/mark.js';

/** A filled arrowhead with its tip at a point, looking right, left, up or down. */
export function arrowHead(
  x: number,
  y: number,
  to: 'right' | 'left' | 'up' | 'down',
  ink: Ink = 'ink',
): Mark {
  const [length, half] = [8, 3.6];
  const back: Readonly<Record<typeof to, readonly Point[]>> = {
    right: [
      [x - length, y - half],
      [x - length, y + half],
    ],
    left: [
      [x + length, y - half],
      [x + length, y + half],
    ],
    up: [
      [x - half, y + length],
      [x + half, y + length],
    ],
    down: [
      [x - half, y - length],
      [x + half, y - length],
    ],
  };
  return { kind: 'line', closed: true, fill: ink, points: [[x, y], ...back[to]] };
}

/** The striped push arrow, 34 wide, from its left end. */
export function pushArrow(x: number, y: number): Mark[] {
  const stripe = (at: number): Mark => ({
    kind: 'rect',
    x: x + at,
    y: y - 4.5,
    width: 4,
    height: 9,
    fill: 'ink',
  });
  return [
    {
      kind: 'line',
      closed: true,
      fill: 'card',
      stroke: 'ink',
      points: [
        [x, y - 4.5],
        [x + 24, y - 4.5],
        [x + 24, y - 9],
        [x + 34, y],
        [x + 24, y + 9],
        [x + 24, y + 4.5],
        [x, y + 4.5],
      ],
    },
    ...[0, 8, 16].map(stripe),
  ];
}

/** The withdrawal of pull: an arrow that bends round, 34 wide. */
export function pullArrow(x: number, y: number): Mark[] {
  const middle = x + 17;
  const bend = Array.from({ length: 19 }, (_, nth): Point => {
    const angle = Math.PI * (1 + (nth / 18) * 1.5);
    return [middle + 10 * Math.cos(angle), y + 10 * Math.sin(angle)];
  });
  return [
    {
      kind: 'line',
      stroke: 'ink',
      points: [
        [x, y],
        [middle - 10, y],
      ],
    },
    { kind: 'line', stroke: 'ink', weight: 2, points: bend },
    arrowHead(middle - 7, y + 10, 'left'),
    {
      kind: 'line',
      stroke: 'ink',
      points: [
        [middle + 10, y],
        [x + 34, y],
      ],
    },
  ];
}

/** The FIFO lane: two lines with the word between them, 34 wide. */
export function fifoLane(x: number, y: number): Mark[] {
  const rail = (at: number): Mark => ({
    kind: 'line',
    stroke: 'ink',
    weight: 1.6,
    points: [
      [x, at],
      [x + 34, at],
    ],
  });
  return [
    rail(y - 9),
    rail(y + 9),
    {
      kind: 'text',
      x: x + 14,
      y: y + 3.2,
      text: 'FIFO',
      size: 9,
      bold: true,
      anchor: 'middle',
      halo: 'paper',
    },
    arrowHead(x + 36, y, 'right'),
  ];
}

/** The zigzag of information that is passed electronically: from a point above down to a point below. */
export function zigzag(x: number, top: number, bottom: number): Mark[] {
  const middle = (top + bottom) / 2;
  const points: Point[] = [
    [x, top],
    [x, middle - 2],
    [x - 4, middle + 2],
    [x + 4, middle - 2],
    [x, middle + 2],
    [x, bottom - 6],
  ];
  return [{ kind: 'line', stroke: 'strong', points }, arrowHead(x, bottom, 'down', 'strong')];
}
