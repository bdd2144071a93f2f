/** What stands behind the name of a capability. */
export interface LevelReading {
  /** The text in front of level and licence. */
  readonly rest: string;
  readonly level: number | null;
  readonly licence: boolean;
  readonly outOfRange: boolean;
}

/** The legal values, for messages. */
export const LEVELS_TEXT = 'A level is a number from 1 to 5 behind the name: {estimating 3}.';

/** Level and licence at the end of a text, in either order; a number of several digits belongs to the name. */
export function levelBehind(text: string): LevelReading {
  let rest = text.trimEnd();
  let digit: number | null = null;
  let licence = false;
  for (let turn = 0; turn < 2; turn++) {
    const licensed = /\( ?licen[cs]ed? ?\)$/i.exec(rest.slice(-14));
    const number = /(?:^| )(\d)$/.exec(rest.slice(-2));
    if (licensed !== null && !licence) {
      licence = true;
      rest = rest.slice(0, rest.length - licensed[0].length).trimEnd();
    } else if (number !== null && digit === null) {
      digit = Number(number[1]);
      rest = rest.slice(0, -1).trimEnd();
    }
  }
  const outOfRange = digit !== null && (digit < 1 || digit > 5);
  return { rest, level: outOfRange ? null : digit, licence, outOfRange };
}
