import { foldName, formatNumber, type CapabilityKey } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import type { CapabilityDemand } from '../capability/index.js';
import type { Gate } from './gate.js';
import { fitOf, type Holder } from './holder.js';
import type { RaciLetter } from './responsibility-matrix.js';
import { listNames, nameStep, sayDemand, sayDemands } from './sentence.js';
import { skillNames } from './skill.js';
import type { RefusalReason } from './verdict.js';

const MOST_NAMED = 6;

/** Nobody has said what this person can do: the remedy is a person line with what they are seen doing today, and with what an R would ask. */
export function capabilityUnknown(
  gate: Gate,
  holder: Holder,
  step: Step | null,
  letter: RaciLetter,
): RefusalReason {
  const today = gate.book.performed.get(foldName(holder.name)) ?? [];
  const steps = step && (letter === 'R' || today.length === 0) ? [...today, step] : today;
  const carriers = step && letter === 'R' ? (gate.roleBook.carriers.get(step.key) ?? []) : [];
  const roles = carriers.map((carrier) => carrier.role.name);
  const instead = roles.length > 0 ? `, or propose the role: ${listNames(roles, 'or')}` : '';
  return nothingSaidOf(gate, holder, steps, instead);
}

/** Nobody has said what this person can do; the person line that is suggested states what these steps ask. */
export function nothingSaidOf(
  gate: Gate,
  holder: Holder,
  steps: readonly Step[],
  instead: string,
): RefusalReason {
  const { stream } = gate.book;
  const skills = skillsAsked(gate, steps);
  const braces = skills.length > 0 ? skills.join(', ') : 'what they can do';
  const hours = formatNumber(stream.calendar.paidHoursPerWeek);
  return {
    code: 'CAPABILITY_UNKNOWN',
    message: `${holder.name} is named in "${stream.name}", but nobody has said yet what ${holder.name} can do. That is not a judgement of ${holder.name}.`,
    missingLink: `assignment → capability: nothing is known of what ${holder.name} can do`,
    remedy: `Write a person line, such as person ${quotedWhereNeeded(holder.name)} ${hours}h {${braces}}, if that is true${instead}.`,
    nearestStep: null,
  };
}

/** What steps ask of one person, as a person line states it: each capability once, at the highest level. */
function skillsAsked({ book }: Gate, steps: readonly Step[]): string[] {
  const highest = new Map<CapabilityKey, CapabilityDemand>();
  for (const { key } of steps) {
    for (const demand of book.demands.get(key) ?? []) {
      const before = highest.get(demand.capability.key);
      if (!before || (before.level ?? 0) < (demand.level ?? 0)) highest.set(demand.capability.key, demand);
    }
  }
  return [...highest.values()].map(sayPersonSkill);
}

/** Why a holder of whom it is known cannot do a step; empty where one capability fits. */
export function capabilityReasons(
  gate: Gate,
  holder: Holder,
  step: Step,
  nearest: Step | null,
): RefusalReason[] {
  const demands = gate.book.demands.get(step.key) ?? [];
  if (demands.length === 0) return [nothingAsked(step, nearest)];
  if (demands.some((demand) => fitOf(holder, demand) === 'FITS')) return [];
  const reasons = nearMisses(holder, step, demands, nearest);
  if (reasons.length > 0) return reasons;
  return [notDemanded(holder, step, demands, nearest), lacks(gate, holder, step, demands, nearest)];
}

/** What a holder does not meet of these demands of one step, all of which must be met; empty where all are. */
export function shortcomings(
  gate: Gate,
  holder: Holder,
  step: Step,
  demands: readonly CapabilityDemand[],
): RefusalReason[] {
  const lacking = demands.filter((demand) => fitOf(holder, demand) === 'LACKS');
  const near = nearMisses(holder, step, demands, null);
  if (lacking.length === 0) return near;
  const learn = `Once ${holder.name} can, write {${lacking.map(sayPersonSkill).join(', ')}} on the person line; till then choose somebody who can.`;
  return [...near, { ...lacks(gate, holder, step, lacking, null), remedy: learn }];
}

function nearMisses(
  holder: Holder,
  step: Step,
  demands: readonly CapabilityDemand[],
  nearest: Step | null,
): RefusalReason[] {
  const low = demands.filter((demand) => fitOf(holder, demand) === 'LEVEL_TOO_LOW');
  const unlicensed = demands.filter((demand) => fitOf(holder, demand) === 'LICENCE_MISSING');
  const reasons: RefusalReason[] = [];
  if (low.length > 0) reasons.push(levelTooLow(holder, step, low, nearest));
  if (unlicensed.length > 0) reasons.push(licenceMissing(holder, step, unlicensed, nearest));
  return reasons;
}

/** The step demands nothing that anybody here could do. */
export function nothingAsked(step: Step, nearest: Step | null): RefusalReason {
  const outside = step.outside ? 'is done outside the firm and ' : '';
  return {
    code: 'CAPABILITY_NOT_DEMANDED',
    message: `${nameStep(step)} ${outside}asks nobody here for anything.`,
    missingLink: `capability → step: ${nameStep(step)} demands no capability`,
    remedy: step.outside
      ? `If people of the firm do part of it, draw that part as a step of its own without (outside).`
      : `Write on its line what it needs, in braces.`,
    nearestStep: nearest?.key ?? null,
  };
}

function notDemanded(
  holder: Holder,
  step: Step,
  demands: readonly CapabilityDemand[],
  nearest: Step | null,
): RefusalReason {
  const skills = skillNames(holder.skills);
  const can = listNames(skills, 'and', MOST_NAMED);
  const where = nearest
    ? `Propose ${holder.name} for ${nameStep(nearest)}, which asks for what ${holder.name} brings`
    : `No step of the stream asks for what ${holder.name} brings`;
  return {
    code: 'CAPABILITY_NOT_DEMANDED',
    message: `${nameStep(step)} asks for ${sayDemands(demands)}; it asks for nothing that ${holder.name} brings (${can}).`,
    missingLink: `capability → step: ${nameStep(step)} does not demand ${listNames(skills, 'or', MOST_NAMED)}`,
    remedy: `${where}; or, if ${nameStep(step)} really needs ${listNames(skills, 'or', MOST_NAMED)}, write it in braces on its line.`,
    nearestStep: nearest?.key ?? null,
  };
}

function lacks(
  gate: Gate,
  holder: Holder,
  step: Step,
  demands: readonly CapabilityDemand[],
  nearest: Step | null,
): RefusalReason {
  const asked = listNames(demands.map(sayDemand), 'or');
  const carriers = (gate.roleBook.carriers.get(step.key) ?? []).map(({ role }) => role.name);
  const able =
    carriers.length > 0 ? `${listNames(carriers)} can do it.` : 'No role of the structure can do it yet.';
  const learn =
    holder.kind === 'PERSON'
      ? ` Once ${holder.name} can, write {${demands.map(sayPersonSkill).join(', ')}} on the person line.`
      : ` For ${holder.name} to do it, adopt a structure in which that role carries ${asked}.`;
  return {
    code: 'HOLDER_LACKS_CAPABILITY',
    message: `${holder.name} does not bring ${asked}, which ${nameStep(step)} asks for.`,
    missingLink: `assignment → capability: ${holder.name} does not bring ${asked}`,
    remedy: able + learn,
    nearestStep: nearest?.key ?? null,
  };
}

function levelTooLow(
  holder: Holder,
  step: Step,
  demands: readonly CapabilityDemand[],
  nearest: Step | null,
): RefusalReason {
  const each = demands.map((demand) => {
    const level = holder.skills.get(demand.capability.key)?.level ?? null;
    return `${sayDemand(demand)}, and ${holder.name} has ${level === null ? 'no level told' : `level ${level}`}`;
  });
  return {
    code: 'LEVEL_TOO_LOW',
    message: `${nameStep(step)} asks for ${listNames(each)}.`,
    missingLink: `assignment → capability: ${holder.name} is not known to reach ${listNames(demands.map(sayDemand))}`,
    remedy: `Write the level on the person line once it is reached ({${demands.map(sayPersonSkill).join(', ')}}), lower what the step asks for, or propose C: to advise needs no level.`,
    nearestStep: nearest?.key ?? null,
  };
}

function licenceMissing(
  holder: Holder,
  step: Step,
  demands: readonly CapabilityDemand[],
  nearest: Step | null,
): RefusalReason {
  const names = listNames(demands.map(({ capability }) => capability.name));
  return {
    code: 'HOLDER_LACKS_CAPABILITY',
    message: `${nameStep(step)} asks for a licence for ${names}; ${holder.name} brings ${names} without the licence.`,
    missingLink: `assignment → capability: ${holder.name} is not known to hold the licence for ${names}`,
    remedy: `If ${holder.name} holds it, write {${demands.map(sayPersonSkill).join(', ')}} on the person line; else give the step to somebody who does.`,
    nearestStep: nearest?.key ?? null,
  };
}

/** As a person line states it. */
function sayPersonSkill({ capability, level }: CapabilityDemand): string {
  return `${quotedInBraces(capability.name)}${level === null ? '' : ` ${level}`}${capability.licence ? ' (licence)' : ''}`;
}

function quotedWhereNeeded(name: string): string {
  return /^[\p{L}\p{N}_.-]+$/u.test(name) ? name : quoted(name);
}

function quotedInBraces(name: string): string {
  return /[,{}()"\\#!]|\s\d+$/.test(name) ? quoted(name) : name;
}

function quoted(name: string): string {
  return `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
