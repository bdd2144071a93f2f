import { readNapkinText, type NapkinReading } from '../../application/index.js';
import { applyFixes, type Problem } from '../../domain/index.js';

/** A text with what the reader says of it. */
export interface ReadText {
  readonly text: string;
  readonly reading: NapkinReading;
}

/** How often a text may still be read: a bound for texts whose fixes call for each other. */
export interface FixingWork {
  readings: number;
}

/** Reads a text, and counts it as work. */
export function readOnce(text: string, work: FixingWork): ReadText {
  work.readings -= 1;
  return { text, reading: readNapkinText(text) };
}

/**
 * Makes those of the fixes that help; they come in the order of their places. All at once first; where that makes the
 * text worse, without those on whose lines it does; where no line shows it, in halves, the lower half first, so that
 * the places of the upper half stay what they are.
 */
export function settleFixes(
  before: ReadText,
  fixes: readonly Problem[],
  work: FixingWork,
): { readonly after: ReadText; readonly applied: readonly Problem[] } {
  if (fixes.length === 0 || work.readings <= 0) return { after: before, applied: [] };
  const { text, applied } = applyFixes(before.text, fixes);
  const after = readOnce(text, work);
  if (helps(applied, before.reading, after.reading)) return { after, applied };
  if (fixes.length === 1) return { after: before, applied: [] };
  const sound = withoutHarm(applied, before.reading, after.reading);
  if (sound.length < applied.length) return settleFixes(before, sound, work);
  const middle = Math.ceil(fixes.length / 2);
  const below = settleFixes(before, fixes.slice(middle), work);
  const above = settleFixes(below.after, fixes.slice(0, middle), work);
  return { after: above.after, applied: [...above.applied, ...below.applied] };
}

/** The line that each line of the new text comes from; one that was put in comes from the one it stands at. */
export function originsAfter(origins: readonly number[], applied: readonly Problem[]): number[] {
  const more = new Map<number, number>();
  for (const { fix } of applied) {
    const added = (fix?.replacement.split('\n').length ?? 1) - 1;
    if (fix !== null && added > 0) more.set(fix.place.line, (more.get(fix.place.line) ?? 0) + added);
  }
  return origins.flatMap((origin, index) => Array<number>(1 + (more.get(index + 1) ?? 0)).fill(origin));
}

/** No step gone, no more errors than before, and every one of the fixes has put its own problem right. */
function helps(applied: readonly Problem[], before: NapkinReading, after: NapkinReading): boolean {
  if (after.steps < before.steps || errorsIn(after).length > errorsIn(before).length) return false;
  const told = countBy(before.problems, codeOf);
  const tells = countBy(after.problems, codeOf);
  const fixed = [...countBy(applied, codeOf)];
  return fixed.every(([code, count]) => (tells.get(code) ?? 0) <= (told.get(code) ?? 0) - count);
}

/** The fixes on whose own lines nothing got worse. */
function withoutHarm(
  applied: readonly Problem[],
  before: NapkinReading,
  after: NapkinReading,
): readonly Problem[] {
  const last = applied.reduce((line, { fix }) => Math.max(line, fix?.place.line ?? 0), 0);
  const lines = Array.from({ length: last }, (_, index) => index + 1);
  const origins = originsAfter(lines, applied);
  const oldLine = ({ place }: Problem) => origins[(place?.line ?? 0) - 1] ?? 0;
  const told = countBy(errorsIn(before), ({ place }) => place?.line ?? 0);
  const tells = countBy(errorsIn(after), oldLine);
  const still = countBy(after.problems, (problem) => `${oldLine(problem)} ${problem.code}`);
  const was = countBy(before.problems, ({ place, code }) => `${place?.line ?? 0} ${code}`);
  return applied.filter(({ code, place, fix }) => {
    const [line, own] = [fix?.place.line ?? 0, `${place?.line ?? 0} ${code}`];
    return (tells.get(line) ?? 0) <= (told.get(line) ?? 0) && (still.get(own) ?? 0) < (was.get(own) ?? 0);
  });
}

function errorsIn({ problems }: NapkinReading): readonly Problem[] {
  return problems.filter(({ severity }) => severity === 'ERROR');
}

function codeOf({ code }: Problem): string {
  return code;
}

function countBy<Key>(
  problems: readonly Problem[],
  keyOf: (problem: Problem) => Key,
): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const problem of problems) counts.set(keyOf(problem), (counts.get(keyOf(problem)) ?? 0) + 1);
  return counts;
}
