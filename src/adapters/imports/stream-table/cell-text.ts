/** An apostrophe in front of what a spreadsheet would run as a formula, also in full width, and behind quotes and blanks. */
const GUARDED = /^'(?=[\s"'`´’‘“”\p{Cf}]*[=+\-@|＝＋－＠−])/u;
const GUARDED_IN_THE_MIDDLE = /([;,]["']*(?:\s+["']*)?)'(?=[=+@＝＋＠]|[-－−]\S)/gu;

/** The text of a cell on one line: without the apostrophes that keep spreadsheets from running it, single spaces, whole signs. */
export function cellText(text: string): string {
  return oneLine(unguarded(text));
}

/** The text of a cell with its line breaks, for cells that hold several names below each other. */
export function cellLines(text: string): string {
  return unguarded(text)
    .split(/\r\n|\r|\n/)
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n');
}

function unguarded(text: string): string {
  const rest = text.replace(GUARDED, '');
  return rest.replace(GUARDED_IN_THE_MIDDLE, '$1');
}

function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}\ufeff]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
}

/** A text in quotes, as the notation reads it back. */
export function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** The parts of a list that commas (where told), semicolons and line breaks outside quotes separate. */
export function listParts(text: string, commas = true): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const sign = text.charAt(at);
    const ends = at === text.length || sign === ';' || sign === '\n' || (commas && sign === ',');
    if (ends) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    } else if (sign === '"' && text.slice(start, at).trim() === '') {
      const close = closingQuote(text, at);
      if (close > at) at = close;
    }
  }
  return parts.filter((part) => part !== '');
}

/** The position of the quote that closes the one at `at`; -1 where none does. */
export function closingQuote(text: string, at: number): number {
  for (let position = at + 1; position < text.length; position++) {
    if (text[position] === '\\') position++;
    else if (text[position] === '"') return position;
  }
  return -1;
}

/** A name of a list: the inside of its quotes where all of it is quoted. */
export function nameOf(part: string): string {
  const whole = part.startsWith('"') && closingQuote(part, 0) === part.length - 1 && part.length > 1;
  return whole ? part.slice(1, -1).replace(/\\([\\"])/g, '$1') : part;
}
