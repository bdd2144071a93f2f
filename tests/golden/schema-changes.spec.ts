import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { readSchemaText } from '../../src/adapters/graphql/schema-text.js';

const RELEASED = 'schema/released';
const PAGE = 'docs/schema-changes.md';

const releases = readdirSync(RELEASED)
  .map((file) => file.replace(/\.graphql$/, ''))
  .sort((a, b) => byNumbers(a, b));
const served = buildSchema(readSchemaText('schema'));
const released = (version: string) => buildSchema(readFileSync(`${RELEASED}/${version}.graphql`, 'utf8'));

function byNumbers(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const differing = left?.findIndex((part, nth) => part !== right?.[nth]) ?? -1;
  return differing < 0 ? 0 : (left?.[differing] ?? 0) - (right?.[differing] ?? 0);
}

/** The names within a type: fields, arguments, values, members. */
function within(type: GraphQLNamedType): readonly string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => `${type.name}.${name}`);
  if (isUnionType(type)) return type.getTypes().map(({ name }) => `${type.name} | ${name}`);
  if (isInputObjectType(type)) return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    `${type.name}.${field.name}`,
    ...field.args.map(({ name }) => `${type.name}.${field.name}(${name}:)`),
  ]);
}

const ofUsers = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

/** What one schema has that an older one has not: whole types by their name, members of older types one by one. */
function added(older: GraphQLSchema, newer: GraphQLSchema): readonly string[] {
  return ofUsers(newer)
    .flatMap((type) => {
      const before = older.getType(type.name);
      if (!before) return [type.name];
      const known = new Set(within(before));
      return within(type).filter((name) => !known.has(name));
    })
    .sort();
}

/** The change log: the newest first, each against the release before it. */
function changeLog(): string {
  const heads = [...releases, 'not released yet'];
  const parts = heads.slice(1).map((head, nth) => {
    const older = released(releases[nth] ?? '');
    const newer = head === 'not released yet' ? served : released(head);
    const names = added(older, newer).map((name) => `- \`${name}\``);
    return [`## ${head}: added`, '', ...(names.length > 0 ? names : ['Nothing.']), ''].join('\n');
  });
  const head =
    '# Changes of the schema\n\nThe schema grows and takes nothing back; what is deprecated names its successor and its last day in the schema\nitself. This page is made from `schema/` and `schema/released/` by `npm run golden`.\n';
  return [head, ...parts.reverse()].join('\n');
}

describe('who built on a released schema', () => {
  it.each(releases)('still finds everything of %s', (version) => {
    expect(findBreakingChanges(released(version), served)).toEqual([]);
  });

  it('reads in the change log what came since', () => {
    const made = changeLog();
    if (process.env['HEADWATER_GOLDEN'] === 'rewrite') writeFileSync(PAGE, made);
    expect(readFileSync(PAGE, 'utf8')).toBe(made);
  });
});
