import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readLimitsText } from '../../../src/domain/structure/limits-text/index.js';
import { proposeStructure, type StructureLimits } from '../../../src/domain/structure/index.js';
import { groundOf, type StepSketch, type StreamSketch } from '../../support/stream-builder.js';

/** What one person can work in a week before limits on it. */
const PAID = groundOf({ steps: [{ name: 'A' }] }).stream.calendar.paidHoursPerWeek;
const SKILLS = ['billing', 'bookkeeping', 'payroll'];
const NAMES = ['Ask', 'Bake', 'Cool', 'Deliver', 'Eat'];

/** Steps and lines as they come back: of the limits file, or of the map. */
interface Named {
  readonly steps: readonly string[];
  readonly lines: readonly string[];
}

/** Limits of the lines alone; what stands on the map is read as if it were asked for. */
function limitsOfLines(lines: readonly string[]): StructureLimits {
  const text = lines.map((line) =>
    line
      .replace('on the map: together', 'keep together')
      .replace('on the map: never together', 'keep apart')
      .replace(/^on the map: (".*") approves (".*")$/, 'keep apart: $1, $2'),
  );
  const { limits, problems } = readLimitsText(text.join('\n'));
  expect(problems).toEqual([]);
  return limits;
}

/** Every way to put these in groups. */
function partitions<T>(all: readonly T[]): T[][][] {
  const [first, ...others] = all;
  if (first === undefined) return [[]];
  return partitions(others).flatMap((groups) => [
    [[first], ...groups],
    ...groups.map((group, at) => [[first, ...group], ...groups.filter((_, other) => other !== at)]),
  ]);
}

/** By trying every division of these steps, with code of its own: can roles keep just these lines? */
function isPossible({ steps }: StreamSketch, { steps: among, lines }: Named): boolean {
  const limits = limitsOfLines(lines);
  const inside = steps.filter(({ name }) => among.includes(name));
  const hours = PAID * (1 - (limits.shrinkage ?? 0.15)) * (limits.targetUtilisation ?? 0.85);
  const both = (set: readonly string[], role: readonly StepSketch[]): number =>
    role.filter(({ name }) => set.includes(name)).length;
  const isRole = (role: readonly StepSketch[]): boolean => {
    const load = role.reduce((sum, step) => sum + (step.hours ?? 0), 0);
    const people = Math.max(1, Math.ceil(load / hours - 1e-6), ...role.map((step) => step.people ?? 1));
    const skills = new Set(role.flatMap(({ needs }) => needs ?? [])).size;
    return (
      people <= Math.min(limits.maxPositionsPerRole ?? Infinity, limits.teamSize ?? Infinity) &&
      skills <= (limits.maxCapabilitiesPerRole ?? Infinity) &&
      role.length <= (limits.maxStepsPerRole ?? Infinity) &&
      !(limits.oneForcePerRole && new Set(role.map(({ force }) => force)).size > 1) &&
      (limits.apart ?? []).every((set) => both(set, role) < 2) &&
      (limits.pins ?? []).filter(({ steps: pinned }) => both(pinned, role) > 0).length < 2
    );
  };
  const sets = [...(limits.together ?? []), ...(limits.pins ?? []).map(({ steps: pinned }) => pinned)];
  const isWhole = (set: readonly string[], role: readonly StepSketch[]): boolean =>
    [0, inside.filter(({ name }) => set.includes(name)).length].includes(both(set, role));
  return partitions(inside).some((roles) =>
    roles.every((role) => isRole(role) && sets.every((set) => isWhole(set, role))),
  );
}

const stepsOf = fc
  .array(
    fc.record({
      hours: fc.integer({ min: 0, max: 60 }),
      people: fc.integer({ min: 1, max: 2 }),
      needs: fc.subarray(SKILLS, { minLength: 1 }),
      force: fc.constantFrom('SALES' as const, 'FULFILMENT' as const),
    }),
    { minLength: 2, maxLength: 5 },
  )
  .map((sketches) => sketches.map((sketch, at): StepSketch => ({ ...sketch, name: NAMES[at] ?? '' })));

const questions = stepsOf.chain((steps) => {
  const names = steps.map(({ name }) => name);
  const some = fc.subarray(names, { minLength: 2 });
  const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 2 });
  return fc.record({
    sketch: fc.record({
      steps: fc.constant(steps),
      together: fc.array(some, { maxLength: 1 }),
      apart: fc.array(some, { maxLength: 1 }),
    }),
    limits: fc.record({
      maxPositionsPerRole: maybe(fc.integer({ min: 1, max: 3 })),
      maxCapabilitiesPerRole: maybe(fc.integer({ min: 1, max: 3 })),
      maxStepsPerRole: maybe(fc.integer({ min: 1, max: 3 })),
      teamSize: maybe(fc.integer({ min: 1, max: 4 })),
      oneForcePerRole: maybe(fc.boolean()),
      targetUtilisation: maybe(fc.constantFrom(0.3, 0.6, 0.85)),
      shrinkage: maybe(fc.constantFrom(0.15, 0.4, 0.6)),
      apart: fc.array(some, { maxLength: 2 }),
      together: fc.array(some, { maxLength: 2 }),
      pins: maybe(some).map((pinned) => (pinned ? [{ role: 'Baker', steps: pinned }] : [])),
    }),
  });
});

describe('the smallest set that contradicts', () => {
  it('contradicts by itself, and without any one of its limits and steps it does not', () => {
    let [tried, seen] = [0, 0];
    const check = ({ sketch, limits }: { sketch: StreamSketch; limits: StructureLimits }): void => {
      tried += 1;
      const answer = proposeStructure(groundOf(sketch), limits);
      const all = { steps: sketch.steps.map(({ name }) => name), lines: linesOf(sketch, limits) };
      expect(answer.kind === 'LimitsContradict').toBe(!isPossible(sketch, all));
      if (answer.kind !== 'LimitsContradict') return;
      seen += 1;
      const nameOf = new Map<string, string>(
        groundOf(sketch).stream.steps.map(({ key, name }) => [key, name]),
      );
      const named = { steps: answer.steps.map((key) => nameOf.get(key) ?? ''), lines: answer.limits };
      expect(isPossible(sketch, named)).toBe(false);
      const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, other) => other !== at);
      named.lines.forEach((_, at) =>
        expect(isPossible(sketch, { ...named, lines: without(named.lines, at) })).toBe(true),
      );
      named.steps.forEach((_, at) => {
        const steps = without(named.steps, at);
        expect(isPossible(sketch, { steps, lines: named.lines })).toBe(true);
      });
    };
    fc.assert(fc.property(questions, check), { numRuns: 150 });
    expect(seen).toBeGreaterThan(tried / 5);
  });

  it('names the utilisation where a limit on positions alone could be kept', () => {
    const ground = groundOf({ steps: [{ name: 'Bake', needs: ['billing'], hours: 20 }] });
    expect(proposeStructure(ground, { maxPositionsPerRole: 1 }).kind).toBe('StructureProposal');
    const answer = proposeStructure(ground, { maxPositionsPerRole: 1, targetUtilisation: 0.3 });
    expect(answer).toMatchObject({
      limits: ['positions per role: 1', 'utilisation: 30%'],
      message: expect.stringContaining('plan for more of the paid hours'),
    });
  });

  it('tells a number that works when followed, with all else that was set', () => {
    const keys = {
      CAPABILITIES: 'maxCapabilitiesPerRole',
      STEPS: 'maxStepsPerRole',
    } as const;
    let [tried, followed] = [0, 0];
    const check = ({ sketch, limits }: { sketch: StreamSketch; limits: StructureLimits }): void => {
      tried += 1;
      const answer = proposeStructure(groundOf(sketch), limits);
      if (answer.kind !== 'LimitsContradict') return;
      const allowed = Number(/Allow (\d+)/.exec(answer.message)?.[1]);
      if (Number.isNaN(allowed)) return;
      followed += 1;
      const named = (text: string): boolean => answer.limits.some((line) => line.startsWith(text));
      const raised: StructureLimits = named('capabilities per role')
        ? { ...limits, [keys.CAPABILITIES]: allowed }
        : named('steps per role')
          ? { ...limits, [keys.STEPS]: allowed }
          : {
              ...limits,
              ...(limits.maxPositionsPerRole == null
                ? {}
                : { maxPositionsPerRole: Math.max(allowed, limits.maxPositionsPerRole) }),
              ...(limits.teamSize == null ? {} : { teamSize: Math.max(allowed, limits.teamSize) }),
            };
      const again = proposeStructure(groundOf(sketch), raised);
      if (again.kind !== 'LimitsContradict') return;
      const first = answer.limits.find((line) => /^(capabilities|steps|positions|team)/.test(line)) ?? '';
      const kind =
        first.startsWith('positions') || first.startsWith('team') ? /^(positions|team)/ : first.slice(0, 5);
      expect(again.limits.filter((line) => line.search(kind) === 0)).toEqual([]);
    };
    fc.assert(fc.property(questions, check), { numRuns: 150 });
    expect(followed).toBeGreaterThan(tried / 8);
  });

  it('counts the hours of a person by the utilisation that was set, though a limit alone contradicts', () => {
    const ground = groundOf({ steps: [{ name: 'Bake', needs: ['billing'], hours: 60 }] });
    const limits = { maxPositionsPerRole: 1, targetUtilisation: 0.5 };
    expect(proposeStructure(ground, limits)).toMatchObject({
      limits: ['positions per role: 1'],
      message: expect.stringMatching(/one person is planned for 17 h.* Allow 4,/),
    });
    expect(proposeStructure(ground, { ...limits, maxPositionsPerRole: 4 }).kind).toBe('StructureProposal');
  });

  it('shows the digit that decides where the hours are all but one person', () => {
    const hours = PAID * 0.85 * 0.85 * 1.001;
    const ground = groundOf({ steps: [{ name: 'Bake', needs: ['billing'], hours }] });
    const answer = proposeStructure(ground, { maxPositionsPerRole: 1 });
    if (answer.kind !== 'LimitsContradict') throw new Error(answer.kind);
    const [, load, person] = /by load: ([\d.]+) h a week, .* for ([\d.]+) h/.exec(answer.message) ?? [];
    expect(Number(load)).toBeGreaterThan(Number(person));
  });

  it('leaves the utilisation out where it changes nothing', () => {
    const ground = groundOf({ steps: [{ name: 'Bake', needs: ['billing'], people: 2, hours: 1 }] });
    const answer = proposeStructure(ground, { maxPositionsPerRole: 1, targetUtilisation: 0.3 });
    expect(answer).toMatchObject({ limits: ['positions per role: 1'] });
  });

  it('holds a team size that was set for every role, or tells that it cannot', () => {
    const steps = ['Bake', 'Cool', 'Deliver'].map((name) => ({ name, needs: ['billing'], hours: 25 }));
    const kept = proposeStructure(groundOf({ steps }), { teamSize: 1 });
    if (kept.kind !== 'StructureProposal') throw new Error(kept.kind);
    expect(kept.roles.map(({ positions }) => positions)).toEqual([1, 1, 1]);
    expect(kept.teams.map(({ roles }) => roles.length)).toEqual([1, 1, 1]);
    const crew = groundOf({ steps: [...steps, { name: 'Lift', needs: ['billing'], hours: 1, people: 2 }] });
    expect(proposeStructure(crew, { teamSize: 1 })).toMatchObject({
      kind: 'LimitsContradict',
      limits: ['team size: 1'],
      message: expect.stringContaining('a team may have 1'),
    });
    const usual = groundOf({ steps: [{ name: 'Bake', needs: ['billing'], hours: 400 }] });
    expect(proposeStructure(usual, {}).kind).toBe('StructureProposal');
  });
});

function linesOf({ apart, together }: StreamSketch, limits: StructureLimits): string[] {
  const share = (value: number): string => `${Math.round(value * 100)}%`;
  return [
    ...(apart ?? []).map((set) => `keep apart: ${set.join(', ')}`),
    ...(together ?? []).map((set) => `keep together: ${set.join(', ')}`),
    ...(limits.apart ?? []).map((set) => `keep apart: ${set.join(', ')}`),
    ...(limits.together ?? []).map((set) => `keep together: ${set.join(', ')}`),
    ...(limits.pins ?? []).map(({ role, steps }) => `pin: ${steps.join(', ')} in ${role}`),
    ...(limits.maxPositionsPerRole == null ? [] : [`positions per role: ${limits.maxPositionsPerRole}`]),
    ...(limits.maxCapabilitiesPerRole == null
      ? []
      : [`capabilities per role: ${limits.maxCapabilitiesPerRole}`]),
    ...(limits.maxStepsPerRole == null ? [] : [`steps per role: ${limits.maxStepsPerRole}`]),
    ...(limits.teamSize == null ? [] : [`team size: ${limits.teamSize}`]),
    ...(limits.oneForcePerRole == null
      ? []
      : [`one force per role: ${limits.oneForcePerRole ? 'yes' : 'no'}`]),
    ...(limits.targetUtilisation == null ? [] : [`utilisation: ${share(limits.targetUtilisation)}`]),
    ...(limits.shrinkage == null ? [] : [`shrinkage: ${share(limits.shrinkage)}`]),
  ];
}
