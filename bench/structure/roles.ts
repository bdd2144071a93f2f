import { getHeapStatistics } from 'node:v8';
import { loadHighs } from '../../src/adapters/solver/index.js';
import {
  DEFAULT_LIMITS,
  proposeStructure,
  type IntegerSolver,
  type ObjectiveLevel,
  type StructureGoal,
  type StructureProposal,
  watched,
} from '../../src/domain/index.js';
import { violationsOf } from '../../tests/support/structure-checker.js';
import { faultsOf } from './check-instance.js';
import { aimsOf, type Measured } from './role-aims.js';
import {
  asStream,
  madeInstance,
  PUBLISHED_SIZES,
  publishedInstance,
  type RoleInstance,
} from './role-instances.js';
import type { BenchSection } from './section.js';
import { solveByAssignment } from './textbook-assignment.js';

/** The checker of the tests compares everything with everything: beyond this only that of the instances is run. */
const CHECKED_UP_TO = 1_000;
/** The textbook model is run up to this size, with so many simplex iterations. */
const TEXTBOOK_UP_TO = 100;
const TEXTBOOK_ITERATIONS = 100_000;
const MADE_SIZES = [100_000];
/** What the process may hold of JavaScript objects: `npm run bench` sets it, so that the most that it takes is near to what it needs. */
const HEAP_MB = Math.round(getHeapStatistics().heap_size_limit / 2 ** 20);
/** Answers at once are measured from this size on. */
const AT_ONCE_FROM = 1_000;

/** What a table tells of an instance: proposals of large ones are not kept while others are solved. */
interface Solved {
  readonly instance: Pick<RoleInstance, 'n' | 'proven'>;
  readonly proposal: Pick<StructureProposal, 'objectives'>;
  readonly faults: number;
  readonly seconds: number;
  /** Until the first division of the work that keeps all limits: what there is of it if the design is ended then. */
  readonly firstSeconds: number;
  readonly textbook: string;
}

/** Role design on published instances: proved, or with a gap. */
export const ROLES: BenchSection = {
  name: 'roles',
  title: 'Roles: fewest positions, then fewest hand-offs',
  run: async (tell) => {
    const solver = await loadHighs();
    const instances = [
      ...PUBLISHED_SIZES.map((size) => () => publishedInstance(size)),
      ...MADE_SIZES.map((size) => () => madeInstance(size)),
    ];
    const solvedBy = (goals: readonly StructureGoal[], effort: 'QUICK' | 'THOROUGH' = 'THOROUGH') =>
      instances.flatMap((make) => {
        const instance = make();
        if (effort === 'QUICK' && instance.n < AT_ONCE_FROM) return [];
        const one = solve(instance, { solver, effort }, goals);
        tell(`${effort}, ${goals[0] ?? ''} first, ${instance.n} steps ${one.seconds.toFixed(1)} s`);
        return [one];
      });
    const people = solvedBy(['POSITIONS']);
    const flow = solvedBy(['HAND_OFFS']);
    const atOnce = solvedBy(['POSITIONS'], 'QUICK');
    const megabytes = process.resourceUsage().maxRSS / 1024;
    return [
      ...HEAD,
      ...people.map((one, at) => lineOf(one, people[at - 1])),
      '',
      summary(people, 'positions and hand-offs'),
      '',
      '## Hand-offs first, then positions',
      '',
      ...FLOW_HEAD,
      ...flow.map((one, at) => flowLineOf(one, flow[at - 1])),
      '',
      summary(flow, 'hand-offs and positions'),
      '',
      '## An answer at once',
      '',
      ...AT_ONCE_HEAD,
      ...atOnce.map(atOnceLineOf),
      '',
      ...aimsOf({
        people: people.map(measured),
        flow: flow.map(measured),
        atOnce: atOnce.map(measured),
        megabytes,
      }),
    ];
  },
};

const HEAD = [
  `Through \`proposeStructure\` with the thorough effort (a count of work, no clock): from steps to named roles and teams. Seconds are processor time of one core. Bounds hold for the goal given the goals before it. The textbook model (which step is in which role) seeks the fewest positions on the same solver, in 100,000 simplex iterations; beyond 100 steps it has too many columns to be begun. The checker of the tests is run up to 1,000 steps, and at every size one that reads the numbers of the instance alone. The process may hold ${HEAP_MB} MB of JavaScript objects.`,
  '',
  '| steps | positions | bound | published | hand-offs | bound | gap | published | fragmentation | unevenness | seconds | growth | checker | textbook model |',
  '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- | ---: | ---: | --- | --- |',
];

const FLOW_HEAD = [
  'The same function, effort and limits with the other order of goals. The bound on hand-offs is the linear program over parts of roles that the flow connects; the answer is what that program takes, its undecided rest packed by integer programs, and then joined for fewer positions. The bound on positions holds at so few hand-offs where it is proved, else for any structure.',
  '',
  '| steps | hand-offs | bound | gap | positions | bound | fragmentation | seconds | growth | checker |',
  '| ---: | ---: | ---: | ---: | ---: | ---: | --- | ---: | ---: | --- |',
];

const AT_ONCE_HEAD = [
  'The same function with the quick effort, fewest positions first: what a plan shows before anybody waits. Feasible: the seconds until the first division of the work that keeps all limits, which whoever looks on is told of; seconds: until roles and teams are improved, bounded, named and reasoned.',
  '',
  '| steps | positions | bound | hand-offs | feasible | seconds | checker |',
  '| ---: | ---: | ---: | ---: | ---: | ---: | --- |',
];

function atOnceLineOf({ instance, proposal, faults, firstSeconds, seconds }: Solved): string {
  const [positions, handOffs] = proposal.objectives;
  const told = [...boundCells(positions, 0), handOffs?.value.toFixed(0) ?? ''];
  const times = [firstSeconds, seconds].map((one) => one.toFixed(1));
  return `| ${[String(instance.n), ...told, ...times, checkOf(faults)].join(' | ')} |`;
}

function measured({ instance: { n }, seconds, firstSeconds, proposal: { objectives } }: Solved): Measured {
  return { n, seconds, firstSeconds, objectives };
}

function solve(
  instance: RoleInstance,
  solving: { readonly solver: IntegerSolver; readonly effort: 'QUICK' | 'THOROUGH' },
  goals: readonly StructureGoal[],
): Solved {
  const { ground, limits: kept } = asStream(instance);
  const limits = { ...kept, goals };
  const started = process.cpuUsage();
  let first: number | null = null;
  const solver = watched(solving.solver, {
    tell: ({ goals: found }) => {
      if (found.length > 0) first ??= secondsSince(started);
    },
    isEnough: () => false,
  });
  const [proposal, seconds] = timed(() => proposeStructure(ground, limits, { ...solving, solver }));
  if (proposal.kind !== 'StructureProposal') throw new Error(JSON.stringify(proposal));
  const checked = { ...DEFAULT_LIMITS, ...kept, breadthIsDefault: false };
  const small = instance.n > CHECKED_UP_TO ? [] : violationsOf(ground, checked, proposal);
  const faults = small.length + faultsOf(instance, proposal).length;
  return {
    instance: { n: instance.n, proven: instance.proven },
    proposal: { objectives: proposal.objectives },
    faults,
    seconds,
    firstSeconds: first ?? seconds,
    textbook:
      goals[0] === 'POSITIONS' && solving.effort === 'THOROUGH'
        ? textbookOf(instance, proposal, solving.solver)
        : '',
  };
}

function timed<T>(work: () => T): [T, number] {
  const started = process.cpuUsage();
  const result = work();
  return [result, secondsSince(started)];
}

function secondsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}

function textbookOf(instance: RoleInstance, proposal: StructureProposal, solver: IntegerSolver): string {
  if (instance.n > TEXTBOOK_UP_TO) return '';
  const most = proposal.roles.length + 1;
  const [answer, seconds] = timed(() => solveByAssignment(instance, most, solver, TEXTBOOK_ITERATIONS));
  const value = answer.values ? String(Math.round(answer.objective)) : 'none';
  const bound = Math.ceil(answer.bound - 1e-6);
  return `${value}, bound ${bound}${answer.kind === 'OPTIMAL' ? ', proved' : ''}, ${seconds.toFixed(1)} s`;
}

function lineOf(
  { instance, proposal, faults, seconds, textbook }: Solved,
  before: Solved | undefined,
): string {
  const [positions, handOffs, fragmentation, unevenness] = proposal.objectives;
  const cells = [
    String(instance.n),
    ...boundCells(positions, 0),
    String(instance.proven.minRoles ?? ''),
    ...boundCells(handOffs, 0),
    gapOf(handOffs),
    String(instance.proven.minHandoffWeightAtMinRoles ?? ''),
    `${fragmentation?.value ?? ''}${toldOf(fragmentation)}`,
    `${unevenness?.value.toFixed(3) ?? ''}${toldOf(unevenness)}`,
    seconds.toFixed(1),
    growthOf({ instance, seconds }, before),
    checkOf(faults),
    textbook,
  ];
  return `| ${cells.join(' | ')} |`;
}

function flowLineOf({ instance, proposal, faults, seconds }: Solved, before: Solved | undefined): string {
  const [handOffs, positions, fragmentation] = proposal.objectives;
  const cells = [
    String(instance.n),
    ...boundCells(handOffs, 0),
    gapOf(handOffs, 2),
    ...boundCells(positions, 0),
    `${fragmentation?.value ?? ''}${toldOf(fragmentation)}`,
    seconds.toFixed(1),
    growthOf({ instance, seconds }, before),
    checkOf(faults),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The exponent from the size above, where sizes are large enough for one. */
function growthOf(
  { instance, seconds }: Pick<Solved, 'instance' | 'seconds'>,
  before: Solved | undefined,
): string {
  if (!before || instance.n <= 1_000) return '';
  return (Math.log(seconds / before.seconds) / Math.log(instance.n / before.instance.n)).toFixed(2);
}

function checkOf(faults: number): string {
  return faults === 0 ? 'nothing found' : `${faults} faults`;
}

function boundCells(level: ObjectiveLevel | undefined, digits: number): [string, string] {
  if (!level) return ['', ''];
  return [level.value.toFixed(digits), level.proven ? 'proved' : level.lowerBound.toFixed(digits)];
}

function gapOf(level: ObjectiveLevel | undefined, digits = 1): string {
  return level ? `${(level.gap * 100).toFixed(digits)} %` : '';
}

function toldOf(level: ObjectiveLevel | undefined): string {
  if (!level) return '';
  if (level.proven) return ', proved';
  return level.lowerBound > 0 ? `, bound ${level.lowerBound.toFixed(2)}` : ', not bounded';
}

function summary(solved: readonly Solved[], goals: string): string {
  const small = solved.filter(({ instance }) => instance.n <= 100);
  const proved = small.filter(({ proposal: { objectives } }) =>
    objectives.slice(0, 2).every(({ proven }) => proven),
  );
  const total = small.reduce((sum, { seconds }) => sum + seconds, 0);
  const slowest = small.reduce((most, { seconds }) => Math.max(most, seconds), 0);
  const memory = process.resourceUsage().maxRSS / 1024;
  return `Up to 100 steps: ${proved.length} of ${small.length} proved best in ${goals}, ${total.toFixed(1)} s in total, the slowest ${slowest.toFixed(1)} s. Most memory of the run so far, the largest instance included: ${memory.toFixed(0)} MB.`;
}
