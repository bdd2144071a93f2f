import { foldName } from '../../shared/index.js';
import { USUAL_GOALS, type StructureGoal, type SummedGoal } from '../structure-goals.js';
import type { StructureLimits } from '../structure-proposal.js';

/** What a value says; a text where it says nothing that can be meant, with what was expected. */
type Read = (value: string) => Partial<StructureLimits> | string;

/** A line of the limits file: its key, other words for the key, an example of it, and what it says. */
export interface PlainLine {
  readonly key: string;
  readonly also: readonly string[];
  readonly example: string;
  readonly read: Read;
}

/** Every line with one value, in the order in which the documentation tells them. */
export const PLAIN_LINES: readonly PlainLine[] = [
  {
    key: 'capabilities per role',
    also: ['max capabilities', 'capabilities', 'skills per role'],
    example: '4',
    read: whole('maxCapabilitiesPerRole'),
  },
  { key: 'steps per role', also: ['max steps', 'steps'], example: '8', read: whole('maxStepsPerRole') },
  {
    key: 'positions per role',
    also: ['max positions', 'positions', 'people per role'],
    example: '3',
    read: whole('maxPositionsPerRole'),
  },
  { key: 'one force per role', also: ['one force'], example: 'yes', read: oneForce },
  { key: 'team size', also: ['positions per team', 'people per team'], example: '4-7', read: teamSize },
  { key: 'teams', also: ['teams by', 'form teams by'], example: 'hand-offs', read: teams },
  {
    key: 'utilisation',
    also: ['target utilisation', 'utilization', 'target utilization'],
    example: '80%',
    read: share('targetUtilisation'),
  },
  { key: 'shrinkage', also: ['leave and illness'], example: '12%', read: share('shrinkage') },
  { key: 'goals', also: ['goal', 'first'], example: 'hand-offs, positions', read: goals },
  { key: 'may give way', also: ['relax', 'give way'], example: 'positions 5%', read: relax },
];

/** The line of that key, however it is written; null where there is none. */
export function plainLineOf(key: string): PlainLine | null {
  const wanted = foldKey(key);
  return PLAIN_LINES.find(({ key: name, also }) => [name, ...also].some((one) => one === wanted)) ?? null;
}

/** A key in the form in which keys are compared. */
export function foldKey(key: string): string {
  return foldName(key).replaceAll(/[-_]/g, ' ');
}

function whole(name: 'maxCapabilitiesPerRole' | 'maxStepsPerRole' | 'maxPositionsPerRole'): Read {
  return (value) => {
    if (/^(?:none|no limit|any)$/i.test(value)) return {};
    const number = /^(?:at most |up to |max )?(\d{1,9})$/i.exec(value)?.[1];
    if (number === undefined || Number(number) < 1) return 'a whole number, 1 or more, was expected';
    return { [name]: Number(number) };
  };
}

function oneForce(value: string): ReturnType<Read> {
  if (/^(?:yes|true|on)$/i.test(value)) return { oneForcePerRole: true };
  if (/^(?:no|false|off)$/i.test(value)) return { oneForcePerRole: false };
  return '`yes` or `no` was expected';
}

function share(name: 'targetUtilisation' | 'shrinkage'): Read {
  return (value) => {
    const read = shareOf(value);
    return read === null ? 'a share between 0 % and 100 % was expected, with its sign' : { [name]: read };
  };
}

function shareOf(value: string): number | null {
  const match = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(value);
  if (!match) return null;
  const number = Number((match[1] ?? '').replace(',', '.')) / (match[2] === '%' ? 100 : 1);
  return number <= 1 ? number : null;
}

function teamSize(value: string): ReturnType<Read> {
  const match = /^(?:(\d{1,9})\s*(?:-|–|to)\s*)?(?:at most |up to |max )?(\d{1,9})$/i.exec(value);
  const [least, most] = [match?.[1], Number(match?.[2])];
  if (!match || most < 1 || (least !== undefined && (Number(least) < 1 || Number(least) > most)))
    return 'a whole number or a range from the smaller to the larger was expected';
  return { ...(least === undefined ? {} : { leastTeamSize: Number(least) }), teamSize: most };
}

function teams(value: string): ReturnType<Read> {
  const word = foldKey(value).replace(/^by /, '').replaceAll(' ', '');
  if (word === 'handoffs') return { teams: 'HAND_OFFS' };
  return word === 'cells' ? { teams: 'CELLS' } : '`hand-offs` or `cells` was expected';
}

const EXPECTED_GOALS = '`positions`, `hand-offs` or `fragmentation` was expected, each at most once';

function goals(value: string): ReturnType<Read> {
  const named = value.split(/\s*,\s*(?:then\s+)?|\s+then\s+/).map(goalOf);
  const order = named.filter((goal) => goal !== null);
  const fine = order.length === named.length && new Set(order).size === order.length;
  return fine ? { goals: order } : EXPECTED_GOALS;
}

function relax(value: string): ReturnType<Read> {
  const shares: Partial<Record<SummedGoal, number>> = {};
  for (const part of value.split(/\s*,\s*/)) {
    const match = /^(.*?)\s*(?:by|=|\s)\s*(\d+(?:[.,]\d+)?\s*%?)$/i.exec(part);
    const [goal, by] = [goalOf(match?.[1] ?? ''), shareOf(match?.[2] ?? '')];
    if (goal === null || goal === 'UNEVENNESS' || by === null || goal in shares)
      return 'a goal and a share were expected';
    shares[goal] = by;
  }
  return { relax: shares };
}

function goalOf(word: string): StructureGoal | null {
  const folded = foldKey(word).replace('handoffs', 'hand offs');
  const goal = folded.toUpperCase().replaceAll(' ', '_');
  return USUAL_GOALS.find((one) => one === goal && one !== 'UNEVENNESS') ?? null;
}
