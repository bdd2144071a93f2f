/** In which part of a stream a word is looked for: key, name and customer; steps; stated capabilities; roles of the adopted structure; people. */
export type SearchedPart = 'NAME' | 'STEP' | 'CAPABILITY' | 'ROLE' | 'PERSON';

/** KEY and NAME by code points, NAME without regard to capitals; DRAWN by the time of the latest revision, newest first. */
export type StreamOrder = 'KEY' | 'NAME' | 'DRAWN';

/** Which streams, in which order: the first of those behind after, or the last of those before before. */
export interface StreamPageRequest {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  /** KEY where it is left out. */
  readonly order?: StreamOrder;
  /** Folded beginnings of words, each of which a stream has somewhere in these parts; none: every stream. */
  readonly words?: readonly string[];
  /** All of them where it is left out. */
  readonly parts?: readonly SearchedPart[];
}
