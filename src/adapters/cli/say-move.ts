/** `"Price the job": Owner → Estimator`; where both roles are called the same, that the second is another. */
export function sayMove(step: string, from: readonly string[], to: readonly string[]): string {
  const [before, after] = [from.join(' and '), to.join(' and ')];
  return before === after ? `"${step}": ${before} → another ${after}` : `"${step}": ${before} → ${after}`;
}
