import { describe, expect, it } from '@jest/globals';
import { BUILT_IN_CATALOGUE, withLearned } from '../../../src/domain/capability/index.js';
import type { CapabilityKey } from '../../../src/domain/shared/index.js';
import { groundOf, type StepSketch } from '../../support/stream-builder.js';

const demandsOf = (step: StepSketch) => groundOf({ steps: [step] }).demands;

describe('the demands of a step', () => {
  it('are what it states, each with an equal share of its load', () => {
    const demands = demandsOf({
      name: 'Price the job',
      needs: ['estimating', 'quoting', 'negotiation'],
      hours: 9,
    });
    expect(demands.map(({ capability }) => capability.key)).toEqual(['estimating', 'quoting', 'negotiation']);
    expect(demands.map(({ hoursPerWeek }) => hoursPerWeek.value)).toEqual([3, 3, 3]);
    expect(demands.every(({ statedByStep, suggestions }) => statedByStep && suggestions.length === 0)).toBe(
      true,
    );
  });

  it('are one where the same capability is stated under two names', () => {
    expect(demandsOf({ name: 'Bill', needs: ['billing', 'invoicing'] })).toHaveLength(1);
  });

  it('are its own activity where it states nothing, with three suggestions that justify nothing', () => {
    const [demand] = demandsOf({ name: 'Send the invoice', hours: 2 });
    expect(demand?.capability).toMatchObject({ key: 'send-the-invoice', family: 'money', holder: null });
    expect(demand?.statedByStep).toBe(false);
    expect(demand?.suggestions.map(({ capability }) => capability.key)[0]).toBe('billing');
    expect(demand?.suggestions).toHaveLength(3);
  });

  it('have no family where the likeness is weak or two kinds of work are as near', () => {
    expect(demandsOf({ name: 'Talk about the wedding' })[0]?.capability.family).toBeNull();
    expect(demandsOf({ name: 'Deliver the translation' })[0]?.capability.family).toBeNull();
  });

  it('are its own activity still where somebody confirmed the name elsewhere: that is suggested first', () => {
    const catalogue = withLearned(
      BUILT_IN_CATALOGUE,
      new Map([['talk about the wedding', 'lead-qualification' as CapabilityKey]]),
    );
    const [demand] = groundOf({ steps: [{ name: 'Talk about the Wedding' }], catalogue }).demands;
    expect(demand?.capability.key).toBe('talk-about-the-wedding');
    expect(demand?.statedByStep).toBe(false);
    expect(demand?.suggestions[0]).toMatchObject({ capability: { key: 'lead-qualification' }, score: 1 });
  });

  it('are none where the work is done outside', () => {
    expect(demandsOf({ name: 'Issue the permit', outside: true, needs: ['compliance'] })).toEqual([]);
  });

  it('have unknown hours, not none, where the step is unmeasured', () => {
    const [demand] = demandsOf({ name: 'Visit', needs: ['site survey', 'selling'] });
    expect(demand?.hoursPerWeek.value).toBeNull();
    expect(demand?.hoursPerWeek.whyNot).not.toBeNull();
  });
});
