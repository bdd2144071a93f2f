import { formatNumber } from '../../shared/index.js';
import { insideTransfers, type InsideTransfer } from '../hand-offs.js';
import type { ShapedRoles } from '../role-shape.js';

/** What passes between a team and each other one, and what stays inside. */
export interface Border {
  /** Transfers a week between steps of the team. */
  inside: number;
  /** By the other team. */
  readonly gives: Map<number, Passing>;
  readonly takes: Map<number, Passing>;
}

interface Passing {
  times: number;
  most: InsideTransfer;
}

const TOLD = 3;

/** For each team, in order, its border; members are roles by position. */
export function bordersOf(shaped: ShapedRoles, members: readonly (readonly number[])[]): Border[] {
  const teamOf = new Map(members.flatMap((roles, team) => roles.map((role) => [role, team] as const)));
  const borders = members.map((): Border => ({ inside: 0, gives: new Map(), takes: new Map() }));
  const teamsAt = (step: number): number[] => [
    ...new Set([...(shaped.rolesOfStep[step] ?? [])].flatMap((role) => teamOf.get(role) ?? [])),
  ];
  for (const transfer of insideTransfers(shaped)) {
    const [from, to] = [teamsAt(transfer.from), teamsAt(transfer.to)];
    const both = from.filter((team) => to.includes(team));
    for (const team of both) {
      const border = borders[team];
      if (border) border.inside += transfer.times;
    }
    const [giver, taker] = [from[0], to[0]];
    if (both.length > 0 || giver === undefined || taker === undefined) continue;
    note(borders[giver]?.gives, taker, transfer);
    note(borders[taker]?.takes, giver, transfer);
  }
  return borders;
}

function note(passings: Map<number, Passing> | undefined, team: number, transfer: InsideTransfer): void {
  const known = passings?.get(team);
  if (!known) {
    passings?.set(team, { times: transfer.times, most: transfer });
    return;
  }
  known.times += transfer.times;
  if (transfer.times > known.most.times) known.most = transfer;
}

/** How much of all the way that is used most takes, in words that end in `from`. */
function shareOf(most: number, all: number): string {
  const slack = 1e-9 * all;
  if (all - most <= slack) return 'from';
  if (Math.abs(2 * most - all) <= slack) return 'half of them from';
  return 2 * most > all ? 'mostly from' : `${formatNumber(most)} of them from`;
}

/** What crosses the border in words: to whom, how often, and the way that is used most. */
export function borderOf(shaped: ShapedRoles, { gives, takes }: Border, names: readonly string[]): string[] {
  const per = shaped.ground.stream.demandPerWeek ? 'a week' : 'for one unit';
  const step = (at: number): string => `"${shaped.steps.steps[at]?.name ?? ''}"`;
  const tell = (passings: Map<number, Passing>, verb: string): string[] => {
    const all = [...passings].sort(([a, x], [b, y]) => y.times - x.times || a - b);
    const told = all.slice(0, TOLD).map(([team, { times, most }]) => {
      return `${verb} the ${names[team] ?? ''} ${formatNumber(times)} times ${per}, ${shareOf(most.times, times)} ${step(most.from)} to ${step(most.to)}.`;
    });
    const rest = all.slice(TOLD);
    const times = rest.reduce((sum, [, each]) => sum + each.times, 0);
    const others = rest.length === 1 ? 'one other team' : `${rest.length} other teams`;
    return rest.length === 0 ? told : [...told, `${verb} ${others} ${formatNumber(times)} times ${per}.`];
  };
  return [...tell(gives, 'Hands work to'), ...tell(takes, 'Takes work from')];
}
