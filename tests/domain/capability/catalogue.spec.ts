import { describe, expect, it } from '@jest/globals';
import {
  BUILT_IN_CATALOGUE,
  familiesGoTogether,
  findCapability,
  withLearned,
} from '../../../src/domain/capability/index.js';
import { foldName, type CapabilityKey } from '../../../src/domain/shared/index.js';

const { entries, families } = BUILT_IN_CATALOGUE;
const together = (a: string, b: string): boolean => familiesGoTogether(BUILT_IN_CATALOGUE, a, b);

describe('the built-in catalogue', () => {
  it('has 60 to 100 capabilities, each with a holder and three other words or more', () => {
    expect(entries.length).toBeGreaterThanOrEqual(60);
    expect(entries.length).toBeLessThanOrEqual(100);
    for (const { holder, aliases, related } of entries) {
      expect(holder).not.toBe('');
      expect(aliases.length + related.length).toBeGreaterThanOrEqual(3);
    }
  });

  it('gives no name and no alias to two capabilities', () => {
    const owners = new Map<string, string>();
    for (const { key, name, aliases } of entries) {
      for (const text of [name, ...aliases])
        expect([text, owners.get(foldName(text)) ?? key]).toEqual([text, key]);
      for (const text of [name, ...aliases]) owners.set(foldName(text), key);
    }
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
  });

  it('has no related word that is the name of another capability', () => {
    const names = new Set(entries.flatMap(({ name, aliases }) => [name, ...aliases]).map(foldName));
    const related = entries.flatMap((entry) => entry.related).map(foldName);
    expect(related.filter((word) => names.has(word))).toEqual([]);
    expect(new Set(related).size).toBe(related.length);
  });

  it('puts every capability into a family that it has, and tells going together on both sides', () => {
    const keys = new Set(families.map(({ key }) => key));
    for (const { family } of entries) expect(keys).toContain(family);
    for (const { key, goesWith } of families) {
      for (const other of goesWith)
        expect(families.find((family) => family.key === other)?.goesWith).toContain(key);
    }
  });

  it('lets one office person hold contact, planning, purchasing and money', () => {
    expect(together('office', 'money')).toBe(true);
    expect(together('office', 'planning')).toBe(true);
    expect(together('planning', 'money')).toBe(true);
  });

  it('keeps kitchens from money and offices, and medicine from all else', () => {
    expect(together('kitchen', 'money')).toBe(false);
    expect(together('kitchen', 'office')).toBe(false);
    for (const { key } of families) expect(together('medicine', key)).toBe(key === 'medicine');
  });
});

describe('who can do the one', () => {
  const keyOf = (text: string): string => {
    const licence = text.endsWith(' (licence)');
    return findCapability(BUILT_IN_CATALOGUE, text.replace(' (licence)', ''), licence).key;
  };

  it.each([
    ['panel cutting', 'welding'],
    ['tiling (licence)', 'roofing (licence)'],
    ['unblock the drain (licence)', 'gas fitting (licence)'],
    ['plumbing (licence)', 'gas fitting (licence)'],
    ['wiring (licence)', 'electrical work (licence)'],
    ['manicure', 'hairdressing'],
    ['handover', 'kitchen fitting'],
    ['claims handling', 'complaint handling'],
    ['margin control', 'approval'],
    ['credit control', 'approval'],
    ['joinery', 'cabinet making'],
    ['demolition', 'bricklaying'],
    ['physiotherapy', 'massage'],
    ['data migration', 'customer training'],
    ['product demonstration', 'selling'],
    ['photography', 'video production'],
    ['release management', 'devops'],
    ['leadership', 'contract review'],
  ])('cannot for that do the other: %s, %s', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  it.each([
    ['billing', 'invoicing'],
    ['book-keeping', 'bookkeeping'],
    ['Cabinetmaking', 'cabinet making'],
    ['procurement', 'purchasing'],
    ['hiring', 'recruiting'],
    ['coding', 'programming'],
    ['system administration', 'system operations'],
    ['dentistry (licence)', 'dental treatment'],
    ['cabinet-making (licence)', 'cabinet making'],
  ])('can do the other: %s, %s', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  it('tells the family of a narrower word all the same', () => {
    expect(findCapability(BUILT_IN_CATALOGUE, 'gas fitting', true)).toMatchObject({
      key: 'gas-fitting',
      family: 'plumbing',
    });
  });
});

describe('finding a capability', () => {
  it('knows it by name and by alias, whatever the case', () => {
    expect(findCapability(BUILT_IN_CATALOGUE, 'ESTIMATING').holder).toBe('Estimator');
    expect(findCapability(BUILT_IN_CATALOGUE, 'invoicing').key).toBe('billing');
  });

  it('takes an unknown name for a capability of its own, of no known family', () => {
    expect(findCapability(BUILT_IN_CATALOGUE, 'llama whispering')).toEqual({
      key: 'llama-whispering',
      name: 'llama whispering',
      family: null,
      holder: null,
      licence: false,
    });
  });

  it('keeps a licence that a step asks for, and one that the catalogue knows of', () => {
    expect(findCapability(BUILT_IN_CATALOGUE, 'driving', true).licence).toBe(true);
    expect(findCapability(BUILT_IN_CATALOGUE, 'driving').licence).toBe(false);
    expect(findCapability(BUILT_IN_CATALOGUE, 'surgery').licence).toBe(true);
  });

  it('learns the names that people confirm, and leaves the catalogue itself as it was', () => {
    const learned = withLearned(
      BUILT_IN_CATALOGUE,
      new Map([['Talk to the Llama', 'customer-contact' as CapabilityKey]]),
    );
    expect(findCapability(learned, 'talk to the llama').key).toBe('customer-contact');
    expect(BUILT_IN_CATALOGUE.learned.size).toBe(0);
  });

  it('lets no learned name take the place of one that the catalogue has', () => {
    const learned = withLearned(BUILT_IN_CATALOGUE, new Map([['invoicing', 'cooking' as CapabilityKey]]));
    expect(findCapability(learned, 'invoicing').key).toBe('billing');
  });

  it('learns nothing for a capability that it does not have', () => {
    const learned = withLearned(BUILT_IN_CATALOGUE, new Map([['x', 'no-such-thing' as CapabilityKey]]));
    expect(learned.learned.size).toBe(0);
  });
});
