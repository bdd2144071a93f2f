import type { StaffingWish } from '../../domain/index.js';
import { UsageFault } from './terminal.js';

const SHAPE = /^(.+?)\s+fills(?:\s+(?:the\s+)?role)?\s+(.+?)(?:\s+because\b:?\s*(.*))?$/is;

/** A person in a role as people write it: PERSON fills ROLE, with quotes where a name holds one of these words, and `because …` behind it. */
export function readStaffingWish(text: string): StaffingWish {
  const [, person, role, reason] = SHAPE.exec(text.trim()) ?? [];
  if (person === undefined || role === undefined)
    throw new UsageFault(
      `Wish "${text}": PERSON fills ROLE was expected, such as "Dana fills role Estimator".`,
    );
  return { person: unquoted(person), role: unquoted(role), reason: reason?.trim() || null };
}

function unquoted(name: string): string {
  const [, , inside] = /^(["'“‘])(.*)["'”’]$/s.exec(name.trim()) ?? [];
  return (inside ?? name).trim();
}
