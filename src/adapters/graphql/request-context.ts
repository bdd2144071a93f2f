import type { IncomingMessage, ServerResponse } from 'node:http';

/** What belongs to one request. */
export interface RequestContext {
  /** How much of the answer is there already. */
  readonly answered: { fields: number };
  /** The answer is kept, to be given again under its Idempotency-Key. */
  readonly keepsItsAnswer: boolean;
  /** Leaves a secret out of the answer that is kept; null where that cannot be done. */
  readonly keepOut: ((secret: string) => void) | null;
  /** What the answer goes out by; null where it did not come as one over HTTP. */
  readonly response: ServerResponse | null;
}

/** Is told of a secret in an answer that must not be kept with it. */
export type KeepOut = (response: ServerResponse, secret: string) => void;

/** The context of a new request; req is missing where it did not come as one over HTTP. */
export function newRequestContext(
  {
    req,
    res = null,
  }: {
    readonly req?: Pick<IncomingMessage, 'headers'>;
    readonly res?: ServerResponse | null;
  } = {},
  tellSecret?: KeepOut,
): RequestContext {
  const keepsItsAnswer = req?.headers['idempotency-key'] !== undefined;
  const keepOut = res && tellSecret ? (secret: string) => tellSecret(res, secret) : null;
  return { answered: { fields: 0 }, keepsItsAnswer, keepOut, response: res };
}
