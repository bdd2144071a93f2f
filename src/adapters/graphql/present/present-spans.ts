import { spansAndLayers, type StructureProposal } from '../../../domain/index.js';
import type { StepBook } from './step-book.js';

/** The leads that the size of a structure calls for, with its teams as the schema has them; null where it calls for none. */
export function presentSpans<T extends { readonly key: string }>(
  book: StepBook,
  proposal: StructureProposal,
  presented: () => readonly T[],
) {
  const spans = spansAndLayers(book.stream, proposal);
  if (spans === null) return null;
  const byKey = new Map<string | null, T>(presented().map((team) => [team.key, team]));
  return {
    ...spans,
    owners: spans.owners.map(({ owners, teams, ...told }) => ({
      ...told,
      ownersBelow: owners,
      teams: teams.map(({ team, ...size }) => ({ ...size, team: byKey.get(team) ?? null })),
    })),
  };
}
