import type { Quantity } from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import type { MoveVerdict } from './measure-move.js';
import { isEitherWay, isSame } from './tell-driver.js';
import { STEP_FIELDS, type FieldGround, type StepField } from './step-fields.js';
import type { FieldChange } from './stream-comparison.js';
import { CALENDAR_FIELDS } from './tell-head.js';
import { tellCount } from './tell-quantity.js';

/** Whether a number is better now, worse, known by now, or known no longer. */
export function verdictOnNumber(
  better: 'LESS' | 'MORE' | 'NEITHER',
  before: Quantity | null,
  after: Quantity | null,
): MoveVerdict | null {
  if (!before || !after) return before === after ? null : before ? 'NO_LONGER_KNOWN' : 'NOW_KNOWN';
  if (isSame(before.likely, after.likely)) return 'SAME';
  if (better === 'NEITHER' || isEitherWay(before, after)) return 'MOVED';
  return after.likely < before.likely === (better === 'LESS') ? 'BETTER' : 'WORSE';
}

/** The numbers of a step that are better or worse as such. */
const DIRECTIONS: Partial<Record<StepField, 'LESS' | 'MORE'>> = {
  processTime: 'LESS',
  leadTime: 'LESS',
  completeAndAccurate: 'MORE',
  uptime: 'MORE',
  changeover: 'LESS',
};

/** What is told otherwise of a step. */
export function changedFields(
  before: Step,
  after: Step,
  grounds: { readonly before: FieldGround; readonly after: FieldGround },
): readonly FieldChange[] {
  return STEP_FIELDS.flatMap(({ field, label, tell }) => {
    const [was, is] = [tell(before, grounds.before), tell(after, grounds.after)];
    if (was === is) return [];
    const better = DIRECTIONS[field];
    const verdict = better ? verdictOnNumber(better, quantity(before, field), quantity(after, field)) : null;
    return [{ label, before: was, after: is, verdict }];
  });
}

function quantity(step: Step, field: StepField): Quantity | null {
  const value = step[field];
  return typeof value === 'object' && value !== null && 'likely' in value ? value : null;
}

/** What is told otherwise of the stream as a whole. */
export function changedHeads(before: ValueStream, after: ValueStream): readonly FieldChange[] {
  const head = (label: string, tell: (stream: ValueStream) => string | null): readonly FieldChange[] => {
    const [was, is] = [tell(before), tell(after)];
    return was === is ? [] : [{ label, before: was, after: is, verdict: null }];
  };
  return [
    ...head('name', ({ name }) => name),
    ...head('customer', ({ customer }) => customer),
    ...head('supplier', ({ supplier }) => supplier),
    ...head('owner', ({ owner }) => owner),
    ...head('owner of sales', ({ forceOwners }) => forceOwners.SALES),
    ...head('owner of fulfilment', ({ forceOwners }) => forceOwners.FULFILMENT),
    ...head('demand', ({ demandPerWeek }) => (demandPerWeek ? `${tellCount(demandPerWeek)} a week` : null)),
    ...head('owners of stages', tellStages),
    ...head('compensating controls', tellControls),
    ...head('obligations', tellObligations),
    ...CALENDAR_FIELDS.flatMap(({ label, tell }) => head(label, ({ calendar }) => tell(calendar))),
  ];
}

function tellStages({ stageOwners = [] }: ValueStream): string | null {
  const told = stageOwners.map(({ owner, steps }) => `${owner} (${steps.join(', ')})`);
  return told.length === 0 ? null : told.join('; ');
}

function tellControls({ compensations = [] }: ValueStream): string | null {
  const told = compensations.map(({ steps, control }) => `${steps.join(', ')} "${control}"`);
  return told.length === 0 ? null : told.join('; ');
}

function tellObligations({ obligations = [] }: ValueStream): string | null {
  const told = obligations.map(({ name, source }) => `${name} "${source}"`);
  return told.length === 0 ? null : told.join('; ');
}
