import type { NumberTrial, Plan, Sensitivity, TrialOutcome } from '../../domain/index.js';
import { columns, count, labelled, section, type Page } from './page.js';
import { fit, wrap } from './text-layout.js';

const MOST_MOVES = 6;
const MOST_STEADY = 12;
const LONGEST_ROLE = 44;

/** How sure the roles are: in words, role by role, and what each number would move. */
export function printSensitivity(told: Sensitivity, plan: Plan, page: Page): string[] {
  const { numbers, allLow, allHigh } = told;
  const moving = numbers.filter(({ stays }) => !stays);
  return [
    page.paint.bold(fit(plan.stream.name, page.width)),
    ...section(page, 'HOW SURE THE ROLES ARE', '', [
      ...wrap(told.text, page.width - 2).map((line) => `  ${line}`),
      ...(told.tried > 0 ? ['', ...rolesOf(told, page)] : []),
    ]),
    ...section(
      page,
      'WHAT WOULD MOVE THEM',
      'each number alone, all others as told',
      moving.flatMap((number) => printNumber(number, plan, page)),
    ),
    ...section(page, 'ALL AT ONCE', '', [
      ...(allLow ? printOutcome('all low', allLow, plan, page) : []),
      ...(allHigh ? printOutcome('all high', allHigh, plan, page) : []),
    ]),
    ...section(
      page,
      'WHAT MOVES NOTHING',
      '',
      steadyOf(
        numbers.filter(({ stays }) => stays),
        page,
      ),
    ),
  ];
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

function printNumber({ name, told, low, high }: NumberTrial, plan: Plan, page: Page): string[] {
  return [
    ...labelled(page, '  ', `${name}, told as ${told}`, 2),
    ...[low, high].flatMap((outcome) =>
      outcome.stays ? [] : printOutcome(`at ${outcome.at ?? ''}`, outcome, plan, page),
    ),
  ];
}

function printOutcome(label: string, { text, moved }: TrialOutcome, plan: Plan, page: Page): string[] {
  const names = new Map<string, string>(plan.stream.steps.map((step) => [step.key, step.name]));
  const moves = moved.slice(0, MOST_MOVES).map(({ step, text }) => `"${names.get(step) ?? step}": ${text}`);
  const more = moved.length - moves.length;
  const dim = { text: page.paint.dim };
  return [
    ...labelled(page, '    ', `${label}: ${text}`, 4),
    ...moves.flatMap((move) => labelled(page, '      ', move, 6, dim)),
    ...(more > 0 ? [page.paint.dim(`      and ${count(more, 'more step')}`)] : []),
  ];
}

function steadyOf(numbers: readonly NumberTrial[], page: Page): string[] {
  const shown = numbers.slice(0, MOST_STEADY);
  const more = numbers.length - shown.length;
  return [
    ...shown.flatMap(({ name, told }) => labelled(page, '  · ', `${name}, told as ${told}`, 4)),
    ...(more > 0 ? [page.paint.dim(`  and ${count(more, 'more number')}`)] : []),
  ];
}
