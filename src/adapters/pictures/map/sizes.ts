/** Sizes of the map in units of the drawing, before it is fitted to a sheet. */
export const SIZES = {
  /** Edge of the page. */
  edge: 28,
  step: 148,
  buffer: 76,
  gate: 26,
  /** Between two columns: arrows stand here. */
  gap: 46,
  /** Behind a gate, where a share and a word stand. */
  gateGap: 58,
  /** What the seam takes behind words, and between letters. */
  seamBesideWords: 26,
  seamBesideLetters: 40,
  /** Where only a thin arrow stands. */
  narrowGap: 26,
  /** The same where letters stand. */
  jumpGap: 62,
  /** From the top of a card to the line on which work flows into it. */
  flow: 20,
  /** Height of a lane through which only a line runs. */
  thinLane: 26,
  /** From one return below the boxes to the next. */
  track: 15,
  /** At the left end of a row for the way that comes from the row above, and at the right for the way on. */
  margin: 36,
  /** At the left end of the first row, where what comes from the supplier reaches the flow. */
  opening: 60,
  /** Behind the last column of the flow, for the way to the customer and the totals. */
  party: 190,
} as const;
