/** A comment with its sign; spaces inside it stay. */
export function printComment(text: string): string {
  return `# ${text.replace(/[\s\p{Cc}]/gu, ' ').trim()}`.trimEnd();
}
