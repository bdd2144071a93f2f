import {
  derivedSource,
  knownFigure,
  unknownFigure,
  type CapabilityKey,
  type Figure,
  type NonEmpty,
  type RoleKey,
} from '../shared/index.js';
import type { CapabilityDemand } from '../capability/index.js';
import type { Step } from '../stream/index.js';
import type { Role } from '../structure/index.js';
import { deriveMatrix } from './derive-matrix.js';
import { gateOf, type Gate } from './gate.js';
import type { GateContext } from './gate-context.js';
import { fitOf } from './holder.js';
import { lettersThatPass, type LetterPassed } from './letters-passed.js';
import { rejudge, settleAssignments } from './rejudge.js';
import { gather, gatherBy } from './step-book.js';
import type { JudgedAssignment } from './verdict.js';

/** One capability of one step that nobody would be there for any more. */
export interface OpenDemand {
  readonly demand: CapabilityDemand;
  /** Roles that bring the same capability to other steps. */
  readonly roles: readonly Role[];
  /** People whose person line says that they can do it. */
  readonly people: readonly string[];
}

/** A step that a role leaves behind. */
export interface StepLeft {
  readonly step: Step;
  readonly open: NonEmpty<OpenDemand>;
  /** Who would still do a part of it, roles and people; empty: nobody does anything of it. */
  readonly others: readonly string[];
}

/** What would be uncovered if a role went and nobody took its work over. */
export interface RoleGone {
  readonly role: Role;
  /** In stream order. */
  readonly steps: readonly StepLeft[];
  /** Hours a week of what nobody would do. */
  readonly hoursPerWeek: Figure;
  /** Every letter of the role, and who would have it then. */
  readonly letters: readonly LetterPassed[];
  /** What was accepted and would stand no longer. */
  readonly lost: readonly JudgedAssignment[];
}

/** What would be uncovered without a role of the structure; null where the structure has no such role. */
export function withoutRole(context: GateContext, key: RoleKey): RoleGone | null {
  const { structure } = context;
  const gate = gateOf(context);
  const role = gate.roleBook.byKey.get(key);
  if (!structure || !role || !context.matrix) return null;
  const left = { ...structure, roles: structure.roles.filter((other) => other.key !== key) };
  const matrix = deriveMatrix({ ...context, structure: left });
  const without: GateContext = { ...context, structure: left, matrix };
  const steps = stepsLeft(gate, gateOf(without), role);
  const stood = new Set(standing(context).map(({ assignment }) => assignment));
  return {
    role,
    steps,
    hoursPerWeek: hoursOf(steps),
    letters: lettersThatPass(gate, role, context.matrix, matrix),
    lost: rejudge(without, context.assignments).filter(
      ({ assignment, stillJustified }) => !stillJustified && stood.has(assignment),
    ),
  };
}

function standing(context: GateContext): readonly JudgedAssignment[] {
  return rejudge(context, context.assignments).filter(({ stillJustified }) => stillJustified);
}

/** The steps of the role at which something would be open, with who is left there. */
function stepsLeft(gate: Gate, without: Gate, role: Role): readonly StepLeft[] {
  const accepted = settleAssignments(without, without.context.assignments).settled.filter(
    ({ exam, lost }) => exam.wish.letter === 'R' && lost.length === 0,
  );
  const byStep = gatherBy(accepted, ({ assignment }) => assignment.step.key);
  const bringing = bringersIn(without);
  return role.steps.flatMap((key): StepLeft[] => {
    const step = gate.book.steps.get(key);
    const carried = gate.roleBook.carriers.get(key)?.find((carrier) => carrier.role.key === role.key);
    if (!step || !carried) return [];
    const there = byStep.get(key) ?? [];
    const open = carried.demands.filter(
      (demand) => !there.some(({ exam }) => exam.holder && fitOf(exam.holder, demand) === 'FITS'),
    );
    const [first, ...rest] = open.map((demand) => openDemand(without, bringing, demand));
    if (!first) return [];
    const roles = (without.roleBook.carriers.get(key) ?? []).map((carrier) => carrier.role.name);
    const others = [...roles, ...there.flatMap(({ exam }) => exam.holder?.name ?? [])];
    return [{ step, open: [first, ...rest], others: [...new Set(others)] }];
  });
}

type Bringers = ReadonlyMap<CapabilityKey, readonly Role[]>;

function bringersIn({ roleBook }: Gate): Bringers {
  const bringing = new Map<CapabilityKey, Role[]>();
  for (const role of roleBook.roles) for (const { key } of role.capabilities) gather(bringing, key, role);
  return bringing;
}

function openDemand({ holders }: Gate, bringing: Bringers, demand: CapabilityDemand): OpenDemand {
  const roles = bringing.get(demand.capability.key) ?? [];
  const people = holders.people.filter((person) => fitOf(person, demand) === 'FITS');
  return { demand, roles, people: people.map(({ name }) => name) };
}

const CONVENTION =
  'Hours a week of the capabilities that nobody would bring: visits × demand × process time × people, shared equally by the capabilities of a step.';

function hoursOf(steps: readonly StepLeft[]): Figure {
  const figures = steps.flatMap(({ open }) => open.map(({ demand }) => demand.hoursPerWeek));
  const measured = steps.filter(({ open }) => open.every(({ demand }) => demand.hoursPerWeek.value !== null));
  const ground = {
    unit: 'HOURS_PER_WEEK',
    convention: CONVENTION,
    measuredSteps: measured.length,
    ofSteps: steps.length,
    source: derivedSource(figures.map(({ source }) => source)),
  } as const;
  const sum = (of: (figure: Figure) => number | null): number =>
    figures.reduce((total, figure) => total + (of(figure) ?? 0), 0);
  if (steps.length > 0 && figures.every(({ value }) => value === null))
    return unknownFigure('nobody has measured any of these steps yet, or the demand is not known', ground);
  const atLeast = measured.length < steps.length || figures.some((figure) => figure.atLeast);
  return knownFigure(
    sum(({ value }) => value),
    { ...ground, atLeast, low: sum(({ low }) => low), high: sum(({ high }) => high) },
  );
}
