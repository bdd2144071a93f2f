import { foldName, type Justification, type StepKey } from '../shared/index.js';
import type { Transfer } from '../metrics/index.js';
import type { Step } from '../stream/index.js';
import { bringsDemanded, demandInStream } from './derive-cells.js';
import type { Gate } from './gate.js';
import { fitOf, ownedAt, ownsStep, sayOwned, type Holder } from './holder.js';
import type { Ledger } from './ledger.js';
import type { RaciLetter } from './responsibility-matrix.js';
import { listNames, nameStep } from './sentence.js';

const MOST_TIES = 3;

/** Everything that justifies a letter of a holder for a step; empty: nothing does. A step done outside demands nothing of ours, and may only name whom it asks and tells. */
export function justify(
  gate: Gate,
  ledger: Ledger,
  holder: Holder,
  step: Step,
  letter: RaciLetter,
): Justification[] {
  if (step.outside) return letter === 'C' || letter === 'I' ? named(gate, holder, step, letter) : [];
  switch (letter) {
    case 'R':
      return brought(gate, holder, step);
    case 'A':
      return accountable(gate, ledger, holder, step);
    case 'C':
      return [
        ...named(gate, holder, step, 'C'),
        ...advice(gate, holder, step),
        ...ties(gate, ledger, holder, step, 'C'),
      ];
    case 'I':
      return [...named(gate, holder, step, 'I'), ...ties(gate, ledger, holder, step, 'I')];
  }
}

/** true where the holder does a step: holds its R, or is a person who can do something that it demands. */
export function doesStep(gate: Gate, ledger: Ledger, holder: Holder, step: StepKey): boolean {
  if (ledger.letters(holder, step).has('R')) return true;
  if (holder.kind !== 'PERSON') return false;
  return (gate.book.demands.get(step) ?? []).some((demand) => fitOf(holder, demand) === 'FITS');
}

function brought({ book }: Gate, holder: Holder, step: Step): Justification[] {
  const demands = book.demands.get(step.key) ?? [];
  return demands
    .filter((demand) => fitOf(holder, demand) === 'FITS')
    .map((demand) => bringsDemanded(holder.name, demand, step, book));
}

/** An owner within what they own; else, where no role of the structure is accountable, who can do what the step asks. */
function accountable(gate: Gate, ledger: Ledger, holder: Holder, step: Step): Justification[] {
  if (ownsStep(holder, step)) return [owned(gate, holder, step)];
  const taker = ledger.taker(step.key);
  const free = !gate.accountable.has(step.key) && (taker === null || taker.id === holder.id);
  return free && gate.context.structure !== null ? brought(gate, holder, step) : [];
}

function owned({ book: { stream } }: Gate, holder: Holder, step: Step): Justification {
  const text = `${holder.name} owns ${listNames(ownedAt(holder, step).map((scope) => sayOwned(scope, stream)))}, to which ${nameStep(step)} belongs; an owner may take the accountability of any step in what they own`;
  return { step: step.key, capability: null, rule: 'OWNS', text };
}

/** Whom the step itself asks or tells; of a name that only stands behind @ nobody has said who that is. */
function named({ book: { stream } }: Gate, holder: Holder, step: Step, letter: 'C' | 'I'): Justification[] {
  const [verb, names] = letter === 'C' ? (['asks', step.asks] as const) : (['tells', step.tells] as const);
  const own = foldName(holder.name);
  if (holder.kind === 'NAME' || !names.some((name) => foldName(name) === own)) return [];
  const text = `${nameStep(step)} of "${stream.name}" ${verb} ${holder.name}`;
  return [{ step: step.key, capability: null, rule: verb.toUpperCase(), text }];
}

function advice({ book }: Gate, holder: Holder, step: Step): Justification[] {
  const demands = book.demands.get(step.key) ?? [];
  return demands
    .filter((demand) => fitOf(holder, demand) !== 'LACKS')
    .map((demand) => ({
      step: step.key,
      capability: { key: demand.capability.key, name: demand.capability.name },
      rule: 'CAN_ADVISE',
      text: `${holder.name} can advise: brings ${demandInStream(demand, step, book)}`,
    }));
}

/** C by any flow line between the step and a step of the holder; I by those that lead to a step of the holder. */
function ties(gate: Gate, ledger: Ledger, holder: Holder, step: Step, letter: 'C' | 'I'): Justification[] {
  const { book } = gate;
  const found: Justification[] = [];
  const look = (transfers: readonly Transfer[], far: 'from' | 'to'): void => {
    for (const transfer of transfers) {
      if (found.length >= MOST_TIES) return;
      const other = book.steps.get(transfer[far]);
      if (!other || other.key === step.key || !doesStep(gate, ledger, holder, other.key)) continue;
      found.push(tie(holder, step, other, transfer, letter));
    }
  };
  look(book.leaving.get(step.key) ?? [], 'to');
  if (letter === 'C') look(book.arriving.get(step.key) ?? [], 'from');
  return found;
}

function tie(holder: Holder, step: Step, other: Step, transfer: Transfer, letter: 'C' | 'I'): Justification {
  const [from, to] = transfer.from === step.key ? [step, other] : [other, step];
  const line = transfer.line === null ? '' : ` (line ${transfer.line})`;
  const passes =
    transfer.kind === 'RETURN'
      ? `work returns from ${nameStep(from)} to ${nameStep(to)}${line}`
      : `work passes from ${nameStep(from)} to ${nameStep(to)}`;
  const rule = letter === 'C' ? 'FLOW_TIES' : transfer.kind === 'RETURN' ? 'RETURN_REACHES' : 'COMES_NEXT';
  const text = `${passes}, and ${holder.name} does ${nameStep(other)}`;
  return { step: step.key, capability: null, rule, text };
}
