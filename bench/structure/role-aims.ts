import type { ObjectiveLevel } from '../../src/domain/index.js';

/** What was measured of one size. */
export interface Measured {
  readonly n: number;
  readonly seconds: number;
  /** Until the first division of the work that keeps all limits. */
  readonly firstSeconds: number;
  readonly objectives: readonly ObjectiveLevel[];
}

/** Fewest positions first, fewest hand-offs first, and the answer at once; each size once. */
export interface RunsOfRoles {
  readonly people: readonly Measured[];
  readonly flow: readonly Measured[];
  readonly atOnce: readonly Measured[];
  readonly megabytes: number;
}

interface Aim {
  readonly aim: string;
  readonly isMet: boolean;
  readonly measured: string;
  /** Why it would be missed. */
  readonly because: string;
}

/** Each aim with what was measured, and for what was missed the reason: nothing is left out. */
export function aimsOf(runs: RunsOfRoles): string[] {
  return [
    '## Aims',
    '',
    ...[...smallAims(runs), ...largeAims(runs), growthAim(runs)].map(
      ({ aim, isMet, measured, because }) =>
        `- ${aim}: ${isMet ? 'met' : '**missed**'}, ${measured}.${isMet ? '' : ` ${because}`}`,
    ),
  ];
}

function smallAims({ people }: RunsOfRoles): Aim[] {
  const proved = (all: readonly Measured[], most: number): Aim['isMet'] =>
    all.every(
      ({ seconds, objectives }) => seconds <= most && objectives.slice(0, 2).every(({ proven }) => proven),
    );
  const slowest = (all: readonly Measured[]): string =>
    `the slowest ${all.reduce((most, { seconds }) => Math.max(most, seconds), 0).toFixed(1)} s`;
  const upTo60 = people.filter(({ n }) => n <= 60);
  const at100 = people.filter(({ n }) => n === 100);
  const because = 'The search ends by a count of work, whatever the machine, before or after that time.';
  return [
    {
      aim: '12 to 60 steps proved in positions and hand-offs in 5 s each',
      isMet: proved(upTo60, 5),
      measured: slowest(upTo60),
      because,
    },
    { aim: '100 steps proved in 60 s', isMet: proved(at100, 60), measured: slowest(at100), because },
  ];
}

function largeAims({ people, flow, atOnce, megabytes }: RunsOfRoles): Aim[] {
  const of = (all: readonly Measured[], size: number): Measured | undefined =>
    all.find(({ n }) => n === size);
  const within = (run: Measured | undefined, goal: string, gap: number, seconds: number) => ({
    isMet: gapOf(run, goal) <= gap && (run?.seconds ?? Infinity) <= seconds,
    measured: `${percent(gapOf(run, goal))} in ${secondsOf(run)}`,
  });
  const [middle, large] = [of(people, 1_000), of(people, 10_000)];
  const first = of(atOnce, 10_000);
  const fullRoles =
    'The bound is a linear program over all roles of such steps, at so few positions. A search that takes roles one after the other leaves room in the last of them, which costs positions, and every position costs as much as ten hand-offs and more.';
  return [
    {
      aim: '1,000 steps: positions within 3 % in 10 s',
      ...within(middle, 'positions', 0.03, 10),
      because: 'The prices are learned by a fixed count of work, which takes that long on this machine.',
    },
    {
      aim: '1,000 steps: hand-offs at so few positions within 3 % in 10 s',
      ...within(middle, 'hand-offs', 0.03, 10),
      because: fullRoles,
    },
    {
      aim: '1,000 steps, hand-offs first: within 3 % in 10 s',
      ...within(of(flow, 1_000), 'hand-offs', 0.03, 10),
      because: 'The integer programs over the undecided rest end by a count of work.',
    },
    {
      aim: '10,000 steps: feasible in 2 s',
      isMet: (first?.firstSeconds ?? Infinity) <= 2,
      measured: `the first division that keeps all limits after ${first?.firstSeconds.toFixed(1) ?? 'no'} s; improved, bounded, and as roles and teams with names and reasons the quick effort answers in ${secondsOf(first)}`,
      because: 'Joining the pairs that save most takes that long on this machine.',
    },
    {
      aim: '10,000 steps: hand-offs within 1 % in 30 s (hand-offs first)',
      ...within(of(flow, 10_000), 'hand-offs', 0.01, 30),
      because: 'The integer programs over the undecided rest end by a count of work.',
    },
    {
      aim: '10,000 steps: positions within 3 % (asked of 1,000 only, told for comparison)',
      ...within(large, 'positions', 0.03, Infinity),
      because:
        'Positions are not priced at this size: roles are joined along the flow and then improved locally.',
    },
    {
      aim: '100,000 steps in 120 s and under 2 GB',
      isMet: (of(people, 100_000)?.seconds ?? Infinity) <= 120 && megabytes < 2_000,
      measured: `${secondsOf(of(people, 100_000))}, ${megabytes.toFixed(0)} MB`,
      because: 'The stream, its transfers and the search hold all steps at once.',
    },
  ];
}

function growthAim({ people, flow }: RunsOfRoles): Aim {
  const exponents = [people, flow].flatMap((all) =>
    all.flatMap((one, at) => {
      const before = all[at - 1];
      return before && before.n >= 1_000
        ? [Math.log(one.seconds / before.seconds) / Math.log(one.n / before.n)]
        : [];
    }),
  );
  const most = exponents.reduce((largest, one) => Math.max(largest, one), -Infinity);
  return {
    aim: 'time grows with an exponent of 1.15 at most from 1,000 steps on',
    isMet: most <= 1.15,
    measured: `the largest is ${most.toFixed(2)}`,
    because: 'One part of the search takes more than its share at the larger size.',
  };
}

function gapOf(run: Measured | undefined, goal: string): number {
  return run?.objectives.find(({ name }) => name === goal)?.gap ?? Infinity;
}

function percent(share: number): string {
  return `a gap of ${(share * 100).toFixed(2)} %`;
}

function secondsOf(run: Measured | undefined): string {
  return run ? `${run.seconds.toFixed(1)} s` : 'no time, for it was not run';
}
