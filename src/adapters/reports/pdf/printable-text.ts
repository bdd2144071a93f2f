import { plainText } from '../plain-text.js';

/** What the standard fonts of PDF hold beyond ASCII and Latin-1. */
const FURTHER = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');

/** What says the same in signs that they hold. */
const SAID_OTHERWISE: Readonly<Record<string, string>> = {
  '→': '->',
  '←': '<-',
  '−': '-',
  '≥': '>=',
  '≤': '<=',
  '≈': '~',
  '★': '*',
  Σ: 'sum of',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  ı: 'i',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u2011': '-',
  '\u200b': '',
};

/** Stands for a sign that the fonts of a PDF do not hold. */
export const MISSING_SIGN = '¤';

/** Text for a PDF on one line, and how many of its signs could not be printed. */
export class PrintableText {
  /** Signs that stand as ¤ so far. */
  missing = 0;

  /** The text in signs that the standard fonts hold: accents that they lack are left away, other signs become ¤. */
  of(text: string): string {
    let printable = '';
    for (const sign of plainText(text).normalize('NFC')) printable += this.sign(sign);
    return printable;
  }

  private sign(sign: string): string {
    if (isHeld(sign)) return sign;
    const otherwise = SAID_OTHERWISE[sign];
    if (otherwise !== undefined) return otherwise;
    if (/^\p{M}$|^\p{Cf}$/u.test(sign)) return '';
    const bare = sign.normalize('NFKD').replace(/\p{M}+/gu, '');
    if (bare !== '' && [...bare].every(isHeld)) return bare;
    this.missing += 1;
    return MISSING_SIGN;
  }
}

function isHeld(sign: string): boolean {
  const point = sign.codePointAt(0) ?? 0;
  return (
    (point >= 0x20 && point <= 0x7e) ||
    (point >= 0xa0 && point <= 0xff && point !== 0xad) ||
    FURTHER.has(sign)
  );
}
