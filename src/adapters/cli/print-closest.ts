import type { ClosestToToday, Plan } from '../../domain/index.js';
import { count, labelled, section, type Page } from './page.js';
import { wrap } from './text-layout.js';

const MOST_MOVES = 8;

/** The roles that leave most work with who does it today: what they cost, who keeps what, and what moves and why. */
export function printClosest(closest: ClosestToToday | null, plan: Plan, page: Page): string[] {
  if (!closest) return [];
  const { text, kept, moved, proposal, proven } = closest;
  const names = new Map<string, string>(plan.stream.steps.map((step) => [step.key, step.name]));
  const dim = { label: page.paint.dim };
  const roles = proposal.roles.map(({ name, positions }) => {
    const people = kept.filter(({ role }) => role === name).map(({ performer }) => performer);
    const size = positions === null || positions === 1 ? name : `${positions} × ${name}`;
    return people.length === 0 ? size : `${size} (${people.join(', ')} today)`;
  });
  const moves = moved.slice(0, MOST_MOVES).map(({ step, from, to, why }) => {
    const move = `"${names.get(step) ?? step}": ${from.join(' and ')} → ${to.join(' and ')}`;
    return why === '' ? move : `${move} (${why})`;
  });
  const more = moved.length - moves.length;
  const aside = moved.length === 0 || !proven ? '' : 'proven: no fewer steps can move';
  return section(page, 'CLOSEST TO TODAY', aside, [
    ...wrap(text, page.width - 2).map((line) => `  ${line}`),
    ...labelled(page, '  roles ', roles.join('; '), 9, dim),
    ...moves.flatMap((move, nth) => labelled(page, nth === 0 ? '  moves ' : '', move, 9, dim)),
    ...(more > 0 ? [`         and ${count(more, 'more step')}`] : []),
  ]);
}
