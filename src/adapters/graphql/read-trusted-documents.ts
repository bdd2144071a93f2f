import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, GraphQLError, parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import { Fault } from '../../application/index.js';
import { documentRules } from './limits/document-rules.js';
import { DEFAULT_REQUEST_LIMITS, type RequestLimits } from './limits/request-limits.js';
import { readSchemaText } from './schema-text.js';

/** Documents by the identifiers under which clients may ask for them. */
export type TrustedDocuments = ReadonlyMap<string, string>;

export interface TrustedDocumentsParts {
  /** Holds *.graphql files of one document each, and *.json manifests that tell documents by identifier. */
  readonly folder: string;
  readonly schemaFolder: string;
  /** Limits that differ from the defaults. */
  readonly limits?: Partial<RequestLimits>;
}

/** The identifier of a document by the appendix of GraphQL over HTTP: the SHA-256 of its text. */
export function documentIdOf(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}

/**
 * Every document of the folder, in the order of its files. A Fault BAD_INPUT names the file, the line and what is wrong
 * where one does not fit the schema or the limits, or an identifier is not that of its document.
 */
export function readTrustedDocuments({
  folder,
  schemaFolder,
  limits,
}: TrustedDocumentsParts): TrustedDocuments {
  const schema = buildSchema(readSchemaText(schemaFolder));
  const all: RequestLimits = { ...DEFAULT_REQUEST_LIMITS, ...limits };
  const documents = new Map<string, string>();
  for (const { file, id, text } of told(folder)) {
    requireFitting(schema, all, file, text);
    const known = documents.get(id);
    if (known !== undefined && known !== text)
      throw new Fault(
        'BAD_INPUT',
        `${file}: "${id}" stands for another document already. Give each its own.`,
      );
    documents.set(id, text);
  }
  if (documents.size === 0)
    throw new Fault(
      'BAD_INPUT',
      `${folder} holds no document. Put *.graphql files or a *.json manifest there.`,
    );
  return documents;
}

interface ToldDocument {
  readonly file: string;
  readonly id: string;
  readonly text: string;
}

function told(folder: string): readonly ToldDocument[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder).sort();
  } catch (error) {
    throw new Fault(
      'BAD_INPUT',
      `The folder of trusted documents ${folder} cannot be read. Name one that can.`,
      {
        cause: error,
      },
    );
  }
  return names.flatMap((name) => {
    const file = join(folder, name);
    if (/\.(graphql|gql)$/.test(name)) {
      const text = readFileSync(file, 'utf8');
      return [{ file, id: documentIdOf(text), text }];
    }
    return name.endsWith('.json') ? fromManifest(file) : [];
  });
}

/** What code generators write: an object of documents by identifier; a bare SHA-256 is told with its prefix as well. */
function fromManifest(file: string): readonly ToldDocument[] {
  const wrong = `${file} is no manifest: an object was expected that tells documents by their identifiers.`;
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Fault('BAD_INPUT', wrong, { cause: error });
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new Fault('BAD_INPUT', wrong);
  return Object.entries(content).flatMap(([id, text]: [string, unknown]) => {
    if (typeof text !== 'string') throw new Fault('BAD_INPUT', wrong);
    const own = documentIdOf(text);
    if (id.startsWith('sha256:') && id !== own)
      throw new Fault('BAD_INPUT', `${file}: "${id}" is not the SHA-256 of its document, which is "${own}".`);
    const ids = id === own ? [own] : [id, own];
    return ids.map((each) => ({ file, id: each, text }));
  });
}

function requireFitting(schema: GraphQLSchema, limits: RequestLimits, file: string, text: string): void {
  const [error] = problemsOf(schema, limits, text);
  if (!error) return;
  const { line, column } = error.locations?.[0] ?? { line: 1, column: 1 };
  throw new Fault('BAD_INPUT', `${file}:${line}:${column}: ${error.message}`);
}

function problemsOf(schema: GraphQLSchema, limits: RequestLimits, text: string): readonly GraphQLError[] {
  try {
    const document = parse(text, { maxTokens: limits.tokens });
    return validate(schema, document, [...specifiedRules, ...documentRules(limits)], { maxErrors: 1 });
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}
