import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** Gives a whole number from 0 up to below most. */
type Random = (most: number) => number;

/** Texts that documents may put into arguments: keys, ids, napkins and what strangers type. */
export type Words = readonly string[];

interface Making {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly words: Words;
  /** Aliases that are given, fields that are asked for. */
  aliases: number;
  fields: number;
}

const MOST_FIELDS = 60;
const MOST_ALIASES = 28;
const DEEPEST = 8;
const INTS = ['0', '1', '-1', '2', '5', '100', '101', '10000', '2147483647', '-2147483648', '4294967296'];
const FLOATS = ['0', '0.5', '-0.1', '1', '1e308', '-1e308', '1e-320', '37'];
const STRANGE = [
  '',
  ' ',
  '\u0000',
  '\u202e\ud83d\ude00',
  '__proto__',
  'constructor',
  "'; DROP TABLE value_stream; --",
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '=cmd|calc',
  'null',
  'x'.repeat(3_000),
];

/** A document of one operation that mostly fits the schema: arguments are of their types, sometimes of others. */
export function randomDocument(schema: GraphQLSchema, random: Random, words: Words): string {
  const making: Making = { schema, random, words, aliases: 0, fields: 0 };
  const isMutation = random(8) === 0;
  const root = isMutation ? schema.getMutationType() : schema.getQueryType();
  if (!root) throw new Error('The schema has no such operations');
  return `${isMutation ? 'mutation' : 'query'} ${selectionOf(making, root, 1)}`;
}

function selectionOf(making: Making, type: GraphQLCompositeType, depth: number): string {
  const { schema, random } = making;
  if (isUnionType(type) || isInterfaceType(type)) {
    const members = schema.getPossibleTypes(type);
    const member = members[random(members.length)];
    const own = isInterfaceType(type) ? 'id ' : '';
    return member
      ? `{ __typename ${own}... on ${member.name} ${selectionOf(making, member, depth + 1)} }`
      : '{ __typename }';
  }
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
  const wanted = depth === 1 ? 1 + random(3) : 1 + random(5);
  const asked: string[] = [];
  for (let nth = 0; nth < wanted && making.fields < MOST_FIELDS; nth += 1) {
    const field = fields[random(fields.length)];
    if (field) asked.push(fieldOf(making, field, depth, nth));
  }
  return `{ __typename ${asked.join(' ')} }`;
}

function fieldOf(making: Making, field: GraphQLField<unknown, unknown>, depth: number, nth: number): string {
  const named = getNamedType(field.type);
  const leaf = !isCompositeType(named);
  if (!leaf && depth >= DEEPEST) return '';
  making.fields += 1;
  const alias = making.aliases < MOST_ALIASES ? `f${nth}_${making.aliases}: ` : '';
  if (alias === '' && field.args.length > 0) return '';
  making.aliases += alias === '' ? 0 : 1;
  return `${alias}${field.name}${argumentsOf(making, field.args)} ${leaf ? '' : selectionOf(making, named, depth + 1)}`;
}

function argumentsOf(making: Making, args: readonly GraphQLArgument[]): string {
  const { random } = making;
  const given = args.filter((arg) => needed(arg) || random(3) === 0);
  if (given.length === 0) return '';
  return `(${given.map((arg) => `${arg.name}: ${valueOf(making, arg.type, 0)}`).join(', ')})`;
}

function needed({ type, defaultValue }: Pick<GraphQLArgument, 'type' | 'defaultValue'>): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}

function valueOf(making: Making, type: GraphQLInputType, depth: number): string {
  const { random } = making;
  if (!isNonNullType(type) && random(12) === 0) return 'null';
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const most = depth > 3 ? 1 : 1 + random(4);
    return `[${Array.from({ length: most }, () => valueOf(making, bare.ofType, depth + 1)).join(', ')}]`;
  }
  if (isEnumType(bare)) return picked(random, bare.getValues()).name;
  if (isInputObjectType(bare)) {
    const given = Object.values(bare.getFields()).filter(
      (field) => needed(field) || (depth < 4 && random(3) === 0),
    );
    return `{ ${given.map((field) => `${field.name}: ${valueOf(making, field.type, depth + 1)}`).join(', ')} }`;
  }
  if (random(60) === 0) return '{ }';
  return scalarOf(making, bare.name);
}

function scalarOf({ random, words }: Making, name: string): string {
  switch (name) {
    case 'Int':
      return picked(random, INTS);
    case 'Float':
      return picked(random, FLOATS);
    case 'Boolean':
      return random(2) === 0 ? 'true' : 'false';
    default:
      return JSON.stringify(random(6) === 0 ? picked(random, STRANGE) : picked(random, words));
  }
}

function picked<T>(random: Random, from: readonly T[]): T {
  const one = from[random(from.length)];
  if (one === undefined) throw new Error('There is nothing to pick');
  return one;
}
