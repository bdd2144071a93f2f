import fc from 'fast-check';
import { longName } from './drawn.js';

interface Choice {
  readonly kind: number;
  readonly name: string;
  readonly marks: number;
}

const HEAD = ['stream Random', 'customer: Somebody', 'demand: 20/week', 'sales:'];

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

/** Returns with ranges, guesses and times of their own. */
const RETURNS = ['5%', '20-30% 1h 40m', '10-20% 1h-2h 30m', '7%', '~15% 20m'];

const choice: fc.Arbitrary<Choice> = fc.record({
  kind: fc.nat(15),
  name: fc.oneof(
    fc.constantFrom(
      'Answer',
      'Write the long and careful offer for the customer',
      'Überprüfung',
      '見積もりを作る',
    ),
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 45 })
      .map((name) => name.replace(/[\\"\p{C}\p{Z}]/gu, '.')),
  ),
  marks: fc.nat(MARKS.length - 1),
});

/** Napkins of every shape: blocks in blocks, buffers, returns, losses, stops, `after` lines, names of all alphabets. */
export const randomNapkin: fc.Arbitrary<string> = fc
  .array(choice, { minLength: 1, maxLength: 36 })
  .map((choices) => new NapkinWriter(choices, MARKS, HEAD).write());

const LONG_MARKS = [
  '@"Performer number 3 of the works" 10m 90% [Planning system of the works, Mail]',
  '@Ada 35m 71% (value) [Customer file] ! a pain that is told at such length that it needs a second line ! and another',
  '@Ben x2 2h lead 3d 85% uptime 80% changeover 10m batch 50 [Planning system of the works] asks customer',
  '(outside) lead 3d tells customer',
  '@? ~1-2h [Mail, Customer file, Sheets] ! nobody has time',
  '@Cleo 5m tells the customer asks supplier',
  '@Dora 1h every 1w [Sheets]',
];

const longChoice: fc.Arbitrary<Choice> = fc.record({
  kind: fc.nat(15),
  name: fc.nat(999).map(longName),
  marks: fc.nat(LONG_MARKS.length - 1),
});

/** Napkins of up to sixty steps with names of forty letters, systems, pains, words to the customer, a supplier; often with sixty. */
export const longNapkin: fc.Arbitrary<string> = fc
  .record({
    choices: fc.array(longChoice, { minLength: 1, maxLength: 90, size: 'max' }),
    supplier: fc.boolean(),
    begin: fc.constantFrom('', 'wait 2d "coils"', 'stock 300 pull'),
  })
  .map(({ choices, supplier, begin }) => {
    let steps = 0;
    const kept = choices.filter(({ kind }) => kind > 7 || (steps += 1) <= 60);
    const head = ['stream Random', 'customer: Ministry of Transportation', 'demand: 18-22/week'];
    if (supplier) head.push('supplier: Rolling mill on the other bank of the river');
    head.push('sales:', ...(begin === '' ? [] : [begin]));
    return new NapkinWriter(kept, LONG_MARKS, head).write();
  });

class NapkinWriter {
  private readonly lines: string[];
  private readonly names: string[] = [];
  private depth = 0;
  private starting = false;

  constructor(
    private readonly choices: readonly Choice[],
    private readonly marks: readonly string[],
    head: readonly string[],
  ) {
    this.lines = [...head];
  }

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
    else if (kind === 11 && later) this.put(`back to ${before} ${RETURNS[marks % RETURNS.length]}`);
    else if (kind === 10 && later) this.put(`lost ${1 + marks}%`);
    else if (kind === 9 && later && this.depth === 0) this.lines.push(`after ${before}`);
    else if (kind === 8 && later && this.depth === 0) this.lines.push('fulfilment:');
    else if (kind === 7 && later && this.depth > 0 && marks === 0) this.put('stop');
    else this.step(name, marks, kind);
  }

  private step(name: string, marks: number, kind: number): void {
    const quoted = `"${name} ${this.names.length}"`;
    this.names.push(quoted);
    const sometimes = kind === 6 && !this.starting && this.depth === 0 ? 'sometimes 30%: ' : '';
    const text = `${sometimes}${quoted} ${this.marks[marks] ?? ''}`;
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
