import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { rememberedDocuments } from '../../../src/adapters/graphql/remembered-documents.js';

const TEN = '{ aaaaaa }';

/** Which of these are remembered, without being asked for. */
async function remembered(
  store: ReturnType<typeof rememberedDocuments>,
  keys: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const key of keys) if (await store.get(key)) found.push(key);
  return found;
}

describe('documents that are remembered', () => {
  it('gives back the document that was read', async () => {
    const store = rememberedDocuments();
    const document = parse(TEN);
    await store.set('a', document);
    expect(await store.get('a')).toBe(document);
    expect(await store.get('b')).toBeUndefined();
  });

  it('forgets those that were asked for longest ago where all together are too long', async () => {
    const store = rememberedDocuments(30);
    for (const key of ['a', 'b', 'c']) await store.set(key, parse(TEN));
    await store.get('a');
    await store.set('d', parse(TEN));
    expect(await remembered(store, ['a', 'b', 'c', 'd'])).toEqual(['a', 'c', 'd']);
  });

  it('counts a document once, however often it is told', async () => {
    const store = rememberedDocuments(30);
    await store.set('a', parse(TEN));
    for (let time = 0; time < 5; time += 1) await store.set('b', parse(TEN));
    expect(await remembered(store, ['a', 'b'])).toEqual(['a', 'b']);
  });

  it('does not keep one that is longer than all may be together, and keeps what comes after it', async () => {
    const store = rememberedDocuments(30);
    await store.set('long', parse(`{ ${'a'.repeat(40)} }`));
    await store.set('a', parse(TEN));
    expect(await remembered(store, ['long', 'a'])).toEqual(['a']);
  });

  it('has room again for what was taken out', async () => {
    const store = rememberedDocuments(20);
    await store.set('a', parse(TEN));
    await store.set('b', parse(TEN));
    expect(await store.delete('a')).toBe(true);
    await store.set('c', parse(TEN));
    expect(await remembered(store, ['a', 'b', 'c'])).toEqual(['b', 'c']);
  });
});
