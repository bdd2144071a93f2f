import type { Member } from '../../application/access/index.js';
import { sendRefusal, type HttpHandler } from './http-handler.js';

const HOUR = 3_600_000;
/** Members that are remembered before those are forgotten who have all their requests again. */
const MANY = 10_000;

/** What one member may ask still; it comes back evenly, all of it within an hour. */
interface Left {
  requests: number;
  at: number;
}

/**
 * Answers 429 with Retry-After to a member who has asked so many times within an hour, by session or by token, each
 * token for itself. Whoever sits at a machine without accounts may ask without end. Each server counts for itself.
 */
export function mostPerHour(
  most: number,
  who: () => Member | null,
  clock: () => number = Date.now,
): HttpHandler {
  const left = new Map<string, Left>();
  const perMillisecond = most / HOUR;
  const refilled = ({ requests, at }: Left, now: number): number =>
    Math.min(most, requests + (now - at) * perMillisecond);
  return (_request, response, next) => {
    const key = keyOf(who());
    if (key === null) return next();
    const now = clock();
    const known = left.get(key);
    const requests = known ? refilled(known, now) : most;
    if (requests < 1) {
      const seconds = Math.max(1, Math.ceil((1 - requests) / perMillisecond / 1_000));
      const message = `You have asked ${most} times within an hour, which is as often as one member may. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
      const refusal = { status: 429, code: 'TOO_MANY_REQUESTS', message };
      return sendRefusal(response, refusal, { 'Retry-After': String(seconds) });
    }
    if (!known && left.size >= MANY)
      for (const [one, its] of left) if (refilled(its, now) >= most) left.delete(one);
    left.set(key, { requests: requests - 1, at: now });
    next();
  };
}

function keyOf(member: Member | null): string | null {
  if (member === null || member.door === 'LOCAL') return null;
  return member.token ?? member.account?.id ?? null;
}
