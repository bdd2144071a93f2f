import { formatNumber, type Quantity } from '../../shared/index.js';
import type { ValueStream } from '../../stream/index.js';
import { workInWords } from '../front/say-moves.js';
import { proposeStructure } from '../propose-structure.js';
import { groundStream } from '../ground-stream.js';
import { settleLimits } from '../settle-limits.js';
import { NO_SOLVER, type Solving } from '../solver/solving.js';
import { isEnough } from '../solver/watch.js';
import type { StructureGround } from '../structure-ground.js';
import type { StructureLimits, StructureProposal } from '../structure-proposal.js';
import { growthPoint } from './growth-point.js';
import { rolesToGoOnWith } from './roles-to-go-on-with.js';
import { count, timesInWords } from './say-times.js';
import { findHires, growingRoles, positionsAt, type GrowingRoles } from './find-hires.js';
import type { Growth, GrowthNotPossible, GrowthPoint } from './growth.js';

/** Today, twice, five and ten times as much. */
const USUAL_TIMES: readonly number[] = [1, 2, 5, 10];
/** Points and the largest of them that are taken. */
export const MOST_POINTS = 8;
export const MOST_TIMES = 1_000;

/** Roles that are kept while demand grows, and the limits within which they would be designed anew. */
export interface GrowthAsked {
  readonly kept: StructureProposal;
  readonly limits: StructureLimits;
  /** Multiples of today's demand from 1 up; 1, 2, 5 and 10 where left out. */
  readonly times?: readonly number[];
}

/**
 * Who is hired next if the roles are kept, exactly by where their load passes what their positions work, and how they
 * would be designed anew at some multiples of the demand. Refused where the demand is unknown or no load is measured.
 */
export function growStructure(
  ground: StructureGround,
  { kept, limits, times = USUAL_TIMES }: GrowthAsked,
  solving: Solving = NO_SOLVER,
): Growth | GrowthNotPossible {
  const refusal = refusalOf(ground, times);
  if (refusal) return refusal;
  const demand = ground.stream.demandPerWeek?.likely ?? 0;
  const sizes = [...new Set([1, ...times])].sort((a, b) => a - b);
  const largest = Math.max(2, sizes.at(-1) ?? 1);
  const larger = { ground: grounded(ground, largest), times: largest };
  const growing = growingRoles(ground, larger, kept.roles, settleLimits(limits, ground.stream));
  const { hires, more } = findHires(growing, sizes.at(-1) ?? 1, demand);
  const points = sizes.reduce<GrowthPoint[]>((before, one) => {
    if (before.length > 0 && isEnough(solving.solver)) return before;
    solving.solver?.lookout?.part(`at ${timesInWords(one)}`);
    const at = one === 1 ? ground : grounded(ground, one);
    const found = proposeStructure(at, limits, solving);
    if (found.kind === 'StreamNotReady') return before;
    const sooner = before.at(-1);
    const next = rolesToGoOnWith(at, sooner ? sooner.structure : kept, found);
    const size = { times: one, demandPerWeek: demand * one, positionsOfKept: positionsAt(growing, one) };
    return [...before, growthPoint(size, next, sooner?.structure ?? null, workInWords(ground))];
  }, []);
  const told = { demandPerWeek: demand, positions: positionsAt(growing, 1), hires, moreHires: more, points };
  return { kind: 'Growth', ...told, notes: notesOf(ground, kept, growing, points), text: textOf(told) };
}

function grounded(ground: StructureGround, times: number): StructureGround {
  return groundStream(atDemand(ground.stream, times), ground.catalogue);
}

/** The stream at so many times its demand, all else as it is. */
function atDemand(stream: ValueStream, times: number): ValueStream {
  const { demandPerWeek } = stream;
  if (!demandPerWeek) return stream;
  const { low, likely, high, source } = demandPerWeek;
  const larger: Quantity = { low: low * times, likely: likely * times, high: high * times, source };
  return { ...stream, demandPerWeek: larger };
}

function refusalOf({ stream, metrics }: StructureGround, times: readonly number[]): GrowthNotPossible | null {
  const refuse = (message: string, remedy: string): GrowthNotPossible => ({
    kind: 'GrowthNotPossible',
    message,
    remedy,
  });
  if (times.length > MOST_POINTS || times.some((one) => !(one >= 1 && one <= MOST_TIMES)))
    return refuse(
      `Growth is told at 1 to ${MOST_POINTS} multiples of today's demand, each from 1 to ${MOST_TIMES}.`,
      'Ask for such as 1, 2, 5, 10.',
    );
  if (!stream.demandPerWeek)
    return refuse(
      `Nobody has said how many units enter "${stream.name}", so there is nothing to grow.`,
      'Add a line such as `demand: 40/month` at the head of the stream.',
    );
  if (!(stream.demandPerWeek.likely > 0))
    return refuse(
      `No units enter "${stream.name}" today, and so many times nothing is nothing.`,
      'Say on the line `demand:` how many units enter, such as `demand: 40/month`.',
    );
  const isLoaded = stream.steps.some(({ key }) => (metrics.steps.get(key)?.loadPerWeek.value ?? 0) > 0);
  if (isLoaded) return null;
  return refuse(
    `No step of "${stream.name}" has a known load, so nobody can say who would be short of time.`,
    'Give the steps a hands-on time, such as `Price the job @Owner 45m`; `headwater walk FILE` prints whom to ask.',
  );
}

function notesOf(
  { stream }: StructureGround,
  kept: StructureProposal,
  { roles }: GrowingRoles,
  points: readonly GrowthPoint[],
): string[] {
  const floors = kept.roles.filter(({ hoursPerWeek: hours }) => hours.value === null || hours.atLeast).length;
  const fixed = roles.filter(({ perTime }) => perTime === 0).length;
  const guess = kept.roles.some(({ hoursPerWeek }) => hoursPerWeek.source === 'GUESS');
  const praise = points.every(({ proven }) => proven)
    ? 'best'
    : 'the best that was found, not proven to be the best,';
  return [
    'Everything but the demand stays as it is: times, shares that return or are lost, and how people work together.',
    ...(floors > 0
      ? [
          `${floors} of ${count(kept.roles.length, 'role')} are not measured in full: they may need people sooner.`,
        ]
      : []),
    ...(fixed > 0
      ? [`${fixed} of ${count(roles.length, 'role')} do nothing that grows with demand, as far as is known.`]
      : []),
    ...(guess
      ? [`Some of the hours of "${stream.name}" rest on guesses: this is ${praise} for these guesses.`]
      : []),
  ];
}

function textOf({ hires, moreHires, positions, points }: Omit<Growth, 'kind' | 'notes' | 'text'>): string {
  const last = points.at(-1)?.times ?? 1;
  const [first] = hires;
  if (!first)
    return `${count(positions, 'position')} today, and no more are needed up to ${timesInWords(last)}.`;
  const all = hires.length + moreHires;
  return `${count(positions, 'position')} today. The first to be hired is ${article(first)} above ${timesInWords(first.times)} (${formatNumber(first.demandPerWeek)} a week); ${count(all, 'hire')} up to ${timesInWords(last)}.`;
}

function article({ role, to }: { readonly role: string; readonly to: number }): string {
  return `${ordinal(to)} ${role}`;
}

function ordinal(number: number): string {
  const last = number % 100 >= 11 && number % 100 <= 13 ? 0 : number % 10;
  return `the ${number}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
}
