/** A PostgreSQL of its own. */
export interface OwnPostgres {
  readonly address: string;
  /** Ends it and takes everything away. */
  stop(): Promise<void>;
  /** Ends it with SIGKILL; what it kept stays. */
  kill(): Promise<void>;
  /** Starts it on what it kept. */
  startAgain(): Promise<void>;
}

/** Starts one; null where the platform has no binaries. tls: the files with which it is reached by TLS, and only so. */
export function startPostgres(
  tls?: { readonly certificate: string; readonly key: string } | null,
): Promise<OwnPostgres | null>;
