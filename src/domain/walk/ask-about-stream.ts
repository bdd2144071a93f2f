import type { Calendar, Quantity } from '../shared/index.js';
import { isRough, sayCount } from './today.js';
import { written, type WalkAsk } from './walk-ask.js';
import type { WalkGround } from './walk-ground.js';
import type { WalkTopic } from './walk-sheet.js';

/** What concerns the stream as a whole: how many units enter, for whom, and who answers for it. */
export function askAboutStream({ stream }: WalkGround): readonly WalkAsk[] {
  const { demandPerWeek, customer, owner, calendar } = stream;
  const asks: WalkAsk[] = [];
  const ask = (
    what: WalkTopic,
    text: string,
    unit: string,
    line: string,
    today: string | null = null,
  ): void => {
    const about = { step: null, line: null, what };
    const question = written(what, text, unit, today);
    asks.push({ people: [], force: null, stop: null, about, question, blank: { kind: 'HEAD', text: line } });
  };
  if (!demandPerWeek || isRough(demandPerWeek)) {
    const text = 'How many units entered in the last full month? Count them.';
    const today = demandPerWeek && sayCount(perMonth(demandPerWeek, calendar), ' a month');
    ask('DEMAND', text, 'a month', 'demand: ____/month', today);
  }
  if (customer === null) ask('CUSTOMER', 'Who is it all for?', '', 'customer: ____');
  if (owner === null) ask('OWNER', 'Who answers for the result of the whole stream?', '', 'owner: ____');
  return asks;
}

function perMonth(perWeek: Quantity, { daysPerWeek, daysPerMonth }: Calendar): Quantity {
  const factor = daysPerMonth / daysPerWeek;
  const { low, likely, high } = perWeek;
  return { ...perWeek, low: low * factor, likely: likely * factor, high: high * factor };
}
