import type { StructureLimits } from '../../domain/index.js';

/** What an id can stand for. */
export type GlobalThing =
  | { readonly type: 'ValueStream'; readonly id: string }
  | { readonly type: 'Assignment'; readonly id: string }
  | { readonly type: 'AdoptedStructure'; readonly stream: string }
  | { readonly type: 'SuggestedStructure'; readonly stream: string; readonly limits: StructureLimits };

const LIMIT_NAMES = [
  'maxCapabilitiesPerRole',
  'maxStepsPerRole',
  'maxPositionsPerRole',
  'oneForcePerRole',
  'targetUtilisation',
  'shrinkage',
  'teamSize',
] as const satisfies readonly (keyof StructureLimits)[];

/** An opaque id that tells what it stands for: the same thing always has the same id. */
export function globalId(thing: GlobalThing): string {
  return Buffer.from(JSON.stringify(parts(thing)), 'utf8').toString('base64url');
}

/** What an id stands for; null where it is none of ours. */
export function readGlobalId(id: string): GlobalThing | null {
  if (id.length > 2_000) return null;
  try {
    const thing = fromParts(JSON.parse(Buffer.from(id, 'base64url').toString('utf8')));
    return thing && globalId(thing) === id ? thing : null;
  } catch {
    return null;
  }
}

function parts(thing: GlobalThing): readonly unknown[] {
  switch (thing.type) {
    case 'ValueStream':
    case 'Assignment':
      return [thing.type, thing.id];
    case 'AdoptedStructure':
      return [thing.type, thing.stream];
    case 'SuggestedStructure':
      return [
        thing.type,
        thing.stream,
        ...LIMIT_NAMES.map((name) => thing.limits[name] ?? null),
        ...(thing.limits.teams ? [thing.limits.teams] : []),
      ];
  }
}

function fromParts(value: unknown): GlobalThing | null {
  if (!Array.isArray(value)) return null;
  const [type, id, ...limits] = value as readonly unknown[];
  if (typeof id !== 'string') return null;
  if (type === 'ValueStream' || type === 'Assignment') return { type, id };
  if (type === 'AdoptedStructure') return { type, stream: id };
  if (type === 'SuggestedStructure') return { type, stream: id, limits: limitsFrom(limits) };
  return null;
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
  };
}
