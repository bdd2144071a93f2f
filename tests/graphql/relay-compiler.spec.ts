import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from '@jest/globals';
import { buildSchema, getNamedType, isInterfaceType, isObjectType, printSchema } from 'graphql';
import { readSchemaText } from '../../src/adapters/graphql/schema-text.js';

const schema = buildSchema(readSchemaText('schema'));
const folder = mkdtempSync(join(tmpdir(), 'headwater-relay-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every field that answers with a connection, and the type that it is on. */
function connections(): readonly { readonly on: string; readonly field: string }[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields())
          .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
          .map(({ name }) => ({ on: type.name, field: name }))
      : [],
  );
}

/** A pagination fragment as an app with Relay writes it. */
function paginated({ on, field }: { readonly on: string; readonly field: string }): string {
  const name = `${on}${field}`;
  return `const fragment = graphql\`fragment ${name}_page on ${on}
    @refetchable(queryName: "${name}Query") @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }) {
    ${field}(first: $count, after: $cursor) @connection(key: "${name}_${field}") { edges { node { __typename } } }
  }\`;`;
}

describe('an app with Relay', () => {
  it('pages through every connection of the schema: the Relay compiler takes a fragment for each', async () => {
    const all = connections();
    expect(all.length).toBeGreaterThan(0);
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'schema.graphql'), printSchema(schema));
    writeFileSync(join(folder, 'package.json'), '{}');
    const config = { src: './src', schema: './schema.graphql', language: 'typescript', schemaConfig: {} };
    writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(config));
    for (const one of all) writeFileSync(join(folder, 'src', `${one.on}${one.field}.ts`), paginated(one));
    await promisify(execFile)('node', [resolve('node_modules/relay-compiler/cli.js'), 'relay.config.json'], {
      cwd: folder,
    });
    const made = readdirSync(join(folder, 'src/__generated__'));
    for (const { on, field } of all) expect(made).toContain(`${on}${field}Query.graphql.ts`);
  });
});
