import {
  getNamedType,
  isCompositeType,
  isInputType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** What a field of this type can be asked for, so many levels down; fields that need arguments are left out unless they are given, and those given as null. */
export function selectEverything(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  depth: number,
  args: Readonly<Record<string, string | null>> = {},
): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (isUnionType(named)) {
    const members = named
      .getTypes()
      .map((member) => `... on ${member.name} ${selectEverything(schema, member, depth, args)}`);
    return `{ __typename ${members.join(' ')} }`;
  }
  const fields = isObjectType(named) ? Object.values(named.getFields()) : [];
  const asked = fields.flatMap((field) => select(schema, `${named.name}.${field.name}`, field, depth, args));
  return `{ __typename ${asked.join(' ')} }`;
}

function select(
  schema: GraphQLSchema,
  path: string,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  args: Readonly<Record<string, string | null>>,
): readonly string[] {
  const needed = field.args.some((arg) => isInputType(arg.type) && String(arg.type).endsWith('!'));
  const given = args[path];
  if (given === null || (needed && given === undefined)) return [];
  const leaf = !isCompositeType(getNamedType(field.type));
  if (!leaf && depth <= 1) return [];
  return [`${field.name}${given ?? ''} ${leaf ? '' : selectEverything(schema, field.type, depth - 1, args)}`];
}
