import type { TextEdit, TextPlace } from '../shared/index.js';
import type { DraftLineBody, DraftNumber } from '../stream/index.js';
import type { Span } from './span.js';

/** A line of a draft that is no block. */
export type PlainBody = Exclude<DraftLineBody, { readonly kind: 'meanwhile' | 'either' }>;

export type BlockKind = 'meanwhile' | 'either';

/** What one line of text says, before blocks are put together. */
export type ItemBody =
  | PlainBody
  | { readonly kind: 'stream'; readonly name: string }
  | { readonly kind: 'open'; readonly block: BlockKind }
  | { readonly kind: 'end' }
  /** A share with nothing behind it: a branch in which nothing happens, or whose lines follow. */
  | { readonly kind: 'branch' };

/** One line as read; `span` is all of it without its comment. */
export interface Item {
  readonly span: Span;
  readonly at: TextPlace;
  readonly comment: string | null;
  readonly body: ItemBody;
  /** `then` in front: it continues the branch above it. */
  readonly then: boolean;
  /** The share in front of a branch of an `either`; `null` for `?%:`, undefined where none stands there. */
  readonly share: DraftNumber | null | undefined;
  /** What else the line may be, if the names in it are names of steps of its stream. */
  readonly maybe: Maybe | null;
}

/** A reading that holds only where its names are known. */
export interface Maybe {
  readonly body: PlainBody;
  /** Names of which one has to be a step's. */
  readonly names: readonly string[];
  /** Written in lower case as line words are: a near name is enough. */
  readonly likely: boolean;
  /** The line word that was probably meant: then the line stays a step, and this is told. */
  readonly meant?: TextEdit;
}

/** What reading one line needs to know of the lines above it. */
export interface LineContext {
  /** The innermost open block. */
  readonly inside: BlockKind | null;
  /** Nothing but comments stands above it. */
  readonly first: boolean;
  /** Below it stands an `end` that closes no block above it. */
  readonly endBelow?: boolean;
  /** No further block may be opened. */
  readonly full?: boolean;
  /** It is in the words of the notation: no other wording is looked for. */
  readonly asWritten?: boolean;
}

/** The outcome of reading the words of a line: what it is, or what else it may be. */
export interface BodyReading {
  readonly body: ItemBody;
  readonly maybe?: Maybe;
  /** Words to keep as a note of their own behind the line. */
  readonly unread?: string | null;
  /** Words to keep as the line's comment where it has none. */
  readonly remark?: string | null;
  /** Words behind it that are a line of their own. */
  readonly rest?: Span;
}
