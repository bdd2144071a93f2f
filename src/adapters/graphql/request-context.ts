import type { IncomingMessage } from 'node:http';

/** What belongs to one request. */
export interface RequestContext {
  /** How much of the answer is there already. */
  readonly answered: { fields: number };
  /** The answer is kept, to be given again under its Idempotency-Key. */
  readonly keepsItsAnswer: boolean;
}

/** The context of a new request; req is missing where it did not come as one over HTTP. */
export function newRequestContext({
  req,
}: { readonly req?: Pick<IncomingMessage, 'headers'> } = {}): RequestContext {
  const keepsItsAnswer = req?.headers['idempotency-key'] !== undefined;
  return { answered: { fields: 0 }, keepsItsAnswer };
}
