import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  BUILT_IN_CATALOGUE,
  acceptDraft,
  foldName,
  planStream,
  readNapkin,
  understandStream,
  type StructureProposal,
} from '../../src/domain/index.js';

/**
 * Small firms, each with what an experienced person of the trade expects, told in the head of its napkin:
 * `# one role: A + B` and `# apart: A | B` (the two steps share a role; no role performs both).
 */
interface Expectation {
  readonly kind: 'one role' | 'apart';
  readonly steps: readonly [string, string];
}

function expectationsOf(text: string): Expectation[] {
  return text.split('\n').flatMap((line): Expectation[] => {
    const match = /^# (one role|apart): (.+?) [+|] (.+)$/.exec(line);
    if (!match) return [];
    const [, kind, first, second] = match;
    return [{ kind: kind === 'apart' ? 'apart' : 'one role', steps: [first ?? '', second ?? ''] }];
  });
}

function propose(text: string): { proposal: StructureProposal; keyOf: Map<string, string> } {
  const draft = readNapkin(text).drafts[0];
  if (!draft) throw new Error('no stream in this napkin');
  const { stream } = acceptDraft(draft);
  const plan = planStream(understandStream(stream, BUILT_IN_CATALOGUE));
  if (!plan.structure) throw new Error(`no structure: ${JSON.stringify(plan.suggested)}`);
  return {
    proposal: plan.structure,
    keyOf: new Map(stream.steps.map((step) => [foldName(step.name), step.key])),
  };
}

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.napkin'));

describe('the roles of small firms are what people of the trade expect', () => {
  it('covers a dozen trades', () => {
    expect(files.length).toBeGreaterThanOrEqual(12);
  });
  for (const file of files) {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const { proposal, keyOf } = propose(text);
    for (const { kind, steps } of expectationsOf(text)) {
      it(`${file}: ${steps.join(kind === 'apart' ? ' never with ' : ' together with ')}`, () => {
        const [first, second] = steps.map((name) => keyOf.get(foldName(name)));
        if (!first || !second) throw new Error(`no such step: ${steps.join(', ')}`);
        const shared = proposal.roles.filter((role) => {
          const held: readonly string[] = role.steps;
          return held.includes(first) && held.includes(second);
        });
        expect(shared.length > 0).toBe(kind === 'one role');
      });
    }
  }
});
