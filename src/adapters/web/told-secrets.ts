import type { ServerResponse } from 'node:http';

const told = new WeakMap<ServerResponse, string[]>();

/** Remembers, for as long as the response lives, that its answer tells this secret. */
export function noteSecret(response: ServerResponse, secret: string): void {
  told.set(response, [...(told.get(response) ?? []), secret]);
}

/** A JSON body with null wherever it tells a secret that was noted. */
export function withoutSecrets(response: ServerResponse, body: string): string {
  return (told.get(response) ?? []).reduce(
    (text, secret) => text.replaceAll(JSON.stringify(secret), 'null'),
    body,
  );
}
