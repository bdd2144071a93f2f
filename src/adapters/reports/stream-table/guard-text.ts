/** What a spreadsheet may run as a formula, also in full width, and behind quotes, blanks and marks without width. */
const FORMULA = /^[\s"'`´’‘“”\p{Cf}]*[=+\-@|＝＋－＠−]/u;
/** The same behind what some spreadsheets take for the end of a cell. */
const FORMULA_IN_THE_MIDDLE = /([;,]["']*(?:\s+["']*)?)(?=[=+@＝＋＠]|[-－−]\S)/gu;

/** A text that no spreadsheet runs: an apostrophe makes text of what would be a formula. The reader of tables takes it away again. */
export function guardText(text: string): string {
  const middle = text.replace(FORMULA_IN_THE_MIDDLE, "$1'");
  return FORMULA.test(text) ? `'${middle}` : middle;
}

/** A guarded text as a cell of RFC 4180, on one line. */
export function csvCell(text: string): string {
  const guarded = guardText(text.replace(/[\r\n\t]+/g, ' '));
  return /[",;|']|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
