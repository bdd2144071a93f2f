import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkReferences } from '../../../src/adapters/workspace-folder/check-references.js';
import type { KeptRevision, StreamContent } from '../../../src/application/index.js';
import {
  acceptDraft,
  printNapkin,
  readNapkin,
  type KnownStep,
  type StreamKey,
} from '../../../src/domain/index.js';
import { anyNapkin } from '../../support/any-napkin.js';

const KEY = 'any' as StreamKey;
const AT = '2025-03-01T08:00:00.000Z';

/** A stream drawn from these texts one after the other, as the program keeps it; null where one of them has errors. */
function drawn(texts: readonly string[]): StreamContent | null {
  const known = new Map<string, KnownStep>();
  const revisions: KeptRevision[] = [];
  for (const text of texts) {
    const { drafts, problems } = readNapkin(text);
    const [draft] = drafts;
    if (!draft || drafts.length > 1) return null;
    const accepted = acceptDraft(draft, { key: KEY, known: [...known.values()] });
    if ([...problems, ...accepted.problems].some(({ severity }) => severity === 'ERROR')) return null;
    const { name } = accepted.stream;
    const steps = accepted.stream.steps.map((step) => ({ key: step.key, name: step.name }));
    for (const step of steps) known.set(step.key, step);
    revisions.push({
      name,
      revision: revisions.length + 1,
      napkin: printNapkin([draft]),
      drawnAt: AT,
      steps,
    });
  }
  const none = { structures: [], assignments: [], refusals: [], standing: [], overrides: [] };
  return { id: 'id', key: KEY, revisions, ...none, staffing: [], refusedStaffing: [] };
}

describe('what was drawn', () => {
  it('fits together when it comes back, whatever it says and whatever was drawn before', () => {
    let held = 0;
    fc.assert(
      fc.property(fc.array(anyNapkin, { minLength: 1, maxLength: 3 }), (texts) => {
        const stream = drawn(texts);
        if (!stream) return;
        held += 1;
        expect(() => checkReferences(stream, 'any')).not.toThrow();
      }),
      { numRuns: 300 },
    );
    expect(held).toBeGreaterThan(15);
  });

  it('fits together where it is one of the samples', () => {
    const samples = readdirSync('seeds').filter((name) => name.endsWith('.napkin'));
    const streams = samples.map((name) => drawn([readFileSync(`seeds/${name}`, 'utf8')]));
    const whole = streams.filter((stream) => stream !== null);
    expect(whole.length).toBeGreaterThan(2);
    for (const stream of whole) expect(() => checkReferences(stream, 'any')).not.toThrow();
  });
});
