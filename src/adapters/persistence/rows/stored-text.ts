/** Text as every database can hold it: a NUL or half a character pair becomes the replacement character. */
export function storedText(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '\ufffd');
}
