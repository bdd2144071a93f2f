import type { Step } from '../stream/index.js';
import type { CapabilityDemand } from '../capability/index.js';
import type { Gate } from './gate.js';
import { fitOf, type Holder } from './holder.js';
import { listNames, nameStep, sayDemand, sayDemands } from './sentence.js';
import type { RefusalReason } from './verdict.js';

const MOST_NAMED = 6;

/** Nobody has said what this person can do. */
export function capabilityUnknown(gate: Gate, holder: Holder, step: Step | null): RefusalReason {
  const { stream } = gate.book;
  const asked = step ? (gate.book.demands.get(step.key) ?? []) : [];
  const braces = asked.length > 0 ? asked.map(sayPersonSkill).join(', ') : 'what they can do';
  const carriers = step ? (gate.roleBook.carriers.get(step.key) ?? []) : [];
  const role = carriers.map((carrier) => carrier.role.name);
  const instead = role.length > 0 ? `, or propose the role: ${listNames(role, 'or')}` : ', or propose a role';
  return {
    code: 'CAPABILITY_UNKNOWN',
    message: `${holder.name} is named in "${stream.name}", but nobody has said yet what ${holder.name} can do. That is not a judgement of ${holder.name}.`,
    missingLink: `assignment → capability: nothing is known of what ${holder.name} can do`,
    remedy: `Write a person line, such as person ${quotedWhereNeeded(holder.name)} 40h {${braces}}, if that is true${instead}.`,
    nearestStep: null,
  };
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
  const fits = demands.map((demand) => ({ demand, fit: fitOf(holder, demand) }));
  if (fits.some(({ fit }) => fit === 'FITS')) return [];
  const low = fits.filter(({ fit }) => fit === 'LEVEL_TOO_LOW').map(({ demand }) => demand);
  const unlicensed = fits.filter(({ fit }) => fit === 'LICENCE_MISSING').map(({ demand }) => demand);
  const reasons: RefusalReason[] = [];
  if (low.length > 0) reasons.push(levelTooLow(holder, step, low, nearest));
  if (unlicensed.length > 0) reasons.push(licenceMissing(holder, step, unlicensed, nearest));
  if (reasons.length > 0) return reasons;
  return [notDemanded(holder, step, demands, nearest), lacks(gate, holder, step, demands, nearest)];
}

function nothingAsked(step: Step, nearest: Step | null): RefusalReason {
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
  const skills = [...holder.skills.values()].map(({ name }) => name);
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
  return `${capability.name}${level === null ? '' : ` ${level}`}${capability.licence ? ' (licence)' : ''}`;
}

function quotedWhereNeeded(name: string): string {
  return name.includes(' ') ? `"${name}"` : name;
}
