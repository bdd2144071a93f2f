import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readNapkin } from '../../../src/domain/napkin/index.js';
import { acceptDraft, type KnownStep } from '../../../src/domain/stream/index.js';

const MAPS = 10_000;
const VERBS = ['Answer', 'Visit', 'Price', 'Order', 'Build', 'Ship'];
const THINGS = ['the call', 'the site', 'the job', 'the parts'];

/** A step as it may stand on a napkin; its name never changes, its marks and its place do. */
interface Sketch {
  readonly name: string;
  readonly marks: string;
}

const marks = fc.subarray(['@Ann', '10m', 'lead 4d', '90%', 'x2', '(value)', '[Mail]', '{pricing 3}'], {
  minLength: 1,
});
const names = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...VERBS), fc.constantFrom(...THINGS)).map((words) => words.join(' ')),
  { minLength: 2, maxLength: 8 },
);

/** Names in two orders, with two sets of marks: an edit that renames nothing. */
const edits = names.chain((all) =>
  fc.record({
    before: fc.tuple(...all.map((name) => marks.map((told) => ({ name, marks: told.join(' ') })))),
    after: fc
      .shuffledSubarray(all, { minLength: 1, maxLength: all.length })
      .chain((kept) =>
        fc.tuple(...kept.map((name) => marks.map((told) => ({ name, marks: told.join(' ') })))),
      ),
    fresh: fc.boolean(),
    loud: fc.boolean(),
  }),
);

function textOf(steps: readonly Sketch[]): string {
  return ['stream Try', ...steps.map((step) => `${step.name} ${step.marks}`)].join('\n');
}

function known(text: string, before: readonly KnownStep[] = []): readonly KnownStep[] {
  const [draft] = readNapkin(text).drafts;
  if (!draft) throw new Error('the napkin holds no stream');
  return acceptDraft(draft, { known: before }).stream.steps.map(({ key, name }) => ({ key, name }));
}

function keysByName(steps: readonly KnownStep[]): ReadonlyMap<string, string> {
  return new Map(steps.map(({ key, name }) => [name.toLowerCase(), key]));
}

describe('the key of a step', () => {
  it('outlives every edit that does not rename it: moved, other numbers, other steps gone or new', () => {
    fc.assert(
      fc.property(edits, ({ before, after, fresh, loud }) => {
        const first = known(textOf(before));
        const shown = after.map((step) => (loud ? { ...step, name: step.name.toUpperCase() } : step));
        const redrawn = fresh ? [{ name: 'Wave goodbye', marks: '5m' }, ...shown] : shown;
        const keys = keysByName(known(textOf(redrawn), first));
        const old = keysByName(first);
        for (const { name } of after) expect(keys.get(name.toLowerCase())).toBe(old.get(name.toLowerCase()));
      }),
      { numRuns: MAPS },
    );
  });

  it('outlives a renaming that says so, and the taking away of what said so', () => {
    fc.assert(
      fc.property(edits, fc.nat(7), ({ before }, at) => {
        const first = known(textOf(before));
        const old = before[at % before.length];
        if (!old) return;
        const renamed = before.map((step) =>
          step === old ? { name: 'Do it another way', marks: `${step.marks} was: "${step.name}"` } : step,
        );
        const second = known(textOf(renamed), first);
        const third = known(textOf(renamed.map((step) => ({ ...step, marks: '1h' }))), second);
        expect(third.map(({ key }) => key)).toEqual(first.map(({ key }) => key));
      }),
      { numRuns: 2_000 },
    );
  });

  it('belongs to one step alone', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...VERBS, ...THINGS), { minLength: 1, maxLength: 9 }), (all) => {
        const steps = known(textOf(all.map((name) => ({ name, marks: '5m' }))));
        expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
      }),
      { numRuns: 2_000 },
    );
  });
});
