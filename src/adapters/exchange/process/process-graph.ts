import type { Quantity, Step } from '../../../domain/index.js';

/**
 * What a node was made for, beside what it is. LEAVING: the units that are lost or go back part from those that go on.
 * RETURN: what comes back meets what comes in. AFTER: ways that an `after` line made. BLOCK: branches part or meet.
 */
export type MadeFor = 'LEAVING' | 'RETURN' | 'AFTER' | 'BLOCK' | 'LOST' | 'STOPPED';

export type ProcessNodeKind = 'START' | 'END' | 'STEP' | 'WAIT' | 'STOCK' | 'PARALLEL' | 'EXCLUSIVE' | 'MEND';

/** A place of the process as modelling tools know them. */
export interface ProcessNode {
  /** A letter first, then letters, digits, points and hyphens: an identifier in every format. */
  readonly id: string;
  readonly kind: ProcessNodeKind;
  /** Empty for a gate that asks nothing. */
  readonly name: string;
  /** The step that it is, or the one that it stands at. */
  readonly step: Step | null;
  readonly madeFor: MadeFor | null;
  /** Working seconds of a wait or of the mending. */
  readonly time: Quantity | null;
  /** The canonical lines that say it in the notation. */
  readonly lines: readonly string[];
}

/** A way from one node to another, by their positions. */
export interface ProcessWay {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'NEXT' | 'RETURN' | 'LOST';
  /** null: nobody has said. */
  readonly share: Quantity | null;
  /** true where the share is told: out of a choice and where units leave. */
  readonly told: boolean;
  /** Of a return: the place whose units it is a share of, and the step that was named. */
  readonly origin: number | null;
  readonly target: number | null;
}

/** A stream with every gate that a modelling tool needs, in the order of the text. */
export interface ProcessGraph {
  readonly nodes: readonly ProcessNode[];
  readonly ways: readonly ProcessWay[];
}
