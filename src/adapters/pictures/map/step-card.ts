import type { Calendar, Quantity, Step } from '../../../domain/index.js';
import type { Mark } from '../canvas/mark.js';
import { lineHeight, setLines, setText } from '../canvas/set-text.js';
import { textWidth } from '../canvas/text-width.js';
import { wrapText } from '../canvas/wrap-text.js';
import type { Card } from './card.js';
import { SIZES } from './sizes.js';
import { burst, handOff, person, sawTeeth } from './symbols.js';
import { tellShare, tellTime } from './tell-quantity.js';

/** What the map says of a step besides what the step says itself. */
export interface StepSetting {
  readonly calendar: Calendar;
  /** Work comes here from somebody else. */
  readonly handedOver: boolean;
  /** Shares of its units that go no further. */
  readonly losses: readonly Quantity[];
  /** The numbers of its pains in the list below the map. */
  readonly pains: readonly number[];
  readonly critical: boolean;
}

const WIDTH = SIZES.step;
const PAD = 7;

/** The process box with its data box, who does the step, and its bursts. */
export function stepCard(step: Step, setting: StepSetting): Card {
  const name = nameOf(step);
  const who = whoOf(step, setting, name.height);
  const facts = factsOf(step, setting, name.height + who.height);
  const height = Math.ceil(name.height + who.height + facts.height);
  const weight = setting.critical ? 2.6 : 1.2;
  const frame: Mark = {
    kind: 'rect',
    x: 0,
    y: 0,
    width: WIDTH,
    height,
    fill: 'card',
    stroke: 'ink',
    weight,
    solid: true,
  };
  const rule = (y: number): Mark => ({
    kind: 'line',
    stroke: 'faint',
    points: [
      [1, y],
      [WIDTH - 1, y],
    ],
  });
  const bursts = burstsOf(setting.pains);
  const roof = step.outside ? [sawTeeth(0, 0, WIDTH)] : [];
  const rules = [rule(name.height), rule(name.height + who.height)];
  return {
    width: WIDTH,
    head: Math.max(bursts.height, step.outside ? 12 : 4),
    height,
    marks: [...roof, frame, ...rules, ...name.marks, ...who.marks, ...facts.marks, ...bursts.marks],
  };
}

interface Part {
  readonly marks: readonly Mark[];
  readonly height: number;
}

function nameOf(step: Step): Part {
  const number = String(step.position);
  const left = PAD + textWidth(number, 11, true) + 7;
  const setting = { width: WIDTH - left - PAD, size: 11, bold: true, most: 7 };
  const lines = wrapText(step.name, setting);
  const height = Math.max(2 * SIZES.flow, lines.length * lineHeight(11) + 12);
  const top = (height - lines.length * lineHeight(11)) / 2;
  const text = setLines(lines, setting, { x: left, y: top });
  const count: Mark = {
    kind: 'text',
    x: PAD,
    y: top + 11 * 0.95,
    text: number,
    size: 11,
    bold: true,
    ink: 'strong',
  };
  return { marks: [count, ...text.marks], height };
}

function whoOf(step: Step, { handedOver }: StepSetting, top: number): Part {
  const left = PAD + (handedOver ? 16 : 0);
  const unknown = step.performers.length === 0 && !step.outside;
  const names = step.performers.join(', ');
  const people = step.people > 1 ? `${names === '' ? '' : ' '}× ${step.people}` : '';
  const outside = step.outside ? (names === '' ? 'outside' : 'outside: ') : '';
  const words = unknown ? `? nobody is named${people}` : `${outside}${names}${people}`;
  const x = left + 16;
  const text = setText(
    words,
    { width: WIDTH - x - PAD, size: 10, bold: unknown, most: 5 },
    { x, y: top + 4 },
  );
  const height = text.height + 8;
  const alarm: Mark[] = unknown
    ? [
        {
          kind: 'rect',
          x: 3,
          y: top + 2,
          width: WIDTH - 6,
          height: height - 4,
          stroke: 'alarm',
          weight: 1.4,
          dash: '4 3',
        },
      ]
    : [];
  const diamond = handedOver ? [handOff(PAD + 5, top + 4 + 6)] : [];
  return { marks: [...alarm, ...diamond, ...person(left, top + 4.5), ...text.marks], height };
}

function factsOf(step: Step, setting: StepSetting, top: number): Part {
  const marks: Mark[] = [];
  let y = top + 4;
  for (const [label, value] of factRows(step, setting)) {
    const labelWidth = textWidth(label, 9);
    const room = WIDTH - 2 * PAD - labelWidth - 8;
    const text = setText(
      value,
      { width: room, size: 10, bold: value === '?', most: 4 },
      { x: WIDTH - PAD, y, anchor: 'end' },
    );
    marks.push({ kind: 'text', x: PAD, y: y + 9.5, text: label, size: 9, ink: 'soft' }, ...text.marks);
    y += text.height + 1;
  }
  return { marks, height: y + 4 - top };
}

function factRows(step: Step, { calendar, losses }: StepSetting): readonly (readonly [string, string])[] {
  const { processTime, leadTime, completeAndAccurate, everySeconds } = step;
  const rows: [string, string][] = [];
  if (!step.outside || processTime) rows.push(['Hands-on', tellTime(processTime, calendar)]);
  if (leadTime || (step.outside && !processTime)) rows.push(['Lead time', tellTime(leadTime, calendar)]);
  if (!step.outside || completeAndAccurate) rows.push(['%C&A', tellShare(completeAndAccurate)]);
  if (everySeconds) rows.push(['Runs every', tellTime(everySeconds, calendar)]);
  if (step.value) rows.push(['Customer', VALUE_WORDS[step.value]]);
  if (step.uptime) rows.push(['Uptime', tellShare(step.uptime)]);
  if (step.changeover) rows.push(['Changeover', tellTime(step.changeover, calendar)]);
  if (step.batch !== null) rows.push(['Batch', String(step.batch)]);
  for (const loss of losses) rows.push(['Lost here', tellShare(loss)]);
  return rows;
}

const VALUE_WORDS = { VALUE: 'value', NECESSARY: 'necessary', WASTE: 'waste' } as const;

/** Bursts above the right end of the box, in as many rows as they need. */
function burstsOf(numbers: readonly number[]): Part {
  const perRow = 4;
  const marks = numbers.flatMap((number, nth) => {
    const row = Math.floor(nth / perRow);
    return burst(WIDTH - 15 - (nth % perRow) * 30, -16 - row * 28, number);
  });
  return { marks, height: Math.ceil(numbers.length / perRow) * 28 + (numbers.length > 0 ? 4 : 0) };
}
