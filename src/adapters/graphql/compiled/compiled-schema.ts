import {
  buildSchema,
  isAbstractType,
  isEnumType,
  isObjectType,
  isScalarType,
  printSchema,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { RequestContext } from '../request-context.js';
import { awaited, countObject, currentRun, isAwaitable } from './compiled-run.js';

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;

/**
 * A schema of its own for the compiler, which reads fields as plain properties. Those that have a resolver keep it; those
 * that turned out to be worked out when asked for (worksOut) get the usual resolver. Objects are counted and looked at.
 */
export interface CompiledSchema {
  readonly schema: GraphQLSchema;
  /** Makes a field one that is worked out. */
  worksOut(type: string, field: string): void;
}

/** The same types over the same values. */
export function compiledSchema(of: GraphQLSchema, usual: Resolver): CompiledSchema {
  const schema = buildSchema(printSchema(of), { assumeValidSDL: true });
  for (const type of Object.values(schema.getTypeMap())) {
    const known = of.getType(type.name);
    if (type.name.startsWith('__')) continue;
    if (isScalarType(type) && isScalarType(known)) {
      const { serialize, parseValue, parseLiteral } = known;
      Object.assign(type, { serialize, parseValue, parseLiteral });
    }
    if (isEnumType(type) && isEnumType(known) && known.getValues().some(({ name, value }) => name !== value))
      throw new Error(`The values of ${type.name} are not their names.`);
    if (isAbstractType(type)) type.resolveType = typeNameOf;
    if (isObjectType(type) && isObjectType(known)) takeResolvers(type, known);
  }
  const workedOut = waiting(usual);
  return {
    schema,
    worksOut(typeName, fieldName) {
      const type = schema.getType(typeName);
      const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
      if (field && !field.resolve) field.resolve = workedOut;
    },
  };
}

function takeResolvers(type: GraphQLObjectType, known: GraphQLObjectType): void {
  type.isTypeOf = countObject;
  for (const field of Object.values(type.getFields())) {
    const resolve = known.getFields()[field.name]?.resolve as Resolver | undefined;
    if (resolve) field.resolve = waiting(resolve);
  }
}

/** The same; what it promises is waited for within the run. */
function waiting(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const run = currentRun();
    const value: unknown = resolve(source, args, context, info);
    return run && isAwaitable(value) ? awaited(run, value) : value;
  };
}

function typeNameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('__typename' in value)) return undefined;
  return typeof value.__typename === 'string' ? value.__typename : undefined;
}
