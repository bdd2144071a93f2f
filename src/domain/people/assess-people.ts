import { derivedSource, foldName, knownFigure, unknownFigure, type Figure } from '../shared/index.js';
import { loadPerformers, type PerformerLoad } from '../metrics/index.js';
import { fitRole, type GateContext } from '../responsibility/index.js';
import type { Role, StructureProposal } from '../structure/index.js';
import type { AbilityBook, AblePerson } from './able-people.js';
import { gatherBy } from './gather-by.js';
import type { HoursState, PersonAssessed, RoleForPerson, Shortfall } from './staffing-assessment.js';

const TOLERANCE = 1e-9;
const BY_ROLES =
  'hours a week of the roles that the person fills: the hours of a role, shared by its positions, or by those who fill it where they are more';
const BY_STEPS =
  'hours a week of the steps that the person does today, each shared by those who are on it; no role is told';

/** Everybody: which role they could carry, what is missing, and whether their work fits their hours. */
export function assessPeople(context: GateContext, book: AbilityBook): PersonAssessed[] {
  const { stream, structure, metrics } = context;
  const filled = rolesByPerson(structure, book.people);
  const fillers = new Map<string, number>();
  for (const roles of filled.values())
    for (const { key } of roles) fillers.set(key, (fillers.get(key) ?? 0) + 1);
  const today = loadPerformers(stream.steps, metrics.steps);
  return book.people.map((person) => {
    const { name, toldBy, hoursPerWeek, wishes } = person.member;
    const roles = filled.get(person) ?? [];
    const doing = today.get(foldName(name));
    const load = roles.length > 0 ? loadOfRoles(roles, fillers) : loadOfSteps(doing);
    return {
      name,
      toldBy,
      told: person.told,
      hoursPerWeek: hoursPerWeek?.likely ?? null,
      load,
      loadOf: roles.length > 0 ? 'ROLES' : doing ? 'STEPS_TODAY' : 'NOTHING',
      hours: hoursState(load, hoursPerWeek),
      roles: (structure?.roles ?? []).map((role) => couldCarry(person, role, book)),
      wishes,
    };
  });
}

/** The roles that people fill by what is told of them, whatever the gate says of it: the work is theirs today. */
function rolesByPerson(
  structure: StructureProposal | null,
  people: readonly AblePerson[],
): ReadonlyMap<AblePerson, readonly Role[]> {
  const named = gatherBy(structure?.roles ?? [], ({ name }) => foldName(name));
  const keyed = new Map<string, Role>((structure?.roles ?? []).map((role) => [role.key, role]));
  return new Map(
    people.map((person) => [
      person,
      [
        ...new Set(
          person.member.roles.flatMap((name) => named.get(foldName(name))?.[0] ?? keyed.get(name) ?? []),
        ),
      ],
    ]),
  );
}

function loadOfRoles(roles: readonly Role[], fillers: ReadonlyMap<string, number>): Figure {
  const parts = roles.map(({ key, hoursPerWeek, positions }) => ({
    figure: hoursPerWeek,
    among: Math.max(1, positions ?? 1, fillers.get(key) ?? 1),
  }));
  const known = parts.filter(({ figure }) => figure.value !== null);
  const sum = (pick: (figure: Figure) => number | null): number =>
    known.reduce((all, { figure, among }) => all + (pick(figure) ?? figure.value ?? 0) / among, 0);
  const ground = {
    unit: 'HOURS_PER_WEEK',
    convention: BY_ROLES,
    measuredSteps: parts.reduce((all, { figure }) => all + figure.measuredSteps, 0),
    ofSteps: parts.reduce((all, { figure }) => all + figure.ofSteps, 0),
    source: derivedSource(known.map(({ figure }) => figure.source)),
  } as const;
  if (known.length === 0) return unknownFigure('No step of these roles is measured.', ground);
  const atLeast = known.length < parts.length || known.some(({ figure }) => figure.atLeast);
  const ends = { low: sum(({ low }) => low), high: sum(({ high }) => high) };
  return knownFigure(
    sum(({ value }) => value),
    { ...ground, ...ends, atLeast },
  );
}

function loadOfSteps(load: PerformerLoad | undefined): Figure {
  const ground = {
    unit: 'HOURS_PER_WEEK',
    convention: BY_STEPS,
    measuredSteps: load?.measured ?? 0,
    ofSteps: load?.parts.length ?? 0,
    source: derivedSource(load?.sources ?? []),
  } as const;
  if (!load) return unknownFigure('No role and no step is told of this person.', ground);
  if (load.measured === 0) return unknownFigure('No step that this person does is measured.', ground);
  return knownFigure(load.hours, { ...ground, low: load.low, high: load.high });
}

function hoursState(load: Figure, hours: PersonHours): HoursState {
  if (load.value === null || hours === null) return 'UNKNOWN';
  if (load.value <= hours.likely * (1 + TOLERANCE)) return load.atLeast ? 'UNKNOWN' : 'FITS';
  return load.source === 'GUESS' || hours.source === 'GUESS' ? 'OVER_BY_GUESS' : 'OVER';
}

type PersonHours = AblePerson['member']['hoursPerWeek'];

/** How much of a role somebody could carry, and what is missing. */
function couldCarry(person: AblePerson, role: Role, { asked }: AbilityBook): RoleForPerson {
  if (!person.told) return { role: role.key, extent: 'UNKNOWN', missing: [] };
  const { brings, missing } = fitRole(person.skills, asked.get(role) ?? []);
  const lacks = missing.map(({ demand: { capability, level }, fit }): Shortfall => ({
    capability: capability.name,
    level,
    has: person.skills.get(capability.key)?.level ?? null,
    licence: capability.licence,
    why: fit,
  }));
  const whole = lacks.length === 0 && brings.length > 0;
  return { role: role.key, extent: whole ? 'WHOLE' : brings.length > 0 ? 'PART' : 'NOTHING', missing: lacks };
}
