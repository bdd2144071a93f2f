import type { AccessUnit, Passwords, Secrets, World } from '../ports/index.js';

/** What the use cases about access are made of. */
export interface AccessParts {
  readonly access: AccessUnit;
  readonly world: World;
  readonly passwords: Passwords;
  readonly secrets: Secrets;
}

/** The moment so many milliseconds away from an ISO time, as ISO time. */
export function momentFrom(now: string, milliseconds: number): string {
  return new Date(Date.parse(now) + milliseconds).toISOString();
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
