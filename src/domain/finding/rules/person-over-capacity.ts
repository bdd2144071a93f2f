import { foldName, formatNumber } from '../../shared/index.js';
import { loadPerformers, type PerformerLoad } from '../../metrics/index.js';
import { listNames, nameStep } from '../../responsibility/index.js';
import type { FindingContext, FindingRule, Found } from '../finding-rule.js';

const TOLERANCE = 1e-9;
const MOST_NAMED = 4;

/** Nobody does more today than they have hours for. */
export const personOverCapacity: FindingRule = {
  code: 'PERSON_OVER_CAPACITY',
  severity: 'WARNING',
  norm: 'The steps that somebody does today fit the hours that they work.',
  check: (context) => {
    const told = new Set(context.stream.people.map(({ name }) => foldName(name)));
    const loads = loadPerformers(context.stream.steps, context.metrics.steps);
    const people = context.stream.people.flatMap(({ name, hoursPerWeek }) => {
      const load = loads.get(foldName(name));
      return load && hoursPerWeek ? overload(name, load, hoursPerWeek.likely) : [];
    });
    return [...people, ...bottleneck(context, told)];
  },
};

function overload(name: string, { hours, parts }: PerformerLoad, has: number): Found[] {
  if (hours <= has * (1 + TOLERANCE)) return [];
  const measured = parts.flatMap(({ step, hours: part }) => (part === null ? [] : [{ step, hours: part }]));
  const heaviest = [...measured].sort((a, b) => b.hours - a.hours || a.step.position - b.step.position);
  const most = heaviest.map((part) => `${nameStep(part.step)} ${say(part.hours)}`);
  return [
    {
      message: `Done today by ${name}: at least ${say(hours)} a week, where there are ${say(has)}: ${listNames(most, 'and', MOST_NAMED)}. Give steps to somebody with room, shorten them, or correct the hours on the person line.`,
      steps: measured.map(({ step }) => step.key),
    },
  ];
}

/** Somebody without a person line, who is loaded most of all. */
function bottleneck({ metrics }: FindingContext, told: ReadonlySet<string>): Found[] {
  const { bottleneck: most } = metrics;
  if (!most || told.has(foldName(most.performer))) return [];
  const used = most.utilisation.value;
  if (used === null || used <= 1 + TOLERANCE) return [];
  return [
    {
      message: `Load of ${most.performer}: ${most.utilisation.text}, more than there are hours. If several people stand behind that name, say so with person lines; else give steps away or shorten them.`,
      steps: most.steps,
    },
  ];
}

function say(hours: number): string {
  return `${formatNumber(hours)} h`;
}
