import fc from 'fast-check';

interface Choice {
  readonly kind: number;
  readonly name: string;
  readonly marks: number;
}

const MARKS = [
  '@Ada 10m 90%',
  '@Ben @Cleo x3 2h 85% (value) [Mail, Sheets]',
  '',
  '(outside) lead 3d',
  '@? ~1h [A system with a name that is rather long]',
  '@Ada 1-2h lead 4d ! it hurts every time that somebody asks',
  '@Dora 1h every 1w',
  '(outside)',
];

const choice: fc.Arbitrary<Choice> = fc.record({
  kind: fc.nat(15),
  name: fc.oneof(
    fc.constantFrom(
      'Answer',
      'Write the long and careful offer for the customer',
      'Überprüfung',
      '見積もりを作る',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 45 }),
  ),
  marks: fc.nat(MARKS.length - 1),
});

/** Napkins of every shape: blocks in blocks, buffers, returns, losses, stops, `after` lines, names of all alphabets. */
export const randomNapkin: fc.Arbitrary<string> = fc
  .array(choice, { minLength: 1, maxLength: 36 })
  .map((choices) => new NapkinWriter(choices).write());

class NapkinWriter {
  private readonly lines = ['stream Random', 'customer: Somebody', 'demand: 20/week', 'sales:'];
  private readonly names: string[] = [];
  private depth = 0;
  private starting = false;

  constructor(private readonly choices: readonly Choice[]) {}

  write(): string {
    for (const one of this.choices) this.line(one);
    while (this.depth > 0) this.close();
    return `${this.lines.join('\n')}\n`;
  }

  private line({ kind, name, marks }: Choice): void {
    const before = this.names[Math.floor(this.names.length / 2)] ?? '';
    const later = this.names.length > 0 && !this.starting;
    if (kind === 15 && later && this.depth < 4) this.open('meanwhile', marks);
    else if (kind === 14 && later && this.depth < 4) this.open('either', marks);
    else if (kind === 13 && later && this.depth > 0) this.close();
    else if (kind === 12 && later)
      this.put(['wait 2d "for an answer"', 'stock 9 fifo 4', 'wait ~1d pull'][marks % 3] ?? '');
    else if (kind === 11 && later) this.put(`back to ${before} ${1 + marks}%`);
    else if (kind === 10 && later) this.put(`lost ${1 + marks}%`);
    else if (kind === 9 && later && this.depth === 0) this.lines.push(`after ${before}`);
    else if (kind === 8 && later && this.depth === 0) this.lines.push('fulfilment:');
    else if (kind === 7 && later && this.depth > 0 && marks === 0) this.put('stop');
    else this.step(name, marks, kind);
  }

  private step(name: string, marks: number, kind: number): void {
    const quoted = `"${name.replace(/[\\"\p{C}\p{Z}]/gu, '.')} ${this.names.length}"`;
    this.names.push(quoted);
    const sometimes = kind === 6 && !this.starting && this.depth === 0 ? 'sometimes 30%: ' : '';
    const text = `${sometimes}${quoted} ${MARKS[marks] ?? ''}`;
    const branch = kind === 5 && this.depth > 0;
    this.starting = false;
    if (this.depth === 0) this.lines.push(text);
    else this.lines.push(`${'  '.repeat(this.depth)}${branch || this.fresh() ? '' : 'then '}${text}`);
  }

  private fresh(): boolean {
    return /^\s*(then )?(meanwhile|either)$/.test(this.lines.at(-1) ?? '');
  }

  private put(text: string): void {
    if (this.depth === 0) this.lines.push(text);
    else this.lines.push(`${'  '.repeat(this.depth)}then ${text}`);
  }

  private open(word: string, _marks: number): void {
    this.put(word);
    this.depth += 1;
    this.starting = true;
  }

  private close(): void {
    this.depth -= 1;
    this.lines.push(`${'  '.repeat(this.depth)}end`);
    this.starting = false;
  }
}
