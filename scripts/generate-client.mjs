// Writes the typed client of the examples from the schema and its operations: npm run client [-- FILE]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';
import { format, resolveConfig } from 'prettier';

const FILE = 'examples/clients/typescript/headwater.ts';
const OPERATIONS = 'examples/clients/three-uses.graphql';

/** The client's text: one type for each answer, one document for each operation. */
async function generateClient() {
  const files = readdirSync('schema').filter((name) => name.endsWith('.graphql'));
  const text = files
    .sort()
    .map((name) => readFileSync(`schema/${name}`, 'utf8'))
    .join('\n');
  const client = await codegen({
    filename: FILE,
    schema: parse(text),
    documents: [{ location: OPERATIONS, document: parse(readFileSync(OPERATIONS, 'utf8')) }],
    config: {
      documentMode: 'string',
      useTypeImports: true,
      skipTypename: false,
      enumsAsTypes: true,
      strictScalars: false,
    },
    plugins: [{ operationTypes: {} }, { typedDocuments: {} }],
    pluginMap: { operationTypes, typedDocuments },
  });
  return format(client, { ...(await resolveConfig(FILE)), parser: 'typescript' });
}

writeFileSync(process.argv[2] ?? FILE, await generateClient());
