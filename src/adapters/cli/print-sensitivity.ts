import type { NumberTrial, Plan, Sensitivity, TrialOutcome } from '../../domain/index.js';
import { columns, count, labelled, section, type Page } from './page.js';
import { printProof } from './print-proof.js';
import { fit, wrap } from './text-layout.js';

const MOST_MOVES = 6;
const MOST_STEADY = 12;
const LONGEST_ROLE = 44;

/** How sure the roles are: in words, role by role, and what each number would move. */
export function printSensitivity(told: Sensitivity, plan: Plan, page: Page): string[] {
  const { numbers, allLow, allHigh } = told;
  const moving = numbers.filter(({ low, high }) => isMoved(low) || isMoved(high));
  return [
    page.paint.bold(fit(plan.stream.name, page.width)),
    ...section(page, 'HOW SURE THE ROLES ARE', '', [
      ...wrap(told.text, page.width - 2).map((line) => `  ${line}`),
      ...printProof(told.proof, [told.method], page),
      ...(told.tried > 0 ? ['', ...rolesOf(told, page)] : []),
    ]),
    ...section(
      page,
      'WHAT WOULD MOVE THEM',
      'each number alone, all others as told',
      moving.flatMap((number) => printNumber(number, told, plan, page)),
    ),
    ...section(
      page,
      'FOUND BY THE WAY',
      'roles that are better with the numbers as told too',
      byTheWay(numbers, page),
    ),
    ...section(page, 'ALL AT ONCE', '', [
      ...(allLow ? printOutcome(`all low: ${saidOf(allLow, told)}`, allLow, plan, page) : []),
      ...(allHigh ? printOutcome(`all high: ${saidOf(allHigh, told)}`, allHigh, plan, page) : []),
    ]),
    ...section(
      page,
      'WHAT MOVES NO STEP',
      'the people that the roles as they are take may change',
      steadyOf(told, page),
    ),
  ];
}

/** Whether it is these numbers that move steps: not where the others are better whatever they are. */
function isMoved({ stays, betterAsTold }: TrialOutcome): boolean {
  return !stays && !betterAsTold;
}

function byTheWay(numbers: readonly NumberTrial[], page: Page): string[] {
  return numbers.flatMap(({ name, low, high }) =>
    [low, high]
      .filter(({ betterAsTold }) => betterAsTold)
      .flatMap(({ at, text }) => labelled(page, '  · ', `${name} at ${at ?? ''}: ${text}`, 4)),
  );
}

function rolesOf({ roles }: Sensitivity, page: Page): string[] {
  const room = Math.min(LONGEST_ROLE, page.width - 36);
  return roles.map(({ role, keptIn, ofTrials }) => {
    const word =
      keptIn === ofTrials ? 'the same in every trial' : `the same in ${keptIn} of ${ofTrials} trials`;
    const paint = keptIn === ofTrials ? page.paint.green : page.paint.yellow;
    return `${columns([[`  ${fit(role, room)}`, room + 2]]).padEnd(room + 2)}  ${paint(word)}`;
  });
}

function printNumber(
  { name, told, low, high }: NumberTrial,
  roles: Sensitivity,
  plan: Plan,
  page: Page,
): string[] {
  return [
    ...labelled(page, '  ', `${name}, told as ${told}`, 2),
    ...[low, high].flatMap((outcome) =>
      !isMoved(outcome)
        ? []
        : printOutcome(`at ${outcome.at ?? ''}: ${saidOf(outcome, roles)}`, outcome, plan, page),
    ),
  ];
}

/** What becomes of the roles, with the people that they would take as they are where that is another number. */
function saidOf({ text, stays, positions }: TrialOutcome, { positions: { now } }: Sensitivity): string {
  if (positions === null || positions === now) return text;
  const people = `${count(positions, 'position')} instead of ${now}`;
  return stays ? `${text} They take ${people}.` : `${text} As they are, the roles would take ${people}.`;
}

function printOutcome(text: string, { moved }: TrialOutcome, plan: Plan, page: Page): string[] {
  const names = new Map<string, string>(plan.stream.steps.map((step) => [step.key, step.name]));
  const moves = moved.slice(0, MOST_MOVES).map(({ step, text }) => `"${names.get(step) ?? step}": ${text}`);
  const more = moved.length - moves.length;
  const dim = { text: page.paint.dim };
  return [
    ...labelled(page, '    ', text, 4),
    ...moves.flatMap((move) => labelled(page, '      ', move, 6, dim)),
    ...(more > 0 ? [page.paint.dim(`      and ${count(more, 'more step')}`)] : []),
  ];
}

function steadyOf({ numbers, positions: { now } }: Sensitivity, page: Page): string[] {
  const steady = numbers.filter(({ stays }) => stays);
  const shown = steady.slice(0, MOST_STEADY);
  const more = steady.length - shown.length;
  const people = ({ low, high }: NumberTrial): string => {
    const all = [low, high].flatMap(({ positions }) => positions ?? []);
    const [least, most] = [Math.min(now, ...all), Math.max(now, ...all)];
    return least === most ? '' : `: moves no step, but people ${least} to ${most}`;
  };
  return [
    ...shown.flatMap((number) =>
      labelled(page, '  · ', `${number.name}, told as ${number.told}${people(number)}`, 4),
    ),
    ...(more > 0 ? [page.paint.dim(`  and ${count(more, 'more number')}`)] : []),
  ];
}
