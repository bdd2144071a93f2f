/** NOT_FOUND: no such thing. CONFLICT: somebody else was faster. BAD_INPUT: a request that no rule could save. UNAVAILABLE: the database cannot be used. UNAUTHENTICATED: nobody has signed in. FORBIDDEN: whoever has signed in may not. */
export type FaultCode =
  'NOT_FOUND' | 'CONFLICT' | 'BAD_INPUT' | 'UNAVAILABLE' | 'UNAUTHENTICATED' | 'FORBIDDEN';

/** Something that is no answer about the design: thrown, with a code for programs and one line for people. */
export class Fault extends Error {
  override readonly name = 'Fault';

  constructor(
    readonly code: FaultCode,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}

/** The revision that was to be added exists already: somebody drew the stream in the meantime. */
export class RevisionConflict extends Fault {
  constructor(key: string, revision: number, options?: { readonly cause?: unknown }) {
    super(
      'CONFLICT',
      `Revision ${revision} of ${key} exists already: somebody drew the stream at the same moment. Read it again, then draw.`,
      options,
    );
  }
}
