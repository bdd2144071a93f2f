import type { TextPlace } from '../shared/index.js';
import type { DraftStep } from '../stream/index.js';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

/** A step while it is being read. */
export type StepMarks = Writable<DraftStep>;

/** A step of which nothing but the name is known. */
export function unmarkedStep(name: string, at: TextPlace | null): StepMarks {
  return {
    name,
    at,
    sometimes: null,
    performers: [],
    performerUnknown: false,
    processTime: null,
    leadTime: null,
    completeAndAccurate: null,
    people: null,
    value: null,
    outside: false,
    every: null,
    uptime: null,
    changeover: null,
    batch: null,
    systems: [],
    capabilities: [],
    asks: [],
    tells: [],
    approves: [],
    checks: [],
    pain: null,
    was: null,
  };
}
