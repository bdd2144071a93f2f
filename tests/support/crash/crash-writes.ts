/** Writes that go to one stream, so that none grows without end. */
const WRITES_OF_A_STREAM = 24;
/** Steps that a revision may have besides those that every one has. */
const MOST_FURTHER_STEPS = 6;

/** The names of the writers; each proposes people of its own. */
export const WRITERS = ['Ada', 'Ben', 'Cleo'] as const;

/** One write of one writer: a revision, or a person for a step. */
export interface CrashWrite {
  readonly id: string;
  readonly stream: string;
  readonly kind: 'DRAW' | 'PROPOSE';
  readonly body: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };
  /** The mark in the text of a revision, or "holder step" of an assignment. */
  readonly mark: string;
}

const DRAW = `mutation ($key: String!, $napkin: String!, $expected: Int) {
  drawValueStream(input: { key: $key, napkin: $napkin, expectedRevision: $expected }) {
    valueStream { revision } problems { code message }
  }
}`;
const PROPOSE = `mutation ($stream: String!, $wishes: [Wish!]!) {
  proposeAssignments(input: { stream: $stream, wishes: $wishes }) { accepted verdicts {
    ... on RefusedWish { reasons { code } }
  } }
}`;

/** The nth write of a writer to the streams that begin with the prefix: revisions and assignments take turns. */
export function crashWrite(prefix: string, writer: string, nth: number): CrashWrite {
  const stream = `${prefix}-${Math.floor(nth / WRITES_OF_A_STREAM)}`;
  const id = `${writer}.${nth}`;
  if (nth % 2 === 0) {
    const variables = { key: stream, napkin: napkinOf(stream, id, nth) };
    return { id, stream, kind: 'DRAW', body: { query: DRAW, variables }, mark: id };
  }
  const place = ((nth % WRITES_OF_A_STREAM) - 1) / 2;
  const wish = {
    holder: `${writer}${Math.floor(place / 2) + 1}`,
    letter: 'R',
    step: place % 2 === 0 ? 'Mix the dough' : 'Bake the bread',
  };
  const variables = { stream, wishes: [wish] };
  return {
    id,
    stream,
    kind: 'PROPOSE',
    body: { query: PROPOSE, variables },
    mark: `${wish.holder} ${wish.step}`,
  };
}

/** People whom a writer proposes for a step: two steps each. */
const PEOPLE = WRITES_OF_A_STREAM / 4;

function napkinOf(stream: string, id: string, nth: number): string {
  const further = nth % (MOST_FURTHER_STEPS + 1);
  const people = WRITERS.flatMap((writer) =>
    Array.from({ length: PEOPLE }, (_, index) => `person ${writer}${index + 1} 30h {mixing, baking}`),
  );
  return [
    `stream ${stream}`,
    'demand: 5/week',
    'sales:',
    `Take the order @Ann 10m {order taking} ! begins ${id}`,
    'fulfilment:',
    'Mix the dough @Bob 11m {mixing}',
    'Bake the bread @Bob 12m {baking}',
    ...Array.from({ length: further }, (_, index) => `Check loaf ${index + 1} @Bob 1m {baking}`),
    `Hand it over @Bob 1m {handing over} ! ends ${id} of ${4 + further} steps`,
    ...people,
    '',
  ].join('\n');
}
