/** Salted hashes of passwords, made so that trying many takes long. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long where there is no hash: nobody learns by the time whether there is an account. */
  matches(password: string, hash: string | null): Promise<boolean>;
  /** Whether it stands in a list of passwords that became known elsewhere; absent where there is no such list. */
  readonly isKnown?: (password: string) => Promise<boolean>;
}

/** Secrets that nobody can guess, and what is kept of them. */
export interface Secrets {
  make(): string;
  /** Tells nothing of the secret; the same secret always has the same one. */
  digest(secret: string): string;
}
