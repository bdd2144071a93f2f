import { InvalidArgumentError, type Command } from 'commander';
import { impossibleLimits, type StructureLimits, type TeamForming } from '../../domain/index.js';

/** The limits of a structure as commander hands them over. */
export interface LimitOptions {
  readonly maxCapabilities?: number;
  readonly maxSteps?: number;
  readonly maxPositions?: number;
  readonly oneForce?: boolean;
  readonly utilisation?: number;
  readonly shrinkage?: number;
  readonly teamSize?: number;
  readonly teams?: TeamForming;
  /** A file that says limits, one a line. */
  readonly limits?: string;
}

/** Adds the options that say what a role and a team may be; each has a default, and the plan tells it. */
export function withLimits(command: Command): Command {
  return command
    .option(
      '--limits <file>',
      'a file with limits of your own, one a line (docs/limits.md); options go before it',
    )
    .option('--max-capabilities <n>', 'capabilities that one role may hold', most('maxCapabilitiesPerRole'))
    .option('--max-steps <n>', 'steps that one role may do', most('maxStepsPerRole'))
    .option('--max-positions <n>', 'positions that one role may have', most('maxPositionsPerRole'))
    .option('--one-force', 'no role serves both sales and fulfilment')
    .option(
      '--utilisation <share>',
      'share of the present time that is planned, such as 85% or 0.85',
      part('targetUtilisation'),
    )
    .option(
      '--shrinkage <share>',
      'share of the paid time that is leave, illness and training',
      part('shrinkage'),
    )
    .option('--team-size <n>', 'positions that one team may have', most('teamSize'))
    .option(
      '--teams <how>',
      'form teams by the fewest hand-offs between them (hand-offs) or by the capabilities they share (cells)',
      teamForming,
    );
}

/** The limits that were set; what was not stays with its default. */
export function limitsOf(options: LimitOptions): StructureLimits {
  return {
    maxCapabilitiesPerRole: options.maxCapabilities ?? null,
    maxStepsPerRole: options.maxSteps ?? null,
    maxPositionsPerRole: options.maxPositions ?? null,
    oneForcePerRole: options.oneForce ?? null,
    targetUtilisation: options.utilisation ?? null,
    shrinkage: options.shrinkage ?? null,
    teamSize: options.teamSize ?? null,
    teams: options.teams ?? null,
  };
}

/** A whole number as it was typed. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number was expected, such as 4.');
  return Number(text);
}

type Most = 'maxCapabilitiesPerRole' | 'maxStepsPerRole' | 'maxPositionsPerRole' | 'teamSize';

function most(limit: Most): (text: string) => number {
  return (text) => possible(limit, wholeNumber(text));
}

function part(limit: 'targetUtilisation' | 'shrinkage'): (text: string) => number {
  return (text) => possible(limit, share(text));
}

/** The value itself; a limit that no structure could keep, whatever the stream, is told before anything is read. */
function possible(limit: Most | 'targetUtilisation' | 'shrinkage', value: number): number {
  const [wrong] = impossibleLimits({ [limit]: value });
  if (wrong) throw new InvalidArgumentError(asSentence(wrong.message));
  return value;
}

function asSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function teamForming(text: string): TeamForming {
  const word = text.toLowerCase().replace(/[-_ ]/g, '');
  if (word === 'handoffs') return 'HAND_OFFS';
  if (word === 'cells') return 'CELLS';
  throw new InvalidArgumentError('Either hand-offs or cells was expected.');
}

function share(text: string): number {
  const match = /^(\d+(?:[.,]\d+)?)(%?)$/.exec(text.trim());
  if (!match) throw new InvalidArgumentError('A share was expected, such as 85% or 0.85.');
  const value = Number((match[1] ?? '').replace(',', '.'));
  return match[2] === '%' ? value / 100 : value;
}
