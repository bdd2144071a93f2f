import type { CapabilityDemand } from '../capability/index.js';
import type { Step } from '../stream/index.js';

/** A step as a sentence names it, with its napkin line where it has one. */
export function nameStep(step: Pick<Step, 'name' | 'line'>): string {
  return step.line === null ? `"${step.name}"` : `"${step.name}" (line ${step.line})`;
}

/** `a, b and c`; beyond atMost the rest is counted. */
export function listNames(names: readonly string[], joint: 'and' | 'or' = 'and', atMost = Infinity): string {
  const shown = names.slice(0, atMost);
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** A demand as a step would state it: level and licence included. */
export function sayDemand(demand: CapabilityDemand): string {
  const level = demand.level === null ? '' : ` at level ${demand.level}`;
  return `${demand.capability.name}${level}${demand.capability.licence ? ' (licence)' : ''}`;
}

/** What a step demands, as one phrase; where it states nothing, that it was derived from its name. */
export function sayDemands(demands: readonly CapabilityDemand[]): string {
  const words = listNames(demands.map(sayDemand));
  return demands.some((demand) => demand.statedByStep) ? words : `${words} (derived from the step's name)`;
}

/** " in revision 3"; nothing for a file, which has no revisions. */
export function inRevision(revision: number | null): string {
  return revision === null ? '' : ` in revision ${revision}`;
}
