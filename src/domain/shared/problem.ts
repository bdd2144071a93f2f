export type Severity = 'ERROR' | 'WARNING' | 'INFO';

/** A place in a text: line and column count from 1, length in UTF-16 code units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** The sheet, where the text is a workbook. */
  readonly sheet?: string;
}

/** A replacement that would put a problem right: the text at the place becomes the replacement. */
export interface TextEdit {
  readonly place: TextPlace;
  readonly replacement: string;
}

/** Something about an input, with its place where it has one, and what would put it right. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: TextPlace | null;
  readonly suggestion: string | null;
  readonly fix: TextEdit | null;
}
