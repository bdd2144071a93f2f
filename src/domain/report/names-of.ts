import { foldName } from '../shared/index.js';
import type { Names, ReportedPlan } from './report-ground.js';

const known = new WeakMap<ReportedPlan, Names>();

/** How a plan names its steps and roles; a plan has its names put together once. */
export function namesOf(plan: ReportedPlan): Names {
  const names = known.get(plan) ?? putTogether(plan);
  known.set(plan, names);
  return names;
}

function putTogether({ stream, structure }: ReportedPlan): Names {
  const steps = new Map<string, string>(stream.steps.map(({ key, name }) => [key, name]));
  const folded = new Map(stream.steps.map(({ name }) => [foldName(name), name]));
  const roles = new Map(structure?.roles.map(({ key, name }) => [key, name]) ?? []);
  return {
    step: (key) => steps.get(key) ?? key,
    role: (key) => roles.get(key) ?? key,
    cited: (text) => folded.get(foldName(text)) ?? steps.get(text) ?? text,
  };
}
