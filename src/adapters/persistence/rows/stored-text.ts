/** Text as every database can hold it: a NUL or half a character pair becomes the replacement character. */
export function storedText(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '\ufffd');
}

/** Each of these texts once as it is stored; nothing is the empty text. */
export function storedTexts(told: readonly (string | null)[]): readonly string[] {
  return [...new Set(told.map((one) => storedText(one ?? '')))];
}
