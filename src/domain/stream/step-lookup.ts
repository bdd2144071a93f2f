import { foldName, keyFromName, nearestName, type Problem, type StepKey } from '../shared/index.js';
import type { KeyedStep } from './key-steps.js';
import { problemAt, quoted } from './problem-at.js';
import type { DraftReference } from './stream-draft.js';

/** Suggestions compare a name with all others, so only the first unknown names of a text get one. */
const MOST_SUGGESTIONS = 50;

/** Finds steps by the names that lines refer to them with, and tells every name that refers to none. */
export interface StepLookup {
  /** The step's key, or null with an error told. what is the sentence's subject, such as `` `back to` ``. */
  find(reference: DraftReference, what: string): StepKey | null;
  /** The same for many, unknown ones left out and each step once. */
  findAll(references: readonly DraftReference[], what: string): readonly StepKey[];
  /** A name of a step, without telling anything. */
  has(name: string): boolean;
  /** The nearest of these names, as long as suggestions are given. */
  suggest(name: string, candidates: readonly string[]): string | null;
  readonly problems: Problem[];
}

/** Finds steps by name and tells references that lead nowhere. */
export function lookUpSteps(steps: readonly KeyedStep[]): StepLookup {
  const byName = indexNames(steps);
  const names = steps.map((step) => step.draft.name);
  const problems: Problem[] = [];
  let suggestions = 0;
  const suggest = (name: string, candidates: readonly string[]) => {
    suggestions += 1;
    if (suggestions > MOST_SUGGESTIONS) return null;
    return onlyBeginning(name, candidates) ?? nearestName(name, candidates);
  };
  const find = (reference: DraftReference, what: string) => {
    const key = byName.get(foldName(reference.name));
    if (key === undefined) problems.push(unknownStep(reference, what, suggest(reference.name, names)));
    return key ?? null;
  };
  return {
    find,
    findAll: (references, what) => {
      const keys = references.map((reference) => find(reference, what));
      return [...new Set(keys.filter((key) => key !== null))];
    },
    has: (name) => byName.has(foldName(name)),
    suggest,
    problems,
  };
}

const SHORTEST_BEGINNING = 3;

/** The one name that begins with these whole words; null where none or several do. */
function onlyBeginning(name: string, candidates: readonly string[]): string | null {
  const beginning = `${foldName(name)} `;
  if (beginning.length <= SHORTEST_BEGINNING) return null;
  const found = candidates.filter((candidate) => foldName(candidate).startsWith(beginning));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Names first, then old names, then keys: an earlier kind wins over a later, an earlier step over a later one. */
function indexNames(steps: readonly KeyedStep[]): ReadonlyMap<string, StepKey> {
  const byName = new Map<string, StepKey>();
  const add = (name: string, key: StepKey) => {
    const folded = foldName(name);
    if (!byName.has(folded)) byName.set(folded, key);
  };
  for (const step of steps) add(step.draft.name, step.key);
  for (const step of steps) if (step.draft.was !== null) add(step.draft.was, step.key);
  for (const step of steps) add(step.key, step.key);
  for (const step of steps) add(keyFromName(step.draft.name), step.key);
  return byName;
}

function unknownStep(reference: DraftReference, what: string, nearest: string | null): Problem {
  const remedy =
    nearest === null ? 'Write the name of a step of this stream.' : `Did you mean ${quoted(nearest)}?`;
  return problemAt(
    'UNKNOWN_STEP_REFERENCE',
    'ERROR',
    `${what} names ${quoted(reference.name)}, and no step of this stream is called that.`,
    reference.at,
    remedy,
    nearest !== null && reference.at ? { place: reference.at, replacement: quoted(nearest) } : null,
  );
}
