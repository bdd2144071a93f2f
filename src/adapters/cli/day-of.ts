import { InvalidArgumentError } from 'commander';

/** A day of the calendar as it was typed, YYYY-MM-DD; refused where there is no such day. */
export function dayOf(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const date = match ? new Date(`${text}T00:00:00Z`) : null;
  if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError('A day was expected, such as 2026-01-31.');
  }
  return text;
}
