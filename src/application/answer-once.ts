import { Fault, type KeptAnswer } from './ports/index.js';
import type { Parts } from './parts.js';

/** How long an answer is given again to whoever asks the same under the same key, in milliseconds. */
const KEPT_FOR = 24 * 60 * 60 * 1000;

/** An answer, and whether it is worth keeping: what changed nothing may as well be asked anew. */
export interface Produced {
  readonly answer: KeptAnswer;
  readonly keep: boolean;
  /** What is kept of it, where that is less: a secret is told once. */
  readonly kept?: KeptAnswer;
}

/**
 * ANSWERED: now, or replayed from before. OTHER_REQUEST: the key stands for another request. TAKEN_BACK: nothing of what
 * the answer says was stored.
 */
export type AnsweredOnce =
  | { readonly kind: 'ANSWERED'; readonly answer: KeptAnswer; readonly replayed: boolean }
  | { readonly kind: 'OTHER_REQUEST' }
  | { readonly kind: 'TAKEN_BACK'; readonly answer: KeptAnswer };

/** Whoever asked is asked only once: an answer that was lost against another cannot be produced a second time. */
class CannotBeginAgain extends Error {}

/**
 * Answers the request of a key once: its effects and its answer are kept in one unit of work, and the answer is given again
 * for 24 hours. request is a fingerprint of what was asked. A Fault UNAVAILABLE where the database could not keep it.
 */
export function answerOnce({ unitOfWork, world }: Pick<Parts, 'unitOfWork' | 'world'>) {
  return async (key: string, request: string, produce: () => Promise<Produced>): Promise<AnsweredOnce> => {
    let produced: Produced | null = null;
    try {
      return await unitOfWork.writeAlone<AnsweredOnce>(async (store) => {
        const now = world.now();
        const since = new Date(Date.parse(now) - KEPT_FOR).toISOString();
        const kept = await store.keptAnswer(key, since);
        if (kept && kept.request !== request) return { kind: 'OTHER_REQUEST' };
        if (kept) return { kind: 'ANSWERED', answer: kept.answer, replayed: true };
        if (produced) throw new CannotBeginAgain();
        produced = await produce();
        if (produced.keep)
          await store.keepAnswer(
            { key, request, keptAt: now, answer: produced.kept ?? produced.answer },
            since,
          );
        return { kind: 'ANSWERED', answer: produced.answer, replayed: false };
      });
    } catch (error) {
      const lost = produced as Produced | null;
      if (lost === null || (error instanceof Fault && error.code === 'UNAVAILABLE')) throw error;
      return { kind: 'TAKEN_BACK', answer: lost.answer };
    }
  };
}
