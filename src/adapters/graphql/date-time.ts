import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** A moment as an ISO 8601 text in UTC. */
export const DATE_TIME = new GraphQLScalarType({
  name: 'DateTime',
  description: 'A moment in time as an ISO 8601 text in UTC, such as 2024-05-01T09:30:00.000Z.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time',
  serialize: readMoment,
  parseValue: readMoment,
  parseLiteral: (node) => readMoment(node.kind === Kind.STRING ? node.value : null),
});

function readMoment(value: unknown): string {
  const time =
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time))
    throw new GraphQLError('A DateTime is an ISO 8601 text such as 2024-05-01T09:30:00.000Z.');
  return new Date(time).toISOString();
}
