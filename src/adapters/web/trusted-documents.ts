import type { IncomingMessage } from 'node:http';
import { pathOf, queryOf, sendRefusal, type HttpHandler, type Refusal } from './http-handler.js';

/** Documents that the server knows beforehand. */
export interface TrustPolicy {
  /** By the identifiers under which clients ask for them. */
  readonly documents: ReadonlyMap<string, string>;
  /** Nothing else is answered. */
  readonly only: boolean;
}

/** What a request tells of its document. */
interface Asked {
  readonly query: unknown;
  readonly documentId: unknown;
}

/**
 * Lets requests to the path name a document by its identifier (documentId), as the appendix of GraphQL over HTTP on
 * persisted documents has it; where nothing else is trusted, refuses documents that come as text. Stands behind what reads
 * the body.
 */
export function trustedDocuments(path: string, policy: TrustPolicy): HttpHandler {
  return (request, response, next) => {
    if (pathOf(request) !== path) return next();
    const asked = askedBy(request);
    const found = documentOf(asked, policy);
    if (typeof found === 'object' && found !== null) return sendRefusal(response, found);
    if (found !== null) putIn(request, found);
    next();
  };
}

/** The text of the document that is asked for, null where the request is none of ours, or why it is refused. */
function documentOf({ query, documentId }: Asked, { documents, only }: TrustPolicy): string | Refusal | null {
  const asks = typeof query === 'string' && query !== '';
  if (only && asks) return NOT_TRUSTED;
  if (documentId === undefined || documentId === null) return null;
  if (asks)
    return refusal('BAD_REQUEST', 'A request tells its document as query or as documentId, not both.');
  if (typeof documentId !== 'string' || documentId === '')
    return refusal('BAD_REQUEST', 'documentId is a text, such as "sha256:" and 64 hexadecimal digits.');
  return documents.get(documentId) ?? unknown(documentId);
}

const NOT_TRUSTED: Refusal = {
  status: 400,
  code: 'DOCUMENT_NOT_TRUSTED',
  message:
    'This server answers only documents that it trusts, by their identifiers. Send documentId instead of query; whoever runs the server can add the document to its folder.',
};

function unknown(documentId: string): Refusal {
  const shown = documentId.length <= 100 ? `"${documentId}"` : `${documentId.length} characters`;
  return refusal(
    'PERSISTED_DOCUMENT_NOT_FOUND',
    `This server knows no document ${shown}. Whoever runs it can add the document to its folder of trusted documents.`,
  );
}

function refusal(code: string, message: string): Refusal {
  return { status: 400, code, message };
}

type WithBody = IncomingMessage & { body?: unknown };

function askedBy(request: WithBody): Asked {
  const { body } = request;
  const told = typeof body === 'object' && body !== null ? (body as Partial<Asked>) : {};
  const words = queryOf(request);
  return {
    query: told.query ?? words.get('query') ?? undefined,
    documentId: told.documentId ?? words.get('documentId') ?? undefined,
  };
}

/** As if the text had come with the request. */
function putIn(request: WithBody, query: string): void {
  if (request.method === 'POST') {
    const { documentId: _, ...rest } = { documentId: null, ...(request.body as object | undefined) };
    request.body = { ...rest, query };
    return;
  }
  const words = queryOf(request);
  words.delete('documentId');
  words.set('query', query);
  request.url = `${pathOf(request)}?${words.toString()}`;
}
