import type { Command } from 'commander';
import {
  planStream,
  setOverride,
  type Assignment,
  type Override,
  type OverrideObjection,
  type OverrideRequest,
  type Plan,
} from '../../domain/index.js';
import { readOverride } from './read-override.js';
import { UsageFault, type Terminal } from './terminal.js';

/** Overrides as commander hands them over. */
export interface OverrideOptions {
  readonly override?: readonly OverrideRequest[];
}

/** Adds the way of telling overrides; who tells none has them switched off. */
export function withOverrideOption(command: Command): Command {
  const collect = (text: string, before?: readonly OverrideRequest[]): readonly OverrideRequest[] => [
    ...(before ?? []),
    readOverride(text),
  ];
  return command.option(
    '--override <override>',
    `let a refused wish stand for a time, marked as an override: "Dana R 'Price the job' by Lucas until 2026-01-31 because ..."; may be given again`,
    collect,
  );
}

/** What needs no override (any more), in words. */
const NEEDS_NONE: ReadonlySet<string> = new Set(['NOTHING_TO_OVERRIDE', 'EXPIRED_BEFORE_IT_BEGINS']);

/**
 * The plan with the overrides that can stand today. One that has expired, or that the stream justifies by now, is told on
 * standard error and left out; an UsageFault tells every one that cannot be set.
 */
export function withOverridesSet(
  plan: Plan,
  { override: requests = [] }: OverrideOptions,
  today: string,
  terminal: Pick<Terminal, 'err'>,
): Plan {
  if (requests.length === 0) return plan;
  const standing: Override[] = [];
  const wrong: string[] = [];
  for (const request of requests) {
    const result = setOverride(plan.gate, request, { today, switchedOn: true, standing });
    if (result.kind === 'OverrideSet') {
      standing.push(result.override);
      continue;
    }
    const told = result.objections.map((objection) => sayObjection(request, objection));
    const harmless = result.objections.every(({ code }) => NEEDS_NONE.has(code));
    if (harmless) terminal.err(`${told.join('\n')}\n`);
    else wrong.push(...told);
  }
  if (wrong.length > 0) throw new UsageFault(wrong.join('\n'));
  const assignments = plan.assignments.map(({ assignment }) => assignment);
  const kept = { adopted: plan.adopted, assignments, formerSteps: [], overrides: standing };
  return planStream<Assignment>(plan.understanding, kept);
}

/** The plans with the overrides set in the only one; an UsageFault where the file holds several streams. */
export function withOverridesInOnlyPlan(
  plans: readonly Plan[],
  options: OverrideOptions,
  terminal: Pick<Terminal, 'err' | 'today'>,
): readonly Plan[] {
  if (options.override === undefined) return plans;
  const [plan, ...others] = plans;
  if (!plan) return plans;
  if (others.length > 0)
    throw new UsageFault(
      'An override is of one stream, and the file holds several: use headwater judge or report, with --stream.',
    );
  return [withOverridesSet(plan, options, terminal.today(), terminal)];
}

function sayObjection({ wish }: OverrideRequest, { message, remedy }: OverrideObjection): string {
  return `Override of ${wish.holder} as ${wish.letter}: ${message} ${remedy}`;
}
