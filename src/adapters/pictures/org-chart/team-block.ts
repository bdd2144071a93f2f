import type { OrgChart } from '../../../domain/index.js';
import type { Block } from '../canvas/flow-blocks.js';
import { shifted, type Mark } from '../canvas/mark.js';
import { setText } from '../canvas/set-text.js';
import { panel } from './panel.js';

type Team = OrgChart['teams'][number];
type Role = Team['roles'][number];

const PAD = 11;
const GAP = 8;
const ROLE = 222;

/** A team with its roles in boxes, under each other in as many columns as keep it about as high as wide, and no wider than the page. */
export function teamBlock({ name, span, leads, purpose, roles }: Team, widest: number): Block {
  const most = Math.max(1, Math.floor((widest - 2 * PAD + GAP) / (ROLE + GAP)));
  const columns = Math.min(most, Math.max(1, Math.ceil(Math.sqrt(roles.length / 3))));
  const inner = columns * (ROLE + GAP) - GAP;
  const width = inner + 2 * PAD;
  const head = setText(name, { width: inner, size: 13, bold: true, most: 3 }, { x: PAD, y: 8 });
  const size = setText(span, { width: inner, size: 10.5 }, { x: PAD, y: 10 + head.height, ink: 'soft' });
  const under = 10 + head.height + size.height;
  const led = setText(leads ?? '', { width: inner, size: 10.5, bold: true }, { x: PAD, y: under });
  const below = under + 2 + (leads === null ? 0 : led.height);
  const why = setText(purpose ?? '', { width: inner, size: 9.5, most: 4 }, { x: PAD, y: below, ink: 'soft' });
  const marks: Mark[] = [...head.marks, ...size.marks, ...(leads === null ? [] : led.marks), ...why.marks];
  const blocks = roles.map((role) => roleBlock(role, ROLE));
  let y = below + why.height + 6;
  for (let first = 0; first < blocks.length; first += columns) {
    const row = blocks.slice(first, first + columns);
    for (const [nth, block] of row.entries())
      marks.push(...shifted(block.marks, PAD + nth * (ROLE + GAP), y));
    y += row.reduce((tallest, { height }) => Math.max(tallest, height), 0) + GAP;
  }
  const height = y + 4;
  return panel(width, height, { radius: 6, fill: 'wash', stroke: 'ink', weight: 1.4 }, marks);
}

function roleBlock(role: Role, width: number): Block {
  const { name, positions, fte, steps, capabilities, people, overrides } = role;
  const inner = width - 16;
  const marks: Mark[] = [];
  let y = 6;
  const put = (
    text: string,
    type: Omit<Parameters<typeof setText>[1], 'width'>,
    look: { ink?: 'soft' } = {},
  ) => {
    const block = setText(text, { width: inner, ...type }, { x: 8, y, ...look });
    marks.push(...block.marks);
    y += block.height + 1;
  };
  put(name, { size: 11.5, bold: true, most: 3 });
  put(`${positions} · ${fte} · ${steps}`, { size: 10 });
  put(capabilities, { size: 9, most: 3 }, { ink: 'soft' });
  if (people !== '') {
    y += 1;
    put(people, { size: 10, most: 3 });
  }
  for (const override of overrides) put(override, { size: 9, bold: true, most: 3 });
  return panel(width, y + 6, { radius: 4, fill: 'card', stroke: 'soft' }, marks);
}
