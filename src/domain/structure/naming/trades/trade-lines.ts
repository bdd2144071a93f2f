/** What people of one trade are called. All words are matched by their stems. */
export interface Trade {
  /** What the trade is called, as in "Winery team". */
  readonly name: string;
  /** What its people are called, the usual first. */
  readonly workers: readonly string[];
  /** true where only who does its own work is called so (written with ! behind the first worker): a dentist, a lawyer. */
  readonly isLearned: boolean;
  /** Who speaks with its customers, the usual first; none where that is no title of its own. */
  readonly fronts: readonly string[];
  /** Words that tell the trade by themselves, and words that do so beside others. */
  readonly speaks: readonly string[];
  readonly echoes: readonly string[];
  readonly works: readonly TitledWork[];
}

/** The usual title of those who do what the words say: "a" a word of the step, "a+b" both, "^a" the first word. */
export interface TitledWork {
  readonly title: string;
  readonly words: readonly string[];
}

/**
 * Trades from lines: a head at the margin (name, workers and who speaks with customers, between bars), and under it
 * `speaks`, `echoes`, and titles with the words that call for them.
 */
export function tradesIn(text: string): readonly Trade[] {
  return text
    .trim()
    .split(/\n(?=\S)/)
    .map((block): Trade => {
      const [head = '', ...lines] = block.split('\n').map((line) => line.trim());
      const [name = '', workers = '', front = ''] = head.split('|').map((part) => part.trim());
      const wordsAfter = (word: string): string[] =>
        lines.flatMap((line) => (line.startsWith(`${word} `) ? splitAt(line.slice(word.length), ' ') : []));
      return {
        name,
        workers: splitAt(workers.replaceAll('!', ''), ';'),
        isLearned: workers.includes('!'),
        fronts: splitAt(front, ';'),
        speaks: wordsAfter('speaks'),
        echoes: wordsAfter('echoes'),
        works: lines.flatMap(workIn),
      };
    });
}

/** "Title: words" of a line; nothing where it is no such line. */
export function workIn(line: string): TitledWork[] {
  const [title = '', words] = splitAt(line, ':');
  return words === undefined ? [] : [{ title, words: splitAt(words, ' ') }];
}

function splitAt(text: string, mark: string): string[] {
  return text
    .split(mark)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
