import { nearestName, type Problem, type TextPlace } from '../../shared/index.js';
import type { ValueStream } from '../../stream/index.js';
import { stepFinder, type OwnDuties, type PinnedRole } from '../own-duties.js';
import type { StructureLimits } from '../structure-proposal.js';
import { didYouMean, limitLines, namesIn, pinIn, type LimitLine, type Piece } from './limit-lines.js';
import { foldKey, plainLineOf, PLAIN_LINES } from './plain-limits.js';

/** What a limits file says, with the place of every step that it names, and every problem of the whole text. */
export interface LimitsReading {
  readonly limits: StructureLimits;
  readonly named: readonly Piece[];
  readonly problems: readonly Problem[];
}

const APART = ['keep apart', 'never together', 'apart'];
const TOGETHER = ['keep together', 'together'];
const PIN = ['pin', 'pins'];
/** What stands on the napkin, with the line that says it there. */
const ON_THE_NAPKIN: ReadonlyMap<string, string> = new Map([
  ['hours', 'people: 38h/week'],
  ['paid hours', 'people: 38h/week'],
  ['people', 'people: 38h/week'],
  ['demand', 'demand: 40/month'],
  ['day', 'day: 7h 30m'],
  ['week', 'week: 4d'],
  ['person', 'person Dana 32h'],
]);
const KEYS = [...PLAIN_LINES.map(({ key }) => key), 'keep apart', 'keep together', 'pin'];

/** Reads a limits file: one `key: value` a line. A line with an error says nothing; all errors are told in one pass. */
export function readLimitsText(text: string): LimitsReading {
  const reader = new Reader();
  for (const each of limitLines(text)) reader.line(each);
  return reader.reading();
}

class Reader {
  readonly #problems: Problem[] = [];
  readonly #named: Piece[] = [];
  readonly #apart: string[][] = [];
  readonly #together: string[][] = [];
  readonly #pins: PinnedRole[] = [];
  readonly #lineOf = new Map<string, number>();
  #plain: StructureLimits = {};

  line({ key, value }: LimitLine): void {
    const folded = foldKey(key.text);
    const plain = plainLineOf(folded);
    const known = plain !== null || [...APART, ...TOGETHER, ...PIN].includes(folded);
    if (!known) return this.#unknown(key, folded);
    if (value === null || value.text === '')
      return this.#error(
        'VALUE_EXPECTED',
        key.place,
        `"${key.text}" says nothing: a value was expected behind its colon.`,
        exampleOf(folded),
      );
    if (plain) return this.#plainLine(plain.key, value);
    if (PIN.includes(folded)) return this.#pin(value);
    const names = namesIn(value);
    if (names.length < 2)
      return this.#error(
        'NAMES_EXPECTED',
        value.place,
        `At least two steps were expected behind "${key.text}:", with a comma between them.`,
        exampleOf(folded),
      );
    this.#named.push(...names);
    (APART.includes(folded) ? this.#apart : this.#together).push(names.map((name) => name.text));
  }

  reading(): LimitsReading {
    const duties: OwnDuties = {
      ...(this.#apart.length > 0 ? { apart: this.#apart } : {}),
      ...(this.#together.length > 0 ? { together: this.#together } : {}),
      ...(this.#pins.length > 0 ? { pins: this.#pins } : {}),
    };
    return { limits: { ...this.#plain, ...duties }, named: this.#named, problems: this.#problems };
  }

  #plainLine(key: string, value: Piece): void {
    const before = this.#lineOf.get(key);
    if (before !== undefined)
      return this.#error(
        'TOLD_TWICE',
        value.place,
        `"${key}" is told twice: line ${before} tells it already.`,
        'Leave one of the two lines.',
      );
    this.#lineOf.set(key, value.place.line);
    const read = plainLineOf(key)?.read(value.text) ?? '';
    if (typeof read === 'string')
      return this.#error(
        'UNREADABLE_VALUE',
        value.place,
        `"${value.text}" cannot be read as ${key}: ${read}.`,
        exampleOf(key),
      );
    this.#plain = { ...this.#plain, ...read };
  }

  #pin(value: Piece): void {
    const pin = pinIn(value);
    const names = pin ? namesIn(pin.steps) : [];
    if (!pin || names.length === 0)
      return this.#error(
        'PIN_EXPECTED',
        value.place,
        'Steps and a role were expected, with the word `in` between them.',
        exampleOf('pin'),
      );
    this.#named.push(...names);
    this.#pins.push({ role: pin.role.text, steps: names.map(({ text }) => text) });
  }

  #unknown(key: Piece, folded: string): void {
    const line = ON_THE_NAPKIN.get(folded);
    if (line !== undefined)
      return this.#error(
        'NOT_A_LIMIT',
        key.place,
        `"${key.text}" is not a limit: it is told on the napkin.`,
        `Write there, such as \`${line}\`.`,
      );
    const keys = PLAIN_LINES.flatMap(({ key: name, also }) => [name, ...also]);
    const all = [...keys, ...APART, ...TOGETHER, 'pin'];
    const hint = nearestName(folded, all) === null ? didYouMean(folded, KEYS) : didYouMean(folded, all);
    this.#error('UNKNOWN_LIMIT', key.place, `There is no limit "${key.text}".`, hint);
  }

  #error(code: string, place: TextPlace, message: string, suggestion: string): void {
    this.#problems.push({ code, severity: 'ERROR', message, place, suggestion, fix: null });
  }
}

function exampleOf(folded: string): string {
  const plain = plainLineOf(folded);
  if (plain) return `Such as \`${plain.key}: ${plain.example}\`.`;
  if (PIN.includes(folded)) return 'Such as `pin: "Quote the price" in Estimator`.';
  const key = APART.includes(folded) ? 'keep apart' : 'keep together';
  return `Such as \`${key}: "Approve the invoice", "Pay the invoice"\`.`;
}

/** Steps that the file names and none of these streams has, each with the nearest name. */
export function unknownStepsIn(
  { named }: Pick<LimitsReading, 'named'>,
  streams: readonly Pick<ValueStream, 'steps'>[],
): Problem[] {
  const finders = streams.map(stepFinder);
  const names = streams.flatMap(({ steps }) => steps.map(({ name }) => name));
  return named
    .filter(({ text }) => finders.every((find) => find(text) === null))
    .map(({ text, place }): Problem => {
      const near = nearestName(text, names);
      return {
        code: 'UNKNOWN_STEP',
        severity: 'ERROR',
        message: `There is no step "${text}".`,
        place,
        suggestion:
          near === null ? 'Write the name of a step as it stands on the map.' : `Did you mean "${near}"?`,
        fix: null,
      };
    });
}

/** The limits as far as they speak of this stream: steps of other streams are left out, and sets that then say nothing. */
export function limitsOn(stream: Pick<ValueStream, 'steps'>, limits: StructureLimits): StructureLimits {
  const find = stepFinder(stream);
  const here = (names: readonly string[]): string[] => names.filter((name) => find(name) !== null);
  const { apart, together, pins, ...plain } = limits;
  const sets = (of: OwnDuties['apart']): string[][] =>
    (of ?? [])
      .filter((names) => here(names).length > 0 && (here(names).length > 1 || names.length === 1))
      .map(here);
  const pinned = (pins ?? [])
    .map(({ role, steps }) => ({ role, steps: here(steps) }))
    .filter(({ steps }) => steps.length > 0);
  return {
    ...plain,
    ...(apart ? { apart: sets(apart) } : {}),
    ...(together ? { together: sets(together) } : {}),
    ...(pins ? { pins: pinned } : {}),
  };
}
