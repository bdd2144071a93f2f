import { exactly } from '../../../src/domain/shared/index.js';
import type { StaffMember } from '../../../src/domain/people/index.js';

/** A bakery whose people are told in a list. */
export const BAKERY = `stream Order to wedding cake
customer: Couple
demand: 4/week
sales:
Take the order @Noor 1h {order taking}
Price the cake @Noor 1h {costing 3}
fulfilment:
Bake the tiers @Bram 10h {baking}
Lay the icing @Bram 4h {icing 4}
Carry it in @Bram x2 30m {lifting}
Drive it there @Olle 2h {van driving (licence)}
never together: Price the cake, Bake the tiers
never together: Drive it there, Bake the tiers
never together: Take the order, Drive it there
`;

/** One of the list; capabilities as a napkin writes them: "icing 4", "van driving (licence)". */
export function member(
  name: string,
  can: readonly string[],
  more: { hours?: number | null; roles?: readonly string[]; wishes?: string } = {},
): StaffMember {
  const hours = more.hours === undefined ? 40 : more.hours;
  return {
    name,
    hoursPerWeek: hours === null ? null : exactly(hours),
    capabilities: can.map((text) => {
      const [, named = text, level] = /^(.*?)(?: (\d))?(?: \(licence\))?$/.exec(text) ?? [];
      return {
        name: named,
        level: level === undefined ? null : Number(level),
        licence: text.endsWith('(licence)'),
      };
    }),
    roles: more.roles ?? [],
    wishes: more.wishes ?? null,
    toldBy: 'LIST',
  };
}
