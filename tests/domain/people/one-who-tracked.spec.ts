import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { assessStaffing, judgeStaffing, withStaff } from '../../../src/domain/index.js';
import { planNapkin } from '../../support/planned-napkin.js';
import { member } from './staff-case.js';

const FILE = '../shared/truths/value-streams-and-capabilities/recruit_employee.json';
const told = existsSync(FILE);

interface Story {
  readonly name: string;
  readonly stages: readonly { readonly name: string }[];
  readonly figure4CapabilitySet: { readonly capabilities: readonly string[] };
}

/** The stages as steps; every stage but the last demands a capability that several have, the last one the tracking too. */
function napkinOf({ name, stages }: Story, people: string): string {
  const steps = stages.map((stage, nth) =>
    nth === stages.length - 1
      ? `${stage.name} 6h {human resources, "${TRACKING}"}`
      : `${stage.name} 4h {human resources}`,
  );
  steps.splice(2, 0, 'fulfilment:');
  return `stream ${name}\ndemand: 2/week\nsales:\n${steps.join('\n')}\n${people}`;
}

const TRACKING = 'Onboard Tracking';
const COLLEAGUES = ['Hanna', 'Henk'].map((name) => `person ${name} 36h {human resources}\n`).join('');
const BEFORE = `${COLLEAGUES}person Ingrid 36h {human resources, "${TRACKING}"}\n`;
const AFTER = COLLEAGUES;

(told ? describe : describe.skip)(
  'the one who alone tracked onboarding (skipped where ../shared/truths is absent)',
  () => {
    const story = (told ? JSON.parse(readFileSync(FILE, 'utf8')) : { stages: [] }) as Story;
    const last = story.stages.at(-1)?.name ?? '';

    it('is about a capability that the published stream names', () => {
      expect(story.figure4CapabilitySet.capabilities).toContain(TRACKING);
      expect(last).toBe('Onboard Employee');
    });

    it('tells before the retirement whose leaving stops which stage, and what to teach', () => {
      const plan = planNapkin(napkinOf(story, BEFORE));
      const { cover, needs } = assessStaffing(plan.gate, []);
      expect(cover).toMatchObject({ uncovered: [], smallest: 1 });
      expect(cover.groups).toMatchObject([
        { howMany: 1, among: ['Ingrid'], steps: ['onboard-employee'], because: TRACKING },
      ]);
      expect(needs).toMatchObject([{ gap: 'ONE', canDo: ['Ingrid'], steps: ['onboard-employee'] }]);
      expect(needs[0]?.text).toContain(`Nobody but Ingrid can do ${TRACKING}: "${last}"`);
      expect(plan.findings.map(({ code }) => code)).toContain('SINGLE_HOLDER');
    });

    it('tells after it that the stage is uncovered and who is wanted, that the stream has no owner, and that nobody passes the gate', () => {
      const plan = planNapkin(napkinOf(story, AFTER));
      const { cover, needs, suggestion } = assessStaffing(plan.gate, []);
      expect(cover.uncovered).toEqual(['onboard-employee']);
      expect(needs[0]).toMatchObject({ gap: 'NOBODY', canDo: [], steps: ['onboard-employee'] });
      expect(needs[0]?.hoursAtStake.value).toBeGreaterThan(0);
      const codes = plan.findings.map(({ code }) => code);
      expect(codes).toContain('CAPABILITY_NOBODY_HOLDS');
      expect(codes).toContain('STREAM_WITHOUT_OWNER');
      const role = plan.structure?.roles.find(({ capabilities }) =>
        capabilities.some(({ name }) => name === TRACKING),
      );
      expect(suggestion?.open).toContainEqual(expect.objectContaining({ role: role?.key }));
      const gate = withStaff(plan.gate, [member('Hanna', ['human resources'])]);
      const wish = { person: 'Hanna', role: role?.name ?? '', reason: 'she knows everybody' };
      const [verdict] = judgeStaffing(gate, [wish]);
      expect(verdict).toMatchObject({ kind: 'RefusedStaffing' });
      expect(verdict?.kind === 'RefusedStaffing' && verdict.reasons.map(({ code }) => code)).toContain(
        'HOLDER_LACKS_CAPABILITY',
      );
    });
  },
);
