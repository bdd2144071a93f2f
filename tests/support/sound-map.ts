import fc from 'fast-check';

/** A step, its marks, and the lines that stand above it and hang below it. */
export interface StepPiece {
  readonly kind: 'step';
  readonly name: string;
  readonly ahead: readonly string[];
  /** `sometimes 30%: ` or nothing. */
  readonly prefix: string;
  readonly marks: readonly string[];
  readonly below: readonly string[];
}

/** A wait, a stock, the line of a force. */
export interface LinePiece {
  readonly kind: 'line';
  readonly text: string;
}

export interface BlockPiece {
  readonly kind: 'block';
  readonly block: 'meanwhile' | 'either';
  /** Every branch begins with a step or a block. */
  readonly branches: readonly (readonly Piece[])[];
  /** Percent of each branch of an `either`; they add up to 100. */
  readonly shares: readonly number[];
}

export type Piece = StepPiece | LinePiece | BlockPiece;

/** A map that nothing is wrong with, as a tree in which edits can be made. */
export interface SoundMap {
  readonly heads: readonly string[];
  readonly pieces: readonly Piece[];
}

const VERBS = ['Answer', 'Visit', 'Price', 'Paint', 'Build', 'Ship', 'Mend', 'Measure'];
const THINGS = ['the call', 'the site', 'the quote', 'the parts', 'the gate', 'the roof'];
const ALWAYS = [
  'customer: Homeowner',
  'demand: 40/month',
  'person Ann 32h {pricing 4}',
  'person "Big Bo" 9h',
];
const HEADS = ['day: 7h 40m', 'owner: Lucas', '# drawn on a wall', 'people: 38h/week', 'note: first go', ''];
const MARKS = [
  ['@Ann', '@"Big Bo"', '@?'],
  ['10m', '~2h', '1-3h', '45 min'],
  ['lead 4d', 'lead 2-3w', 'lead 30cd'],
  ['90%', '~80-95%', '100%'],
  ['x2', '(value)', '(outside)', '(waste)'],
  ['[Mail, Desk]', '{pricing 3, wiring (licence)}', '{mending}'],
  ['every 1w', 'uptime 80%', 'changeover 10m', 'batch 50'],
  ['asks Ann', 'tells "Big Bo"', 'asks the customer'],
];
const BUFFERS = ['wait 3d "why"', 'wait 1-2d', 'wait 10cd fifo 20', 'stock 40', 'stock ~400 pull'];
const BETWEEN = ['sales:', 'fulfilment:', '# so far', '', 'note: to be asked'];

/** Draws numbers from a tape of bytes; behind its end all are 0, which is always the plainest choice. */
class Tape {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  below(count: number): number {
    const byte = this.bytes[this.at] ?? 0;
    this.at += 1;
    return byte % count;
  }

  pick(options: readonly string[]): string {
    return options[this.below(options.length)] ?? '';
  }
}

class MapMaker {
  private readonly names: string[] = [];

  constructor(private readonly tape: Tape) {}

  map(): SoundMap {
    const heads = [...ALWAYS, ...HEADS.filter(() => this.tape.below(3) === 1)];
    const pieces = [this.step(0), ...this.pieces(3, 6)];
    const apart = this.tape.below(3) === 1 ? [this.apart()] : [];
    return { heads, pieces: [...pieces, ...apart] };
  }

  private apart(): LinePiece {
    const names = [...new Set([this.tape.pick(this.names), this.tape.pick(this.names), this.names[0] ?? ''])];
    const rule = this.tape.pick(['never together', 'together']);
    return { kind: 'line', text: names.length < 2 ? '# the end' : `${rule}: ${names.join(', ')}` };
  }

  private pieces(depth: number, most: number): Piece[] {
    return Array.from({ length: this.tape.below(most + 1) }, () => this.piece(depth));
  }

  private piece(depth: number): Piece {
    const kind = this.tape.below(10);
    if (kind >= 7 && depth > 0) return this.block(depth);
    if (kind === 6) return { kind: 'line', text: this.tape.pick(BUFFERS) };
    if (kind === 5 && depth === 3) return { kind: 'line', text: this.tape.pick(BETWEEN) };
    return this.step(depth);
  }

  private block(depth: number): BlockPiece {
    const block = this.tape.below(2) === 0 ? 'meanwhile' : 'either';
    const count = 2 + this.tape.below(2);
    const branches = Array.from({ length: count }, () => {
      const first = depth > 1 && this.tape.below(5) === 4 ? this.block(depth - 1) : this.step(0);
      return [first, ...this.pieces(depth - 1, 2)];
    });
    const first = 5 + this.tape.below(40);
    const shares = count === 2 ? [first, 100 - first] : [first, 50, 50 - first];
    return { kind: 'block', block, branches, shares };
  }

  private step(depth: number): StepPiece {
    const nth = this.names.length;
    const ahead = depth === 3 && this.tape.below(12) === 11 ? [`after "${this.tape.pick(this.names)}"`] : [];
    const name = `${VERBS[nth % VERBS.length] ?? ''} ${this.tape.pick(THINGS)} ${letters(nth)}`;
    this.names.push(name);
    const prefix = depth > 0 && this.tape.below(9) === 8 ? `sometimes ${1 + this.tape.below(99)}%: ` : '';
    const marks = MARKS.flatMap((group) => (this.tape.below(3) === 1 ? [this.tape.pick(group)] : []));
    return { kind: 'step', name, ahead, prefix, marks: behindAMark(marks), below: this.below() };
  }

  /** Less than half of the units go back or are lost, so every loop ends. */
  private below(): string[] {
    switch (this.tape.below(10)) {
      case 6:
        return [`lost ${1 + this.tape.below(25)}%`];
      case 7:
        return [`back to "${this.tape.pick(this.names)}" ${1 + this.tape.below(20)}%`];
      case 8:
        return [`back to "${this.tape.pick(this.names)}" 20% 40m`, '! too slow'];
      case 9:
        return ['# as they say', '! nobody answers', `lost ${1 + this.tape.below(9)}%`];
      default:
        return [];
    }
  }
}

/** Words such as `every` and `asks` are marks only behind another mark. */
function behindAMark(marks: readonly string[]): readonly string[] {
  return /^[a-w]/.test(marks[0] ?? '') ? ['@Ann', ...marks] : marks;
}

/** A, B, … Z, AA: a bare number would be part of no other name. */
function letters(nth: number): string {
  const letter = String.fromCharCode(65 + (nth % 26));
  return nth < 26 ? letter : `${letters(Math.floor(nth / 26) - 1)}${letter}`;
}

function soundMapOf(bytes: number): fc.Arbitrary<SoundMap> {
  return fc.uint8Array({ maxLength: bytes, size: 'max' }).map((tape) => new MapMaker(new Tape(tape)).map());
}

/** Any sound map: unique names, blocks in blocks, losses, returns, waits, every kind of mark. */
export const soundMap = soundMapOf(200);

/** The same with few steps, for laws that read each map several times. */
export const smallSoundMap = soundMapOf(60);
