import { carriersBy } from '../../application/index.js';
import { balanceWork, type CarrierBalance, type OperatorBalance, type Plan } from '../../domain/index.js';
import { count, figureText, labelled, section, type Page } from './page.js';

const LABEL_WIDTH = 16;
const MOST_NAMED = 3;

/** How many people the work asks for at takt, what is longer than takt, and who is loaded most; nothing without a demand. */
export function printBalance(plan: Plan, page: Page): string[] {
  const { stream, metrics } = plan;
  if (metrics.taktTime.value === null) return [];
  const [steps, performers] = (['STEP', 'PERFORMER'] as const).map((by) =>
    balanceWork(stream, metrics, carriersBy(plan, by)),
  );
  if (!steps || !performers || steps.workContent.value === null) return [];
  const tell = (label: string, text: string) => labelled(page, `  ${label}`, text, LABEL_WIDTH);
  return section(page, 'WORK AGAINST TAKT', `one unit enters every ${figureText(metrics.taktTime)}`, [
    ...tell('All work', peopleAtTakt(steps)),
    ...tell('Steps', overTakt(steps.carriers, 'step', 'steps')),
    ...(performers.carriers.length === 0
      ? []
      : tell('Performers', overTakt(performers.carriers, 'performer', 'performers'))),
    ...(performers.bottleneck ? tell('Loaded most', loadOf(performers.bottleneck)) : []),
  ]);
}

function peopleAtTakt({ workContent, operators, wholeOperators }: OperatorBalance): string {
  const whole =
    wholeOperators === null
      ? ''
      : `, so ${count(wholeOperators, 'person', 'people')} if each could do every step`;
  return `${workContent.text} for one unit; at takt that keeps so many people busy: ${operators.text}${whole}`;
}

function overTakt(carriers: readonly CarrierBalance[], one: string, many: string): string {
  const over = carriers.filter(({ overTakt: longer }) => longer === true);
  const open = carriers.filter(({ overTakt: longer }) => longer === null).length;
  const unknown = open === 0 ? '' : `; not known yet of ${count(open, one, many)}`;
  if (over.length === 0) return `none is known to take longer than takt${unknown}`;
  const named = over
    .slice(0, MOST_NAMED)
    .map(({ name, timeEach, againstTakt }) => `${name} (${timeEach.text}, ${againstTakt.text} of takt)`);
  const more = over.length > MOST_NAMED ? ` and ${over.length - MOST_NAMED} more` : '';
  return `longer than takt: ${named.join(', ')}${more}${unknown}`;
}

function loadOf({ name, people, hoursPerWeek, utilisation }: CarrierBalance): string {
  const each = people > 1 ? ` for its ${people} people` : '';
  return `${name}: ${hoursPerWeek.text}${each}, ${utilisation.text}`;
}
