import type { OverrideResult, UseCases } from '../../../application/index.js';
import { presentOverride } from './present-override.js';
import { presentStream } from './present-stream.js';
import { stepBookOf } from './step-book.js';

/** What became of a request for an override. */
export function presentOverrideResult(useCases: UseCases, result: OverrideResult) {
  const { planned } = result;
  const valueStream = presentStream(useCases, planned);
  if (result.kind === 'OverrideRefused')
    return { __typename: result.kind, objections: result.objections, valueStream };
  const told = useCases.overrides(planned).find(({ override }) => override.id === result.override.id);
  const override = told ?? { override: result.override, status: 'STANDS' as const, now: null };
  return {
    __typename: 'OverrideStands',
    override: presentOverride(stepBookOf(planned.plan), override),
    valueStream,
  };
}
