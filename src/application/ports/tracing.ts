import { Fault } from './fault.js';

/** Names, numbers and codes that are told of a part of the work; never a text of a user, a secret, or who it was. */
export type Told = Readonly<Record<string, string | number | boolean>>;

/** A part of the work that is under way. */
export interface OpenPart {
  /** The trace that it belongs to; null where nothing is told. */
  readonly traceId: string | null;
  tell(told: Told): void;
  /** Runs work within it: what begins there is part of it. */
  within<T>(work: () => T): T;
  /** Ends it; failure: the code of what went wrong, null where nothing did. */
  end(failure: string | null): void;
}

/**
 * PART: of what is under way here, and not told where nothing is. LEADS: the same, and whatever begins beside it until it
 * ends is told as part of it. OWN: told in any case.
 */
export type PartKind = 'PART' | 'LEADS' | 'OWN';

/** How a part begins. */
export interface PartBeginning {
  readonly kind: PartKind;
  readonly told?: Told;
  /** The W3C traceparent of whoever asks for it, where they are to be believed. */
  readonly caller?: string | null;
}

/** Tells how long the parts of the work take, each within another. */
export interface Tracing {
  begin(name: string, beginning: PartBeginning): OpenPart;
}

const UNTOLD: OpenPart = {
  traceId: null,
  tell: () => undefined,
  within: (work) => work(),
  end: () => undefined,
};

/** Tells nobody. */
export const NO_TRACING: Tracing = { begin: () => UNTOLD };

/** Runs work as a part of its own, which ends when what it gives has settled; of what it throws only the code is told. */
export function traced<T>(
  tracing: Tracing,
  name: string,
  beginning: PartBeginning,
  work: (part: OpenPart) => T,
): T {
  const part = tracing.begin(name, beginning);
  try {
    const given = part.within(() => work(part));
    if (given instanceof Promise)
      given.then(
        () => part.end(null),
        (error: unknown) => part.end(failureOf(error)),
      );
    else part.end(null);
    return given;
  } catch (error) {
    part.end(failureOf(error));
    throw error;
  }
}

/** The code of a fault, else the kind of the error: what it says may hold what somebody typed. */
function failureOf(error: unknown): string {
  if (error instanceof Fault) return error.code;
  return error instanceof Error ? error.name : 'UNKNOWN';
}
