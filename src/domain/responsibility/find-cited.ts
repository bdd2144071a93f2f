import { foldName, keyFromName, type StepKey } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import type { Gate } from './gate.js';
import type { Holder } from './holder.js';
import { listNames, nameStep } from './sentence.js';
import type { RefusalReason } from './verdict.js';

/** What a wish names: found, or the reason why not. told: what to say of it in any case. */
export type Found<T> =
  | { readonly found: T; readonly reason: null; readonly told: string | null }
  | { readonly found: null; readonly reason: RefusalReason; readonly told: null };

/** A step of the stream by key, by name, or by the name that it had before. */
export function findStep(gate: Gate, text: string | null): Found<Step> {
  const { book, former } = gate;
  if (text === null || text.trim() === '') return missing(noStep(gate));
  const step = book.steps.get(text as StepKey) ?? book.named.get(foldName(text));
  if (step) return { found: step, reason: null, told: null };
  const left = former.get(text) ?? former.get(`name ${foldName(text)}`);
  if (left) return missing(stepLeft(gate, left.name));
  const renamed = renamedStep(gate, text);
  if (!renamed) return missing(unknownStep(gate, text));
  return { found: renamed, reason: null, told: `"${text}" is called ${nameStep(renamed)} by now.` };
}

/** A step keeps the key of its first name: cited by that name it is the same step. */
function renamedStep({ book }: Gate, text: string): Step | null {
  const key = keyFromName(text);
  const step = book.steps.get(key as StepKey);
  return step && keyFromName(step.name) !== key ? step : null;
}

/** The reason for a step that has left the stream, by the name it had. */
export function stepLeft({ book: { stream }, nearestStepName }: Gate, name: string): RefusalReason {
  const nearest = nearestStepName(name);
  const renamed =
    nearest === null
      ? ''
      : ` If "${nearest}" is the same step under a new name, write was: "${name}" on its line.`;
  return {
    code: 'STEP_NOT_IN_THIS_REVISION',
    message: `"${name}" was a step of an earlier revision of "${stream.name}" and has left the stream.`,
    missingLink: `step → stream: "${name}" is not in "${stream.name}" any more`,
    remedy: `Cite a step of the stream as it stands, or draw "${name}" again.${renamed}`,
    nearestStep: null,
  };
}

/** A role, a person or a known name. */
export function findHolder(gate: Gate, name: string): Found<Holder> {
  const holder = name.trim() === '' ? null : gate.holders.find(name);
  return holder ? { found: holder, reason: null, told: null } : missing(unknownHolder(gate, name));
}

function missing(reason: RefusalReason): Found<never> {
  return { found: null, reason, told: null };
}

function noStep({ book: { stream } }: Gate): RefusalReason {
  const names = listNames(
    stream.steps.map(({ name }) => `"${name}"`),
    'or',
    3,
  );
  return {
    code: 'NO_STEP_CITED',
    message: `No step is named: a responsibility exists only for a step of "${stream.name}".`,
    missingLink: 'assignment → step: no step is named',
    remedy:
      names === '' ? 'Draw the steps of the stream first.' : `Name the step it is for, such as ${names}.`,
    nearestStep: null,
  };
}

function unknownStep(gate: Gate, text: string): RefusalReason {
  const { stream } = gate.book;
  const nearest = gate.nearestStepName(text);
  return {
    code: 'UNKNOWN_STEP',
    message: `"${text}" is no step of "${stream.name}", and a step of another stream justifies nothing here.`,
    missingLink: `step → stream: "${stream.name}" has no step "${text}"`,
    remedy:
      nearest === null
        ? `Cite one of the ${stream.steps.length} steps of the stream, or draw "${text}" where it belongs.`
        : `Did you mean "${nearest}"? Else draw "${text}" where it belongs.`,
    nearestStep: nearest === null ? null : (gate.book.named.get(foldName(nearest))?.key ?? null),
  };
}

function unknownHolder(gate: Gate, name: string): RefusalReason {
  const { stream } = gate.book;
  const folded = foldName(name);
  const outside = [stream.customer, stream.supplier].some(
    (other) => other !== null && foldName(other) === folded,
  );
  const nearest = gate.nearestHolderName(name);
  const roles = gate.roleBook.roles.map((role) => role.name);
  const known = roles.length === 0 ? '' : ` The roles are ${listNames(roles, 'and', 8)}.`;
  const meant = nearest === null || outside ? '' : `Did you mean "${nearest}"? Else `;
  const line = `write a person line (person ${name.trim() || 'NAME'} 40h {what they can do})`;
  return {
    code: 'UNKNOWN_HOLDER',
    message: outside
      ? `${name} is outside the firm: customers and suppliers hold no responsibility in "${stream.name}".`
      : `"${name}" is no role and no person of "${stream.name}".`,
    missingLink: `assignment → capability: nobody is known as "${name}"`,
    remedy: `${meant === '' ? 'Name a role or a person, or ' : meant}${line}.${known}`,
    nearestStep: null,
  };
}
