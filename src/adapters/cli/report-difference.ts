import type { WrittenReport } from '../../application/index.js';
import { acceptDraft, comparePlans, planStream, understandStream, type Plan } from '../../domain/index.js';
import { chosenStream } from './chosen-stream.js';
import type { CommandContext } from './command-context.js';
import { chosenPlan, complain, plannedFile } from './planned-file.js';
import { readingOf, readSource } from './read-source.js';
import { UsageFault } from './terminal.js';

/** The napkin before, and which stream of each is meant. */
export interface DifferenceOptions {
  readonly before?: string;
  readonly stream?: string;
}

/** What changed from one napkin to another; null where one of them has errors, which are told. An UsageFault where no napkin before is named. */
export async function differenceOf(
  path: string,
  { before, stream: wanted }: DifferenceOptions,
  date: string,
  { services, terminal }: Omit<CommandContext, 'finish'>,
): Promise<WrittenReport | null> {
  if (before === undefined)
    throw new UsageFault(
      'A difference is between two napkins: name the one before with --before old.napkin.',
    );
  if (before === '-' && path === '-')
    throw new UsageFault('Only one of the two napkins can come from standard input.');
  const was = await plannedFile(before, {}, services, terminal);
  if (was.plans.length === 0) {
    complain(was, 'no report was written.', terminal);
    return null;
  }
  const source = await readSource(path, terminal, services);
  const reading = readingOf(source);
  if (reading.problems.some(({ severity }) => severity === 'ERROR')) {
    complain({ source, reading }, 'no report was written.', terminal);
    return null;
  }
  const stream = chosenStream(source, reading, wanted);
  const draft = reading.drafts[reading.streams.indexOf(stream)];
  if (!draft) throw new UsageFault(`${source.name} holds no stream to compare.`);
  const plan = chosenPlan(was, was.plans.length === 1 ? undefined : wanted);
  const known = plan.stream.steps.map(({ key, name }) => ({ key, name }));
  const solving = await services.loadSolving?.();
  const understood = await terminal.progress(`planning ${source.name}`, () =>
    understandStream(acceptDraft(draft, { known }).stream, services.catalogue, {}, solving),
  );
  const names = [was.source.name, source.name] as const;
  const after: Plan = planStream(understood);
  return comparePlans({ before: plan, names: distinct(names) }, { plan: after, revision: null, date });
}

function distinct([before, after]: readonly [string, string]): readonly [string, string] {
  return before === after ? [`${before} (before)`, `${after} (after)`] : [before, after];
}
