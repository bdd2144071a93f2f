import type { Parts } from '../parts.js';
import type { PlannedStream } from '../planned-stream.js';
import type { AuditAct, AuditVerdict, Events } from '../ports/index.js';
import { follow, type Following } from './follow.js';

/** What the gate said, or what became of what it had said; and the stream as it stands since. */
export interface ToldVerdicts {
  readonly act: AuditAct;
  readonly verdicts: readonly AuditVerdict[];
  readonly planned: PlannedStream;
}

type WatchParts = Pick<Parts, 'unitOfWork' | 'planner'> & { readonly events: Events };

/** Follows what happens to a stream; a Fault NOT_FOUND where there is none of that key. */
export function watchStream({ unitOfWork, planner, events }: WatchParts) {
  const read = (key: string): Promise<PlannedStream> =>
    unitOfWork.read((store) => planner.required(store, key));
  return {
    /** The stream as it stands after each change of its napkin; whoever is slow is told the latest only. */
    async revisions(key: string): Promise<Following<PlannedStream>> {
      const { stored } = await read(key);
      const revised = follow(events, {
        pick: (one) => (one.kind === 'REVISED' && one.streamId === stored.id ? one : null),
        latest: true,
      });
      return mapped(revised, () => read(key));
    },
    /** Every verdict from now on. */
    async verdicts(key: string): Promise<Following<ToldVerdicts>> {
      const { stored } = await read(key);
      const given = follow(events, {
        pick: (one) => (one.kind === 'VERDICTS' && one.streamId === stored.id ? one : null),
        latest: false,
      });
      return mapped(given, async ({ act, verdicts }) => ({
        act,
        verdicts: await verdicts(),
        planned: await read(key),
      }));
    },
  };
}

/** The same, each turned into something else when it is asked for. */
function mapped<A, B>(following: Following<A>, into: (one: A) => Promise<B>): Following<B> {
  const turned = async (asked: Promise<IteratorResult<A>>): Promise<IteratorResult<B>> => {
    const next = await asked;
    return next.done === true
      ? { done: true, value: undefined }
      : { done: false, value: await into(next.value) };
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => turned(following.next()),
    return: () => turned(following.return?.() ?? Promise.resolve({ done: true, value: undefined })),
    throw: (why) =>
      turned(following.throw?.(why) ?? Promise.reject(why instanceof Error ? why : new Error(String(why)))),
  };
}
