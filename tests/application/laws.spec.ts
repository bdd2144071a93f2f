import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PROPOSING_MODES, type UseCases } from '../../src/application/index.js';
import { judge, writeRaciReport, type Plan, type RaciLetter, type Wish } from '../../src/domain/index.js';
import { firmOn, later, type Firm } from '../support/brittle-firm.js';
import { describeOnEveryDatabase } from '../support/databases.js';
import { useCasesOn } from '../support/use-cases.js';

const SALES = ['Take the call @Ada 10m {call handling}', 'Quote the job @Ada 20m {estimating} asks Ben'];
const FULFILMENT = [
  'Do the job @Ben 2h {roofing} tells Ada',
  'Check the job @Cyd 10m {roofing} checks "Do the job"',
  'Send the invoice @Ada 10m {invoicing}',
];
const PEOPLE = ['person Ben 35h {roofing, estimating}', 'person Cyd {roofing}', 'person Ben 1h {invoicing}'];

const napkin = fc
  .record({
    sales: fc.subarray(SALES, { minLength: 1 }),
    fulfilment: fc.constantFrom(FULFILMENT, FULFILMENT, FULFILMENT.slice(0, 2), FULFILMENT.slice(2)),
    people: fc.constantFrom(PEOPLE.slice(0, 2), PEOPLE.slice(0, 2), PEOPLE.slice(0, 1), PEOPLE.slice(1)),
    owner: fc.constantFrom('Ada', 'Ada', 'Cleo'),
    demand: fc.constantFrom('2/week', '2/week', '20/week'),
  })
  .map(
    ({ sales, fulfilment, people, owner, demand }) =>
      `stream Law\nowner: ${owner}\ndemand: ${demand}\nsales:\n${sales.join('\n')}\nfulfilment:\n${fulfilment.join('\n')}\n${people.join('\n')}\n`,
  );

const STEPS = ['Take the call', 'Quote the job', 'Do the job', 'Check the job', 'Send the invoice'] as const;
const LETTERS: readonly RaciLetter[] = ['R', 'A', 'C', 'I'];
const reason = fc.constantFrom(null, 'because I like it');

/** One that the stream may well justify, as it stands at first. */
const likely: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({
    holder: fc.constantFrom('Ben', 'Cyd'),
    step: fc.constantFrom(...STEPS.slice(1, 4)),
    letter: fc.constantFrom<RaciLetter>('R', 'R', 'C', 'I'),
    reason,
  }),
  fc.record({
    holder: fc.constantFrom('Ada', 'Cleo'),
    step: fc.constantFrom(...STEPS),
    letter: fc.constant<RaciLetter>('A'),
    reason,
  }),
);
const wish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 3, arbitrary: likely },
  {
    weight: 1,
    arbitrary: fc.record({
      holder: fc.constantFrom('Ada', 'Ben', 'Cyd', 'Cleo', 'Nobody', 'role 0', 'role 1', 'role 2'),
      step: fc.constantFrom(...STEPS, null),
      letter: fc.constantFrom(...LETTERS),
      reason,
    }),
  },
);

type Act =
  | { readonly kind: 'DRAW'; readonly napkin: string }
  | { readonly kind: 'ADOPT' }
  | {
      readonly kind: 'WISH';
      readonly wishes: readonly Wish[];
      readonly mode: (typeof PROPOSING_MODES)[number];
    }
  | { readonly kind: 'WITHDRAW'; readonly nth: number }
  | { readonly kind: 'STAFF'; readonly person: string; readonly nth: number }
  | { readonly kind: 'UNSTAFF'; readonly nth: number }
  | { readonly kind: 'OVERRIDE'; readonly wish: Wish }
  | { readonly kind: 'END_OVERRIDE'; readonly nth: number }
  | { readonly kind: 'PASS_DAYS'; readonly days: number }
  /** The act breaks off at its nth write, as if the database were gone. */
  | { readonly kind: 'BREAK_OFF'; readonly at: number; readonly act: Act }
  | { readonly kind: 'RESTART' };

const plainAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: napkin.map((text): Act => ({ kind: 'DRAW', napkin: text })) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'ADOPT' }) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.array(wish, { minLength: 1, maxLength: 4 }), fc.constantFrom(...PROPOSING_MODES))
      .map(([wishes, mode]): Act => ({ kind: 'WISH', wishes, mode })),
  },
  { weight: 1, arbitrary: fc.nat(4).map((nth): Act => ({ kind: 'WITHDRAW', nth })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('Ada', 'Ben', 'Cyd', 'Nobody'), fc.nat(3))
      .map(([person, nth]): Act => ({ kind: 'STAFF', person, nth })),
  },
  { weight: 1, arbitrary: fc.nat(1).map((nth): Act => ({ kind: 'UNSTAFF', nth })) },
  { weight: 2, arbitrary: wish.map((one): Act => ({ kind: 'OVERRIDE', wish: one })) },
  { weight: 1, arbitrary: fc.nat(2).map((nth): Act => ({ kind: 'END_OVERRIDE', nth })) },
  { weight: 1, arbitrary: fc.constantFrom(1, 10, 40).map((days): Act => ({ kind: 'PASS_DAYS', days })) },
);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 10, arbitrary: plainAct },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat(4), plainAct)
      .map(([at, broken]): Act => ({ kind: 'BREAK_OFF', at, act: broken })),
  },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'RESTART' }) },
);

async function planned(useCases: UseCases, key: string) {
  const found = await useCases.stream(key);
  if (!found) throw new Error('the stream of the law is kept');
  return found;
}

async function perform(firm: Firm, key: string, one: Act): Promise<void> {
  const { useCases, clock } = firm;
  const { plan, stored } = await planned(useCases, key);
  switch (one.kind) {
    case 'DRAW':
      await useCases.drawStream({ napkin: one.napkin, key });
      return;
    case 'ADOPT':
      await useCases.adoptStructure({ stream: key });
      return;
    case 'WITHDRAW': {
      const assignment = stored.assignments[one.nth];
      if (assignment) await useCases.withdrawAssignment({ assignment: assignment.id });
      return;
    }
    case 'STAFF': {
      const role = plan.structure?.roles[one.nth]?.name ?? 'No such role';
      await useCases.proposeStaffing({ stream: key, wishes: [{ person: one.person, role, reason: null }] });
      return;
    }
    case 'UNSTAFF': {
      const kept = stored.staffing[one.nth];
      const asked = kept && { stream: key, person: kept.person, role: kept.role.key };
      if (asked) await useCases.withdrawStaffing(asked);
      return;
    }
    case 'OVERRIDE': {
      const until = later(clock.day, 20);
      const asked = { wish: one.wish, by: 'Ada', why: 'somebody is ill', until };
      await useCases.overrideRefusal({ stream: key, ...asked });
      return;
    }
    case 'END_OVERRIDE': {
      const open = stored.overrides.filter(({ endedAt }) => endedAt === null)[one.nth];
      if (open) await useCases.endOverride({ override: open.id });
      return;
    }
    case 'PASS_DAYS':
      clock.day = later(clock.day, one.days);
      return;
    case 'RESTART':
      await firm.restart();
      return;
    case 'BREAK_OFF':
      await breakOff(firm, key, one);
      return;
    case 'WISH': {
      const roles = plan.structure?.roles ?? [];
      const named = (holder: string) => /^role (\d)$/.exec(holder)?.[1];
      const wishes = one.wishes.map((each) => {
        const nth = named(each.holder);
        return nth === undefined ? each : { ...each, holder: roles[Number(nth)]?.name ?? 'Nobody' };
      });
      await useCases.proposeAssignments({ stream: key, wishes, mode: one.mode });
    }
  }
}

/** What an act that broke off had begun is not there; where it needed fewer writes, it was done. */
async function breakOff(firm: Firm, key: string, { at, act: broken }: Extract<Act, { kind: 'BREAK_OFF' }>) {
  const before = (await planned(firm.useCases, key)).stored;
  firm.broken.left = at;
  const failed = await perform(firm, key, broken).then(
    () => false,
    () => true,
  );
  const used = firm.broken.left <= 0;
  firm.broken.left = Number.POSITIVE_INFINITY;
  if (!failed) return;
  expect(used).toBe(true);
  // Everything of it: a broken-off act leaves no trace, whatever it was.
  expect((await planned(firm.useCases, key)).stored).toEqual(before);
}

/** Every letter that is printed has its reason, or is told to be an override with who, why and till when. */
function checkReport(plan: Plan, day: string): void {
  const report = writeRaciReport({ plan, revision: null, date: day, refusals: [] });
  const reasons = new Set(
    report.reasons.map(({ step, role, letter }) => JSON.stringify([step, role, letter])),
  );
  for (const { step, cells } of report.matrix.rows) {
    for (const { role, letters, overridden } of cells) {
      for (const letter of letters) {
        if (!overridden.includes(letter)) expect(reasons).toContain(JSON.stringify([step, role, letter]));
      }
    }
  }
  const marks = report.matrix.rows.flatMap(({ cells }) => cells.flatMap(({ overridden }) => overridden));
  const placed = plan.overrides.filter(({ hasPlace }) => hasPlace);
  if (plan.matrix) expect(marks).toHaveLength(placed.length);
  expect(report.overrides).toHaveLength(plan.overrides.length);
}

/** Everything that must be true of a stream, whatever was done to it. */
async function checkLaws({ useCases, clock }: Firm, key: string): Promise<void> {
  const { plan, stored } = await planned(useCases, key);
  checkReport(plan, clock.day);
  for (const { override } of plan.overrides) {
    expect(override.until >= clock.day).toBe(true);
    expect(override.by).not.toBe('');
    expect(override.against.length).toBeGreaterThan(0);
  }
  const here = new Set(plan.stream.steps.map((step) => step.key));
  const roles = new Map(plan.structure?.roles.map((role) => [role.key, role.name]) ?? []);
  for (const row of plan.matrix?.rows ?? []) {
    for (const { because, letter, role, step, accepted } of row.cells) {
      expect(because.length).toBeGreaterThan(0);
      for (const reason of because) expect(here).toContain(reason.step);
      if (accepted) continue;
      const own = { holder: roles.get(role) ?? '', step, letter, reason: null };
      const taken = letter === 'A' && row.taken !== null;
      if (!taken) expect(judge(plan.gate, [own])[0]).toMatchObject({ kind: 'AcceptedWish', inForce: true });
    }
  }
  for (const { because } of stored.assignments) expect(because.length).toBeGreaterThan(0);
  for (const { refused } of stored.refusals) expect(refused.reasons.length).toBeGreaterThan(0);
  expect(plan.staffing).toHaveLength(stored.staffing.length);
  for (const { because } of stored.staffing) expect(because.length).toBeGreaterThan(0);
  for (const { reasons } of stored.refusedStaffing) expect(reasons.length).toBeGreaterThan(0);
  for (const { stillJustified, lost } of plan.staffing) expect(lost.length === 0).toBe(stillJustified);
  const log = await useCases.standingLog(stored);
  const set = log.filter(({ kind }) => kind === 'OVERRIDDEN');
  expect(set).toHaveLength(stored.overrides.length);
  const logged = (id: string) => log.filter(({ assignmentId }) => assignmentId === id).at(-1)?.kind;
  for (const { assignment, stillJustified, lost } of plan.assignments) {
    expect(lost.length === 0).toBe(stillJustified);
    expect(logged(assignment.id) === 'LOST').toBe(!stillJustified);
  }
  for (const { staffing, stillJustified } of plan.staffing)
    expect(logged(staffing.id) === 'LOST').toBe(!stillJustified);
  // What is told to be withdrawn is there no longer.
  const kept = new Set([...stored.assignments, ...stored.staffing].map(({ id }) => id));
  for (const { kind, assignmentId } of log)
    if (kind === 'WITHDRAWN') expect(kept).not.toContain(assignmentId);
}

describeOnEveryDatabase(
  'over any sequence of draws, adoptions, wishes, overrides, withdrawals and crashes',
  (database) => {
    it('nothing stands, is stored or is printed without a justification, and the log tells what stands', async () => {
      const firm = await firmOn(database);
      let made = 0;
      await fc.assert(
        fc.asyncProperty(napkin, fc.array(act, { maxLength: 10 }), async (first, acts) => {
          made += 1;
          const key = `law-${made}`;
          const drawn = await firm.useCases.drawStream({ napkin: first, key });
          fc.pre(drawn.streams.length > 0);
          for (const one of acts) {
            await perform(firm, key, one);
            await checkLaws(firm, key);
          }
        }),
        { numRuns: 25 },
      );
    }, 60_000);

    it('the verdict on a wish does not depend on unrelated ones, or on their order', async () => {
      const useCases = useCasesOn(await database.open());
      await useCases.drawStream({
        key: 'law',
        napkin: `stream Law\nowner: Ada\nsales:\n${SALES.join('\n')}\nfulfilment:\n${FULFILMENT.join('\n')}\n${PEOPLE.slice(0, 2).join('\n')}\n`,
      });
      const { plan } = await planned(useCases, 'law');
      const unrelated = (a: Wish, b: Wish) => a.holder !== b.holder && a.step !== b.step;
      fc.assert(
        fc.property(wish, fc.array(wish, { maxLength: 8 }), (one, others) => {
          const apart = others.filter((other) => unrelated(one, other));
          const [alone] = judge(plan.gate, [one]);
          expect(judge(plan.gate, [...apart, one]).at(-1)).toEqual(alone);
          expect(judge(plan.gate, [one, ...[...apart].reverse()])[0]).toEqual(alone);
        }),
      );
    });
  },
);
