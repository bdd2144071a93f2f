import type { LeadPath, PathBranch } from '../../../domain/index.js';
import type { StepBook } from './step-book.js';

/** A lead time place by place, with the steps that it names. */
export function presentPath(book: StepBook, path: LeadPath | null) {
  return (
    path && {
      places: () => path.places.map((place) => ({ ...place, step: place.step && book.step(place.step) })),
      choices: () =>
        path.choices.map(({ kind, taken, left }) => ({
          kind,
          taken: taken && presentBranch(book, taken),
          left: left.map((branch) => presentBranch(book, branch)),
        })),
    }
  );
}

function presentBranch(book: StepBook, branch: PathBranch) {
  return { ...branch, step: branch.step && book.step(branch.step) };
}
