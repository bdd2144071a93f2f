import { GraphQLFloat, GraphQLInt, type GraphQLOutputType } from 'graphql';

const MOST = 2 ** 31 - 1;

/** The number where its type can say it; null for one without end, and for a whole number beyond 32 bits. */
export function sayableNumber(value: number, type: GraphQLOutputType): number | null {
  if (type === GraphQLFloat) return Number.isFinite(value) ? value : null;
  if (type === GraphQLInt) return Math.abs(value) <= MOST ? value : null;
  return value;
}
