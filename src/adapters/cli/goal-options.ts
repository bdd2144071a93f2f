import { InvalidArgumentError, type Command } from 'commander';
import type { Solving, StructureGoal, StructureLimits } from '../../domain/index.js';

/** What a structure is to be good at, as commander hands it over. */
export interface GoalOptions {
  readonly goal?: readonly StructureGoal[];
  readonly relax?: NonNullable<StructureLimits['relax']>;
  readonly thorough?: boolean;
}

/** The goals as they are typed; unevenness is always the last. */
const WORDS: Readonly<Record<string, Exclude<StructureGoal, 'UNEVENNESS'>>> = {
  positions: 'POSITIONS',
  'hand-offs': 'HAND_OFFS',
  fragmentation: 'FRAGMENTATION',
};

/** Adds the options that say which goal comes first, which may give way, and how much work may go into it. */
export function withGoals(command: Command): Command {
  return withThorough(
    command
      .option(
        '--goal <goal>',
        'what comes first: positions (the usual), hand-offs or fragmentation; again for the second',
        goals,
      )
      .option(
        '--relax <goal=share>',
        'by how much a goal may miss its best for those after it, such as positions=5%',
        relaxed,
      ),
  );
}

/** Adds the option that lets a solution take longer. */
export function withThorough(command: Command): Command {
  return command.option('--thorough', 'look longer for better roles and prove more: up to a minute');
}

/** The goals that were asked for; what was not stays as usual. */
export function goalsOf({ goal, relax }: GoalOptions): Pick<StructureLimits, 'goals' | 'relax'> {
  return { goals: goal ?? null, relax: relax ?? null };
}

/** With how much work roles are sought. */
export function effortOf({ thorough }: GoalOptions): Solving['effort'] {
  return thorough === true ? 'THOROUGH' : 'QUICK';
}

function goals(text: string, before: readonly StructureGoal[] | undefined): readonly StructureGoal[] {
  const goal = goalIn(text);
  if (before?.includes(goal) === true) throw new InvalidArgumentError('Each goal can be named once.');
  return [...(before ?? []), goal];
}

function relaxed(text: string, before: GoalOptions['relax']): NonNullable<GoalOptions['relax']> {
  const [name = '', share = '', ...more] = text.split('=');
  const match = /^(\d+(?:[.,]\d+)?)(%?)$/.exec(share.trim());
  if (!match || more.length > 0)
    throw new InvalidArgumentError('A goal and a share were expected, such as positions=5%.');
  const value = Number((match[1] ?? '').replace(',', '.')) / (match[2] === '%' ? 100 : 1);
  if (value > 1) throw new InvalidArgumentError('The share can be 100% at most, such as positions=5%.');
  return { ...before, [goalIn(name)]: value };
}

function goalIn(text: string): Exclude<StructureGoal, 'UNEVENNESS'> {
  const word = text.trim().toLowerCase().replaceAll(/[_ ]/g, '-').replace('handoffs', 'hand-offs');
  const goal = Object.entries(WORDS).find(([name]) => name === word)?.[1];
  if (!goal) throw new InvalidArgumentError('One of positions, hand-offs and fragmentation was expected.');
  return goal;
}
