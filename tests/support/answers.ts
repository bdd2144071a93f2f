/** Follows names and numbers into an answer. */
export function at(answer: unknown, ...path: readonly (string | number)[]): unknown {
  let value: unknown =
    answer !== null && typeof answer === 'object' && 'data' in answer ? answer.data : answer;
  for (const step of path) value = (value as Record<string | number, unknown> | null | undefined)?.[step];
  return value;
}

/** A stream that is ready for everything. */
export const NAPKIN = `stream Dirty window to clean window
customer: Shopkeeper
owner: Amal
demand: 20/week

sales:
Answer the call @Amal 10m 90% {enquiry handling}
Quote the windows @Amal 20m 80% {estimating}
back to "Answer the call" 10%
lost 30%

fulfilment:
Plan the round @Amal 15m {scheduling}
Clean the windows @Bo 1h 95% (value) {window cleaning}
Send the bill @Amal 10m {invoicing}
person Bo 35h {window cleaning}
`;

/** The key that it gets. */
export const KEY = 'dirty-window-to-clean-window';

/** Draws a napkin. */
export const DRAW = `mutation ($input: DrawValueStreamInput!) {
  drawValueStream(input: $input) {
    valueStream { id key revision napkin }
    valueStreams { key }
    problems { code severity message suggestion place { line column length } fix { replacement } }
  }
}`;

/** Proposes assignments and shows what is kept of them. */
export const PROPOSE = `mutation ($stream: String!, $wishes: [Wish!]!) {
  proposeAssignments(input: { stream: $stream, wishes: $wishes }) {
    accepted refused
    verdicts {
      __typename
      ... on AcceptedWish { holder step { name } letter inForce because { rule text } }
      ... on RefusedWish { holder citedStep reason reasons { code message missingLink remedy nearestStep { name } } }
    }
    valueStream { assignments { id holder step { key name } letter stillJustified because { text } } refusals { revision wish { holder reasons { code } } } }
  }
}`;
