/** What is shown beside work that goes on, on one line of so many columns: what it is, for how long, and how far it has come. */
export function progressLine(label: string, seconds: number, soFar: string, width: number): string {
  const line = `${label} … ${seconds} s${soFar === '' ? '' : ` · ${soFar}`}`;
  const letters = [...line];
  return letters.length < width ? line : `${letters.slice(0, Math.max(0, width - 2)).join('')}…`;
}
