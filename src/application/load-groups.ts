import {
  performerCarriers,
  roleCarriers,
  stepCarriers,
  type Plan,
  type ValueStream,
  type WorkCarrier,
} from '../domain/index.js';
import type { LoadGroup } from './ports/index.js';

export const BALANCE_BY = ['STEP', 'PERFORMER', 'ROLE'] as const;
/** Whose work is set against takt: that of stations, of today's performers, of the roles in force or suggested. */
export type BalanceBy = (typeof BALANCE_BY)[number];

/** The roles need a structure; the others follow from the stream alone. */
export interface BalanceGround {
  readonly stream: ValueStream;
  readonly structure: Plan['structure'];
}

/** Who carries the work, so grouped; no roles where there is no structure. */
export function carriersBy({ stream, structure }: BalanceGround, by: BalanceBy): readonly WorkCarrier[] {
  switch (by) {
    case 'STEP':
      return stepCarriers(stream);
    case 'PERFORMER':
      return performerCarriers(stream);
    case 'ROLE':
      return structure ? roleCarriers(structure.roles) : [];
  }
}

const TITLES: Readonly<Record<BalanceBy, Omit<LoadGroup, 'carriers'>>> = {
  STEP: {
    title: 'Steps (hands-on time of each person on it, for one entering unit)',
    none: 'no step of ours',
  },
  PERFORMER: { title: 'Performers', none: 'nobody is named' },
  ROLE: { title: 'Roles (of each position, for one entering unit)', none: 'no roles can be proposed yet' },
};

/** The same as a group of bars for the chart. */
export function loadGroup(ground: BalanceGround, by: BalanceBy): LoadGroup {
  return { ...TITLES[by], carriers: carriersBy(ground, by) };
}
