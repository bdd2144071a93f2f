import { strongMatch, type CapabilityDemand } from '../../capability/index.js';
import type { Step } from '../../stream/index.js';
import { doerOfSkill, doerOfStep } from './doer-noun.js';
import { COMMON_CRAFTS, COMMON_WORKS, type WorkKind } from './trades/common-works.js';
import { speaksOf, type KnownTrade } from './trades/known-trades.js';
import type { About } from './trades/trades-of-steps.js';
import { isNarrow } from './narrow-titles.js';
import { stemsOf, type Stems } from './trades/stems-of.js';
import { bestCalled, wordCalls, type Called } from './trades/word-calls.js';

/** The usual title of who does a piece of work, and of what kind that is. */
export interface TitledDemand {
  /** null where no word tells one. */
  readonly title: string | null;
  readonly kind: WorkKind | 'craft';
  /** true where a word of the work calls for the title; false where only the trade or the force tells it. */
  readonly isTold: boolean;
}

/** The usual title, and whether the work speaks of the trade of its stream. */
export interface TradeDemand extends TitledDemand {
  readonly isOfTrade: boolean;
}

interface CommonTitle {
  readonly title: string;
  readonly kind: TitledDemand['kind'];
}

const COMMON = wordCalls<CommonTitle>(
  [
    ...COMMON_WORKS.flatMap(([kind, works]) =>
      works.map(({ title, words }) => ({ calls: { title, kind }, words })),
    ),
    ...COMMON_CRAFTS.map(({ title, words }) => ({ calls: { title, kind: 'craft' as const }, words })),
  ],
  stemsOf,
);

/** The trade's own word counts for one word more than a word of all trades. */
const OWN = 1;
/** So many words of all trades are surer than the catalogue's likeness. */
const SEVERAL = 2;

const KIND_OF_FAMILY: ReadonlyMap<string, WorkKind> = new Map([
  ['office', 'office'],
  ['selling', 'selling'],
  ['marketing', 'marketing'],
  ['planning', 'buying'],
  ['money', 'money'],
  ['people', 'people'],
  ['leading', 'leading'],
]);

interface Remembered {
  readonly about: About;
  readonly titled: TradeDemand;
}

type NamedStep = Pick<Step, 'name' | 'force'>;

const titles = new WeakMap<CapabilityDemand, Remembered>();

/** The title of a demand, looked up once for what its stream is about. step: the step that demands it. */
export function titledDemand(demand: CapabilityDemand, about: About, step: NamedStep): TradeDemand {
  const known = titles.get(demand);
  if (known?.about === about) return known.titled;
  const stems = stemsOf(demand.capability.name);
  const { trade } = about;
  const speaks =
    trade !== null &&
    (speaksOf(trade, stems) || (demand.statedByStep && speaksOf(trade, stemsOf(step.name))));
  const found = findTitle({ demand, about, step, stems, speaks });
  const titled = { ...found, isOfTrade: speaks || hasTitle(trade, found.title) };
  titles.set(demand, { about, titled });
  return titled;
}

interface AskedTitle {
  readonly demand: CapabilityDemand;
  readonly about: About;
  readonly step: NamedStep;
  /** The words of the demand. */
  readonly stems: Stems;
  /** Whether words of the demand or its step speak of the trade. */
  readonly speaks: boolean;
}

/** What people of the trade call who does this: by the catalogue, the trade's words, the words of all trades; else by the trade and the force alone. */
function findTitle({ demand, about: { trade, things }, step, stems, speaks }: AskedTitle): TitledDemand {
  const { capability, statedByStep } = demand;
  if (capability.holder !== null) {
    const own = isNarrow(capability.holder) ? tradeTitle(step.name, trade) : null;
    return own
      ? { ...own, isTold: true }
      : { title: capability.holder, kind: kindOf(capability.family), isTold: true };
  }
  const doer = statedByStep ? withAcronyms(doerOfSkill(capability.name), capability.name) : null;
  const called = calledTitle(demand, trade, stems) ?? (statedByStep ? tradeTitle(step.name, trade) : null);
  // "Web development" is done by a Web Developer, where the trade's usual word is Software Developer.
  if (called && doer !== null && isOfOneKind(doer, called.title))
    return { ...called, title: doer, isTold: true };
  if (called) return { ...called, isTold: true };
  if (doer !== null) return { title: doer, kind: 'craft', isTold: true };
  if (step.force === 'SALES') return { title: null, kind: 'selling', isTold: false };
  const [worker] = trade?.workers ?? [];
  if (worker !== undefined && speaks) return { title: worker, kind: 'craft', isTold: false };
  const byWords = statedByStep ? null : doerOfStep(capability.name, (thing) => things.has(thing));
  return { title: byWords, kind: 'craft', isTold: byWords !== null };
}

function hasTitle(trade: KnownTrade | null, title: string | null): boolean {
  if (trade === null || title === null) return false;
  return trade.workers.includes(title) || trade.works.some((work) => work.title === title);
}

/** The title that the trade's own words call for. */
function tradeTitle(name: string, trade: KnownTrade | null): CommonTitle | null {
  const own = trade === null ? null : bestCalled(trade.calls, stemsOf(name));
  if (!own || !trade) return null;
  const isFront = trade.fronts.includes(own.calls) && !trade.workers.includes(own.calls);
  return { title: own.calls, kind: isFront ? 'selling' : 'craft' };
}

/** The title that the words call for: the trade's, else that of all trades or of the catalogue, whichever is surer. */
function calledTitle(
  { capability, suggestions }: CapabilityDemand,
  trade: KnownTrade | null,
  stems: Stems,
): CommonTitle | null {
  const own = trade === null ? null : bestCalled(trade.calls, stems);
  const common = bestCalled(COMMON, stems);
  const isDesk = own !== null && common !== null && isToldByVerb(own, common);
  if (own && trade && !isDesk && own.score + OWN >= (common?.score ?? 0)) {
    const isFront = trade.fronts.includes(own.calls) && !trade.workers.includes(own.calls);
    return { title: own.calls, kind: isFront ? 'selling' : 'craft' };
  }
  if (common && common.score >= SEVERAL) return common.calls;
  const near = strongMatch(capability.name, suggestions)?.capability;
  if (near?.holder && near.family === capability.family)
    return { title: near.holder, kind: kindOf(near.family) };
  return common?.calls ?? null;
}

/** "Order the vaccines": what is done tells more than the trade's word for what it is done to. */
function isToldByVerb(own: Called<string>, common: Called<CommonTitle>): boolean {
  const isFirst = common.at === 0 && common.calls.kind !== 'craft';
  const isVerb = isFirst && (common.score > common.stems.length || common.stems.length >= SEVERAL);
  return isVerb && own.at > 0 && own.stems.length === 1;
}

/** "SMT operation" is done by an SMT Operator. */
function withAcronyms(title: string | null, skill: string): string | null {
  const acronyms = new Set(skill.match(/\b\p{Lu}{2,}\b/gu));
  const words = title
    ?.split(' ')
    .map((word) => (acronyms.has(word.toUpperCase()) ? word.toUpperCase() : word));
  return words?.join(' ') ?? null;
}

/** "Web Developer" and "Software Developer". */
function isOfOneKind(one: string, other: string): boolean {
  return one.split(' ').at(-1) === other.split(' ').at(-1);
}

function kindOf(family: string | null): TitledDemand['kind'] {
  return KIND_OF_FAMILY.get(family ?? '') ?? 'craft';
}
