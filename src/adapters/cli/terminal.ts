import type { Progress } from './progress.js';

/** Where a command reads and writes. */
export interface Terminal {
  /** Standard output: what was asked for, and nothing else. */
  readonly out: (text: string) => void;
  /** Standard error: what went wrong, and what is going on. */
  readonly err: (text: string) => void;
  readonly readStandardInput: () => Promise<Buffer>;
  /** Columns of standard output, 60 to 120. */
  readonly width: number;
  readonly colour: boolean;
  readonly colourOfErrors: boolean;
  /** The day to be written on a report, YYYY-MM-DD; an UsageFault where the environment names an impossible one. */
  readonly today: () => string;
  /** Tells a person what is taking so long. */
  readonly progress: Progress;
  /** Listens for somebody who wants what there is by now; what is given back ends that. Where it is missing, nobody can. */
  readonly whenInterrupted?: (end: () => void) => () => void;
  /** Is told that what is printed is less than was asked for, because somebody wanted what there was. */
  readonly cutShort?: () => void;
}

/** The command was used in a way that it cannot follow, or a file cannot be read or written: exit code 2. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault';
}

export const EXIT = { fine: 0, found: 1, usage: 2, interrupted: 130 } as const;
/** 0: fine. 1: the command found an error in the napkin, refused a wish or met limits that contradict each other. 2: wrong usage, or a file that cannot be read or written. 130: interrupted, and the best so far was printed. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
