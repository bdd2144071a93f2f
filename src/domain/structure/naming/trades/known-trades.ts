import type { ValueStream } from '../../../stream/index.js';
import { UNNAMED_STREAM } from '../../../napkin/index.js';
import { CARE_TRADES } from './care-trades.js';
import { CRAFT_TRADES } from './craft-trades.js';
import { FOOD_TRADES } from './food-trades.js';
import { OFFICE_TRADES } from './office-trades.js';
import { stemsOf, type Stems } from './stems-of.js';
import type { Trade } from './trade-lines.js';
import { allCalled, bestCalled, rowsOf, wordCalls, type Called, type WordCalls } from './word-calls.js';

const KNOWN_TRADES: readonly Trade[] = [...FOOD_TRADES, ...CARE_TRADES, ...CRAFT_TRADES, ...OFFICE_TRADES];

/** A trade with its titles ready for looking up. */
export interface KnownTrade extends Trade {
  readonly calls: WordCalls<string>;
}

/** What a word says for its trade: enough by itself, or beside others. */
const SPEAKS = 3;
const ECHOES = 1;
/** The name of a stream tells its trade more than one of its steps does. */
const BY_NAME = 2;
/** From this sum on, from this sum for each step, and from so many different words on, a stream is of the trade that has most. */
const LEAST = 5;
const LEAST_PER_STEP = 0.25;
const LEAST_WORDS = 3;
/** A trade that one word tells in one step, with no more than so many different words, speaks in so many of the steps. */
const FEW_WORDS = 5;
const LEAST_OF_ONE_WORD = 0.41;
/** A trade of which less than this share of the steps speaks is a side-line of the firm. */
const LEAST_STEPS = 0.13;

interface Sign {
  readonly trade: KnownTrade;
  readonly weight: number;
}

interface Told {
  sum: number;
  /** The words that tell the trade by themselves, and not only beside others. */
  readonly said: Set<readonly string[]>;
  /** The steps in which they stand; null for the name of the stream. */
  readonly saidIn: Set<number | null>;
  /** true where a word of the name of the stream speaks of it. */
  isNamed: boolean;
  /** Different words that tell it. */
  readonly words: Set<string>;
  /** Steps in which a word tells it. */
  readonly steps: Set<number>;
}

const TRADES = KNOWN_TRADES.map((trade): KnownTrade => ({
  ...trade,
  calls: wordCalls(rowsOf(trade.works), stemsOf),
}));
const SIGNS = wordCalls<Sign>(
  TRADES.flatMap((trade) => [
    { calls: { trade, weight: SPEAKS }, words: trade.speaks },
    { calls: { trade, weight: ECHOES }, words: trade.echoes },
  ]),
  stemsOf,
);

/**
 * The trade that most words of a stream speak of, in its name, its steps and who does them, the first of equal ones; else
 * the mending of what it says to be broken; null where neither is sure.
 */
export function tradeOf({ name, steps }: Pick<ValueStream, 'name' | 'steps'>): KnownTrade | null {
  const told = new Map<KnownTrade, Told>();
  // The same few people do many steps: their words are looked up once.
  const calledOf = new Map<string, readonly Called<Sign>[]>();
  countWords(told, signsIn(name), BY_NAME, null);
  for (const [at, step] of steps.entries()) {
    const skills = step.capabilities.map((one) => one.name);
    countWords(told, signsIn([withoutStream(step.name, name), ...skills].join(' ')), 1, at);
    const performers = step.performers.join(' ');
    const called = calledOf.get(performers) ?? signsIn(performers);
    calledOf.set(performers, called);
    countWords(told, called, 1, at);
  }
  const least = Math.max(LEAST, LEAST_PER_STEP * steps.length);
  const sumOf = (trade: KnownTrade): number => {
    const those = told.get(trade);
    const isSideLine = !those || those.steps.size < LEAST_STEPS * steps.length;
    if (isSideLine || those.said.size === 0 || those.words.size < LEAST_WORDS) return 0;
    const isDoubtful = name !== UNNAMED_STREAM && isOfOneWord(those);
    return isDoubtful && those.steps.size < LEAST_OF_ONE_WORD * steps.length ? 0 : those.sum;
  };
  const sums = TRADES.map((trade) => ({ trade, sum: sumOf(trade) }));
  const [first] = sums.sort((a, b) => b.sum - a.sum);
  return first && first.sum >= least ? first.trade : mendingOf(name);
}

/** Whether hardly more than one word in one step speaks of a trade: "Ship to the hospital". */
function isOfOneWord({ said, saidIn, isNamed, words }: Told): boolean {
  return said.size === 1 && saidIn.size === 1 && !isNamed && words.size <= FEW_WORDS;
}

/** Whether a name speaks of the trade, by a word that tells it or that calls for one of its titles. */
export function speaksOf(trade: KnownTrade, stems: Stems): boolean {
  if (trade.speaks.length === 0) return true;
  return (
    allCalled(SIGNS, stems).some(({ calls }) => calls.trade === trade) ||
    bestCalled(trade.calls, stems) !== null
  );
}

function signsIn(text: string): readonly Called<Sign>[] {
  return allCalled(SIGNS, stemsOf(text));
}

/** Each word of a text counts once for a trade. called: what its words tell. step: the number of the step whose text it is. */
function countWords(
  told: Map<KnownTrade, Told>,
  called: readonly Called<Sign>[],
  times: number,
  step: number | null,
): void {
  if (called.length === 0) return;
  const counted = new Map<KnownTrade, Set<number>>();
  for (const { calls, at, stems } of called) {
    const { trade, weight } = calls;
    const places = counted.get(trade) ?? new Set();
    counted.set(trade, places);
    const those = told.get(trade) ?? {
      sum: 0,
      said: new Set(),
      saidIn: new Set(),
      isNamed: false,
      words: new Set(),
      steps: new Set(),
    };
    told.set(trade, those);
    if (step === null) those.isNamed = true;
    else those.steps.add(step);
    for (const stem of stems) those.words.add(stem);
    if (weight === SPEAKS) {
      those.said.add(stems);
      those.saidIn.add(step);
    }
    if (places.has(at)) continue;
    places.add(at);
    those.sum += weight * times;
  }
}

/** "Broken umbrella to dry head": who mends umbrellas. */
function mendingOf(stream: string): KnownTrade | null {
  const thing = /^(?:broken|damaged|faulty|torn|worn)\s+(\p{L}{3,})(?=\s+to\s)/iu.exec(stream)?.[1];
  if (thing === undefined) return null;
  const name = thing.slice(0, 1).toUpperCase() + thing.slice(1).toLowerCase();
  return {
    name: `${name} repair`,
    workers: [`${name} Repairer`],
    isLearned: false,
    fronts: [],
    speaks: [],
    echoes: [],
    works: [],
    calls: new Map(),
  };
}

/** Steps of one name in several streams are told with their stream: that is no word of the step. */
export function withoutStream(step: string, stream: string): string {
  const label = ` (${stream})`;
  return step.endsWith(label) ? step.slice(0, -label.length) : step;
}
