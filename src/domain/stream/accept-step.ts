import { foldName, type Calendar, type Problem, type Quantity } from '../shared/index.js';
import { toQuantity, toWorkingSeconds } from './convert-time.js';
import type { KeyedStep } from './key-steps.js';
import { problemAt, quoted } from './problem-at.js';
import type { StepLookup } from './step-lookup.js';
import type { DraftCapability, DraftDuration, DraftNumber, DraftReference, Force } from './stream-draft.js';
import type { StatedCapability, Step } from './value-stream.js';

/** What a step takes from the lines around it. */
export interface StepSetting {
  readonly position: number;
  readonly force: Force | null;
  /** The pains on lines of their own below it. */
  readonly pains: readonly string[];
}

/** A step of the stream from a step of the draft: references are keys, times working seconds. */
export function acceptStep(
  keyed: KeyedStep,
  setting: StepSetting,
  calendar: Calendar,
  lookup: StepLookup,
): Step {
  const { key, draft } = keyed;
  const time = (duration: DraftDuration | null) => duration && toWorkingSeconds(duration, calendar);
  const number = (written: DraftNumber | null) => written && toQuantity(written);
  const name = quoted(draft.name);
  return {
    key,
    name: draft.name,
    position: setting.position,
    line: draft.at?.line ?? null,
    force: setting.force,
    performers: eachOnce(draft.performers),
    processTime: time(draft.processTime),
    leadTime: time(draft.leadTime),
    completeAndAccurate: number(draft.completeAndAccurate),
    people: draft.people ?? 1,
    value: draft.value,
    outside: draft.outside,
    everySeconds: time(draft.every),
    uptime: number(draft.uptime),
    changeover: time(draft.changeover),
    batch: draft.batch,
    systems: draft.systems,
    capabilities: acceptCapabilities(draft.capabilities),
    asks: eachOnce(draft.asks),
    tells: eachOnce(draft.tells),
    approves: lookup.findAll(draft.approves, `\`approves\` of ${name}`),
    checks: lookup.findAll(draft.checks, `\`checks\` of ${name}`),
    ...(draft.serves === undefined ? {} : { serves: eachOnce(draft.serves) }),
    pains: draft.pain === null ? setting.pains : [draft.pain, ...setting.pains],
  };
}

function eachOnce(references: readonly DraftReference[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const { name } of references) if (!seen.has(foldName(name))) seen.set(foldName(name), name);
  return [...seen.values()];
}

/** Capabilities as stated, each once: the highest level and any licence stand. */
export function acceptCapabilities(stated: readonly DraftCapability[]): readonly StatedCapability[] {
  const seen = new Map<string, StatedCapability>();
  for (const { name, level, licence } of stated) {
    const before = seen.get(foldName(name));
    const levels = [before?.level ?? null, level].filter((one) => one !== null);
    seen.set(foldName(name), {
      name: before?.name ?? name,
      level: levels.length > 0 ? Math.max(...levels) : null,
      licence: licence || (before?.licence ?? false),
    });
  }
  return [...seen.values()];
}

/** Errors of a step's own numbers: a lead time that is shorter than the work in it, a run that takes no time. */
export function stepProblems(step: Step, draft: KeyedStep['draft']): readonly Problem[] {
  const problems: Problem[] = [];
  const place = draft.leadTime?.at ?? draft.at;
  if (step.leadTime && step.processTime && isShorter(step.leadTime, step.processTime)) {
    const message = `The lead time of ${quoted(step.name)} is shorter than its process time. Lead time is elapsed time and holds the work and the waiting, so it is at least as long; \`d\` and \`w\` are working time.`;
    problems.push(problemAt('LEAD_SHORTER_THAN_PROCESS', 'ERROR', message, place));
  }
  if (step.everySeconds && step.everySeconds.low <= 0) {
    const message = `${quoted(step.name)} runs every 0 time: write how long passes from one run to the next, such as \`every 1w\`.`;
    problems.push(problemAt('RHYTHM_WITHOUT_TIME', 'ERROR', message, draft.every?.at ?? draft.at));
  }
  return problems;
}

function isShorter(lead: Quantity, process: Quantity): boolean {
  return lead.likely < process.likely * (1 - 1e-9) || lead.high < process.high * (1 - 1e-9);
}
