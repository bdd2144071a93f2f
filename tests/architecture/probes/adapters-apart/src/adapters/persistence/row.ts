export type Row = readonly string[];
