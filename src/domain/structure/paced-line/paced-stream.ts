import type { CarrierBalance } from '../../metrics/index.js';
import type { Figure, StepKey } from '../../shared/index.js';
import type { LineMethod } from './paced-line.js';

/** A stream staffed as a line: people in stream order, each of whom hands a unit on at every takt. */
export interface PacedStream {
  readonly kind: 'PacedStream';
  readonly takt: Figure;
  /** In stream order: no step stands before one that comes before it. */
  readonly stations: readonly PacedStation[];
  /** People over all stations. */
  readonly positions: number;
  /** No line in which steps stay whole needs fewer people. */
  readonly lowerBound: number;
  readonly proven: boolean;
  /** (positions − lowerBound) / positions. */
  readonly gap: number;
  /** Work / (positions × takt). */
  readonly efficiency: Figure;
  /** √ Σ (time of the fullest station − time of the station)², of one person each; 0 where all are equally full. */
  readonly smoothness: Figure;
  readonly method: LineMethod | 'SHARED_STATIONS';
  /** Tasks tried. */
  readonly work: number;
  /** Steps of our own that are not on the line, because they have a rhythm of their own. */
  readonly besides: readonly StepKey[];
  /** What else there is to know, in sentences. */
  readonly notes: readonly string[];
}

/** One place of the line. */
export interface PacedStation {
  /** From 1. */
  readonly position: number;
  /** Who stand side by side: one, unless a step takes longer than takt or several people at once. */
  readonly people: number;
  /** In an order in which they can be done. */
  readonly steps: readonly PacedStep[];
  /** Of all of its people for one unit, and of each, against takt and against their hours. */
  readonly balance: CarrierBalance;
  /** People × takt − work: what is free of every unit. */
  readonly idle: Figure;
}

/** A step at its station. */
export interface PacedStep {
  readonly step: StepKey;
  /** Of everybody on it, for one entering unit. */
  readonly work: Figure;
  /** People that it alone asks for at its station. */
  readonly people: number;
}

/** Why a stream cannot be staffed as a line, and what would put it right. */
export interface StreamNotPaced {
  readonly kind: 'StreamNotPaced';
  readonly reason: 'NO_TAKT' | 'NO_WORK' | 'FLOW_NOT_RECKONED';
  readonly message: string;
  readonly remedy: string;
  /** Steps that show it; empty where none in particular does. */
  readonly steps: readonly StepKey[];
}
