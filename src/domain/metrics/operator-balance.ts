import type { Figure, Quantity, StepKey } from '../shared/index.js';

/** Who or what carries work: a station (one step), a performer of today, or a role. */
export interface WorkCarrier {
  readonly name: string;
  /** How many people stand behind the name. */
  readonly people: number;
  /** Hours a week that each of them has; null: what the calendar pays one person for. */
  readonly hoursPerWeek: Quantity | null;
  readonly parts: readonly CarriedPart[];
}

/** What a carrier does of a step, of one: all of its people together, and each of them. */
export interface CarriedPart {
  readonly step: StepKey;
  readonly together: number;
  readonly each: number;
}

/** The work of one carrier against takt and against the hours that its people have. */
export interface CarrierBalance {
  readonly name: string;
  readonly people: number;
  readonly steps: readonly StepKey[];
  /** Working seconds of all of its people for one entering unit. */
  readonly workContent: Figure;
  /** The same of each of them: what is held against takt. */
  readonly timeEach: Figure;
  /** timeEach / takt. */
  readonly againstTakt: Figure;
  /** Longer than takt; null where that is not known (a floor below takt may pass it yet). */
  readonly overTakt: boolean | null;
  /** People that the work content asks for at takt, raw, and whole (null where not known). */
  readonly operators: Figure;
  readonly wholeOperators: number | null;
  /** Hours a week of all of its people. */
  readonly hoursPerWeek: Figure;
  /** Hours a week of each of them / the hours that they have. */
  readonly utilisation: Figure;
}

/** Work content against takt, carrier by carrier in the order of the stream. */
export interface OperatorBalance {
  readonly takt: Figure;
  readonly carriers: readonly CarrierBalance[];
  /** Working seconds of everybody of ours for one entering unit, over all steps, whoever carries them. */
  readonly workContent: Figure;
  /** Σ work content / takt, raw, and whole (null where not known). */
  readonly operators: Figure;
  readonly wholeOperators: number | null;
  /** The carrier with the highest load / capacity; null where no load is known. */
  readonly bottleneck: CarrierBalance | null;
}
