/** Marks that turn the order of the text around them; plain right-to-left letters keep theirs without. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff]+/gu;

/** Text of users on one line: line breaks and control characters become a space, marks that reorder what stands around them are left out. */
export function plainText(text: string): string {
  return text.replace(TURNING, '').replace(UNPRINTABLE, ' ').replace(/ {2,}/g, ' ').trim();
}
