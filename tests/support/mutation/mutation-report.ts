import type { PossibleMutant } from './drawn-mutants.js';

export type Verdict = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'Ignored' | 'RuntimeError';

export interface Judged {
  readonly mutant: PossibleMutant;
  readonly status: Verdict;
}

export interface Share {
  readonly killed: number;
  readonly of: number;
  /** Wilson's interval, 95 %; null where nothing was judged. */
  readonly interval: readonly [number, number] | null;
}

/** Of those judged, how many were killed (a mutant that never ends counts as killed, one that no claim reaches as surviving). */
export function shareKilled(judged: readonly Judged[]): Share {
  const counted = judged.filter(({ status }) => status !== 'Ignored' && status !== 'RuntimeError');
  const killed = counted.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  return { killed, of: counted.length, interval: wilson(killed, counted.length) };
}

const Z95 = 1.959964;

/** Wilson, E. B. (1927): the interval of a share from a sample. */
export function wilson(hits: number, of: number): readonly [number, number] | null {
  if (of === 0) return null;
  const share = hits / of;
  const square = Z95 ** 2 / of;
  const middle = share + square / 2;
  const half = Z95 * Math.sqrt((share * (1 - share)) / of + square / (4 * of));
  return [(middle - half) / (1 + square), (middle + half) / (1 + square)];
}

export interface RoomTotal {
  readonly room: string;
  readonly possible: number;
}

/** A table of rooms, each with the share killed, and the whole weighed by how many mutants each room could have. */
export function tableOfRooms(rooms: readonly RoomTotal[], judged: readonly Judged[]): string {
  const rows = rooms.map(({ room, possible }) => {
    const own = judged.filter(({ mutant }) => mutant.room === room);
    return rowOf(room, possible, own, shareKilled(own));
  });
  const all = rooms.reduce((sum, { possible }) => sum + possible, 0);
  const whole =
    rooms.length > 1 ? [rowOf('all, each room by its size', all, judged, wholeOf(rooms, judged))] : [];
  return [
    '| room | mutants possible | drawn | left out (static) | killed | without end | survived | reached by no claim | killed % | 95 % interval |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
    ...[...rows, ...whole].map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

interface Told {
  readonly share: number | null;
  readonly interval: readonly [number, number] | null;
}

function rowOf(name: string, possible: number, judged: readonly Judged[], share: Share | Told): string[] {
  const count = (...statuses: Verdict[]) =>
    String(judged.filter(({ status }) => statuses.includes(status)).length);
  const told = 'share' in share ? share.share : share.of > 0 ? share.killed / share.of : null;
  const { interval } = share;
  return [
    name,
    String(possible),
    String(judged.length),
    count('Ignored', 'RuntimeError'),
    count('Killed'),
    count('Timeout'),
    count('Survived'),
    count('NoCoverage'),
    told === null ? 'none judged' : percent(told),
    interval ? `${percent(interval[0])} to ${percent(interval[1])}` : '',
  ];
}

/** A stratified sample: the shares weighed by the rooms' sizes; the interval is Wilson's for the sample size that would be as sure. */
function wholeOf(rooms: readonly RoomTotal[], judged: readonly Judged[]): Told {
  const strata = rooms
    .map(({ room, possible }) => ({
      possible,
      ...shareKilled(judged.filter(({ mutant }) => mutant.room === room)),
    }))
    .filter(({ of }) => of > 0);
  const all = strata.reduce((sum, { possible }) => sum + possible, 0);
  if (all === 0) return { share: null, interval: null };
  const share = strata.reduce((sum, one) => sum + (one.possible / all) * (one.killed / one.of), 0);
  const spread = strata.reduce((sum, one) => {
    const guarded = (one.killed + 1) / (one.of + 2);
    return sum + (one.possible / all) ** 2 * ((guarded * (1 - guarded)) / one.of);
  }, 0);
  const asSure = (share * (1 - share)) / spread;
  return { share, interval: asSure > 0 ? wilson(share * asSure, asSure) : null };
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

/** Each survivor: where, what was written and what it became. */
export function listOfSurvivors(judged: readonly Judged[]): string[] {
  return judged
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ mutant, status }) => {
      const { line } = mutant.location.start;
      const file = mutant.fileName.slice(mutant.fileName.lastIndexOf('src/domain/'));
      const reach = status === 'NoCoverage' ? ' (reached by no claim)' : '';
      return `${file}:${line + 1} ${short(mutant.original)} → ${short(mutant.replacement)}${reach}`;
    })
    .sort((a, b) => (a < b ? -1 : 1));
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 90 ? `${line.slice(0, 87)}…` : line;
}
