import type { AuditAct, AuditVerdict } from './audit-entry.js';

/** Something that others may want to know at once. It holds no more than it takes to look up the rest. */
export type Happening =
  | { readonly kind: 'REVISED'; readonly streamId: string; readonly revision: number }
  | {
      readonly kind: 'VERDICTS';
      readonly streamId: string;
      readonly act: AuditAct;
      readonly verdicts: readonly AuditVerdict[];
    }
  | { readonly kind: 'DESIGN'; readonly designId: string };

/** Tells what happens to whoever wants to know, each in the order in which it happened. */
export interface Events {
  publish(happening: Happening): void;
  /** What is given back ends it; a listener does not throw. */
  subscribe(listener: (happening: Happening) => void): () => void;
}
