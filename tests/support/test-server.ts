import type { AddressInfo } from 'node:net';
import { listen, type ServerParts } from '../../src/listen.js';
import type { Log } from '../../src/log.js';
import { LOCAL_MEMBER, type AccessUseCases } from '../../src/application/access/index.js';
import type { UseCases } from '../../src/application/index.js';
import { createCurrentMember } from '../../src/adapters/accounts/index.js';
import { isPrivate, readServerSettings, type ServerSettings } from '../../src/adapters/web/index.js';

/** What came back from a GraphQL request. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
  readonly extensions: Record<string, unknown> | undefined;
  readonly text: string;
}

/** A server in this process, and everything that it wrote into its log. */
export interface TestServer {
  readonly url: string;
  readonly log: unknown[];
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Answered>;
  stop(): Promise<void>;
}

/** A server over hand-made use cases: what a test does not give fails loudly. */
export async function stubServer(
  useCases: Partial<UseCases> = {},
  settings: Partial<ServerSettings> = {},
  parts: Partial<Pick<ServerParts, 'isReachable' | 'log' | 'subscribing' | 'tracing'>> = {},
): Promise<TestServer> {
  const log: unknown[] = [];
  const allSettings = { ...readServerSettings({ PORT: '0' }), ...settings };
  const local = () => Promise.resolve(isPrivate(allSettings) ? LOCAL_MEMBER : null);
  const nobody = () => Promise.resolve(null);
  const { server, stop } = await listen({
    settings: allSettings,
    access: {} as AccessUseCases,
    people: {
      open: local,
      admit: nobody,
      signIn: () => Promise.resolve({ kind: 'REFUSED' }),
      signOut: () => Promise.resolve(),
      signInElsewhere: () => Promise.resolve({ kind: 'REFUSED' }),
      provider: null,
      current: createCurrentMember(),
    },
    useCases: useCases as UseCases,
    isReachable: () => Promise.resolve(true),
    log: keptIn(log),
    ...parts,
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, log, ask: asking(url), stop };
}

/** A log that keeps errors in a list. */
export function keptIn(log: unknown[]): Log {
  return {
    request: null,
    signIn: null,
    error(error) {
      log.push(error);
      return `id-${log.length}`;
    },
  };
}

/** Asks the server at this address. */
export function asking(url: string): TestServer['ask'] {
  return async (query, variables = {}, headers = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return readAnswer(response);
  };
}

/** The parts of an answer, whatever its shape. */
export async function readAnswer(response: Response): Promise<Answered> {
  const text = await response.text();
  const body = parsed(text);
  const { status, headers } = response;
  return { status, headers, data: body.data, errors: body.errors ?? [], extensions: body.extensions, text };
}

function parsed(text: string): Partial<Pick<Answered, 'data' | 'errors' | 'extensions'>> {
  try {
    return JSON.parse(text) as Partial<Pick<Answered, 'data' | 'errors' | 'extensions'>>;
  } catch {
    return {};
  }
}
