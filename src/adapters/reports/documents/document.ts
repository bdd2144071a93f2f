/** A report as it lies on paper: plain text in parts, which every format prints in its own way. */
export interface Document {
  readonly title: string;
  readonly facts: readonly string[];
  /** What is told before the first part. */
  readonly blocks: readonly Block[];
  readonly parts: readonly Part[];
  /** true: every part is a card that is handed out, and begins on new paper. */
  readonly cards: boolean;
}

export interface Part {
  readonly heading: string;
  readonly facts: readonly string[];
  readonly blocks: readonly Block[];
}

/** letters: the columns that hold letters of the matrix; named: the heading above says what the table is, so that its title need not stand there. */
export type Block =
  | { readonly kind: 'WORDS'; readonly text: string }
  | { readonly kind: 'LIST'; readonly title: string; readonly items: readonly string[] }
  | {
      readonly kind: 'TABLE';
      readonly title: string;
      readonly heads: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly letters: readonly number[];
      readonly named?: true;
    }
  | { readonly kind: 'STRIP'; readonly title: string; readonly places: readonly Place[] };

/** A step on a strip of the stream: what comes before it stands on the arrow, the notes stand below it. */
export interface Place {
  readonly number: string;
  readonly name: string;
  readonly before: readonly string[];
  readonly facts: string;
  readonly notes: readonly string[];
  /** false: no arrow leads to it. */
  readonly joined: boolean;
  /** true: its arrow does not begin at the place before it. */
  readonly afresh: boolean;
  /** Drawn with a broken line: done by somebody else. */
  readonly outside: boolean;
}

/** A table for a spreadsheet: null is an empty cell, a number can be reckoned with. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Columns that stay in sight. */
  readonly fixed: number;
}

export interface SheetColumn {
  readonly head: string;
  readonly width: number;
  /** Holds letters of the matrix, which have a colour of their own. */
  readonly letters?: boolean;
}

export type SheetCell = string | number | null;

/** A report laid out: for pages, and for spreadsheets. */
export interface Layout {
  readonly document: Document;
  readonly sheets: readonly Sheet[];
  /** All of it in one table, where a text file has that instead of the sheets. */
  readonly list?: Sheet;
}

/** A list under its title; nothing where there are no items. */
export function listOf(title: string, items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'LIST', title, items }];
}

/** A table under its title; nothing where there are no rows. */
export function tableOf(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  letters: readonly number[] = [],
): Block[] {
  return rows.length === 0 ? [] : [{ kind: 'TABLE', title, heads, rows, letters }];
}

/** The same where the heading above it says what it is. */
export function asNamedAbove(block: Block): Block {
  return block.kind === 'TABLE' ? { ...block, named: true } : block;
}

/** One paragraph. */
export function words(text: string): Block[] {
  return text === '' ? [] : [{ kind: 'WORDS', text }];
}
