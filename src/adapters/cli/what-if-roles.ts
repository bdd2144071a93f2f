import {
  foldName,
  listNames,
  shiftStructure,
  whatIf,
  withoutRole,
  type ChangeWording,
  type Plan,
  type RoleGone,
} from '../../domain/index.js';
import { jsonText, type CommandContext } from './command-context.js';
import { paintWith } from './paint.js';
import { chosenPlan, complain, plannedFile } from './planned-file.js';
import { printShift } from './print-shift.js';
import { printWhatIf } from './print-what-if.js';
import { printWithoutRole } from './print-without-role.js';
import { EXIT, UsageFault } from './terminal.js';

interface RolesAsked {
  readonly asked: readonly ChangeWording[];
  readonly withoutRole?: string;
  readonly stream?: string;
  readonly json?: boolean;
}

/** What changes would do to measures and roles, or what would be uncovered without a role. */
export async function whatIfRoles(path: string, asked: RolesAsked, context: CommandContext): Promise<void> {
  const { services, terminal, finish } = context;
  if (asked.withoutRole !== undefined && asked.asked.length > 0)
    throw new UsageFault('--without-role stands alone: ask for it without --set, --without and --demand.');
  const file = await plannedFile(path, {}, services, terminal);
  if (file.plans.length === 0) {
    complain(file, 'nothing was reckoned.', terminal);
    return finish(EXIT.found);
  }
  const plan = chosenPlan(file, asked.stream);
  const page = { width: terminal.width, paint: paintWith(terminal.colour) };
  if (asked.withoutRole !== undefined) {
    const gone = roleGone(plan, asked.withoutRole);
    terminal.out(asked.json ? jsonText(goneAsJson(plan, gone)) : printWithoutRole(plan, gone, page));
    return finish(EXIT.fine);
  }
  const result = whatIf(plan.stream, asked.asked);
  const shift = shiftStructure(plan, result.stream);
  const { outcomes: changes, measures } = result;
  terminal.out(
    asked.json
      ? jsonText({ stream: streamOf(plan), changes, measures, structure: shift })
      : `${printWhatIf(plan.stream, result, page)}${printShift(shift, page)}`,
  );
  finish(changes.every(({ applied }) => applied) ? EXIT.fine : EXIT.found);
}

function roleGone(plan: Plan, named: string): RoleGone {
  const roles = plan.structure?.roles ?? [];
  const role =
    roles.find(({ key }) => key === named) ?? roles.find(({ name }) => foldName(name) === foldName(named));
  const gone = role && withoutRole(plan.gate, role.key);
  if (gone) return gone;
  if (roles.length === 0)
    throw new UsageFault(
      `"${plan.stream.name}" has no roles yet: headwater plan tells what is missing before there can be any.`,
    );
  throw new UsageFault(
    `"${plan.stream.name}" has no role "${named}"; its roles are ${listNames(roles.map(({ name }) => name))}.`,
  );
}

function streamOf({ stream: { key, name } }: Plan) {
  return { key, name };
}

function goneAsJson(plan: Plan, { role, steps, hoursPerWeek, letters, lost }: RoleGone) {
  return {
    stream: streamOf(plan),
    role: { key: role.key, name: role.name },
    steps: steps.map(({ step, open, others }) => ({
      step: step.key,
      name: step.name,
      line: step.line,
      open: open.map(({ demand, roles, people }) => ({
        capability: demand.capability.name,
        level: demand.level,
        hoursPerWeek: demand.hoursPerWeek,
        roles: roles.map(({ name }) => name),
        people,
      })),
      others,
    })),
    hoursPerWeek,
    letters: letters.map(({ step, cell, then }) => {
      return { step: step.key, name: step.name, letter: cell.letter, because: cell.because, then };
    }),
    lost,
  };
}
