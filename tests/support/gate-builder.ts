import {
  BUILT_IN_CATALOGUE,
  findCapability,
  type CapabilityDemand,
} from '../../src/domain/capability/index.js';
import {
  DEFAULT_CALENDAR,
  exactly,
  keyFromName,
  type RoleKey,
  type StepKey,
  type StreamKey,
} from '../../src/domain/shared/index.js';
import type { Rework } from '../../src/domain/metrics/index.js';
import {
  deriveMatrix,
  type Assignment,
  type GateContext,
  type Verdict,
} from '../../src/domain/responsibility/index.js';
import type { Force, StatedCapability, Step, ValueStream } from '../../src/domain/stream/index.js';
import type { Role, StructureProposal } from '../../src/domain/structure/index.js';

import { caseMetrics, figure } from './case-metrics.js';

/** A step as a case needs it; what it does not mention is not there. */
export interface StepSketch {
  readonly name: string;
  readonly needs?: readonly string[];
  readonly force?: Force;
  readonly by?: readonly string[];
  readonly hours?: number;
  readonly guessed?: boolean;
  readonly people?: number;
  readonly outside?: boolean;
  readonly asks?: readonly string[];
  readonly tells?: readonly string[];
  readonly approves?: readonly string[];
  readonly checks?: readonly string[];
  readonly line?: number | null;
}

/** A stream with its structure, as a case needs it. */
export interface GateSketch {
  readonly name?: string;
  readonly steps: readonly StepSketch[];
  /** Role name and the steps that it carries whole, or step: capability for a part. */
  readonly roles?: Readonly<Record<string, readonly (string | readonly [string, string])[]>> | null;
  readonly people?: readonly {
    readonly name: string;
    readonly hours?: number;
    readonly guessed?: boolean;
    readonly can: readonly string[];
  }[];
  readonly owner?: string;
  readonly forceOwners?: Partial<Record<Force, string>>;
  readonly customer?: string;
  readonly apart?: readonly (readonly string[])[];
  readonly returns?: readonly (readonly [string, string])[];
  readonly waits?: Readonly<Record<string, number>>;
  readonly former?: readonly string[];
  readonly unconnected?: readonly string[];
  readonly positions?: Readonly<Record<string, number | null>>;
  readonly rework?: readonly Rework[];
}

/** The key that a step of that name has. */
export const stepKey = (name: string): StepKey => keyFromName(name) as StepKey;

/** A context of the gate without assignments, its matrix derived by the program. */
export function gateContext(sketch: GateSketch): GateContext {
  const stream = streamOf(sketch);
  const demands = demandsOf(sketch, stream);
  const structure = sketch.roles === null ? null : structureOf(sketch, demands);
  const ground = {
    stream,
    demands,
    metrics: caseMetrics(sketch, stream),
    readiness: {
      rung: structure ? ('CONNECTED' as const) : ('SKETCHED' as const),
      missing: [],
      unconnected: (sketch.unconnected ?? []).map(stepKey),
    },
    catalogue: BUILT_IN_CATALOGUE,
    assignments: [],
  };
  const matrix = structure && deriveMatrix({ ...ground, structure });
  const formerSteps = (sketch.former ?? []).map((name) => ({ key: stepKey(name), name }));
  return { ...ground, structure, matrix, formerSteps };
}

/** The same context with what was accepted in it, the matrix derived again. */
export function withAssignments(context: GateContext, assignments: readonly Assignment[]): GateContext {
  const { structure } = context;
  const matrix = structure && deriveMatrix({ ...context, structure, assignments });
  return { ...context, matrix, assignments };
}

/** What was accepted, as it would be kept. */
export function kept(
  context: GateContext,
  verdicts: readonly Verdict[],
  revision = 1,
): readonly Assignment[] {
  return verdicts.flatMap((verdict) => {
    if (verdict.kind !== 'AcceptedWish' || verdict.inForce) return [];
    const name = context.stream.steps.find(({ key }) => key === verdict.step)?.name ?? '';
    const { holder, letter, because } = verdict;
    return [{ holder, letter, because, revision, step: { key: verdict.step, name } }];
  });
}

/** The codes of a refusal; 'ACCEPTED' or 'IN_FORCE' where it is none. */
export function codesOf(verdict: Verdict | undefined): readonly string[] {
  if (!verdict) return [];
  if (verdict.kind === 'AcceptedWish') return [verdict.inForce ? 'IN_FORCE' : 'ACCEPTED'];
  return verdict.reasons.map(({ code }) => code);
}

function streamOf(sketch: GateSketch): ValueStream {
  const steps = sketch.steps.map(stepOf);
  return {
    key: keyFromName(sketch.name ?? 'Case') as StreamKey,
    name: sketch.name ?? 'Case',
    customer: sketch.customer ?? null,
    supplier: null,
    owner: sketch.owner ?? null,
    forceOwners: { SALES: null, FULFILMENT: null, ...sketch.forceOwners },
    calendar: DEFAULT_CALENDAR,
    demandPerWeek: exactly(10),
    steps,
    flow: { nodes: [], arcs: [], losses: [], entries: [], ends: [] },
    apart: (sketch.apart ?? []).map((names) => names.map(stepKey)),
    together: [],
    people: (sketch.people ?? []).map(({ name, hours, guessed, can }) => ({
      name,
      hoursPerWeek: hours === undefined ? null : exactly(hours, guessed ? 'GUESS' : 'SAID'),
      capabilities: can.map(stated),
    })),
  };
}

function stepOf(sketch: StepSketch, index: number): Step {
  return {
    key: stepKey(sketch.name),
    name: sketch.name,
    position: index + 1,
    line: sketch.line === undefined ? index + 10 : sketch.line,
    force: sketch.force ?? 'SALES',
    performers: sketch.by ?? [],
    processTime: null,
    leadTime: null,
    completeAndAccurate: null,
    people: sketch.people ?? 1,
    value: null,
    outside: sketch.outside ?? false,
    everySeconds: null,
    uptime: null,
    changeover: null,
    batch: null,
    systems: [],
    capabilities: (sketch.needs ?? []).map(stated),
    asks: sketch.asks ?? [],
    tells: sketch.tells ?? [],
    approves: (sketch.approves ?? []).map(stepKey),
    checks: (sketch.checks ?? []).map(stepKey),
    pains: [],
  };
}

/** `pricing 3`, `wiring (licence)`: as on a napkin. */
function stated(text: string): StatedCapability {
  const licence = text.endsWith(' (licence)');
  const plain = licence ? text.slice(0, -' (licence)'.length) : text;
  const match = /^(.*) ([1-5])$/.exec(plain);
  return { name: match?.[1] ?? plain, level: match ? Number(match[2]) : null, licence };
}

function demandsOf(sketch: GateSketch, stream: ValueStream): CapabilityDemand[] {
  return stream.steps.flatMap((step, index) => {
    if (step.outside) return [];
    const hours = sketch.steps[index]?.hours ?? null;
    const own = [{ name: step.name, level: null, licence: false }];
    const needs = step.capabilities.length > 0 ? step.capabilities : own;
    return needs.map(({ name, level, licence }): CapabilityDemand => ({
      step: step.key,
      capability: { ...findCapability(BUILT_IN_CATALOGUE, name, licence), name },
      level,
      statedByStep: step.capabilities.length > 0,
      hoursPerWeek: figure(hours === null ? null : hours / needs.length, 'HOURS_PER_WEEK'),
      suggestions: [],
    }));
  });
}

function structureOf(sketch: GateSketch, demands: readonly CapabilityDemand[]): StructureProposal {
  const roles = Object.entries(sketch.roles ?? {}).map(([name, parts]) => {
    const whole = new Set<string>();
    const partly = new Set<string>();
    for (const part of parts) {
      if (typeof part === 'string') whole.add(stepKey(part));
      else partly.add(`${stepKey(part[0])} ${part[1]}`);
    }
    const carried = demands.filter(
      ({ step, capability }) => whole.has(step) || partly.has(`${step} ${capability.name}`),
    );
    return roleOf(name, carried, sketch.positions?.[name]);
  });
  return {
    kind: 'StructureProposal',
    roles,
    teams: [],
    handOffsPerWeek: figure(null, 'PER_WEEK'),
    objectives: [],
    gap: 0,
    provenOptimal: true,
    method: 'as the case says',
    limits: {
      maxCapabilitiesPerRole: null,
      maxStepsPerRole: null,
      maxPositionsPerRole: null,
      oneForcePerRole: false,
      targetUtilisation: 0.85,
      shrinkage: 0.15,
      teamSize: null,
      teams: null,
    },
    notes: [],
  };
}

function roleOf(name: string, carried: readonly CapabilityDemand[], positions: number | null = null): Role {
  const steps = [...new Set(carried.map(({ step }) => step))];
  const hours = carried.map(({ hoursPerWeek }) => hoursPerWeek.value).filter((value) => value !== null);
  const [first] = steps;
  return {
    key: keyFromName(name) as RoleKey,
    name,
    capabilities: [...new Map(carried.map(({ capability }) => [capability.key, capability])).values()],
    steps,
    demands: carried.map(({ step, capability }) => ({ step, capability: capability.key })),
    hoursPerWeek: figure(
      hours.length === 0 ? null : hours.reduce((sum, value) => sum + value, 0),
      'HOURS_PER_WEEK',
    ),
    fte: figure(null, 'FTE'),
    positions,
    why: [{ step: first ?? stepKey(name), capability: null, rule: 'CASE', text: `${name} is in the case` }],
  };
}
