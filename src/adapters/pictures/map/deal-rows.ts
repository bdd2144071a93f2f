import type { MapSheet } from './map-sheet.js';

/** The sheet that these rows make, with the legend on it or without. */
export type SheetMaker = (first: number, last: number, withLegend: boolean) => MapSheet;

/**
 * Deals rows out to as few sheets as they take, each no higher than can be but for a row that is higher alone. The legend
 * stands on the first sheet; on the next with room, where that saves a sheet or the first is too full for it.
 */
export function dealRows(count: number, sheetOf: SheetMaker, most: number): readonly MapSheet[] {
  const first = levelled(filled(count, sheetOf, most, true), sheetOf, most);
  const later = withLegend(levelled(filled(count, sheetOf, most, false), sheetOf, most), sheetOf, most);
  if (later === null) return first;
  const tooFull = (first[0]?.height ?? 0) > most;
  return tooFull || later.length < first.length ? later : first;
}

/** As many rows on every sheet as there is room for. */
function filled(count: number, sheetOf: SheetMaker, most: number, legendFirst: boolean): MapSheet[] {
  const sheets: MapSheet[] = [];
  let open = sheetOf(0, 0, legendFirst);
  for (let row = 1; row < count; row += 1) {
    const longer = sheetOf(open.first, row, open.legend !== null);
    const full = longer.height > most;
    if (full) sheets.push(open);
    open = full ? sheetOf(row, row, false) : longer;
  }
  return [...sheets, open];
}

/** From the last sheet on, the one before gives rows away for as long as the fuller of the two becomes emptier. */
function levelled(sheets: readonly MapSheet[], sheetOf: SheetMaker, most: number): readonly MapSheet[] {
  const level = [...sheets];
  for (let nth = level.length - 1; nth > 0; nth -= 1) {
    for (;;) {
      const [giver, taker] = [level[nth - 1], level[nth]];
      if (!giver || !taker || giver.first === giver.last) break;
      const more = sheetOf(giver.last, taker.last, taker.legend !== null);
      const less = sheetOf(giver.first, giver.last - 1, giver.legend !== null);
      if (more.height > most || more.height >= giver.height) break;
      [level[nth - 1], level[nth]] = [less, more];
    }
  }
  return level;
}

/** The legend on the first sheet that has room for it; null where none has. */
function withLegend(
  sheets: readonly MapSheet[],
  sheetOf: SheetMaker,
  most: number,
): readonly MapSheet[] | null {
  for (const [nth, { first, last }] of sheets.entries()) {
    const taker = sheetOf(first, last, true);
    if (taker.height <= most) return sheets.with(nth, taker);
  }
  return null;
}
