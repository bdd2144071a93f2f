import type { StreamContent } from '../../application/index.js';
import {
  acceptDraft,
  readNapkin,
  type Justification,
  type KnownStep,
  type StreamKey,
} from '../../domain/index.js';
import { notExpected, within, type Spot } from './shape.js';
import { LIST_FILES, type StreamLists } from './stream-files.js';

/** The steps of each revision, by its number. */
type Steps = ReadonlyMap<number, readonly KnownStep[]>;

/** A Fault BAD_INPUT where something of the stream refers to what is not there, or its napkins say something else. */
export function checkReferences(stream: StreamContent, folder: string): void {
  checkRevisions(stream, folder);
  const steps: Steps = new Map(stream.revisions.map((one) => [one.revision, one.steps]));
  const at = (list: keyof StreamLists, nth: number): Spot => {
    return { file: `${folder}/${LIST_FILES[list]}`, path: [`entry ${nth + 1}`] };
  };
  for (const list of Object.keys(LIST_FILES) as readonly (keyof StreamLists)[]) {
    const ids = new Set<string>();
    for (const [nth, one] of stream[list].entries()) {
      stepsOf(steps, one.revision, within(at(list, nth), 'revision'));
      if ('id' in one) refuseTwice(ids, one.id, within(at(list, nth), 'id'));
    }
  }
  for (const list of ['assignments', 'overrides'] as const)
    for (const [nth, { step, revision }] of stream[list].entries())
      checkStep(steps, revision, step, within(at(list, nth), 'step'));
  for (const list of ['assignments', 'staffing'] as const)
    for (const [nth, { because, revision }] of stream[list].entries())
      checkReasons(steps, revision, because, within(at(list, nth), 'because'));
}

/** Numbers without a gap, steps that are told once, and napkins that have just these steps. */
function checkRevisions({ key, revisions }: StreamContent, folder: string): void {
  for (const [nth, { revision, name, steps, napkin }] of revisions.entries()) {
    const at: Spot = { file: `${folder}/stream.json`, path: [`revision ${nth + 1}`] };
    if (revision !== nth + 1)
      throw notExpected(
        within(at, 'revision'),
        `expected ${nth + 1}, found ${revision}: revisions follow each other from 1 on, and none can be left out.`,
      );
    const keys = new Set<string>();
    for (const [place, step] of steps.entries())
      refuseTwice(keys, step.key, within(at, `step ${place + 1}`, 'key'));
    checkNapkin(napkin, { key, name, steps }, { file: `${folder}/${napkinFile(revision)}`, path: [] });
  }
}

/** The file that holds the napkin of a revision. */
export function napkinFile(revision: number): string {
  return `revision-${revision}.napkin`;
}

function checkNapkin(
  napkin: string,
  told: { readonly key: StreamKey; readonly name: string; readonly steps: readonly KnownStep[] },
  at: Spot,
): void {
  const { drafts, problems } = readNapkin(napkin);
  const wrong = problems.find(({ severity }) => severity === 'ERROR');
  if (wrong) {
    const place = wrong.place ? within(at, `line ${wrong.place.line}`) : at;
    throw notExpected(place, `${wrong.message} ${wrong.suggestion ?? ''}`.trim());
  }
  const [draft] = drafts;
  if (!draft || drafts.length > 1)
    throw notExpected(at, `expected the napkin of one stream, found ${drafts.length}.`);
  const { stream } = acceptDraft(draft, { key: told.key, known: told.steps });
  if (stream.name !== told.name)
    throw notExpected(
      at,
      `expected the stream "${told.name}" (stream.json), found "${stream.name}". ${REVERT}`,
    );
  const count = Math.max(stream.steps.length, told.steps.length);
  for (let nth = 0; nth < count; nth += 1) {
    const [here, there] = [stream.steps[nth], told.steps[nth]];
    if (here?.key === there?.key && here?.name === there?.name) continue;
    throw notExpected(
      at,
      `expected ${named(there)} as step ${nth + 1} (stream.json), found ${named(here)}. ${REVERT}`,
    );
  }
}

const REVERT =
  'A revision is what was drawn then: put the file back as it was exported, and draw the change after the import.';

function named(step: { readonly name: string } | undefined): string {
  return step ? `"${step.name}"` : 'none';
}

function refuseTwice(seen: Set<string>, id: string, at: Spot): void {
  if (seen.has(id)) throw notExpected(at, `"${id}" stands here for the second time; each is there once.`);
  seen.add(id);
}

function stepsOf(steps: Steps, revision: number, at: Spot): readonly KnownStep[] {
  const found = steps.get(revision);
  if (found) return found;
  throw notExpected(at, `expected a revision of the stream, 1 to ${steps.size}, found ${revision}.`);
}

function checkStep(steps: Steps, revision: number, step: KnownStep, at: Spot): void {
  const found = stepWith(steps, revision, step.key, within(at, 'key'));
  if (found.name === step.name) return;
  throw notExpected(
    within(at, 'name'),
    `expected "${found.name}", as revision ${revision} calls "${step.key}" (stream.json), found "${step.name}".`,
  );
}

function checkReasons(steps: Steps, revision: number, because: readonly Justification[], at: Spot): void {
  for (const [nth, { step }] of because.entries())
    stepWith(steps, revision, step, within(at, `reason ${nth + 1}`, 'step'));
}

function stepWith(steps: Steps, revision: number, key: string, at: Spot): KnownStep {
  const all = stepsOf(steps, revision, at);
  const found = all.find((one) => one.key === key);
  if (found) return found;
  const known = all.map((one) => `"${one.key}"`).join(', ');
  throw notExpected(at, `expected a step of revision ${revision}, one of ${known}, found "${key}".`);
}
