import type { ToldOverride } from '../../../application/index.js';
import { globalId } from '../global-id.js';
import { presentReason } from './present-gate.js';
import type { StepBook } from './step-book.js';

/** An override with what became of it. */
export function presentOverride(book: StepBook, { override, status, now }: ToldOverride) {
  const { id, step, against, ...told } = override;
  return {
    __typename: 'Override',
    ...told,
    id: globalId({ type: 'Override', id }),
    step: { ...book.step(step.key), name: step.name },
    status,
    against: against.map((reason) => presentReason(book, reason)),
    againstNow: now && now.against.map((reason) => presentReason(book, reason)),
  };
}
