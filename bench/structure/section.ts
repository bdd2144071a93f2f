/** One part of the structure benchmark: a table that a method prints of itself. */
export interface BenchSection {
  /** As it is asked for on the command line; its results are kept in results/structure-NAME.md. */
  readonly name: string;
  readonly title: string;
  /** Lines of Markdown; progress goes to tell. */
  readonly run: (tell: (line: string) => void) => Promise<readonly string[]> | readonly string[];
}

/** Published instances lie beside the project; they are no part of it. From bench/dist/bench/structure. */
export const TRUTHS = new URL('../../../../../shared/truths/optimisation/', import.meta.url);
