import type { DesignKind, Designer, DesignQuestion, ToldStream } from '../ports/index.js';

/** Steps up to which a design is made within some tenths of a second, by what is asked. */
const SMALL: Readonly<Record<DesignKind, number>> = {
  PLAN: 40,
  STRUCTURE: 40,
  ALTERNATIVES: 24,
  GROWTH: 24,
  SENSITIVITY: 12,
  COMPANY: 24,
};
const SMALL_BUT_THOROUGH = 12;

/** What the size of a design goes by. */
interface Sized extends Pick<DesignQuestion, 'kind' | 'effort'> {
  readonly stream: Pick<ToldStream, 'steps'>;
  readonly others?: readonly ToldStream[];
}

/** true where a design is so small that sending it elsewhere would take longer: by size, never by the clock. */
export function isSmall({ kind, effort, stream, others = [] }: Sized): boolean {
  const steps = [stream, ...others].reduce((sum, told) => sum + told.steps, 0);
  return steps <= (effort === 'THOROUGH' ? Math.min(SMALL_BUT_THOROUGH, SMALL[kind]) : SMALL[kind]);
}

/** Small designs are made here, all others elsewhere. */
export function designerBySize(here: Designer, elsewhere: Designer): Designer {
  return {
    design: (question, tell) => (isSmall(question) ? here : elsewhere).design(question, tell),
  };
}
