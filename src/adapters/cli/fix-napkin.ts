import type { NapkinReading } from '../../application/index.js';
import type { Problem, Severity, TextPlace } from '../../domain/index.js';
import { originsAfter, readOnce, settleFixes } from './settle-fixes.js';

/** One edit that was made, with its place in the text as it came. */
export interface MadeFix {
  readonly code: string;
  readonly message: string;
  readonly place: TextPlace;
  /** What stood there, and what stands there now. */
  readonly was: string;
  readonly became: string;
}

/** A text with its fixes made, and what the reader says of it now. */
export interface FixedNapkin {
  readonly text: string;
  readonly fixed: readonly MadeFix[];
  readonly reading: NapkinReading;
}

const MOST_READINGS = 100;

/**
 * Makes the fixes of all errors and then of all warnings, and of what they uncover, until none is left that helps. A
 * fix that would take a step away, leave its problem standing or leave more errors than there were is not made; hints
 * are right as they stand and are left to people.
 */
export function fixNapkin(text: string): FixedNapkin {
  const work = { readings: MOST_READINGS };
  const seen = new Set<string>();
  const fixed: MadeFix[] = [];
  let state = readOnce(text, work);
  let origins = linesOf(text).map((_, index) => index + 1);
  while (!seen.has(state.text) && work.readings > 0) {
    seen.add(state.text);
    for (const severity of ['ERROR', 'WARNING'] as const) {
      const { after, applied } = settleFixes(state, fixesOf(state.reading, severity), work);
      const lines = linesOf(state.text);
      fixed.push(...applied.flatMap((problem) => describe(problem, lines, origins)));
      origins = originsAfter(origins, applied);
      state = after;
    }
  }
  return { ...state, fixed: fixed.sort(byPlace) };
}

/** In the order of the places that they change. */
function fixesOf({ problems }: NapkinReading, severity: Severity): readonly Problem[] {
  const line = ({ fix }: Problem) => fix?.place.line ?? 0;
  const column = ({ fix }: Problem) => fix?.place.column ?? 0;
  return problems
    .filter((problem) => problem.fix !== null && problem.severity === severity)
    .sort((a, b) => line(a) - line(b) || column(a) - column(b));
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/);
}

function describe(
  { code, message, fix }: Problem,
  lines: readonly string[],
  origins: readonly number[],
): readonly MadeFix[] {
  if (fix === null) return [];
  const { place, replacement } = fix;
  const was = (lines[place.line - 1] ?? '').slice(place.column - 1, place.column - 1 + place.length);
  const line = origins[place.line - 1] ?? place.line;
  return [{ code, message, place: { ...place, line }, was, became: replacement }];
}

function byPlace(a: MadeFix, b: MadeFix): number {
  return a.place.line - b.place.line || a.place.column - b.place.column;
}
