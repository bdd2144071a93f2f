import type { Size } from './fill.js';
import type { Asking, Request } from './load.js';
import { questionsOf, type Question } from './questions.js';

/** How many of a hundred requests are of which kind; typed: a document with texts of its own, no other like it; mistaken: one that asks for what is not there. */
const SHARES = { whole: 65, list: 4, judge: 10, draw: 1, typed: 12, mistaken: 3, report: 5 } as const;

type Kind = keyof typeof SHARES;

export const SHARED_OUT = Object.entries(SHARES)
  .map(([kind, share]) => `${share} ${kind}`)
  .join(', ');

/** All that a server is asked for, mixed the same way each time; round and connection make the documents new that are typed. */
export function mixedRequests(size: Size, round: number): Asking {
  const questions = questionsOf(size);
  return {
    name: `mixed ${round}`,
    requests: (connection) =>
      kindsInTurn().map((kind, nth) => requestOf(kind, { questions, size, connection, nth, round })),
  };
}

/** Documents that nobody asked before, so many on each connection. */
export function newDocuments({ streams }: Size, each: number): Asking {
  const requestOf = (connection: number, nth: number): Request => {
    const key = `aa-${String((connection + nth) % streams).padStart(3, '0')}`;
    return ask(`{ new${connection}n${nth}: valueStream(key: "${key}") { name steps { name } } }`);
  };
  return {
    name: 'new documents',
    requests: (connection) => Array.from({ length: each }, (_, nth) => requestOf(connection, nth)),
  };
}

interface Place {
  readonly questions: readonly Question[];
  readonly size: Size;
  readonly connection: number;
  readonly nth: number;
  readonly round: number;
}

/** A hundred kinds, each spread evenly over them. */
function kindsInTurn(): readonly Kind[] {
  return Object.entries(SHARES)
    .flatMap(([kind, share]) =>
      Array.from({ length: share }, (_, nth) => ({ kind: kind as Kind, at: (nth + 0.5) / share })),
    )
    .sort((a, b) => a.at - b.at)
    .map(({ kind }) => kind);
}

function requestOf(kind: Kind, place: Place): Request {
  const { size, connection, nth, round } = place;
  const number = (round * 1_000 + connection * 100 + nth) % size.streams;
  const key = `aa-${String(number).padStart(3, '0')}`;
  if (kind === 'report') return { method: 'GET', path: `/streams/${key}/raci.html` };
  if (kind === 'typed')
    return ask(`{ r${round}c${connection}n${nth}: valueStream(key: "${key}") { name steps { name } } }`);
  if (kind === 'mistaken') return ask(`{ valueStream(key: "${key}") { r${round}c${connection}n${nth} } }`);
  const question = place.questions.find(({ name }) => name === kind);
  const asked = question?.variables(connection) ?? [];
  return ask(question?.query ?? '', asked[round % asked.length]);
}

function ask(query: string, variables: object = {}): Request {
  return { method: 'POST', path: '/graphql', body: JSON.stringify({ query, variables }) };
}
