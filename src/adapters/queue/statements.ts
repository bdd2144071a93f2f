/** Runs a statement; what pg-boss takes as its database. */
export interface Statements {
  executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>;
}

/** A connection that ends with the server. */
export interface LifeLine extends Statements {
  /** Resolves once it is lost, or closed. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
}
