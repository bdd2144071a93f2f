import type { Solving } from '../../domain/index.js';
import type { DesignKind, Designer, Designers, RunningDesign } from '../ports/index.js';
import { answerDesign } from './answer-design.js';

/** Designs made here and now, so that nothing else is done meanwhile: for small streams, and where there is no other thread. */
export function designHere(solver: Solving['solver']): Designer {
  return {
    design: (question, tell) => {
      const watch = tell ? { tell, isEnough: () => false } : null;
      return settled(() => answerDesign(question, solver, watch));
    },
  };
}

/** Makes everything here. */
export function designersHere(solver: Solving['solver']): Designers {
  const here = designHere(solver);
  return { atOnce: here, inTurn: here };
}

function settled<K extends DesignKind>(make: () => Awaited<RunningDesign<K>['designed']>): RunningDesign<K> {
  return { designed: Promise.resolve().then(make), enough: () => undefined };
}
