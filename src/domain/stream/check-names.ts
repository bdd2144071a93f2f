import { foldName, type Problem } from '../shared/index.js';
import type { KeyedStep } from './key-steps.js';
import { problemAt, quoted } from './problem-at.js';
import type { StepLookup } from './step-lookup.js';
import type { DraftReference } from './stream-draft.js';
import type { ValueStream } from './value-stream.js';

/** Warnings for names behind `asks` and `tells` that nobody and nothing of the stream is called. */
export function checkNames(
  stream: ValueStream,
  steps: readonly KeyedStep[],
  lookup: StepLookup,
): readonly Problem[] {
  const names = peopleOf(stream);
  const known = new Set(
    [...names, 'customer', 'the customer', 'supplier', 'the supplier', 'owner', 'the owner'].map(foldName),
  );
  const check = (reference: DraftReference, mark: string): readonly Problem[] => {
    if (known.has(foldName(reference.name)) || lookup.has(reference.name)) return [];
    const nearest = lookup.suggest(reference.name, names);
    const remedy = nearest === null ? null : `Did you mean ${quoted(nearest)}?`;
    const message = `\`${mark}\` names ${quoted(reference.name)}, and no person, performer, step or customer of this stream is called that. It is kept as written, for a role of that name.`;
    const fix =
      nearest !== null && reference.at ? { place: reference.at, replacement: quoted(nearest) } : null;
    return [problemAt('UNKNOWN_NAME', 'WARNING', message, reference.at, remedy, fix)];
  };
  return steps.flatMap(({ draft }) => [
    ...draft.asks.flatMap((reference) => check(reference, 'asks')),
    ...draft.tells.flatMap((reference) => check(reference, 'tells')),
  ]);
}

function peopleOf(stream: ValueStream): readonly string[] {
  const parties = [
    stream.customer,
    stream.supplier,
    stream.owner,
    stream.forceOwners.SALES,
    stream.forceOwners.FULFILMENT,
    ...(stream.stageOwners ?? []).map(({ owner }) => owner),
  ];
  const performers = stream.steps.flatMap((step) => step.performers);
  const names = [...stream.people.map((person) => person.name), ...performers, ...parties];
  return [...new Set(names.filter((name) => name !== null))];
}
