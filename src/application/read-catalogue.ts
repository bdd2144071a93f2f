import { withLearned, type Catalogue } from '../domain/index.js';
import type { Parts } from './parts.js';

/** The catalogue with the names that people have confirmed so far. */
export function readCatalogue({ unitOfWork, catalogue }: Parts) {
  return (): Promise<Catalogue> =>
    unitOfWork.read(async (store) => withLearned(catalogue, await store.learnedAliases()));
}
