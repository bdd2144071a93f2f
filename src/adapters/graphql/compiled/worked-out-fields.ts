/** Fields whose values turned out to be functions or promises: they are worked out when somebody asks for them. */
export interface WorkedOutFields {
  note(type: string, field: string): void;
  /** Grows with every one that was not known. */
  size(): number;
  all(): Iterable<{ readonly type: string; readonly field: string }>;
}

/** None at first. */
export function createWorkedOutFields(): WorkedOutFields {
  const known = new Map<string, { readonly type: string; readonly field: string }>();
  return {
    note(type, field) {
      const id = `${type}.${field}`;
      if (!known.has(id)) known.set(id, { type, field });
    },
    size: () => known.size,
    all: () => known.values(),
  };
}
