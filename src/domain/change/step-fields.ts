import { formatNumber, type Quantity, type StepKey } from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import { tellStated } from './tell-head.js';
import { tellShare, tellTime } from './tell-quantity.js';

/** What of a step can be told, set or compared. */
export type StepField = Exclude<keyof Step, 'key' | 'name' | 'position' | 'line'>;

/** What a field rests on: the calendar of its stream, and the names of its steps. */
export interface FieldGround {
  readonly calendar: ValueStream['calendar'];
  readonly nameOf: (step: StepKey) => string;
}

/** The words for the field, and what it says for people; null where nobody has told it. */
export interface FieldKind {
  readonly field: StepField;
  readonly label: string;
  readonly tell: (step: Partial<Step>, ground: FieldGround) => string | null;
}

const FORCES = { SALES: 'sales', FULFILMENT: 'fulfilment' } as const;

/** Every field of a step, in the order in which the notation writes them. */
export const STEP_FIELDS: readonly FieldKind[] = [
  { field: 'force', label: 'force', tell: ({ force }) => (force ? FORCES[force] : null) },
  { field: 'performers', label: 'done by', tell: ({ performers }) => list(performers) },
  time('processTime', 'process time'),
  time('leadTime', 'lead time'),
  share('completeAndAccurate', '%C&A'),
  { field: 'people', label: 'people', tell: ({ people }) => (people === undefined ? null : String(people)) },
  { field: 'value', label: 'marked', tell: ({ value }) => value?.toLowerCase() ?? null },
  {
    field: 'outside',
    label: 'done outside',
    tell: ({ outside }) => (outside === undefined ? null : outside ? 'yes' : 'no'),
  },
  time('everySeconds', 'every'),
  share('uptime', 'uptime'),
  time('changeover', 'changeover'),
  { field: 'batch', label: 'batch', tell: ({ batch }) => (batch ? formatNumber(batch) : null) },
  { field: 'systems', label: 'systems', tell: ({ systems }) => list(systems) },
  {
    field: 'capabilities',
    label: 'capabilities',
    tell: ({ capabilities }) => list(capabilities?.map(tellStated)),
  },
  { field: 'asks', label: 'asks', tell: ({ asks }) => list(asks) },
  { field: 'tells', label: 'tells', tell: ({ tells }) => list(tells) },
  { field: 'approves', label: 'approves', tell: ({ approves }, { nameOf }) => list(approves?.map(nameOf)) },
  { field: 'checks', label: 'checks', tell: ({ checks }, { nameOf }) => list(checks?.map(nameOf)) },
  { field: 'serves', label: 'serves', tell: ({ serves }) => list(serves) },
  { field: 'pains', label: 'pains', tell: ({ pains }) => list(pains, '; ') },
];

type QuantityField = {
  [Field in keyof Step]: Step[Field] extends Quantity | null ? Field : never;
}[keyof Step] &
  StepField;

function time(field: QuantityField, label: string): FieldKind {
  return {
    field,
    label,
    tell: (step, { calendar }) => (step[field] ? tellTime(step[field], calendar) : null),
  };
}

function share(field: QuantityField, label: string): FieldKind {
  return { field, label, tell: (step) => (step[field] ? tellShare(step[field]) : null) };
}

function list(words: readonly string[] | undefined, between = ', '): string | null {
  return words && words.length > 0 ? words.join(between) : null;
}
