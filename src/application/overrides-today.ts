import { standingOn, type Override, type SettledOverride } from '../domain/index.js';
import type { OverridesToday, PlannedStream } from './planned-stream.js';
import type { Ports, StoredOverride } from './ports/index.js';

type Rules = Pick<Ports, 'world' | 'overridesSwitchedOn'>;

/** STANDS; EXPIRED after its last day; ENDED by somebody; SWITCHED_OFF where overrides are not possible (any more). */
export type OverrideStatus = 'STANDS' | 'EXPIRED' | 'ENDED' | 'SWITCHED_OFF';

/** An override as it is kept, what became of it, and what the gate says against it now (null where it does not stand). */
export interface ToldOverride {
  readonly override: StoredOverride;
  readonly status: OverrideStatus;
  readonly now: SettledOverride | null;
}

/** The day of a moment, YYYY-MM-DD. */
export function dayOf(moment: string): string {
  return moment.slice(0, 'YYYY-MM-DD'.length);
}

/** Looks at the clock only where there is something that may have expired. */
export function createOverridesToday({ world, overridesSwitchedOn = false }: Rules): OverridesToday {
  return ({ overrides }) => {
    const open = overridesSwitchedOn ? overrides.filter(({ endedAt }) => endedAt === null) : [];
    return open.length === 0 ? [] : standingOn(open, dayOf(world.now()));
  };
}

/** Every override that was set in a stream, oldest first, with what became of it. */
export function overridesOfStream({ world, overridesSwitchedOn = false }: Rules) {
  return ({ stored, plan }: PlannedStream): readonly ToldOverride[] => {
    if (stored.overrides.length === 0) return [];
    const today = dayOf(world.now());
    const settled = new Map(plan.overrides.map((one) => [placeOf(one.override), one]));
    return stored.overrides.map((override) => {
      const status = statusOn(today, override, overridesSwitchedOn);
      const now = status === 'STANDS' ? (settled.get(placeOf(override)) ?? null) : null;
      return { override, status, now };
    });
  };
}

/** At one place one override stands at a time. */
function placeOf({ holder, letter, step }: Override): string {
  return JSON.stringify([holder, letter, step.key]);
}

function statusOn(today: string, { endedAt, until }: StoredOverride, switchedOn: boolean): OverrideStatus {
  if (endedAt !== null) return 'ENDED';
  if (until < today) return 'EXPIRED';
  return switchedOn ? 'STANDS' : 'SWITCHED_OFF';
}
