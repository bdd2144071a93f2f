import { BUILT_IN_CATALOGUE } from '../../../src/domain/capability/index.js';
import { readNapkin } from '../../../src/domain/napkin/index.js';
import { planStream, understandStream, type Plan } from '../../../src/domain/plan.js';
import { acceptDraft } from '../../../src/domain/stream/index.js';

/** The plan of a napkin; fails the test where the napkin has an error. */
export function planOf(napkin: string): Plan {
  const { drafts, problems } = readNapkin(napkin);
  const [draft] = drafts;
  if (!draft) throw new Error('The napkin holds no stream.');
  const accepted = acceptDraft(draft);
  const errors = [...problems, ...accepted.problems].filter(({ severity }) => severity === 'ERROR');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return planStream(understandStream(accepted.stream, BUILT_IN_CATALOGUE));
}
