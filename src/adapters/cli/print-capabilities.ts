import type { CapabilityDemand, Plan } from '../../domain/index.js';
import { count, labelled, section, type Page } from './page.js';

const MOST_TO_CONFIRM = 12;
/** Scores below this are chance. */
const NEAR = 0.25;

/** What the steps demand somebody to be able to do; what was derived from a name waits to be confirmed. */
export function printCapabilities(plan: Plan, page: Page): string[] {
  const names = new Map<string, string>(plan.stream.steps.map((step) => [step.key, step.name]));
  const stated = new Map<string, { name: string; steps: string[] }>();
  for (const demand of plan.demands.filter((each) => each.statedByStep)) {
    const { key, name, licence } = demand.capability;
    const entry = stated.get(key) ?? { name: licence ? `${name} (licence)` : name, steps: [] };
    const level = demand.level === null ? '' : ` (level ${demand.level})`;
    entry.steps.push(`${names.get(demand.step) ?? demand.step}${level}`);
    stated.set(key, entry);
  }
  const derived = plan.demands.filter((demand) => !demand.statedByStep);
  const room = Math.min(28, Math.max(12, ...[...stated.values()].map(({ name }) => name.length)) + 4);
  const lines = [...stated.values()].flatMap(({ name, steps }) =>
    labelled(page, `  ${name}  `, steps.join(', '), room, { text: page.paint.dim }),
  );
  const told =
    stated.size === 0
      ? 'none stated'
      : `${count(stated.size, 'capability', 'capabilities')} stated by ${count(statingSteps(plan.demands), 'step')}`;
  const aside = derived.length === 0 ? told : `${told}, ${derived.length} to confirm`;
  return section(page, 'CAPABILITIES', aside, [...lines, ...toConfirm(derived, names, page)]);
}

function statingSteps(demands: readonly CapabilityDemand[]): number {
  return new Set(demands.filter((each) => each.statedByStep).map((each) => each.step)).size;
}

function toConfirm(
  derived: readonly CapabilityDemand[],
  names: ReadonlyMap<string, string>,
  page: Page,
): string[] {
  if (derived.length === 0) return [];
  const shown = derived.slice(0, MOST_TO_CONFIRM);
  const more = derived.length - shown.length;
  return [
    ...labelled(
      page,
      '  ',
      'To confirm (these steps say nothing in {…}; the nearest of the catalogue, each with its score and the words that match):',
      2,
      {
        text: page.paint.yellow,
      },
    ),
    ...shown.flatMap((demand) =>
      labelled(page, '  ? ', `${names.get(demand.step) ?? demand.step} → ${nearest(demand)}`, 6, {
        label: page.paint.yellow,
      }),
    ),
    ...(more > 0 ? [page.paint.dim(`    and ${count(more, 'more step')} (all of them with --json)`)] : []),
  ];
}

function nearest({ suggestions }: CapabilityDemand): string {
  const near = suggestions.filter(({ score, matchedWords }) => score >= NEAR && matchedWords.length > 0);
  if (near.length === 0) return 'nothing in the catalogue is near';
  const each = near.map(({ capability, score, matchedWords }) => {
    const words = matchedWords.length === 0 ? '' : ` (${matchedWords.join(' ')})`;
    return `${capability.name} ${score.toFixed(2)}${words}`;
  });
  return each.join(', ');
}
