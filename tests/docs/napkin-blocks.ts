/** A fenced napkin of a page of the documentation. */
export interface NapkinBlock {
  /** The line of the page on which its fence stands. */
  readonly line: number;
  readonly text: string;
  /** Marked as wrong on purpose. */
  readonly wrong: boolean;
  /** The page from behind the block to the next napkin. */
  readonly below: string;
}

/** Every napkin of a page, in its order. */
export function napkinBlocks(page: string): NapkinBlock[] {
  const found = [...page.matchAll(/^```napkin( wrong)?\n([^]*?)^```$/gm)];
  return found.map((match, index) => {
    const end = match.index + match[0].length;
    return {
      line: page.slice(0, match.index).split('\n').length,
      text: match[2] ?? '',
      wrong: match[1] !== undefined,
      below: page.slice(end, found[index + 1]?.index ?? page.length),
    };
  });
}
