import type { Step } from '../stream/index.js';
import { capabilityReasons, nothingAsked } from './capability-reasons.js';
import type { Gate } from './gate.js';
import { fitOf, ownsStep, sayOwned, type Holder } from './holder.js';
import type { Role } from '../structure/index.js';
import type { Ledger } from './ledger.js';
import type { RaciLetter } from './responsibility-matrix.js';
import { listNames, nameStep } from './sentence.js';
import type { RefusalReason } from './verdict.js';

const MOST_NAMED = 4;

/** What speaks against a letter where nothing justifies it, and where the accountability is taken. */
export function letterReasons(
  gate: Gate,
  ledger: Ledger,
  holder: Holder,
  step: Step,
  letter: RaciLetter,
  nearest: Step | null,
): RefusalReason[] {
  if (step.outside) return [nothingAsked(step, nearest)];
  switch (letter) {
    case 'R':
      return holder.skills.size === 0 ? [] : capabilityReasons(gate, holder, step, nearest);
    case 'A':
      return accountableReasons(gate, ledger, holder, step, nearest);
    case 'C':
      return [notTied(holder, step, 'C', nearest)];
    case 'I':
      return [notTied(holder, step, 'I', nearest)];
  }
}

/** The one accountable: a role of the structure, unless an owner takes it; two owners cannot. */
function accountableReasons(
  gate: Gate,
  ledger: Ledger,
  holder: Holder,
  step: Step,
  nearest: Step | null,
): RefusalReason[] {
  const taker = ledger.taker(step.key);
  const role = gate.accountable.get(step.key) ?? null;
  const owner = ownsStep(holder, step);
  const reasons: RefusalReason[] = [];
  if (taker && taker.id !== holder.id) reasons.push(takenBy(taker, holder, step, nearest));
  else if (!owner && role) reasons.push(secondTo(gate, role, holder, step, nearest));
  if (owner || holder.skills.size === 0) return reasons;
  const lacking = capabilityReasons(gate, holder, step, nearest);
  const told = role || taker ? lacking.filter(({ code }) => code !== 'CAPABILITY_NOT_DEMANDED') : lacking;
  return [...reasons, ...told];
}

function takenBy(taker: Holder, holder: Holder, step: Step, nearest: Step | null): RefusalReason {
  return {
    code: 'SECOND_ACCOUNTABLE',
    message: `${taker.name} has taken the accountability of ${nameStep(step)}, and a step has one.`,
    missingLink: `assignment → step: ${nameStep(step)} has its one accountable`,
    remedy: `Agree who of ${taker.name} and ${holder.name} answers for it; the other can be consulted (C) or informed (I) where the flow ties them to it.`,
    nearestStep: nearest?.key ?? null,
  };
}

function secondTo(gate: Gate, role: Role, holder: Holder, step: Step, nearest: Step | null): RefusalReason {
  const { stream } = gate.book;
  const because = gate.derivedCell(role.key, step.key, 'A')?.because[0].text;
  const owned =
    holder.owns.length > 0
      ? ` ${holder.name} owns ${listNames(holder.owns.map((scope) => sayOwned(scope, stream)))}, to which this step does not belong.`
      : '';
  return {
    code: 'SECOND_ACCOUNTABLE',
    message: `${nameStep(step)} has its one accountable, ${role.name}${because === undefined ? '' : ` (${because})`}.${owned}`,
    missingLink: `assignment → step: ${nameStep(step)} has its one accountable`,
    remedy: `${insteadOf(gate, role, holder)} Only an owner of the stream, of its force or of the step may take the accountability over: write ${holder.name} as owner if that is so.`,
    nearestStep: nearest?.key ?? null,
  };
}

/** The way that is open: a person who can do what the accountable role does can fill it. */
function insteadOf({ book }: Gate, role: Role, holder: Holder): string {
  const other = `Propose R, C or I for ${holder.name} where a step justifies it.`;
  if (holder.kind !== 'PERSON') return other;
  const does = role.demands.flatMap(({ step, capability }) => {
    const demand = book.demands.get(step)?.find((one) => one.capability.key === capability);
    return demand && fitOf(holder, demand) === 'FITS' ? [step] : [];
  });
  const doable = new Set(does);
  const able = role.steps.flatMap((key) => (doable.has(key) ? (book.steps.get(key) ?? []) : []));
  if (able.length === 0) return other;
  const whole = does.length === role.demands.length ? '' : ' a part of';
  const names = listNames(able.map(nameStep), 'and', MOST_NAMED);
  return `${holder.name} could fill${whole} the role ${role.name}, which answers for it: propose R for ${holder.name} at ${names}.`;
}

function notTied(holder: Holder, step: Step, letter: 'C' | 'I', nearest: Step | null): RefusalReason {
  const consulted = letter === 'C';
  const link = consulted
    ? `no flow line, return or capability ties ${holder.name} to ${nameStep(step)}`
    : `no flow line or return leads from ${nameStep(step)} to a step of ${holder.name}`;
  const why = consulted
    ? `${holder.name} brings nothing that ${nameStep(step)} asks for, and no flow line or return ties it to a step that ${holder.name} does.`
    : `Nothing that leaves ${nameStep(step)}, and nothing that returns from it, reaches a step that ${holder.name} does.`;
  const near = nearest ? ` The nearest step for which it would be justified is ${nameStep(nearest)}.` : '';
  return {
    code: consulted ? 'NOT_CONSULTABLE' : 'NOT_INFORMABLE',
    message: why,
    missingLink: `assignment → step: ${link}`,
    remedy: `If the work really needs it, write ${consulted ? 'asks' : 'tells'} ${holder.name} on the line of ${nameStep(step)}, or draw the flow that ties them.${near}`,
    nearestStep: nearest?.key ?? null,
  };
}
