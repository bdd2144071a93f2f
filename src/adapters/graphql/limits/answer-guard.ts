import { defaultFieldResolver, type GraphQLFieldResolver } from 'graphql';
import { faultError } from '../fault-code.js';
import { sayableNumber } from '../present/sayable-number.js';
import type { RequestContext } from '../request-context.js';

/** The default resolver, which stops an answer that grows beyond the limit: a short question can have an endless answer. Numbers that GraphQL cannot say are null. */
export function guardedFieldResolver(limit: number): GraphQLFieldResolver<unknown, RequestContext> {
  return (source, args, context, info) => {
    context.answered.fields += 1;
    if (context.answered.fields > limit) {
      const message = `This answer has more than ${limit} fields. Ask for less, or in several requests.`;
      throw faultError('TOO_COSTLY', message);
    }
    const value: unknown = defaultFieldResolver(source, args, context, info);
    return typeof value === 'number' ? sayableNumber(value, info.returnType) : value;
  };
}
