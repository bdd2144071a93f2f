import { foldName, type Problem } from '../shared/index.js';
import { problemAt, quoted } from './problem-at.js';
import type { StepLookup } from './step-lookup.js';
import type { ValueStream } from './value-stream.js';
import type { PlainLine } from './walk-lines.js';

/** What lines tell of duties: who answers for which steps, which may meet under a control, and what must be done by law. */
export interface ReadDuties extends Pick<ValueStream, 'stageOwners' | 'compensations' | 'obligations'> {
  readonly problems: readonly Problem[];
}

/** Reads `owner of`, `compensating control` and `obligation` lines; a second obligation of one name is told, and the first stands. */
export function readDuties(lines: readonly PlainLine[], lookup: StepLookup): ReadDuties {
  const compensations = lines.flatMap((line) => {
    if (line.kind !== 'compensated') return [];
    const steps = lookup.findAll(line.steps, '`compensating control`');
    return steps.length > 1 ? [{ steps, control: line.control, line: line.at?.line ?? null }] : [];
  });
  const stageOwners = lines.flatMap((line) => {
    if (line.kind !== 'stageOwner') return [];
    const steps = lookup.findAll(line.steps, '`owner of`');
    return steps.length > 0 ? [{ owner: line.name, steps, line: line.at?.line ?? null }] : [];
  });
  const obligations = new Map<string, NonNullable<ValueStream['obligations']>[number]>();
  const problems: Problem[] = [];
  for (const line of lines) {
    if (line.kind !== 'obligation') continue;
    const first = obligations.get(foldName(line.name));
    if (first) {
      const where = first.line === null ? '' : ` (line ${first.line})`;
      const message = `The obligation ${quoted(line.name)} is told already${where}; that one counts. Put both sources into one line.`;
      problems.push(problemAt('SECOND_DEFINITION', 'WARNING', message, line.at));
      continue;
    }
    obligations.set(foldName(line.name), {
      ...{ name: line.name, source: line.source, line: line.at?.line ?? null },
    });
  }
  return {
    ...(stageOwners.length > 0 ? { stageOwners } : {}),
    ...(compensations.length > 0 ? { compensations } : {}),
    ...(obligations.size > 0 ? { obligations: [...obligations.values()] } : {}),
    problems,
  };
}
