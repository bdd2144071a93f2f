import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import type { VouchedFor } from '../../application/access/index.js';
import { Fault } from '../../application/index.js';

/** The one OpenID Connect provider that a server trusts. */
export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a client that has none. */
  readonly clientSecret: string | null;
  /** How people call the provider. */
  readonly name: string;
  /** Hosts beside that of the issuer that may be asked. */
  readonly hosts: readonly string[];
  /** What the provider has to say of the way of signing in there, in acr or amr: one of these; any way where there are none. */
  readonly strengths: readonly string[];
}

/** What the browser keeps between going to the provider and coming back. */
export interface OpenIdVisit {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Signs people in by the code flow with PKCE. */
export interface OpenIdProvider {
  readonly name: string;
  /** Where the browser is to go; a Fault UNAVAILABLE where the provider cannot be reached. */
  start(redirectUri: string): Promise<{ readonly url: string; readonly visit: OpenIdVisit }>;
  /** Whom the provider vouches for, by the address with which the browser came back; null where it vouches for nobody, TOO_WEAK where it does not say that they signed in there as is asked for. */
  finish(cameBackTo: URL, visit: OpenIdVisit): Promise<VouchedFor | 'TOO_WEAK' | null>;
}

const PATIENCE_SECONDS = 10;

/** The provider of these settings; nothing but its hosts is ever asked. */
export function openIdProvider(settings: OpenIdSettings): OpenIdProvider {
  let known: Configuration | null = null;
  const configuration = async (): Promise<Configuration> => (known ??= await discovered(settings));
  return {
    name: settings.name,
    async start(redirectUri) {
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        ...(settings.strengths.length > 0 ? { acr_values: settings.strengths.join(' ') } : {}),
      });
      return { url: url.href, visit: { state, nonce, verifier } };
    },
    async finish(cameBackTo, { state, nonce, verifier }) {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
      const tokens = await authorizationCodeGrant(await configuration(), cameBackTo, {
        ...checks,
        idTokenExpected: true,
      }).catch(() => null);
      const claims = tokens?.claims();
      if (!claims) return null;
      if (!isStrong(claims, settings)) return 'TOO_WEAK';
      const email = typeof claims['email'] === 'string' ? claims['email'] : null;
      return {
        issuer: claims.iss,
        subject: claims.sub,
        email,
        emailVerified: claims['email_verified'] === true,
      };
    },
  };
}

function isStrong(
  claims: Readonly<Record<string, unknown>>,
  { strengths }: Pick<OpenIdSettings, 'strengths'>,
): boolean {
  const { acr, amr } = claims;
  const told: readonly unknown[] = [acr, ...(Array.isArray(amr) ? amr : [])];
  return strengths.length === 0 || strengths.some((one) => told.includes(one));
}

async function discovered(settings: OpenIdSettings): Promise<Configuration> {
  const { issuer, clientId, clientSecret, name } = settings;
  const url = new URL(issuer);
  try {
    return await discovery(url, clientId, clientSecret ?? undefined, undefined, {
      [customFetch]: onlyAllowed(settings),
      timeout: PATIENCE_SECONDS,
      // Without this the signature of an ID token is not looked at where it came straight from the provider.
      execute: [enableNonRepudiationChecks, ...(url.protocol === 'http:' ? [allowInsecureRequests] : [])],
    });
  } catch (error) {
    const message = `${name} (${url.host}) cannot be reached for signing in at the moment.`;
    throw new Fault('UNAVAILABLE', message, { cause: error });
  }
}

/** A fetch that asks the hosts of the provider and nobody else, and follows nobody elsewhere. */
function onlyAllowed({ issuer, hosts }: OpenIdSettings): typeof fetch {
  const allowed = new Set([new URL(issuer).host, ...hosts]);
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!allowed.has(url.host))
      return Promise.reject(new Error(`${url.host} is none of the hosts that may be asked`));
    return fetch(input, { ...init, redirect: 'error' });
  };
}
