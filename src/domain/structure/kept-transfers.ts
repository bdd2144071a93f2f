import { formatDuration, formatNumber } from '../shared/index.js';
import { insideTransfers, type InsideTransfer } from './hand-offs.js';
import type { ShapedRoles } from './role-shape.js';

/** Transfers told one by one; the rest is summed up. */
const TOLD = 3;

/** The transfers that each role keeps inside, heaviest first. */
export function keptTransfers(shaped: ShapedRoles): ReadonlyMap<number, readonly InsideTransfer[]> {
  const kept = new Map<number, InsideTransfer[]>();
  for (const transfer of insideTransfers(shaped)) {
    const there = shaped.rolesOfStep[transfer.to];
    for (const role of shaped.rolesOfStep[transfer.from] ?? []) {
      if (!there?.has(role)) continue;
      const list = kept.get(role);
      if (list) list.push(transfer);
      else kept.set(role, [transfer]);
    }
  }
  for (const list of kept.values()) list.sort((a, b) => b.times - a.times);
  return kept;
}

/** The hand-offs a week that a role saves by holding both ends of them; null where it keeps none. */
export function sayHandOffsSaved(shaped: ShapedRoles, kept: readonly InsideTransfer[]): string | null {
  if (kept.length === 0) return null;
  const per = perOf(shaped);
  const often = ({ times }: InsideTransfer): string => `${formatNumber(times)} ${per}`;
  return `One role for them saves ${formatNumber(sumOf(kept))} hand-offs ${per}: ${waysOf(shaped, kept, often)}.`;
}

/** The hand-offs a week over the seam that a role keeps inside; null where nothing passes the seam between its own steps. */
export function sayBridge(shaped: ShapedRoles, kept: readonly InsideTransfer[]): string | null {
  const over = kept.filter(
    ({ transfer, times }) => transfer.seam && (times > 0 || transfer.shareUnknown === true),
  );
  if (over.length === 0) return null;
  const per = perOf(shaped);
  const told = over.filter(({ transfer }) => !transfer.shareUnknown);
  const floor = told.length < over.length ? 'at least ' : '';
  const sum = formatNumber(sumOf(told));
  const number = `${floor}${sum} ${sum === '1' ? 'hand-off' : 'hand-offs'} ${per}`;
  const saved = told.length === 0 ? 'hand-offs' : number;
  const often = ({ transfer, times }: InsideTransfer): string =>
    transfer.shareUnknown ? 'how often is not told' : `${formatNumber(times)} ${per}`;
  return `A bridge over the seam: work of sales and of fulfilment in one role keeps ${saved} over the seam inside it: ${waysOf(shaped, over, often)}.`;
}

function perOf({ ground }: ShapedRoles): string {
  return ground.stream.demandPerWeek ? 'a week' : 'for one unit';
}

function sumOf(kept: readonly InsideTransfer[]): number {
  return kept.reduce((sum, { times }) => sum + times, 0);
}

function waysOf(
  { ground, steps }: ShapedRoles,
  kept: readonly InsideTransfer[],
  often: (one: InsideTransfer) => string,
): string {
  const ways = kept.slice(0, TOLD).map((one) => {
    const { wait } = one.transfer;
    const calendar = ground.calendars?.get(one.transfer.from) ?? ground.stream.calendar;
    const waiting = wait === null ? '' : `, waiting ${formatDuration(wait, calendar)} on the way today`;
    const [from, to] = [one.from, one.to].map((step) => steps.steps[step]?.name ?? '');
    return `"${from}" to "${to}" (${often(one)}${waiting})`;
  });
  const more = kept.length > TOLD ? ` and ${kept.length - TOLD} more` : '';
  return `${ways.join('; ')}${more}`;
}
