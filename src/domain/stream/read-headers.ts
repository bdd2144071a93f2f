import type { StepSetting } from './accept-step.js';
import type { DraftStep, Force } from './stream-draft.js';
import type { ValueStream } from './value-stream.js';
import type { PlainLine } from './walk-lines.js';

type Parties = Pick<ValueStream, 'customer' | 'supplier' | 'owner' | 'forceOwners'>;

/** Who the stream is for, who feeds it and who answers for it; the first line of a kind counts. */
export function readParties(lines: readonly PlainLine[]): Parties {
  const told = new Map<string, string>();
  let force: Force | null = null;
  for (const line of lines) {
    if (line.kind === 'force') force = line.force;
    if (line.kind !== 'party') continue;
    const key = line.party === 'owner' && force ? force : line.party;
    if (!told.has(key)) told.set(key, line.name);
  }
  const of = (key: string) => told.get(key) ?? null;
  return {
    customer: of('customer'),
    supplier: of('supplier'),
    owner: of('owner'),
    forceOwners: { SALES: of('SALES'), FULFILMENT: of('FULFILMENT') },
  };
}

/** Every step in the order of the text, with its force and the pains on the lines below it. */
export function settingsOf(lines: readonly PlainLine[]): ReadonlyMap<DraftStep, StepSetting> {
  const settings = new Map<DraftStep, StepSetting & { readonly pains: string[] }>();
  let force: Force | null = null;
  let above: string[] = [];
  for (const line of lines) {
    if (line.kind === 'force') force = line.force;
    else if (line.kind === 'pain') above.push(line.text);
    else if (line.kind === 'step') {
      above = [];
      settings.set(line.step, { position: settings.size + 1, force, pains: above });
    }
  }
  return settings;
}
