import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { DocumentNode } from 'graphql';

/** Characters of all remembered documents together; read, each takes about a hundred times as many bytes. */
const MOST_CHARACTERS = 250_000;

type DocumentStore = NonNullable<ApolloDriverConfig['documentStore']>;

/** Documents as they were read and found to be right; beyond so many characters those that were asked for longest ago are forgotten. */
export function rememberedDocuments(mostCharacters: number = MOST_CHARACTERS): DocumentStore {
  const documents = new Map<string, DocumentNode>();
  let characters = 0;

  function forget(key: string): boolean {
    const known = documents.get(key);
    if (known) characters -= lengthOf(known);
    return documents.delete(key);
  }

  return {
    get(key) {
      const known = documents.get(key);
      if (known) {
        documents.delete(key);
        documents.set(key, known);
      }
      return Promise.resolve(known);
    },
    set(key, document) {
      forget(key);
      documents.set(key, document);
      characters += lengthOf(document);
      for (const oldest of documents.keys()) {
        if (characters <= mostCharacters) break;
        forget(oldest);
      }
      return Promise.resolve();
    },
    delete: (key) => Promise.resolve(forget(key)),
  };
}

/** One whose text is not told counts as if it were alone. */
function lengthOf({ loc }: DocumentNode): number {
  return loc?.source.body.length ?? MOST_CHARACTERS;
}
