declare const brand: unique symbol;

/** A string that cannot pass for another kind of string. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };

export type StreamKey = Brand<'StreamKey'>;
export type StepKey = Brand<'StepKey'>;
export type CapabilityKey = Brand<'CapabilityKey'>;
export type RoleKey = Brand<'RoleKey'>;
export type TeamKey = Brand<'TeamKey'>;

/** At least one of them, by type. */
export type NonEmpty<T> = readonly [T, ...T[]];
