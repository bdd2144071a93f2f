import type { Shortfall } from '../../domain/index.js';

/** What somebody misses of a role, in words. */
export function sayShortfall({ capability, level, has, why }: Shortfall): string {
  switch (why) {
    case 'LACKS':
      return `${capability}${level === null ? '' : ` at level ${level}`}`;
    case 'LEVEL_TOO_LOW':
      return `${capability} at level ${level} (${has === null ? 'no level told' : `has ${has}`})`;
    case 'LICENCE_MISSING':
      return `the licence for ${capability}`;
  }
}
