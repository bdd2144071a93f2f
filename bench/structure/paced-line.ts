import {
  balanceLine,
  type LineBalance,
  type LineLimits,
} from '../../src/domain/structure/paced-line/index.js';
import { ottoLines, schollLines, type LineInstance } from './line-instances.js';
import type { BenchSection } from './section.js';

const THOROUGH: LineLimits = { work: 160e6, memory: 4e6 };
const BRIEF: LineLimits = { work: 4e6, memory: 400e3 };
const SECONDS = 10;

interface LineSet {
  readonly name: string;
  readonly limits: LineLimits;
  readonly lines: () => readonly LineInstance[];
}

const SETS: readonly LineSet[] = [
  { name: 'Scholl', limits: THOROUGH, lines: schollLines },
  { name: 'Otto, 20 tasks', limits: THOROUGH, lines: () => ottoLines(20) },
  { name: 'Otto, 50 tasks', limits: THOROUGH, lines: () => ottoLines(50) },
  { name: 'Otto, 100 tasks', limits: THOROUGH, lines: () => ottoLines(100) },
  { name: 'Otto, 1000 tasks', limits: BRIEF, lines: () => ottoLines(1000) },
];

interface Solved {
  readonly instance: LineInstance;
  readonly balance: LineBalance;
  readonly seconds: number;
}

/** The fewest stations of published lines, and how many of them are proved. */
export const PACED_LINE: BenchSection = {
  name: 'paced-line',
  title: 'Paced line: the fewest stations of published lines',
  run: (tell) => {
    const solved = SETS.map((set) => ({
      set,
      all: set.lines().map((line) => solve(line, set.limits, tell)),
    }));
    const rows = solved.map(({ set, all }) => rowOf(set, all));
    const open = solved.flatMap(({ set, all }) => (set.limits === THOROUGH ? all : []));
    return [
      `Limits: ${THOROUGH.work / 1e6} million tries of a task on a station and ${THOROUGH.memory / 1e6} million remembered states for a line; ${BRIEF.work / 1e6} million and ${BRIEF.memory / 1e6} million for lines of 1000 tasks; no clock. Seconds are processor time of one core. Known: stations equal to a published optimum or within published ends.`,
      '',
      `| set | lines | proved | proved within ${SECONDS} s | worse than known | largest gap | mean gap | seconds | slowest |`,
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
      ...rows,
      '',
      ...notProved(open),
      ...slowest(solved.flatMap(({ all }) => all)),
    ];
  },
};

function solve(instance: LineInstance, limits: LineLimits, tell: (line: string) => void): Solved {
  const started = process.cpuUsage();
  const balance = balanceLine(instance.line, limits);
  const { user, system } = process.cpuUsage(started);
  if (balance.kind === 'LineNotPossible') throw new Error(`${instance.name}: ${balance.message}`);
  const seconds = (user + system) / 1e6;
  const fault = faultOf(instance, balance);
  if (fault !== null) throw new Error(`${instance.name}: ${fault}`);
  if (seconds > 1 || !balance.proven)
    tell(`${instance.name}: ${balance.stations.length} ≥ ${balance.lowerBound}, ${seconds.toFixed(1)} s`);
  return { instance, balance, seconds };
}

/** What contradicts what is published, or the line itself. */
function faultOf({ line, least, most }: LineInstance, { stations, lowerBound }: LineBalance): string | null {
  if (lowerBound > most) return `bound ${lowerBound} above ${most}`;
  if (stations.length < least) return `${stations.length} stations, fewer than ${least}`;
  const at = new Map(stations.flat().map((task, place) => [task, place]));
  if (at.size !== line.times.length) return 'not every task is done once';
  if (line.arcs.some(([from, to]) => (at.get(from) ?? 0) >= (at.get(to) ?? 0))) return 'the order is broken';
  const loads = stations.map((tasks) => tasks.reduce((sum, task) => sum + (line.times[task] ?? 0), 0));
  return loads.some((load) => load > line.cycle) ? 'a station takes more than its cycle' : null;
}

function rowOf({ name }: LineSet, all: readonly Solved[]): string {
  const proved = all.filter(({ balance }) => balance.proven);
  const gaps = all.map(({ balance }) => balance.gap);
  const most = all.reduce<Solved | null>(
    (one, each) => (one && one.seconds >= each.seconds ? one : each),
    null,
  );
  const cells = [
    name,
    String(all.length),
    String(proved.length),
    String(proved.filter(({ seconds }) => seconds <= SECONDS).length),
    String(all.filter(({ instance, balance }) => balance.stations.length > instance.most).length),
    percent(gaps.reduce((largest, gap) => Math.max(largest, gap), 0)),
    percent(gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, all.length)),
    all.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(1),
    most ? `${most.instance.name}, ${most.seconds.toFixed(1)} s` : '',
  ];
  return `| ${cells.join(' | ')} |`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

function notProved(all: readonly Solved[]): string[] {
  const open = all.filter(({ balance }) => !balance.proven);
  if (open.length === 0) return [];
  return [
    '## Not proved within the limits',
    '',
    'The search remembers states and ends by a count of tries, whatever the machine. On these lines the bounds (work over cycle, tasks that need a station or half of one each, what stands before and behind a task) stop one station below the best line found, and there are more ways to fill that many stations than the count allows: neither a line of so few stations nor the proof that there is none was reached. WEE-MAG 47 is open for this reason: its 75 tasks take 1499 in all and 32 stations have room for 1504, so the bounds allow 32, and a line of 32 would have to fill its stations with 5 of idle time in all; more nearly full stations can be made of these tasks than the count of tries goes through.',
    '',
    ...tableOf(open),
  ];
}

const SLOWEST = 20;

function slowest(all: readonly Solved[]): string[] {
  const sorted = [...all].sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
  return [`## The ${SLOWEST} slowest`, '', ...tableOf(sorted)];
}

function tableOf(all: readonly Solved[]): string[] {
  return [
    '| line | published | stations | bound | found by | million tries | thousand states | seconds |',
    '| --- | ---: | ---: | ---: | --- | ---: | ---: | ---: |',
    ...all.map(({ instance: { name, least, most }, balance, seconds }) => {
      const { stations, lowerBound, method, effort } = balance;
      const cells = [
        name,
        least === most ? String(least) : `${least} to ${most}`,
        String(stations.length),
        String(lowerBound),
        method,
        (effort.work / 1e6).toFixed(1),
        (effort.states / 1e3).toFixed(0),
        seconds.toFixed(1),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
    '',
  ];
}
