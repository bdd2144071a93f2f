import { formatDuration, type StepKey } from '../../shared/index.js';
import type { ValueStream } from '../../stream/index.js';
import type { LineStep, PaceGround } from './line-steps.js';

/** Steps that are named one by one; of more only their number is told. */
const MOST_NAMED = 5;

/** What a reader of the line has to know, in sentences; nothing that goes without saying. */
export function notePace(
  { stream, metrics }: PaceGround,
  steps: readonly LineStep[],
  { besides, proven }: { readonly besides: readonly StepKey[]; readonly proven: boolean },
): readonly string[] {
  const wide = steps.filter(({ people }) => people > 1);
  const crews = wide.filter(({ step, people }) => people === step.people);
  const long = wide.filter(({ step, people }) => people > step.people);
  const open = steps.filter(({ content }) => content.value === null || content.atLeast);
  const takt = metrics.taktTime.text;
  return [
    ...noteCrews(crews),
    ...long.slice(0, MOST_NAMED).map((each) => noteLong(each, stream, takt)),
    ...(long.length > MOST_NAMED ? [`${long.length - MOST_NAMED} more steps take longer than takt.`] : []),
    ...(wide.length > 0 && !proven
      ? [
          'A station of several people takes in neighbouring steps as far as its time allows; whether fewer people would do is not proven.',
        ]
      : []),
    ...(open.length > 0
      ? [
          `Of ${namesOf(open.map(({ step }) => step.name))} the work is not fully known: ${open.length === 1 ? 'it stands' : 'they stand'} on the line with what is known, and more people may be needed.`,
        ]
      : []),
    ...noteBesides(stream, metrics, besides),
    'The line asks how much work fits into a takt, and in what order. Takt holds no allowance: holidays, illness and breaks come on top. Who can do the steps of a station (skills, licences, duties kept apart) is asked by the structure: see the roles of the plan.',
  ];
}

function noteCrews(crews: readonly LineStep[]): string[] {
  if (crews.length === 0) return [];
  const named = namesOf(crews.map(({ step, people }) => `${step.name} (${people})`));
  const many =
    crews.length === 1
      ? 'takes several people at once, who stand'
      : 'take several people at once: they stand';
  return [`${named} ${many} at one station side by side.`];
}

function noteLong({ step, content, people }: LineStep, { calendar }: ValueStream, takt: string): string {
  const each = formatDuration((content.value ?? 0) / step.people, calendar);
  const turns = people / step.people;
  const who = step.people === 1 ? `${people} people` : `${turns} crews of ${step.people}`;
  return `${step.name} takes ${each} for one unit, longer than the takt of ${takt}: ${who} work side by side, each on every ${ordinal(turns)} unit.`;
}

function ordinal(number: number): string {
  const tens = number % 100;
  if (tens >= 11 && tens <= 13) return `${number}th`;
  return `${number}${['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'}`;
}

function noteBesides(
  { steps }: ValueStream,
  metrics: PaceGround['metrics'],
  besides: readonly StepKey[],
): string[] {
  if (besides.length === 0) return [];
  const wanted = new Set(besides);
  const told = steps
    .filter(({ key }) => wanted.has(key))
    .map((step) => {
      const load = metrics.steps.get(step.key)?.loadPerWeek;
      return load && load.value !== null ? `${step.name} (${load.text})` : step.name;
    });
  return [`Not on the line, because no unit sets the rhythm: ${namesOf(told)}.`];
}

function namesOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
