import type { Relaxed, StructureLimits } from '../../domain/index.js';
import { faultError } from './fault-code.js';

/** Limits as the schema has them: goals that may give way come as a list. */
export interface LimitsInput extends Omit<StructureLimits, 'relax'> {
  readonly relax?: readonly { readonly goal: string; readonly share: number }[] | null;
}

/** So many steps may be named in apart, together and pins; an id that tells them again stays short enough. */
const MOST_NAMED = 300;
const LONGEST_NAME = 200;

function requireFewNames({ apart, together, pins }: Omit<LimitsInput, 'relax'>): void {
  const names = [...(apart ?? []), ...(together ?? []), ...(pins ?? []).map(({ steps }) => steps)].flat();
  if (names.length > MOST_NAMED)
    throw faultError(
      'BAD_USER_INPUT',
      `apart, together and pins name ${names.length} steps; at most ${MOST_NAMED} are taken.`,
    );
  if (names.some((name) => name.length > LONGEST_NAME))
    throw faultError(
      'BAD_USER_INPUT',
      `The name of a step in limits has at most ${LONGEST_NAME} characters.`,
    );
}

/** Limits as the domain has them; throws BAD_USER_INPUT where a goal is to give way twice, or where it is the last. */
export function readLimits(input: LimitsInput | null | undefined): StructureLimits {
  const { relax, ...limits } = input ?? {};
  requireFewNames(limits);
  if (!relax) return limits;
  const shares: Record<string, number> = {};
  for (const { goal, share } of relax) {
    if (goal in shares)
      throw faultError('BAD_USER_INPUT', `relax names ${goal} twice; each goal has one share.`);
    shares[goal] = share;
  }
  if ('UNEVENNESS' in shares) {
    throw faultError(
      'BAD_USER_INPUT',
      'UNEVENNESS cannot give way: it is the last goal, and none comes after it.',
    );
  }
  const read: Relaxed = shares;
  return { ...limits, relax: read };
}
