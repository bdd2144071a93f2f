import type { Passing } from '../stream/index.js';
import type { BufferAmount, Change } from './change.js';
import type { ChangeProblem } from './check-change.js';
import type { PlaceFinder } from './find-places.js';
import { buffersBetween, isBuffer, placeOfReturn } from './flow-places.js';
import { bufferMeant, severalWaits } from './name-waits.js';
import { noNumber, readMarks, readNamed } from './read-named.js';
import { lossMeant, nothingWaits, returnMeant, unknownPair } from './read-taking.js';
import { readUnits } from './words-of-notation.js';

const COUNT = String.raw`[~≈]?\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?`;
const WAIT = /^(new )?wait (before|after|behind) (.+)$/i;
const STOCK = new RegExp(String.raw`^(new )?stock (before|after|behind) (.+?) (${COUNT})$`, 'i');
const BETWEEN = /^(?:wait|stock|fifo) (?:between|from) (.+)$/i;
const LANE = /^fifo (before|after|behind) (.+?) (\d{1,9})$/i;
const BACK = /^back to (.+)$/i;
const LOST = /^lost (?:after|behind|at) (.+)$/i;
/** How work moves on, at the end of the words. */
const PASSING = / (fifo(?: (\d{1,9}))?|pull|push)$/i;
const IS_COUNT = new RegExp(`^${COUNT}$`);

type Reading = Change | ChangeProblem;

/** What stands between steps: a wait, a stock, the places of a lane, the share of a return or of a loss; null where the words say none of these. */
export function readPlaceSetting(finder: PlaceFinder, words: string): Reading | null {
  const between = BETWEEN.exec(words);
  if (between) return setBetween(finder, words, between[1] ?? '');
  const lane = LANE.exec(words);
  if (lane) return setLane(finder, lane[1] ?? '', lane[2] ?? '', Number(lane[3]));
  const [plain, passing] = splitPassing(words);
  const wait = WAIT.exec(plain);
  if (wait) return setWait(finder, { isNew: Boolean(wait[1]), side: wait[2] ?? '', passing }, wait[3] ?? '');
  const stock = STOCK.exec(plain);
  if (stock) {
    const units = readUnits(stock[4] ?? '', finder.stream.calendar);
    const how = { isNew: Boolean(stock[1]), side: stock[2] ?? '', passing };
    return 'code' in units ? units : setBuffer(finder, how, stock[3] ?? '', { kind: 'STOCK', units });
  }
  const back = BACK.exec(words);
  if (back) return setReturn(finder, back[1] ?? '');
  const lost = LOST.exec(words);
  return lost ? setLoss(finder, lost[1] ?? '') : null;
}

interface HowPlaced {
  /** true where a buffer of its own is asked for, beside those that are there. */
  readonly isNew: boolean;
  readonly side: string;
  readonly passing: Passing | null;
}

/** `1d fifo 20` is a time, and how work moves on over it. */
export function splitPassing(words: string): readonly [words: string, passing: Passing | null] {
  const found = PASSING.exec(words);
  if (!found) return [words, null];
  const [tail, word = '', limit] = found;
  return [words.slice(0, -tail.length), passingOf(word, limit)];
}

function passingOf(word: string, limit: string | undefined): Passing {
  const kind = word.toLowerCase();
  if (kind === 'pull') return { kind: 'PULL' };
  if (kind === 'push') return { kind: 'PUSH' };
  return { kind: 'FIFO', limit: limit === undefined ? null : Number(limit) };
}

/** `wait before Price the job 1d`: the name and its time are read as a step line. */
function setWait(finder: PlaceFinder, how: HowPlaced, words: string): Reading {
  const read = readNamed(finder, words);
  if ('code' in read) return asNumber(finder, read, words, (name) => waitRemedy(how.side, name, words));
  const { name, processTime } = read.step;
  if (processTime) return setBuffer(finder, how, name, { kind: 'WAIT', time: processTime });
  return noNumber(`wait ${how.side} ${words}`, `wait ${how.side} ${name} 1d`);
}

/** What stands behind the name is no number: the problem of it, told for what was to be set. */
function asNumber(
  finder: PlaceFinder,
  problem: ChangeProblem,
  words: string,
  remedyOf: (name: string) => string,
): ChangeProblem {
  const named = finder.begins(words);
  return problem.code === 'UNREADABLE' && named ? { ...problem, remedy: remedyOf(named.step.name) } : problem;
}

/** A bare number is a time without its unit, or so many units. */
function waitRemedy(side: string, name: string, words: string): string {
  const bare = / (\d[\d.,]*)$/.exec(words)?.[1];
  if (bare === undefined) return `Write a time with its unit behind the name: "wait ${side} ${name} 1d".`;
  if (Number(bare.replace(',', '.')) === 0)
    return `Write the time with its unit, "wait ${side} ${name} 0h", or take the wait out: without "wait ${side} ${name}".`;
  return `Write the time with its unit, "wait ${side} ${name} ${bare}d" or "${bare}h"; where so many units lie there, "stock ${side} ${name} ${bare}".`;
}

/** The wait that is meant holds so much; only where none can be meant, or a new one is asked for, one is put there. */
function setBuffer(finder: PlaceFinder, how: HowPlaced, name: string, amount: BufferAmount): Reading {
  const passing = how.passing ? { passing: how.passing } : {};
  const found = how.isNew ? undefined : bufferMeant(finder, how.side, name, amount.kind);
  if (typeof found === 'number') return { kind: 'SET_BUFFER', node: found, amount, ...passing };
  if (found) return found;
  const step = finder.required(name);
  if ('code' in step) return step;
  const at = { side: how.side.toLowerCase() === 'before' ? 'BEFORE' : 'AFTER', step: step.key } as const;
  return { kind: 'PUT_BUFFER', at, amount, ...passing };
}

/** `wait between A and B 2d`. */
function setBetween(finder: PlaceFinder, words: string, names: string): Reading {
  for (let end = names.lastIndexOf(' '); end > 0; end = names.lastIndexOf(' ', end - 1)) {
    const pair = finder.pair(names.slice(0, end), 'and') ?? finder.pair(names.slice(0, end), 'to');
    if (!pair) continue;
    const [from, to] = pair;
    const found = buffersBetween(finder.places, from.key, to.key);
    const [only] = found;
    if (only === undefined) return nothingWaits(names.slice(0, end));
    if (found.length > 1) return severalWaits(finder, found, `between "${from.name}" and "${to.name}"`);
    const amount = names.slice(end + 1);
    return setBufferAt(finder, only, /^fifo /i.test(words) ? `fifo ${amount}` : amount, words);
  }
  return unknownPair(names, 'wait between STEP and STEP 1d');
}

function setLane(finder: PlaceFinder, side: string, name: string, limit: number): Reading {
  const found = bufferMeant(finder, side, name, 'WAIT');
  if (found === undefined) return nothingWaits(`${side} ${name}`);
  if (typeof found !== 'number') return found;
  return { kind: 'SET_PASSING', node: found, passing: { kind: 'FIFO', limit } };
}

/** The buffer at a node from words such as `2d`, `40`, `fifo 20` or `2d fifo 20`. */
export function setBufferAt(finder: PlaceFinder, node: number, words: string, asked: string): Reading {
  const { calendar } = finder.stream;
  const [amount, passing] = splitPassing(` ${words}`);
  const bare = amount.trim();
  if (passing && bare === '') return { kind: 'SET_PASSING', node, passing };
  const how = passing ? { passing } : {};
  if (IS_COUNT.test(bare)) {
    const units = readUnits(bare, calendar);
    return 'code' in units ? units : { kind: 'SET_BUFFER', node, amount: { kind: 'STOCK', units }, ...how };
  }
  const here = finder.places.flow.nodes[node];
  const called = isBuffer(here) && here.line !== null ? `line ${here.line}` : 'wait before STEP';
  const read = readMarks(finder, bare, called);
  if ('code' in read) return read;
  const { processTime: time } = read.step;
  if (time) return { kind: 'SET_BUFFER', node, amount: { kind: 'WAIT', time }, ...how };
  return noNumber(asked, `${called} 1d`);
}

function setReturn(finder: PlaceFinder, words: string): Reading {
  const from = returnFrom(finder, words);
  const read = readNamed(finder, from?.words ?? words);
  if ('code' in read)
    return asNumber(
      finder,
      read,
      from?.words ?? words,
      (to) => `Write the share that returns behind the name: "back to ${to} 10%".`,
    );
  const { name, completeAndAccurate: share, processTime: time } = read.step;
  if (!share && !time) return noNumber(`back to ${words}`, `back to ${name} 10%`);
  const found = returnMeant(finder, true, from ? `"${name}" from "${from.name}"` : name);
  return 'code' in found ? found : { kind: 'SET_RETURN', at: placeOfReturn(found), share, time };
}

/** `A from B 10%`: the name behind `from`, and the words without it. */
function returnFrom(
  finder: PlaceFinder,
  words: string,
): { readonly name: string; readonly words: string } | null {
  const named = finder.begins(words);
  const behind = named && /^from (.+)$/i.exec(named.behind);
  const origin = behind ? finder.begins(behind[1] ?? '') : undefined;
  return named && origin ? { name: origin.step.name, words: `"${named.step.name}" ${origin.behind}` } : null;
}

function setLoss(finder: PlaceFinder, words: string): Reading {
  const read = readNamed(finder, words);
  if ('code' in read)
    return asNumber(
      finder,
      read,
      words,
      (step) => `Write the share that is lost behind the name: "lost after ${step} 20%".`,
    );
  const { name, completeAndAccurate: share } = read.step;
  if (!share) return noNumber(`lost after ${words}`, `lost after ${name} 20%`);
  const found = lossMeant(finder, name);
  return 'code' in found ? found : { kind: 'SET_LOSS', at: { node: found.node, line: found.line }, share };
}
