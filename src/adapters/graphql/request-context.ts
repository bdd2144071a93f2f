/** What belongs to one request. */
export interface RequestContext {
  /** How much of the answer is there already. */
  readonly answered: { fields: number };
}

/** The context of a new request. */
export function newRequestContext(): RequestContext {
  return { answered: { fields: 0 } };
}
