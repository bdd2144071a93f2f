import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isAbstractType,
  isScalarType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { DATE_TIME } from '../../src/adapters/graphql/date-time.js';
import { seeded } from './seeded.js';

/** How wild the made answers are: of so many values one is wrong, missing where it must not be, or thrown. */
export interface Wildness {
  readonly oneWrongIn: number;
  /** Whether some values are promised. graphql-js leaves promises behind where something else goes wrong beside them. */
  readonly promises: boolean;
  readonly seed: number;
}

/** Gives a schema answers to everything: plain values, values that are worked out and values that are promised, the same for the same way through it. */
export function answerEverything(schema: GraphQLSchema, wildness: Wildness): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isScalarType(type) && type.name === DATE_TIME.name)
      Object.assign(type, { serialize: DATE_TIME.serialize });
  }
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {}))
      field.resolve = (_source, args) => {
        const path = `${field.name}${told(args)}`;
        return made(schema, field.type, path, wildness);
      };
  }
  return schema;
}

/** Arguments in one order: which of them is named first says nothing. */
function told(args: unknown): string {
  const entries = Object.entries(args as object).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(entries);
}

function chanceAt(path: string, seed: number): (most: number) => number {
  let hash = seed;
  for (const sign of path) hash = (Math.imul(hash, 31) + (sign.codePointAt(0) ?? 0)) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return seeded(hash ^ (hash >>> 13));
}

/** A value of the type, plain, or as a function or a promise that gives it. */
function made(schema: GraphQLSchema, type: GraphQLOutputType, path: string, wildness: Wildness): unknown {
  const chance = chanceAt(path, wildness.seed);
  const isWrong = chance(wildness.oneWrongIn) === 0;
  if (isWrong && chance(2) === 0) throw new Error(`Nothing is there at ${path.length}`);
  const bare = getNullableType(type);
  if (isWrong || (!isNonNullType(type) && chance(6) === 0)) return null;
  if (isListType(bare))
    return Array.from({ length: chance(4) }, (_, nth) =>
      made(schema, bare.ofType, `${path}/${nth}`, wildness),
    );
  const named = getNamedType(bare);
  if (!isCompositeType(named)) return leafOf(named, chance, wildness);
  const types = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
  const one = types[chance(types.length)];
  return isObjectType(one) ? objectOf(schema, one, path, wildness) : null;
}

function leafOf(type: GraphQLNamedType, chance: (most: number) => number, { oneWrongIn }: Wildness): unknown {
  if (isEnumType(type)) return type.getValues()[chance(type.getValues().length)]?.value;
  switch (type.name) {
    case 'Int':
      return chance(oneWrongIn) === 0 ? 2 ** 40 : chance(1_000);
    case 'Float':
      return chance(oneWrongIn) === 0 ? Number.POSITIVE_INFINITY : chance(1_000) / 7;
    case 'Boolean':
      return chance(2) === 0;
    case 'DateTime':
      return '2025-03-01T08:00:00.000Z';
    default:
      return `text ${chance(100)}`;
  }
}

function objectOf(schema: GraphQLSchema, type: GraphQLObjectType, path: string, wildness: Wildness): object {
  const object = { __typename: type.name };
  for (const field of Object.values(type.getFields())) {
    const here = `${path}.${field.name}`;
    const give = (args: unknown): unknown => made(schema, field.type, `${here}${told(args)}`, wildness);
    const way =
      field.args.length > 0 ? 2 + (field.name.length % 2) : chanceAt(`${type.name}.${field.name}`, 1)(4);
    // One in so many is not as its like are: what is known of a field does not hold for every object.
    const other = chanceAt(`${here}!`, 2)(wildness.oneWrongIn * 4) === 0 ? 1 : 0;
    const property =
      (way + other) % 4 < 2
        ? { get: () => plainly(() => give({})) }
        : {
            value:
              way % 2 === 0 || !wildness.promises
                ? give
                : (args: unknown) => Promise.resolve().then(() => give(args)),
          };
    Object.defineProperty(object, field.name, { ...property, enumerable: true });
  }
  return object;
}

/** An error that stands where a value is expected. */
function plainly(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
