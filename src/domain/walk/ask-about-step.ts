import type { CapabilityDemand } from '../capability/index.js';
import { foldName } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import { isJudgeable } from './is-judgeable.js';
import { isRough, sayShare, sayTime } from './today.js';
import { OF_TEN, TIME_UNITS, written, type Blank, type WalkAsk } from './walk-ask.js';
import type { WalkGround } from './walk-ground.js';
import type { WalkTopic } from './walk-sheet.js';

/** What is asked at a step about the step itself: who, how long, with what, and what one has to be able to do. */
export function askAboutStep(ground: WalkGround, step: Step): readonly WalkAsk[] {
  const asks = [...askTimes(ground, step)];
  if (step.outside) return asks;
  return [...askPerformer(step), ...asks, ...askSystems(step), ...askCapabilities(ground, step)];
}

/** A question at a step, for those who do it; what is done outside nobody of ours can tell. */
export function askAt(step: Step, what: WalkTopic, question: WalkAsk['question'], blank: Blank): WalkAsk {
  const people = step.outside ? [] : step.performers;
  const about = { step: step.key, line: step.line, what };
  return { people, force: step.force, stop: step.key, about, question, blank };
}

function askPerformer(step: Step): readonly WalkAsk[] {
  if (step.performers.length > 0) return [];
  const question = written('PERFORMER', 'Who does this today? Ask at the place where it is done.', '');
  return [askAt(step, 'PERFORMER', question, { kind: 'MARK', step, text: '@____' })];
}

function askTimes(ground: WalkGround, step: Step): readonly WalkAsk[] {
  const { calendar } = ground.stream;
  const { processTime, leadTime, everySeconds, outside, line } = step;
  const asks: WalkAsk[] = [];
  const ask = (what: WalkTopic, text: string, today: string | null, blank: Blank): void =>
    void asks.push(askAt(step, what, written(what, text, TIME_UNITS, today), blank));
  const mark = (text: string): Blank => ({ kind: 'MARK', step, text });
  const hands = everySeconds ? HANDS_OF_RUN : step.people > 1 ? HANDS_OF_EACH : HANDS;
  if (isRough(processTime))
    ask('PROCESS_TIME', hands, sayTime(processTime, calendar), place(step, 'TIME', '____'));
  else if (!processTime && !outside) ask('PROCESS_TIME', hands, null, mark('____'));
  const stay = outside ? AWAY : STAY;
  if (isRough(leadTime))
    ask('LEAD_TIME', stay, sayTime(leadTime, calendar), place(step, 'LEAD', 'lead ____'));
  else if (outside && !leadTime && !processTime) ask('LEAD_TIME', stay, null, mark('lead ____'));
  if (isRough(everySeconds)) {
    const blank: Blank = { kind: 'PLACE', line, of: 'EVERY', text: `"${step.name}" … every ____` };
    ask('RHYTHM', 'When was it done last, and when the time before?', sayTime(everySeconds, calendar), blank);
  }
  return asks;
}

const HANDS =
  'How long did the last one keep your hands busy? Without waiting and without what else you did.';
const HANDS_OF_EACH =
  'How long did the last one keep the hands of each of you busy? Without waiting and without what else you did.';
const HANDS_OF_RUN = 'How long did you work on it the last time that it was done?';
/** The question after a lead time. */
export const STAY =
  'How long was the last one here in all, from the moment it could begin until it was passed on?';
const AWAY = 'How long was the last one away, from the moment it left us until it went on here?';

function place(step: Step, of: 'TIME' | 'LEAD', blank: string): Blank {
  return { kind: 'PLACE', line: step.line, of, text: `"${step.name}" … ${blank}` };
}

function askSystems(step: Step): readonly WalkAsk[] {
  if (step.systems.length > 0) return [];
  const question = written('SYSTEMS', 'Which programs, boards or papers do you work with here?', '');
  return [askAt(step, 'SYSTEMS', question, { kind: 'MARK', step, text: '[____]' })];
}

/** A capability that only the step's name speaks for is confirmed by whoever does it. */
function askCapabilities({ demandsOf }: WalkGround, step: Step): readonly WalkAsk[] {
  const open = (demandsOf.get(step.key) ?? []).filter(
    (demand) => !demand.statedByStep && !isOfCatalogue(demand),
  );
  return open.map(({ suggestions }) => {
    const choices = [...suggestions.slice(0, 3).map(({ capability }) => capability.name), 'something else:'];
    const text = 'What does one have to be able to do here?';
    const question = { topic: 'CAPABILITY' as const, text, today: null, unit: '', choices };
    return askAt(step, 'CAPABILITY', question, { kind: 'MARK', step, text: '{____}' });
  });
}

function isOfCatalogue({ capability, suggestions }: CapabilityDemand): boolean {
  return suggestions.some((one) => one.score === 1 && one.capability.key === capability.key);
}

/** How much of what comes from other steps can be used as it is: asked where it is received, never where it was made. */
export function askAboutInput(ground: WalkGround, step: Step): readonly WalkAsk[] {
  return ground.producersOf(step).map((producer) => {
    const people = step.outside ? [] : step.performers;
    const by = nameMakers(producer, people);
    const asked =
      people.length > 0
        ? 'how many could you use as they were, without asking back or putting anything right?'
        : `how many could be used as they were at "${step.name}"? Ask whoever receives them.`;
    const text = `Of the last ten that came from "${producer.name}"${by}: ${asked}`;
    return accuracyAsk(producer, { people, force: step.force, stop: step.key }, text);
  });
}

/** Who made it, as the person who is asked knows them. */
function nameMakers({ performers }: Step, asked: readonly string[]): string {
  const [only] = performers;
  if (only === undefined) return '';
  const same = performers.length === 1 && asked.length === 1 && foldName(asked[0] ?? '') === foldName(only);
  return same ? ' (you)' : ` (${performers.join(', ')})`;
}

/** The same for a step that nobody of ours receives from: only the customer can tell. */
export function askAboutOutcome(ground: WalkGround, step: Step): readonly WalkAsk[] {
  if (step.outside || !ground.isLast(step) || !isJudgeable(step)) return [];
  const customer = ground.stream.customer ?? 'the customer';
  const text = `Of the last ten that left "${step.name}": how many were right for ${customer} as they were? Ask ${customer}.`;
  return [accuracyAsk(step, { people: [], force: step.force, stop: step.key }, text)];
}

function accuracyAsk(
  producer: Step,
  where: Pick<WalkAsk, 'people' | 'force' | 'stop'>,
  text: string,
): WalkAsk {
  const told = producer.completeAndAccurate;
  const question = written('COMPLETE_AND_ACCURATE', text, OF_TEN, told && sayShare(told));
  const about = { step: producer.key, line: producer.line, what: 'COMPLETE_AND_ACCURATE' as const };
  const blank: Blank = told
    ? { kind: 'PLACE', line: producer.line, of: 'SHARE', text: `"${producer.name}" … ___%` }
    : { kind: 'MARK', step: producer, text: '___%' };
  return { ...where, about, question, blank };
}
