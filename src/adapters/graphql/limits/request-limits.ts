/** What one request may ask for. */
export interface RequestLimits {
  /** Nested fields of an operation; introspection has its own limit. */
  readonly depth: number;
  /** Aliases in a document. */
  readonly aliases: number;
  /** Directives in a document. */
  readonly directives: number;
  /** Lexical tokens of a document. */
  readonly tokens: number;
  /** Cost of an operation, as measured by operationCost. */
  readonly cost: number;
  /** Fields of one answer. */
  readonly answerFields: number;
}

/** The limits of a server that is told nothing else. */
export const DEFAULT_REQUEST_LIMITS: RequestLimits = {
  depth: 12,
  aliases: 30,
  directives: 8,
  tokens: 2_000,
  cost: 5_000,
  answerFields: 1_000_000,
};

/** How often one document may ask about the schema. */
export const MOST_SCHEMA_QUESTIONS = 4;

/** Fields that an answer about the schema may have for each of its types, as they are reckoned before it is given; the standard introspection query has about 3,000. */
export const INTROSPECTION_FIELDS_OF_A_TYPE = 5_000;

/** Deep enough for the standard introspection query, which nests 15 fields. */
export const INTROSPECTION_DEPTH = 16;
