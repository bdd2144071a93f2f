/** Where a made stream turns from selling to fulfilling. */
const SALES_SHARE = 0.3;
const STEPS_OF_A_DEPARTMENT = 24;

const ACTS = [
  'Answer',
  'Check',
  'Prepare',
  'Price',
  'Draw',
  'Order',
  'Cut',
  'Assemble',
  'Test',
  'Pack',
  'Book',
  'Invoice',
];
const THINGS = ['enquiry', 'drawing', 'offer', 'parts', 'order', 'panel', 'case', 'unit', 'visit', 'account'];
const SKILLS = [
  'enquiry handling',
  'site survey',
  'estimating',
  'negotiation',
  'scheduling',
  'purchasing',
  'panel cutting',
  'cabinet making',
  'quality inspection',
  'packing',
  'invoicing',
  'installation',
];

/** Numbers from 0 up to 1 that are the same in every run. */
export type Chance = () => number;

/** A small generator of such numbers (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A napkin with exactly so many steps, in departments of their own people, with blocks, returns, waits and losses; the same size and seed give the same text. */
export function makeNapkin(steps: number, seed = 1): string {
  const chance = chanceFrom(seed);
  const lines = [
    `stream Made of ${steps} steps`,
    'customer: Customer',
    'owner: Ada',
    'demand: 20/month',
    '',
    'sales:',
  ];
  const turn = Math.max(1, Math.round(steps * SALES_SHARE));
  let made = 0;
  let fulfilling = false;
  while (made < steps) {
    if (!fulfilling && made >= turn) {
      lines.push('', 'fulfilment:');
      fulfilling = true;
    }
    const room = (fulfilling ? steps : turn) - made;
    const piece = pieceOf(made, room, chance);
    lines.push(...piece.lines);
    made += piece.steps;
  }
  return `${[...lines, '', ...peopleOf(steps)].join('\n')}\n`;
}

/** The name of the step of that number, from 0. */
export function stepName(nth: number): string {
  const act = ACTS[nth % ACTS.length] ?? '';
  const thing = THINGS[Math.floor(nth / ACTS.length) % THINGS.length] ?? '';
  return `${act} ${thing} ${nth + 1}`;
}

/** Who does the step of that number today. */
export function performerOf(nth: number): string {
  return `P${departmentOf(nth)}x${Math.floor((nth % SKILLS.length) / 3) + 1}`;
}

/** What the step of that number demands. */
export function skillOf(nth: number): string {
  return `${SKILLS[nth % SKILLS.length] ?? ''} D${departmentOf(nth)}`;
}

function departmentOf(nth: number): number {
  return Math.floor(nth / STEPS_OF_A_DEPARTMENT) + 1;
}

interface Piece {
  readonly lines: readonly string[];
  readonly steps: number;
}

/** The next few steps: a plain one, one with a return, or a block. */
function pieceOf(at: number, room: number, chance: Chance): Piece {
  const draw = chance();
  const line = (nth: number): string => stepLine(at + nth, chance);
  const share = (from: number, to: number): number => from + Math.floor(chance() * (to - from));
  if (draw < 0.06 && room >= 4) {
    const then = `  then ${line(1)}`;
    return { steps: 4, lines: ['meanwhile', `  ${line(0)}`, then, `  ${line(2)}`, 'end', line(3)] };
  }
  if (draw < 0.12 && room >= 3) {
    const first = share(20, 80);
    const branches = [`  ${first}%: ${line(0)}`, `  ${100 - first}%: ${line(1)}`];
    return { steps: 3, lines: ['either', ...branches, 'end', line(2)] };
  }
  if (draw < 0.24 && at > 0) {
    const back = Math.max(0, at - 1 - Math.floor(chance() * 5));
    return { steps: 1, lines: [line(0), `back to "${stepName(back)}" ${share(2, 12)}%`] };
  }
  if (draw < 0.4) return { steps: 1, lines: [line(0), `wait ${share(1, 5)}d`] };
  if (draw < 0.45) return { steps: 1, lines: [`sometimes ${share(20, 80)}%: ${line(0)}`] };
  return { steps: 1, lines: [line(0)] };
}

function stepLine(nth: number, chance: Chance): string {
  const minutes = 5 + Math.floor(chance() * 90);
  const accurate = 70 + Math.floor(chance() * 30);
  return `${stepName(nth)} @${performerOf(nth)} ${minutes}m ${accurate}% {${skillOf(nth)}}`;
}

/** One in ten of the people, with what their department asks for. */
function peopleOf(steps: number): string[] {
  const people: string[] = [];
  for (let nth = 0; nth < steps; nth += 40) {
    people.push(`person ${performerOf(nth)} 40h {${skillOf(nth)}}`);
  }
  return [...new Set(people)];
}
