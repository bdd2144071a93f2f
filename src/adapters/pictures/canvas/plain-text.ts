const LONGEST = 2000;

/** What no XML may hold: control characters, halves of pairs, and code points that are no characters. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu;
/** Marks that would turn round the order of what is written beside them. */
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Whole phrases in one letter. */
const PHRASES = /[\ufdf0-\ufdfd]/gu;
const TOWERS = /(\p{M}{4})\p{M}+/gu;

/** A text of somebody on one line of the picture, cut where it is longer than any page. */
export function plainText(text: string): string {
  return cleanText(text.slice(0, LONGEST));
}

/** A text of somebody in one line: nothing that breaks a picture, or climbs out of its line. */
export function cleanText(text: string): string {
  return text
    .replace(FORBIDDEN, '\ufffd')
    .replace(TURNING, '')
    .replace(PHRASES, (phrase) => phrase.normalize('NFKC'))
    .replace(TOWERS, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A text that stands for itself in XML, in an attribute too. */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
