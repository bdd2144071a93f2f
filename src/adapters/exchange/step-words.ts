import {
  formatDuration,
  formatPercent,
  type Plan,
  type RaciLetter,
  type Role,
  type Step,
} from '../../domain/index.js';

/** What a plan says of its steps, as every format tells it. */
export interface StepWords {
  /** The role that a step stands in: the accountable one where it does the step, else the first that does; null: nobody yet. */
  readonly roleOf: (step: Step) => Role | null;
  readonly lettersOf: (step: Step) => readonly StepLetter[];
  /** Sentences on who, with what, how long and why. */
  readonly documentation: (step: Step) => string;
  /** Names and values of what is known. */
  readonly figures: (step: Step) => readonly (readonly [name: string, value: string])[];
}

export interface StepLetter {
  readonly role: Role;
  readonly letter: RaciLetter;
  /** The justifications, one sentence each. */
  readonly because: readonly string[];
}

const WORDS: Readonly<Record<RaciLetter, string>> = {
  R: 'responsible',
  A: 'accountable',
  C: 'consulted',
  I: 'informed',
};

/** The words of a plan for its steps. */
export function stepWords({ stream, structure, matrix }: Plan): StepWords {
  const roles = new Map((structure?.roles ?? []).map((role) => [role.key, role]));
  const rows = new Map((matrix?.rows ?? []).map((row) => [row.step, row]));
  const lettersOf = ({ key }: Step): readonly StepLetter[] =>
    (rows.get(key)?.cells ?? []).flatMap(({ role: roleKey, letter, because }) => {
      const role = roles.get(roleKey);
      return role ? [{ role, letter, because: because.map(({ text }) => text) }] : [];
    });
  const roleOf = (step: Step): Role | null => {
    if (step.outside) return null;
    const letters = lettersOf(step);
    const doing = letters.filter(({ letter }) => letter === 'R').map(({ role }) => role);
    const accountable = letters.find(({ letter, role }) => letter === 'A' && doing.includes(role));
    return accountable?.role ?? doing[0] ?? null;
  };
  const figures = (step: Step) => figuresOf(step, stream.calendar);
  const documentation = (step: Step) =>
    [
      ...figures(step).map(([name, value]) => `${name}: ${value}`),
      ...lettersOf(step).map(
        ({ role, letter, because }) => `${role.name} is ${WORDS[letter]} (${letter}): ${because.join('; ')}`,
      ),
      ...(rows.get(step.key)?.notes ?? []),
    ].join('\n');
  return { roleOf, lettersOf, documentation, figures };
}

function figuresOf(step: Step, calendar: Plan['stream']['calendar']): readonly (readonly [string, string])[] {
  const { processTime, leadTime, completeAndAccurate, capabilities, performers, systems, people } = step;
  const told: readonly (readonly [string, string | null])[] = [
    ['Done today by', performers.length > 0 ? performers.join(', ') : null],
    ['Capabilities', capabilities.length > 0 ? capabilities.map(sayCapability).join(', ') : null],
    ['Process time', processTime && formatDuration(processTime.likely, calendar)],
    ['Lead time', leadTime && formatDuration(leadTime.likely, calendar)],
    ['Complete and accurate', completeAndAccurate && formatPercent(completeAndAccurate.likely)],
    ['People together', people > 1 ? String(people) : null],
    ['Systems', systems.length > 0 ? systems.join(', ') : null],
    ['Done outside', step.outside ? 'yes' : null],
  ];
  return told.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

/** A capability with its level and licence, as people say it. */
export function sayCapability({ name, level, licence }: Step['capabilities'][number]): string {
  return `${name}${level === null ? '' : ` at level ${level}`}${licence ? ' (licence)' : ''}`;
}
