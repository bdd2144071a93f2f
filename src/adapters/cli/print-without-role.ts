import {
  listNames,
  nameStep,
  sayDemand,
  type Plan,
  type RoleGone,
  type StepLeft,
} from '../../domain/index.js';
import { columns, count, figureText, labelled, section, type Page } from './page.js';
import { wrap } from './text-layout.js';

const STEP = 34;
const NAMES = 4;

/** What would be uncovered without a role: steps, capabilities, hours, letters, and what was accepted. */
export function printWithoutRole({ stream }: Plan, gone: RoleGone, page: Page): string {
  const { role, steps, letters, lost } = gone;
  const lines = [
    ...wrap(`${stream.name} without ${role.name}`, page.width).map(page.paint.bold),
    '',
    ...wrap(summaryOf(gone), page.width),
    ...section(
      page,
      'UNCOVERED',
      'who else could: roles that bring the same elsewhere, people by their lines',
      steps.flatMap((left) => stepLines(left, page)),
    ),
    ...section(
      page,
      'LETTERS',
      'and who would have them then',
      letters.map(({ step, cell, then }) =>
        columns([
          [`  ${cell.letter}  ${step.name}`, STEP + 5],
          [then.length === 0 ? page.paint.red('nobody') : listNames(then, 'and', NAMES), 1],
        ]),
      ),
    ),
    ...section(
      page,
      'ACCEPTED, AND THEN WITHOUT A REASON',
      '',
      lost.flatMap(({ assignment: { holder, letter, step }, lost: reasons }) =>
        labelled(page, '  ', `${holder}: ${letter} of "${step.name}". ${reasons[0]?.message ?? ''}`, 2),
      ),
    ),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function summaryOf({ role, steps, hoursPerWeek, letters }: RoleGone): string {
  const whole = steps.filter(({ others }) => others.length === 0).length;
  const part = steps.length - whole;
  const capabilities = new Set(steps.flatMap(({ open }) => open.map(({ demand }) => demand.capability.key)));
  const nobody = letters.filter(({ cell, then }) => cell.letter === 'A' && then.length === 0).length;
  if (steps.length === 0) return `Without ${role.name} every step would still be done by somebody.`;
  const told = [
    ...(whole > 0 ? [`${count(whole, 'step')} would be done by nobody`] : []),
    ...(part > 0 ? [`${count(part, 'step')} only in part`] : []),
  ];
  const hours = hoursPerWeek.value === null ? 'hours that nobody knows yet' : figureText(hoursPerWeek);
  const answers = nobody === 0 ? '' : ` Nobody would answer for ${count(nobody, 'step')}.`;
  return `Without ${role.name} ${listNames(told)}: ${count(capabilities.size, 'capability', 'capabilities')}, ${hours}.${answers}`;
}

function stepLines({ step, open, others }: StepLeft, page: Page): string[] {
  const head = others.length === 0 ? 'nobody is left' : `left: ${listNames(others, 'and', NAMES)}`;
  return [
    ...labelled(page, '  ', `${nameStep(step)}: ${head}`, 2, { text: page.paint.bold }),
    ...open.flatMap(({ demand, roles, people }) => {
      const could = [...roles.map(({ name }) => name), ...people];
      const who = could.length === 0 ? 'nobody is known who can' : listNames(could, 'or', NAMES);
      const hours = demand.hoursPerWeek.value === null ? '?' : figureText(demand.hoursPerWeek);
      return labelled(page, '    ', `${sayDemand(demand)} (${hours}): ${who}`, 6);
    }),
  ];
}
