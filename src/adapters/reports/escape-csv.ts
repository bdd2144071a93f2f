import { plainText } from './plain-text.js';

/** What a spreadsheet may run as a formula, also in full width, and behind quotes, blanks and marks without width. */
const FORMULA = /^[\s"'`´’‘“”\p{Cf}]*[=+\-@|＝＋－＠−]/u;
/** The same behind what some spreadsheets take for the end of a cell. */
const FORMULA_IN_THE_MIDDLE = /([;,]["']*(?:\s+["']*)?)(?=[=+@＝＋＠]|[-－−]\S)/gu;

/** A cell of RFC 4180 that no spreadsheet runs: a leading apostrophe makes text of what would be a formula. Line breaks become spaces. */
export function escapeCsv(value: string): string {
  const dangerous = FORMULA.test(value) || /^[\t\r\n]/.test(value);
  const plain = plainText(value).replace(FORMULA_IN_THE_MIDDLE, "$1'");
  const text = dangerous ? `'${plain}` : plain;
  return /[",;\s']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
