import {
  USUAL_GOALS,
  type OwnDuties,
  type PinnedRole,
  type Solving,
  type StructureGoal,
  type StructureLimits,
} from '../../domain/index.js';

/** What an id can stand for. */
export type GlobalThing =
  | { readonly type: 'ValueStream'; readonly id: string }
  | { readonly type: 'Assignment'; readonly id: string }
  | { readonly type: 'Override'; readonly id: string }
  | { readonly type: 'DesignJob'; readonly id: string }
  | { readonly type: 'DesignedStructure'; readonly design: string; readonly alternative: string | null }
  | { readonly type: 'AdoptedStructure'; readonly stream: string }
  | {
      readonly type: 'SuggestedStructure';
      readonly stream: string;
      readonly limits: StructureLimits;
      readonly effort: Solving['effort'];
    }
  | {
      readonly type: 'AlternativeStructure';
      readonly stream: string;
      readonly limits: StructureLimits;
      readonly alternative: string;
    };

const LIMIT_NAMES = [
  'maxCapabilitiesPerRole',
  'maxStepsPerRole',
  'maxPositionsPerRole',
  'oneForcePerRole',
  'targetUtilisation',
  'shrinkage',
  'teamSize',
] as const satisfies readonly (keyof StructureLimits)[];

/** Room for all the steps that limits may name. */
const LONGEST_ID = 400_000;

/** Room for the kind of thing, with which every id begins. */
const LONGEST_BEGINNING = 40;

/** An opaque id that tells what it stands for: the same thing always has the same id. */
export function globalId(thing: GlobalThing): string {
  return Buffer.from(JSON.stringify(parts(thing)), 'utf8').toString('base64url');
}

/** What an id stands for; null where it is none of ours. */
export function readGlobalId(id: string): GlobalThing | null {
  if (id.length > LONGEST_ID) return null;
  try {
    const thing = fromParts(JSON.parse(Buffer.from(id, 'base64url').toString('utf8')));
    return thing && globalId(thing) === id ? thing : null;
  } catch {
    return null;
  }
}

/** What kind of thing an id says that it stands for, whether or not there is one; null where it says nothing of the kind. */
export function kindOfGlobalId(id: string): string | null {
  const begins = Buffer.from(id.slice(0, LONGEST_BEGINNING), 'base64url').toString('utf8');
  return /^\["([A-Za-z]+)",/.exec(begins)?.[1] ?? null;
}

function parts(thing: GlobalThing): readonly unknown[] {
  switch (thing.type) {
    case 'ValueStream':
    case 'Assignment':
    case 'Override':
    case 'DesignJob':
      return [thing.type, thing.id];
    case 'DesignedStructure':
      return [thing.type, thing.design, ...(thing.alternative === null ? [] : [thing.alternative])];
    case 'AdoptedStructure':
      return [thing.type, thing.stream];
    case 'SuggestedStructure':
      return [thing.type, thing.stream, ...limitParts(thing.limits, thing.effort)];
    case 'AlternativeStructure':
      return [thing.type, thing.stream, thing.alternative, ...limitParts(thing.limits, 'QUICK')];
  }
}

/** The limits in a fixed order; what came later stands in one object behind them, and only where it is set. */
function limitParts(limits: StructureLimits, effort: Solving['effort']): readonly unknown[] {
  const { teams, goals, relax, leastTeamSize, apart, together, pins } = limits;
  const asked = {
    ...(goals && goals.length > 0 ? { goals } : {}),
    ...(relax && Object.keys(relax).length > 0 ? { relax } : {}),
    ...(leastTeamSize ? { leastTeamSize } : {}),
    ...(apart && apart.length > 0 ? { apart } : {}),
    ...(together && together.length > 0 ? { together } : {}),
    ...(pins && pins.length > 0 ? { pins: pins.map(({ role, steps }) => ({ role, steps })) } : {}),
    ...(effort === 'QUICK' ? {} : { effort }),
  };
  return [
    ...LIMIT_NAMES.map((name) => limits[name] ?? null),
    ...(teams ? [teams] : []),
    ...(Object.keys(asked).length > 0 ? [asked] : []),
  ];
}

function fromParts(value: unknown): GlobalThing | null {
  if (!Array.isArray(value)) return null;
  const [type, id, ...limits] = value as readonly unknown[];
  if (typeof id !== 'string') return null;
  if (type === 'ValueStream' || type === 'Assignment' || type === 'Override') return { type, id };
  if (type === 'DesignJob') return { type, id };
  if (type === 'DesignedStructure') return designedFrom(id, limits);
  if (type === 'AdoptedStructure') return { type, stream: id };
  if (type === 'SuggestedStructure')
    return { type, stream: id, limits: limitsFrom(limits), effort: effortFrom(limits) };
  const [alternative, ...ofAlternative] = limits;
  if (type === 'AlternativeStructure' && typeof alternative === 'string')
    return { type, stream: id, alternative, limits: limitsFrom(ofAlternative) };
  return null;
}

function designedFrom(design: string, [alternative]: readonly unknown[]): GlobalThing {
  const named = typeof alternative === 'string' ? alternative : null;
  return { type: 'DesignedStructure', design, alternative: named };
}

function limitsFrom(values: readonly unknown[]): StructureLimits {
  const numberAt = (name: (typeof LIMIT_NAMES)[number]): number | null => {
    const value = values[LIMIT_NAMES.indexOf(name)];
    return typeof value === 'number' ? value : null;
  };
  const oneForce = values[LIMIT_NAMES.indexOf('oneForcePerRole')];
  const teams = values[LIMIT_NAMES.length];
  return {
    maxCapabilitiesPerRole: numberAt('maxCapabilitiesPerRole'),
    maxStepsPerRole: numberAt('maxStepsPerRole'),
    maxPositionsPerRole: numberAt('maxPositionsPerRole'),
    oneForcePerRole: typeof oneForce === 'boolean' ? oneForce : null,
    targetUtilisation: numberAt('targetUtilisation'),
    shrinkage: numberAt('shrinkage'),
    teamSize: numberAt('teamSize'),
    ...(teams === 'HAND_OFFS' || teams === 'CELLS' ? { teams } : {}),
    ...goalsFrom(askedFrom(values)),
    ...dutiesFrom(askedFrom(values)),
  };
}

/** What stands behind the limits. */
function askedFrom(values: readonly unknown[]): Readonly<Record<string, unknown>> {
  const last = values.slice(LIMIT_NAMES.length).find((value) => typeof value === 'object' && value !== null);
  return { ...last };
}

function effortFrom(values: readonly unknown[]): Solving['effort'] {
  return askedFrom(values)['effort'] === 'THOROUGH' ? 'THOROUGH' : 'QUICK';
}

function goalsFrom({
  goals,
  relax,
}: Readonly<Record<string, unknown>>): Pick<StructureLimits, 'goals' | 'relax'> {
  const isGoal = (value: unknown): value is StructureGoal => USUAL_GOALS.some((goal) => goal === value);
  const shares = Object.entries({ ...(typeof relax === 'object' ? relax : null) }).filter(
    ([goal, share]) => isGoal(goal) && typeof share === 'number',
  );
  return {
    ...(Array.isArray(goals) ? { goals: goals.filter(isGoal) } : {}),
    ...(shares.length > 0 ? { relax: Object.fromEntries(shares) } : {}),
  };
}

function dutiesFrom({
  leastTeamSize,
  apart,
  together,
  pins,
}: Readonly<Record<string, unknown>>): Pick<StructureLimits, 'leastTeamSize' | keyof OwnDuties> {
  const pinned = listFrom(pins, (value): PinnedRole[] => {
    const { role, steps }: Readonly<Record<string, unknown>> = {
      ...(typeof value === 'object' ? value : null),
    };
    return typeof role === 'string' ? [{ role, steps: textsFrom(steps) }] : [];
  });
  const sets = (value: unknown) => listFrom(value, (set) => [textsFrom(set)]);
  return {
    ...(typeof leastTeamSize === 'number' ? { leastTeamSize } : {}),
    ...(Array.isArray(apart) ? { apart: sets(apart) } : {}),
    ...(Array.isArray(together) ? { together: sets(together) } : {}),
    ...(Array.isArray(pins) ? { pins: pinned } : {}),
  };
}

function textsFrom(value: unknown): string[] {
  return listFrom(value, (one) => (typeof one === 'string' ? [one] : []));
}

function listFrom<T>(value: unknown, read: (one: unknown) => T[]): T[] {
  return Array.isArray(value) ? value.flatMap(read) : [];
}
