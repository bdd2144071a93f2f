/** Works it out when it is first asked for, and remembers it. */
export function once<T extends object>(work: () => T): () => T {
  let known: T | null = null;
  return () => (known ??= work());
}
