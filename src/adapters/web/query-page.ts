import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ServerResponse } from 'node:http';
import type { Member } from '../../application/access/index.js';
import type { ExampleGround } from './example-ground.js';
import { pathOf, sendText, type HttpHandler } from './http-handler.js';
import { escaped } from './plain-page.js';
import { queryExamples, type QueryExample } from './query-examples.js';
import { START_SCRIPT } from './query-page-script.js';

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const ASSETS = {
  'react.js': { package: 'react', file: 'umd/react.production.min.js' },
  'react-dom.js': { package: 'react-dom', file: 'umd/react-dom.production.min.js' },
  'graphiql.js': { package: 'graphiql', file: 'graphiql.min.js' },
  'graphiql.css': { package: 'graphiql', file: 'graphiql.min.css' },
} as const;

/** Tells what the examples are about; null where there is no stream yet. */
export type FindGround = () => Promise<ExampleGround | null>;

/** Serves the query page to browsers at GET /graphql, and its parts under /graphiql/: nothing comes from elsewhere. */
export function queryPage(findGround: FindGround, who: () => Member | null = () => null): HttpHandler {
  const assets = new Map<string, Asset>();
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const path = pathOf(request);
    if (path === '/')
      return sendText(response, 302, 'The query page is at /graphql\n', { Location: '/graphql' });
    if (path === '/graphql' && wantsPage(request.headers.accept) && !asksQuestion(request.url ?? '')) {
      findGround()
        .then((ground) => sendPage(response, queryExamples(ground), signedInBar(who())))
        .catch(next);
      return;
    }
    if (!path.startsWith('/graphiql/')) return next();
    const name = path.slice('/graphiql/'.length);
    const asset = assets.get(name) ?? loadAsset(name);
    if (!asset) return sendText(response, 404, 'There is nothing at this address.\n');
    assets.set(name, asset);
    sendAsset(response, asset, request.headers['if-none-match']);
  };
}

interface Asset {
  readonly content: string;
  readonly mediaType: string;
  readonly tag: string;
}

function wantsPage(accept: string | undefined): boolean {
  const wanted = (accept ?? '').toLowerCase();
  const json = wanted.search(/application\/(graphql-response\+)?json/);
  const html = wanted.indexOf('text/html');
  return html >= 0 && (json < 0 || html < json);
}

function asksQuestion(url: string): boolean {
  return new URLSearchParams(url.split('?')[1] ?? '').has('query');
}

function loadAsset(name: string): Asset | null {
  const mediaType = name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
  if (name === 'start.js') return asset(START_SCRIPT, mediaType);
  const known = Object.entries(ASSETS).find(([key]) => key === name)?.[1];
  if (!known) return null;
  const root = dirname(createRequire(import.meta.url).resolve(`${known.package}/package.json`));
  return asset(readFileSync(join(root, known.file), 'utf8'), mediaType);
}

function asset(content: string, mediaType: string): Asset {
  return { content, mediaType, tag: `"${createHash('sha256').update(content).digest('hex').slice(0, 32)}"` };
}

function sendAsset(
  response: ServerResponse,
  { content, mediaType, tag }: Asset,
  known: string | undefined,
): void {
  const headers = { ETag: tag, 'Cache-Control': 'public, max-age=3600' };
  if (known === tag) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  sendText(response, 200, content, { ...headers, 'Content-Type': mediaType });
}

/** Who has signed in, with the way out; nothing where nobody had to. */
function signedInBar(member: Member | null): string {
  if (member?.door !== 'SESSION') return '';
  return `<form id="who" method="post" action="/sign-out">
      ${escaped(member.name)} in “${escaped(member.workspace.name)}” · <a href="/sign-in">Your account</a> · <button>Sign out</button>
    </form>
    `;
}

function sendPage(response: ServerResponse, examples: readonly QueryExample[], bar: string): void {
  const embedded = JSON.stringify(examples).replace(/</g, '\\u003c');
  const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Headwater: ask the value stream</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/graphiql/graphiql.css" />
    <style>
      html, body { height: 100%; margin: 0; }
      body { display: flex; flex-direction: column; }
      #page { flex: 1; min-height: 0; }
      #who { padding: 0.25rem 1rem; font: 0.85rem/1.6 system-ui, sans-serif; text-align: right; }
    </style>
  </head>
  <body>
    ${bar}<div id="page">The query page needs JavaScript. Without it, send GraphQL by POST to this address.</div>
    <script type="application/json" id="examples">${embedded}</script>
    <script src="/graphiql/react.js"></script>
    <script src="/graphiql/react-dom.js"></script>
    <script src="/graphiql/graphiql.js"></script>
    <script src="/graphiql/start.js"></script>
  </body>
</html>
`;
  sendText(response, 200, page, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': PAGE_POLICY,
    Vary: 'Accept',
  });
}
