import { foldName, type StepKey } from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import { typeBack } from './type-back.js';
import type { WalkAsk } from './walk-ask.js';
import type { WalkPage, WalkStop } from './walk-sheet.js';

/** Who the pages without a name are for. */
export const WALK_LEADER = 'Whoever leads the walk';

interface Draft {
  readonly person: string;
  readonly kind: WalkPage['kind'];
  readonly asks: WalkAsk[];
}

/**
 * The questions on the pages of those who can answer them. What nobody in particular can answer goes to the owner of
 * the force, else of the stream, else to whoever leads the walk. Performers come in the order of the stream.
 */
export function openPages(
  stream: ValueStream,
  asks: readonly WalkAsk[],
  isStarred: (ask: WalkAsk) => boolean,
  lineAt: (line: number) => string | null,
): readonly WalkPage[] {
  const drafts = new Map<string, Draft>();
  const pageOf = (person: string, kind: WalkPage['kind']): Draft => {
    const folded = foldName(person);
    const page = drafts.get(folded) ?? { person, kind, asks: [] };
    drafts.set(folded, page);
    return page;
  };
  for (const step of stream.steps)
    if (!step.outside) for (const name of step.performers) pageOf(name, 'PERFORMER');
  for (const ask of asks) {
    const names = distinct(ask.people);
    const owner = (ask.force && stream.forceOwners[ask.force]) ?? stream.owner;
    if (names.length > 0) for (const name of names) pageOf(name, 'PERFORMER').asks.push(ask);
    else if (owner !== null) pageOf(owner, 'OWNER').asks.push(ask);
    else pageOf(WALK_LEADER, 'LEADER').asks.push(ask);
  }
  const steps = new Map(stream.steps.map((step) => [step.key, step]));
  const done = [...drafts.values()].filter(({ asks: open }) => open.length > 0);
  return done.map((draft) => closePage(draft, stream, steps, isStarred, lineAt));
}

function closePage(
  { person, kind, asks }: Draft,
  stream: ValueStream,
  steps: ReadonlyMap<StepKey, Step>,
  isStarred: (ask: WalkAsk) => boolean,
  lineAt: (line: number) => string | null,
): WalkPage {
  const byStop = new Map<StepKey | null, WalkAsk[]>();
  for (const ask of asks) {
    const stop = byStop.get(ask.stop);
    if (stop) stop.push(ask);
    else byStop.set(ask.stop, [ask]);
  }
  const stops = [...byStop].map(([key, atStop]): WalkStop => {
    const step = (key !== null && steps.get(key)) || null;
    return {
      step: key,
      name: step?.name ?? 'The stream as a whole',
      position: step?.position ?? null,
      line: step?.line ?? null,
      force: step?.force ?? null,
      questions: atStop.map((ask) => ({ ...ask.question, starred: isStarred(ask) })),
      typeBack: typeBack(
        atStop.map(({ blank }) => blank),
        lineAt,
      ),
    };
  });
  stops.sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  const folded = foldName(person);
  const does = stream.steps.filter(
    ({ outside, performers }) => !outside && performers.some((name) => foldName(name) === folded),
  ).length;
  const starred = asks.filter(isStarred).length;
  return { person, kind, does, questions: asks.length, starred, stops };
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Map(names.map((name) => [foldName(name), name] as const)).values()];
}
