import { formatDuration, formatNumber, type RoleKey, type StepKey } from '../../shared/index.js';
import type { Transfer } from '../../metrics/index.js';
import type { PlanIndex, StructuredPlan } from '../structured-plan.js';

/** Work that a role hands to, or takes from, one other role or somebody outside. */
export interface RoleHandOff {
  /** The other role; null where it is somebody outside, whose step is named. */
  readonly role: string | null;
  readonly outside: string | null;
  /** Expected times a week, returns included; for one unit where demand is unknown; null where the share of a way is not told. */
  readonly times: number | null;
  readonly often: string;
  /** Each way in words, the most used first. */
  readonly ways: readonly string[];
}

export interface RoleHandOffs {
  readonly gives: readonly RoleHandOff[];
  readonly takes: readonly RoleHandOff[];
}

interface Passing {
  readonly transfer: Transfer;
  readonly times: number | null;
}

interface Partner {
  readonly role: string | null;
  readonly outside: string | null;
  readonly passings: Passing[];
}

type Book = Map<RoleKey, { readonly gives: Map<string, Partner>; readonly takes: Map<string, Partner> }>;

/** For every role what it hands on and takes over; a step that several roles share passes work on from each of them. */
export function roleHandOffs(plan: StructuredPlan, index: PlanIndex): ReadonlyMap<RoleKey, RoleHandOffs> {
  const demand = plan.stream.demandPerWeek?.likely ?? 1;
  const book: Book = new Map(
    [...index.roles.keys()].map((key) => [key, { gives: new Map(), takes: new Map() }]),
  );
  for (const transfer of plan.metrics.transfers) {
    const times = transfer.shareUnknown ? null : transfer.perUnit * demand;
    if (times === 0) continue;
    note(book, index, { transfer, times });
  }
  const tell = teller(plan, index);
  return new Map(
    [...book].map(([key, { gives, takes }]) => [key, { gives: tell(gives), takes: tell(takes) }] as const),
  );
}

/** Where one role holds both ends the work stays in its hands, and nothing is handed on. */
function note(book: Book, { rolesAt, steps }: PlanIndex, passing: Passing): void {
  const { from, to } = passing.transfer;
  const [givers, takers] = [rolesAt.get(from) ?? [], rolesAt.get(to) ?? []];
  if (givers.some((role) => takers.includes(role))) return;
  const outsider = (step: StepKey) => steps.get(step)?.name ?? step;
  for (const giver of givers) {
    const gives = book.get(giver.key)?.gives;
    for (const taker of takers) put(gives, taker.key, taker.name, null, passing);
    if (takers.length === 0) put(gives, `outside ${to}`, null, outsider(to), passing);
  }
  for (const taker of takers) {
    const takes = book.get(taker.key)?.takes;
    for (const giver of givers) put(takes, giver.key, giver.name, null, passing);
    if (givers.length === 0) put(takes, `outside ${from}`, null, outsider(from), passing);
  }
}

function put(
  partners: Map<string, Partner> | undefined,
  key: string,
  role: string | null,
  outside: string | null,
  passing: Passing,
): void {
  const known = partners?.get(key);
  if (known) known.passings.push(passing);
  else partners?.set(key, { role, outside, passings: [passing] });
}

function teller({ stream }: StructuredPlan, { steps }: PlanIndex) {
  const per = stream.demandPerWeek ? 'a week' : 'for one unit';
  const name = (key: StepKey): string => `"${steps.get(key)?.name ?? key}"`;
  const often = (times: number | null): string =>
    times === null ? '? (the share is not told)' : `${formatNumber(times)} times ${per}`;
  const way = ({ transfer, times }: Passing): string => {
    const { from, to, kind, wait, whys } = transfer;
    const back = kind === 'RETURN' ? ', sent back' : '';
    const why = whys.length > 0 ? ` ("${whys.join('", "')}")` : '';
    const waits = wait === null ? '' : `, waiting ${formatDuration(wait, stream.calendar)} on the way${why}`;
    return `${name(from)} to ${name(to)}: ${often(times)}${back}${waits}`;
  };
  return (partners: ReadonlyMap<string, Partner>): readonly RoleHandOff[] =>
    [...partners.values()]
      .map(({ role, outside, passings }): RoleHandOff => {
        const known = passings.every(({ times }) => times !== null);
        const times = known ? passings.reduce((sum, passing) => sum + (passing.times ?? 0), 0) : null;
        const sorted = [...passings].sort((a, b) => (b.times ?? 0) - (a.times ?? 0));
        return { role, outside, times, often: often(times), ways: sorted.map(way) };
      })
      .sort((a, b) => (b.times ?? Infinity) - (a.times ?? Infinity) || 0);
}
