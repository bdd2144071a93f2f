import { createHash, createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the issuer says of whoever comes; what differs from an honest issuer is told here. */
export interface Vouching {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly nonce?: string;
  readonly aud?: string;
  readonly iss?: string;
  /** How they signed in at the issuer. */
  readonly acr?: unknown;
  readonly amr?: unknown;
  /** Seconds since 1970. */
  readonly exp?: number;
}

export type Forgery = 'BY_ANOTHER_KEY' | 'BY_NOBODY' | 'BY_THE_CLIENT_SECRET';

/** An OpenID Connect issuer with one client, that holds it to PKCE. */
export interface SmallIssuer {
  readonly url: string;
  vouchFor(who: Vouching): void;
  /** Says that its tokens are to be had from another server; null: from itself. */
  pointElsewhere(url: string | null): void;
  /** Answers whatever is asked at a path by a way to that server; null: as it should. */
  leadAway(path: string | null, url?: string): void;
  /** From now on its tokens are signed as they should not be; null: as they should. */
  forge(how: Forgery | null): void;
  /** What it calls itself; null: by its address. */
  callItself(url: string | null): void;
  readonly asked: string[];
  stop(): Promise<void>;
}

interface Visit {
  readonly challenge: string;
  readonly nonce: string;
  readonly redirectUri: string;
}

export const CLIENT = { id: 'headwater', secret: 'a secret between two servers' } as const;

export async function smallIssuer(): Promise<SmallIssuer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const visits = new Map<string, Visit>();
  const asked: string[] = [];
  let who: Vouching = { sub: '1', email: 'ada@example.com', email_verified: true };
  let tokensAt: string | null = null;
  let ledAway: { readonly path: string; readonly url: string } | null = null;
  let forgery: Forgery | null = null;
  let calledItself: string | null = null;
  const another = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer());
    asked.push(url.pathname);
    if (url.pathname === ledAway?.path)
      return void response.writeHead(307, { Location: `${ledAway.url}${url.pathname}` }).end();
    if (url.pathname === '/.well-known/openid-configuration') return json(response, 200, configuration());
    if (url.pathname === '/jwks')
      return json(response, 200, {
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }],
      });
    if (url.pathname === '/authorize') return authorize(url, response);
    if (url.pathname === '/token') return void token(request, response);
    return json(response, 404, {});
  });
  const issuer = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function configuration() {
    return {
      issuer: calledItself ?? issuer(),
      authorization_endpoint: `${issuer()}/authorize`,
      token_endpoint: `${tokensAt ?? issuer()}/token`,
      jwks_uri: `${issuer()}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    };
  }

  function authorize({ searchParams }: URL, response: ServerResponse): void {
    const told = (name: string) => searchParams.get(name) ?? '';
    if (told('client_id') !== CLIENT.id || told('code_challenge_method') !== 'S256')
      return json(response, 400, {});
    const code = randomUUID();
    visits.set(code, {
      challenge: told('code_challenge'),
      nonce: told('nonce'),
      redirectUri: told('redirect_uri'),
    });
    const back = new URL(told('redirect_uri'));
    back.searchParams.set('code', code);
    back.searchParams.set('state', told('state'));
    response.writeHead(302, { Location: back.href }).end();
  }

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const told = new URLSearchParams(Buffer.concat(chunks).toString());
    const visit = visits.get(told.get('code') ?? '');
    visits.delete(told.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(told.get('code_verifier') ?? '')
      .digest('base64url');
    const isOurs =
      told.get('client_secret') === CLIENT.secret &&
      challenge === visit?.challenge &&
      told.get('redirect_uri') === visit.redirectUri;
    if (!visit || !isOurs) return json(response, 400, { error: 'invalid_grant' });
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer(), aud: CLIENT.id, iat: now, exp: now + 60, nonce: visit.nonce, ...who };
    json(response, 200, { access_token: 'x', token_type: 'Bearer', id_token: signed(claims) });
  }

  function signed(claims: object): string {
    const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
    const alg = forgery === 'BY_NOBODY' ? 'none' : forgery === 'BY_THE_CLIENT_SECRET' ? 'HS256' : 'RS256';
    const text = `${part({ alg, kid: 'k' })}.${part(claims)}`;
    if (forgery === 'BY_NOBODY') return `${text}.`;
    if (forgery === 'BY_THE_CLIENT_SECRET')
      return `${text}.${createHmac('sha256', CLIENT.secret).update(text).digest('base64url')}`;
    const key = forgery === 'BY_ANOTHER_KEY' ? another.privateKey : privateKey;
    return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: issuer(),
    asked,
    vouchFor: (next) => void (who = next),
    pointElsewhere: (url) => void (tokensAt = url),
    leadAway: (path, url = '') => void (ledAway = path === null ? null : { path, url }),
    forge: (how) => void (forgery = how),
    callItself: (url) => void (calledItself = url),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function json(response: ServerResponse, status: number, content: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(content));
}
