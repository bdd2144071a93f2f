import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { downloadName, type Download, type PlannedStream, type UseCases } from '../../application/index.js';
import { disposition, FILE_POLICY } from './file-headers.js';
import { pathOf, sendBytes, sendText, type HttpHandler } from './http-handler.js';

const PATH = /^\/streams\/([^/]+)\/([^/.]+)\.([^/]+)$/;
/** What downloads need of the use cases. */
export type DownloadSource = Pick<UseCases, 'stream' | 'downloads'>;

/** Serves GET /streams/KEY/NAME.EXTENSION: every file that the use cases offer, made from the latest revision. */
export function streamDownloads(source: DownloadSource): HttpHandler {
  return (request, response, next) => {
    const [, typedKey = '', name = '', extension = ''] = PATH.exec(pathOf(request)) ?? [];
    const key = decoded(typedKey);
    if (key === null || key === '') return next();
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return sendText(response, 405, 'A file of a stream can only be read.\n', { Allow: 'GET, HEAD' });
    }
    const file = source.downloads.find((one) => one.name === name && one.extension === extension);
    if (!file) {
      const known = source.downloads.map((one) => `${one.name}.${one.extension}`).join(', ');
      const message = `There is no file ${name}.${extension} of a stream; there are ${known}.\n`;
      return sendText(response, 404, message);
    }
    sendFile(source, key, file, request, response).catch(next);
  };
}

async function sendFile(
  source: DownloadSource,
  key: string,
  file: Download,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chosen = choicesOf(file, request);
  if (typeof chosen === 'string') return sendText(response, 400, chosen);
  const planned = await source.stream(key);
  if (!planned) {
    const remedy = 'The keys are told by the query { valueStreams { edges { node { key } } } }.';
    return sendText(response, 404, `There is no value stream with the key "${key}". ${remedy}\n`);
  }
  const content = await produced(file, planned, chosen);
  if (content === null) {
    const remedy = `Install a font on the server, or take ${file.name}.svg.`;
    return sendText(response, 501, `This server has no font to write the words of a PNG with. ${remedy}\n`);
  }
  const bytes = Buffer.from(content);
  const tag = `"${createHash('sha256').update(bytes).digest('hex')}"`;
  // The tag is for programs that keep files themselves; browsers keep nothing that names people.
  const headers = { ETag: tag, 'Content-Security-Policy': FILE_POLICY };
  if (matches(request.headers['if-none-match'], tag)) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  sendBytes(response, 200, bytes, {
    ...headers,
    'Content-Type': file.mediaType,
    'Content-Disposition': disposition(file.shown, downloadName(file, planned)),
  });
}

/** The content of a file; null where it is a picture and the machine has no font. */
async function produced(
  file: Download,
  planned: PlannedStream,
  chosen: Readonly<Record<string, string>>,
): Promise<string | Uint8Array | null> {
  try {
    await planned.ready();
    return await file.produce(planned, chosen);
  } catch (error) {
    if (error instanceof Error && error.name === 'NoFontFault') return null;
    throw error;
  }
}

/** What was chosen behind the question mark, in the words of the file; a sentence where it is none of its choices. */
function choicesOf(
  { name, extension, choices }: Download,
  request: IncomingMessage,
): Record<string, string> | string {
  const chosen: Record<string, string> = {};
  const query = (request.url ?? '').split('?').slice(1).join('?');
  for (const [key, value] of new URLSearchParams(query)) {
    const words = Object.hasOwn(choices, key) ? choices[key] : undefined;
    if (!words) {
      const known = Object.keys(choices).join(', ') || 'nothing';
      return `"${key}" cannot be chosen for ${name}.${extension}; what can be chosen: ${known}.\n`;
    }
    const word = words.find((one) => one.toLowerCase() === value.toLowerCase());
    if (word === undefined) return `${key} is one of ${words.join(', ')}, not "${value}".\n`;
    chosen[key] = word;
  }
  return chosen;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);
}
