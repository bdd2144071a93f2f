import type { NapkinDrafts, StreamDraft, TableUnreadable, TextPlace } from '../../domain/index.js';

/** What a table of steps says: drafts and problems as of a napkin, each place a cell (its row as line, its column as column, its sheet). */
export interface StreamTable extends NapkinDrafts {
  readonly kind: 'StreamTable';
  /** What stands in a cell; empty where there is none. */
  readonly textAt: (place: TextPlace) => string;
  /** How a place is told; as a cell where absent. */
  readonly placeName?: (place: TextPlace) => string;
}

/** Reads value streams from the bytes of a table; title names a stream that no cell names. Never throws for what is in the file. */
export type ReadStreamTable = (
  bytes: Uint8Array,
  options?: { readonly title?: string | null },
) => Promise<StreamTable | TableUnreadable>;

/** Reads value streams from the bytes of a BPMN or ArchiMate model, each place an element. Never throws for what is in the file. */
export type ReadStreamModel = (bytes: Uint8Array) => StreamTable | TableUnreadable;

export const STREAM_TABLE_FORMATS = ['CSV', 'XLSX'] as const;
export type StreamTableFormat = (typeof STREAM_TABLE_FORMATS)[number];

/** Prints streams as a table that reads back to the same drafts; the same drafts give the same bytes. */
export type PrintStreamTable = (
  streams: readonly StreamDraft[],
  format: StreamTableFormat,
) => Promise<Uint8Array> | Uint8Array;
