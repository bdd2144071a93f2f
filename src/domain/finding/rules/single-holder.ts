import { foldName } from '../../shared/index.js';
import { listNames, nameStep, sayDemand } from '../../responsibility/index.js';
import type { Step } from '../../stream/index.js';
import type { FindingContext, FindingRule, Found } from '../finding-rule.js';
import { holdersOfDemands } from '../holders-of-demands.js';

const MOST_NAMED = 5;

/** The stream does not stop because one person is away. */
export const singleHolder: FindingRule = {
  code: 'SINGLE_HOLDER',
  severity: 'WARNING',
  norm: 'More than one person can do what a step demands, so that the stream goes on when somebody is away or leaves.',
  check: (context) =>
    context.stream.people.some(({ capabilities }) => capabilities.length > 0) ? told(context) : seen(context),
};

/** By the person lines: who is the only one that can. */
function told(context: FindingContext): Found[] {
  const alone = new Map<string, { skills: Set<string>; steps: Set<Step> }>();
  for (const { demand, steps, holders } of holdersOfDemands(context)) {
    const [only, second] = holders;
    if (only === undefined || second !== undefined) continue;
    const entry = alone.get(only) ?? { skills: new Set(), steps: new Set() };
    alone.set(only, entry);
    entry.skills.add(sayDemand(demand));
    for (const step of steps) entry.steps.add(step);
  }
  return [...alone].map(([name, { skills, steps }]) => ({
    message: `Nobody but ${name} can do ${listNames([...skills], 'and', MOST_NAMED)}: ${without([...steps])} in the absence of ${name}. Teach a second person and write it on their person line, or arrange a stand-in.`,
    steps: inOrder(steps),
  }));
}

/** Without person lines, by what is seen today: who alone does a kind of work. */
function seen({ stream, demands }: FindingContext): Found[] {
  const byKey = new Map(stream.steps.map((step) => [step.key, step]));
  const kinds = new Map<string, Step[]>();
  for (const { step: key, capability } of demands) {
    const step = byKey.get(key);
    if (!step || step.outside) continue;
    const steps = kinds.get(capability.key) ?? [];
    kinds.set(capability.key, steps);
    steps.push(step);
  }
  const alone = new Map<string, { name: string; steps: Set<Step> }>();
  for (const steps of kinds.values()) {
    const name = onlyPerformer(steps);
    if (name === null) continue;
    const entry = alone.get(foldName(name)) ?? { name, steps: new Set() };
    alone.set(foldName(name), entry);
    for (const step of steps) entry.steps.add(step);
  }
  return [...alone.values()].map(({ name, steps }) => ({
    message: `Nobody but ${name} is seen doing the work of ${listNames([...steps].map(nameStep), 'and', MOST_NAMED)}, and nobody has said who else can: ${steps.size === 1 ? 'it stops' : 'they stop'} in the absence of ${name}. Write person lines with what each can do, and teach a second person where there is none.`,
    steps: inOrder(steps),
  }));
}

function onlyPerformer(steps: readonly Step[]): string | null {
  const names = new Map<string, string>();
  for (const { performers, people } of steps) {
    if (people > 1 || performers.length !== 1) return null;
    for (const name of performers) names.set(foldName(name), name);
  }
  const [only, second] = [...names.values()];
  return second === undefined ? (only ?? null) : null;
}

function without(steps: readonly Step[]): string {
  return `${listNames(steps.map(nameStep), 'and', MOST_NAMED)} ${steps.length === 1 ? 'stops' : 'stop'}`;
}

function inOrder(steps: ReadonlySet<Step>): Found['steps'] {
  return [...steps].sort((a, b) => a.position - b.position).map(({ key }) => key);
}
