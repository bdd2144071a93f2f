import {
  foldName,
  readNapkin,
  stateCapabilities,
  type CapabilityKey,
  type Problem,
  type StepKey,
} from '../domain/index.js';
import { chooseConfirmations, type ChosenCapability, type Confirmation } from './choose-confirmations.js';
import { keepRevision, prepareRevision } from './draw-revision.js';
import { logStanding } from './log-standing.js';
import type { Parts } from './parts.js';
import type { PlannedStream } from './planned-stream.js';
import { hasErrors, problem, revisionProblem } from './problems.js';
import { wellFormed } from './well-formed.js';

export interface ConfirmInput {
  /** The key of the stream. */
  readonly stream: string;
  readonly confirmations?: readonly Confirmation[] | null;
  /** Confirms the best suggestion of every unconfirmed demand whose score reaches this, above 0 and at most 1. */
  readonly withScoreAtLeast?: number | null;
  readonly expectedRevision?: number | null;
}

/** planned is null where an error forbade storing: then nothing was stored. */
export interface ConfirmedCapabilities {
  readonly planned: PlannedStream | null;
  readonly confirmed: readonly { readonly step: StepKey; readonly capability: CapabilityKey }[];
  readonly problems: readonly Problem[];
}

/**
 * Writes confirmed capabilities into the napkin as its next revision, and learns each confirmed name as an alias, in one
 * write. A name that is not known or a step that is done outside is a problem, and nothing is stored or learned.
 */
export function confirmCapabilities({ unitOfWork, world, planner }: Parts) {
  return (input: ConfirmInput): Promise<ConfirmedCapabilities> =>
    unitOfWork.write(async (store) => {
      const before = await planner.required(store, input.stream);
      const { stored, plan } = before;
      const asked = (input.confirmations ?? []).map(({ step, capability }) => ({
        step: wellFormed(step),
        capability: wellFormed(capability),
      }));
      const { chosen, problems } = chooseConfirmations(plan, asked, input.withScoreAtLeast ?? null);
      const outOfDate = revisionProblem(stored.key, stored.revision, input.expectedRevision, 'confirm');
      const found = outOfDate ? [outOfDate, ...problems] : [...problems];
      if (chosen.length === 0 && !hasErrors(found))
        found.push(nothingToConfirm(input.withScoreAtLeast ?? null));
      if (hasErrors(found)) return { planned: null, confirmed: [], problems: found };

      const draft = readNapkin(stored.napkin).drafts[0];
      if (!draft) throw new Error(`Revision ${stored.revision} of ${stored.key} holds no stream`);
      const stated = stateCapabilities(draft, chosen.map(asStatement));
      const prepared = await prepareRevision(store, stated, stored.key);
      if (hasErrors(prepared.problems)) return { planned: null, confirmed: [], problems: prepared.problems };

      const kept = await keepRevision(store, world, prepared);
      const aliases = aliasesOf(chosen);
      if (aliases.size > 0) await store.learnAliases(aliases, world.now());
      const planned = planner.planned(kept.stored, await store.learnedAliases());
      await logStanding(store, world, [before, planned], 'REVISION');
      return {
        planned,
        confirmed: chosen.map(({ step, entry }) => ({ step: step.key, capability: entry.key })),
        problems: [...found, ...kept.problems],
      };
    });
}

function asStatement({ step, entry }: ChosenCapability): Confirmation {
  return { step: step.name, capability: entry.name };
}

/** The name of a step that stated nothing becomes an alias of the capability that was confirmed for it; of several it stands for none. */
function aliasesOf(chosen: readonly ChosenCapability[]): ReadonlyMap<string, CapabilityKey> {
  const confirmed = new Map<string, Set<CapabilityKey>>();
  for (const { step, entry, derived } of chosen) {
    if (!derived) continue;
    const alias = foldName(step.name);
    confirmed.set(alias, (confirmed.get(alias) ?? new Set()).add(entry.key));
  }
  const clear = [...confirmed].filter(([, keys]) => keys.size === 1);
  return new Map(clear.flatMap(([alias, keys]) => [...keys].map((key) => [alias, key] as const)));
}

function nothingToConfirm(score: number | null): Problem {
  return score === null
    ? problem(
        'INFO',
        'NOTHING_TO_CONFIRM',
        'Neither steps with their capabilities nor a score was given, so nothing was confirmed.',
        'Name steps and capabilities, or give withScoreAtLeast, such as 0.8.',
      )
    : problem(
        'INFO',
        'NOTHING_TO_CONFIRM',
        `No unconfirmed step of the stream has a suggestion whose score reaches ${score}, so nothing was confirmed.`,
        'Name steps and capabilities, or ask for a lower score.',
      );
}
