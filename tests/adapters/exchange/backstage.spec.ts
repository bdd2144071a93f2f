import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { entityNames } from '../../../src/adapters/exchange/backstage/entity-names.js';
import { printModel } from '../../../src/adapters/exchange/index.js';
import { planNapkin } from '../../support/planned-napkin.js';

interface Entity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly title: string };
  readonly spec: {
    readonly type: string;
    readonly parent?: string;
    readonly children: readonly string[];
    readonly profile: { readonly displayName: string };
  };
}

/** As the catalogue's own rule has it: letters and digits with `-`, `_` or `.` between them, at most 63 signs. */
const NAME = /^(?=.{1,63}$)[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*$/;

function entitiesOf(text: string): readonly Entity[] {
  return parseAllDocuments(text).map((document) => {
    if ('errors' in document && document.errors.length > 0) throw document.errors[0];
    return document.toJS() as Entity;
  });
}

describe('the organisation as a Backstage catalogue', () => {
  const plan = planNapkin(readFileSync('seeds/software-company.napkin', 'utf8'));
  const entities = entitiesOf(printModel(plan, 'BACKSTAGE'));

  it('has a group for the stream, every team and every role, under names that the catalogue takes', () => {
    const count = 1 + (plan.structure?.teams.length ?? 0) + (plan.structure?.roles.length ?? 0);
    expect(entities).toHaveLength(count);
    for (const { kind, apiVersion, metadata } of entities) {
      expect([kind, apiVersion]).toEqual(['Group', 'backstage.io/v1alpha1']);
      expect(metadata.name).toMatch(NAME);
    }
    expect(new Set(entities.map(({ metadata }) => metadata.name)).size).toBe(count);
  });

  it('tells parents and children so that they agree', () => {
    const byName = new Map(entities.map((entity) => [entity.metadata.name, entity]));
    for (const { metadata, spec } of entities) {
      for (const child of spec.children) expect(byName.get(child)?.spec.parent).toBe(metadata.name);
      if (spec.parent !== undefined) expect(byName.get(spec.parent)?.spec.children).toContain(metadata.name);
    }
  });

  it('keeps titles as they were written, whatever signs are in them', () => {
    const odd =
      'stream "Say: \\"yes\\" # & no"\ncustomer: "a: b"\nsales:\n"Größe – 你好" 5m\nfulfilment:\nDo it 5m';
    const [stream] = entitiesOf(printModel(planNapkin(odd), 'BACKSTAGE'));
    expect(stream?.metadata).toMatchObject({ name: 'say-yes-and-no', title: 'Say: "yes" # & no' });
  });

  it('has names that are taken and differ, whatever the titles are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 90 })), (titles) => {
        const names = entityNames(titles);
        expect(new Set(names).size).toBe(titles.length);
        for (const name of names) expect(name).toMatch(NAME);
      }),
    );
  });
});
