import fc from 'fast-check';
import type {
  DraftBranch,
  DraftCapability,
  DraftDuration,
  DraftLine,
  DraftLineBody,
  DraftNumber,
  DraftReference,
  DraftStep,
  DurationUnit,
  Passing,
  StreamDraft,
} from '../../../src/domain/stream/index.js';
import { foldName } from '../../../src/domain/shared/index.js';
import { NAME } from './name-arbitrary.js';

const PLAIN = fc.constantFrom('Visit site', 'Price the job', 'Order materials', 'Plan the crew', 'Invoice');
const at = null;
const reference: fc.Arbitrary<DraftReference> = NAME.map((name) => ({ name, at }));
const references = fc.array(reference, { maxLength: 2 });

const amount = fc.oneof(
  fc.integer({ min: 0, max: 999 }),
  fc.integer({ min: 1, max: 99_999 }).map((n) => n / 100),
);
const UNITS: readonly DurationUnit[] = ['month', 'w', 'cd', 'd', 'h', 'min', 's'];
const terms = fc
  .subarray([...UNITS], { minLength: 1, maxLength: 3 })
  .chain((units) => fc.tuple(...units.map((unit) => amount.map((value) => ({ amount: value, unit })))));

/** A duration; the ends of a range are in one unit and in order. */
export const DURATION: fc.Arbitrary<DraftDuration> = fc.oneof(
  fc.record({ low: terms, high: fc.constant(null), guess: fc.boolean(), at: fc.constant(at) }),
  fc.tuple(amount, amount, fc.constantFrom(...UNITS), fc.boolean()).map(([a, b, unit, guess]) => ({
    low: [{ amount: Math.min(a, b), unit }],
    high: [{ amount: Math.max(a, b), unit }],
    guess,
    at,
  })),
);

const asNumber = (whole: number, divisor: number) => whole / divisor;
function number(scale: number): fc.Arbitrary<DraftNumber> {
  return fc
    .tuple(fc.integer({ min: 0, max: 1000 }), fc.option(fc.integer({ min: 0, max: 1000 })), fc.boolean())
    .map(([a, b, guess]) => {
      const [low, high] = b === null ? [a, null] : [Math.min(a, b), Math.max(a, b)];
      const scaled = (value: number) => asNumber(value / 10, scale);
      return { low: scaled(low), high: high === null ? null : scaled(high), guess, at };
    });
}
const share = number(100);
const count = number(1).filter(
  ({ low, high }) => ![low, high].some((value) => value !== null && value >= 1e6),
);

const capability: fc.Arbitrary<DraftCapability> = fc.record({
  name: NAME,
  level: fc.option(fc.integer({ min: 1, max: 5 })),
  licence: fc.boolean(),
  at: fc.constant(at),
});
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 3 });

const unserving: fc.Arbitrary<DraftStep> = fc.record({
  name: fc.oneof(NAME, PLAIN),
  at: fc.constant(at),
  sometimes: fc.option(share, { freq: 8 }),
  performers: references,
  performerUnknown: fc.boolean(),
  processTime: maybe(DURATION),
  leadTime: maybe(DURATION),
  completeAndAccurate: maybe(share),
  people: maybe(fc.integer({ min: 1, max: 9 })),
  value: maybe(fc.constantFrom('VALUE' as const, 'NECESSARY' as const, 'WASTE' as const)),
  outside: fc.boolean(),
  every: maybe(DURATION),
  uptime: maybe(share),
  changeover: maybe(DURATION),
  batch: maybe(fc.integer({ min: 1, max: 500 })),
  systems: fc.array(NAME, { maxLength: 2 }),
  capabilities: fc.array(capability, { maxLength: 2 }),
  asks: references,
  tells: references,
  approves: references,
  checks: references,
  pain: maybe(NAME),
  was: maybe(NAME),
});
const step: fc.Arbitrary<DraftStep> = fc
  .tuple(unserving, references)
  .map(([one, serves]) => (serves.length === 0 ? one : { ...one, serves }));

const passing: fc.Arbitrary<Passing> = fc.oneof(
  fc.constant({ kind: 'PUSH' as const }),
  fc.constant({ kind: 'PULL' as const }),
  fc.option(fc.integer({ min: 1, max: 99 })).map((limit) => ({ kind: 'FIFO' as const, limit })),
);

const flowing = {
  step: step.map((one): DraftLineBody => ({ kind: 'step', step: one })),
  wait: fc
    .tuple(DURATION, maybe(NAME), passing)
    .map(([time, why, how]): DraftLineBody => ({ kind: 'wait', time, why, passing: how })),
  stock: fc
    .tuple(count, maybe(NAME), passing)
    .map(([units, why, how]): DraftLineBody => ({ kind: 'stock', units, why, passing: how })),
};

const attached: fc.Arbitrary<DraftLineBody> = fc.oneof(
  NAME.map((text): DraftLineBody => ({ kind: 'comment', text })),
  NAME.map((text): DraftLineBody => ({ kind: 'note', text })),
  NAME.map((text): DraftLineBody => ({ kind: 'pain', text })),
  share.map((one): DraftLineBody => ({ kind: 'lost', share: one })),
  fc
    .tuple(reference, maybe(share), maybe(DURATION))
    .map(([to, one, time]): DraftLineBody => ({ kind: 'back', to, share: one, time })),
  fc
    .constantFrom('SALES' as const, 'FULFILMENT' as const)
    .map((force): DraftLineBody => ({ kind: 'force', force })),
  fc
    .array(reference, { minLength: 1, maxLength: 3 })
    .map((steps): DraftLineBody => ({ kind: 'apart', steps })),
  fc
    .array(reference, { minLength: 1, maxLength: 3 })
    .map((steps): DraftLineBody => ({ kind: 'together', steps })),
  fc
    .tuple(fc.array(reference, { minLength: 1, maxLength: 3 }), NAME)
    .map(([steps, control]): DraftLineBody => ({ kind: 'compensated', steps, control })),
  fc.tuple(NAME, NAME).map(([name, source]): DraftLineBody => ({ kind: 'obligation', name, source })),
  fc
    .tuple(fc.array(reference, { minLength: 1, maxLength: 3 }), NAME)
    .map(([steps, name]): DraftLineBody => ({ kind: 'stageOwner', steps, name })),
);

const header: fc.Arbitrary<DraftLineBody> = fc.oneof(
  fc
    .tuple(fc.constantFrom('customer' as const, 'supplier' as const, 'owner' as const), NAME)
    .map(([party, name]): DraftLineBody => ({ kind: 'party', party, name })),
  fc
    .tuple(
      count,
      fc.constantFrom('h' as const, 'day' as const, 'week' as const, 'month' as const, 'year' as const),
    )
    .map(([one, per]): DraftLineBody => ({ kind: 'demand', amount: one, per })),
  fc
    .tuple(
      fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const, 'people' as const),
      DURATION,
    )
    .map(([field, duration]): DraftLineBody => ({ kind: 'calendar', field, duration })),
  fc
    .tuple(NAME, maybe(DURATION), fc.array(capability, { maxLength: 2 }))
    .map(([name, hours, capabilities]): DraftLineBody => ({ kind: 'person', name, hours, capabilities })),
);

function line(body: fc.Arbitrary<DraftLineBody>): fc.Arbitrary<DraftLine> {
  return fc
    .tuple(body, fc.option(NAME, { freq: 5 }))
    .map(([one, comment]): DraftLine => ({ at, comment: one.kind === 'comment' ? null : comment, ...one }));
}

const after = fc
  .array(reference, { minLength: 1, maxLength: 2 })
  .map((steps): DraftLineBody => ({ kind: 'after', steps }));

function lines(depth: number): fc.Arbitrary<DraftLine[]> {
  const options: fc.Arbitrary<DraftLine[]>[] = [
    line(flowing.step).map((one) => [one]),
    line(flowing.wait).map((one) => [one]),
    line(flowing.stock).map((one) => [one]),
    line(attached).map((one) => [one]),
    fc.tuple(line(after), line(flowing.step)).map(([a, b]) => [a, b]),
  ];
  if (depth > 0) options.push(block(depth).map((one) => [one]));
  return fc.array(fc.oneof(...options), { maxLength: 4 }).map((parts) => parts.flat());
}

function block(depth: number): fc.Arbitrary<DraftLine> {
  const opening = depth > 1 ? fc.oneof(line(flowing.step), block(depth - 1)) : line(flowing.step);
  const branch = fc.tuple(fc.option(share), opening, lines(depth - 1));
  return fc
    .tuple(
      fc.constantFrom('meanwhile' as const, 'either' as const),
      fc.array(branch, { maxLength: 3 }),
      fc.array(line(attached), { maxLength: 1 }),
    )
    .map(([kind, parts, head]): DraftLine => {
      const branches = parts.map(([one, first, rest]): DraftBranch => ({
        share: kind === 'either' ? one : null,
        lines: [first, ...rest],
      }));
      return { at, comment: null, kind, head, branches, closed: true };
    });
}

/** Drafts as reading makes them: no header twice, no two people of one name. */
export const DRAFT: fc.Arbitrary<StreamDraft> = fc
  .tuple(NAME, fc.array(line(header), { maxLength: 4 }), lines(2), line(flowing.step))
  .map(([name, headers, body, last]) => ({ name, at, lines: [...headers.filter(isFirst), ...body, last] }));

function isFirst(one: DraftLine, index: number, all: readonly DraftLine[]): boolean {
  return all.findIndex((other) => headerKey(other) === headerKey(one)) === index;
}

function headerKey(one: DraftLine): string {
  switch (one.kind) {
    case 'party':
      return one.party;
    case 'calendar':
      return one.field;
    case 'person':
      return `person ${foldName(one.name)}`;
    default:
      return one.kind;
  }
}
