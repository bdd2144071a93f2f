import { defaultFieldResolver, type GraphQLFieldResolver } from 'graphql';
import { isAwaitable } from '../compiled/compiled-run.js';
import type { WorkedOutFields } from '../compiled/worked-out-fields.js';
import { faultError } from '../fault-code.js';
import { sayableNumber } from '../present/sayable-number.js';
import type { RequestContext } from '../request-context.js';

/** The default resolver, which stops an answer that grows beyond the limit: a short question can have an endless answer. Numbers that GraphQL cannot say are null. Fields that are worked out are noted. */
export function guardedFieldResolver(
  limit: number,
  workedOut?: WorkedOutFields,
): GraphQLFieldResolver<unknown, RequestContext> {
  return (source, args, context, info) => {
    context.answered.fields += 1;
    if (context.answered.fields > limit) {
      const message = `This answer has more than ${limit} fields. Ask for less, or in several requests.`;
      throw faultError('TOO_COSTLY', message);
    }
    const value: unknown = defaultFieldResolver(source, args, context, info);
    if (workedOut && isWorkedOut(source, info.fieldName))
      workedOut.note(info.parentType.name, info.fieldName);
    return typeof value === 'number' ? sayableNumber(value, info.returnType) : value;
  };
}

/** Whether there is no plain value behind the field: a function gives it, or it is promised. */
function isWorkedOut(source: unknown, field: string): boolean {
  const told = (source as Readonly<Record<string, unknown>> | null)?.[field];
  return typeof told === 'function' || isAwaitable(told);
}
