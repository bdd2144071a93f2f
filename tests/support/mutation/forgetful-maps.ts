const Plain = globalThis.WeakMap;

/** A weak map that can be emptied: what the sources worked out once with one mutant is not there for the next. */
class ForgetfulMap<Key extends WeakKey, Value> extends Plain<Key, Value> {
  private held = new Plain<Key, Value>();

  constructor() {
    super();
    made.push(this);
  }

  empty(): void {
    this.held = new Plain();
  }

  override get(key: Key): Value | undefined {
    return this.held.get(key);
  }

  override set(key: Key, value: Value): this {
    this.held.set(key, value);
    return this;
  }

  override has(key: Key): boolean {
    return this.held.has(key);
  }

  override delete(key: Key): boolean {
    return this.held.delete(key);
  }
}

const made: { empty(): void }[] = [];

/** Loads the sources so that the weak maps they keep can be emptied. */
export async function forgetfully(load: () => Promise<void>): Promise<void> {
  globalThis.WeakMap = ForgetfulMap;
  await load();
  globalThis.WeakMap = Plain;
}

/** Empties them all. */
export function forget(): void {
  for (const map of made) map.empty();
}
