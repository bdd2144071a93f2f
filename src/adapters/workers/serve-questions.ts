import type { MessagePort } from 'node:worker_threads';
import { Fault, type Designed, type DesignQuestion } from '../../application/index.js';
import type { Watch } from '../../domain/index.js';
import type { AskedQuestion, WorkerAnswer } from './messages.js';

/** Answers the questions that come in, one after the other, for as long as the thread lives. */
export function serveQuestions(
  port: MessagePort,
  answer: (question: DesignQuestion, watch: Watch) => Designed,
): void {
  const say = (told: WorkerAnswer): void => port.postMessage(told);
  port.on('message', ({ question, enough }: AskedQuestion) => {
    const watch: Watch = {
      tell: (news) => say({ kind: 'NEWS', news }),
      isEnough: () => Atomics.load(enough, 0) === 1,
    };
    watch.tell({ part: '', stage: 'reading and measuring the stream', goals: [], work: 0 });
    try {
      say({ kind: 'DONE', designed: answer(question, watch) });
    } catch (error) {
      const { message, stack = null } = error instanceof Error ? error : new Error(String(error));
      say({ kind: 'FAILED', message, stack, code: error instanceof Fault ? error.code : null });
    }
  });
}
