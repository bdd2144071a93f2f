import {
  acceptDraft,
  printAmount,
  readNapkin,
  type DraftStep,
  type DurationUnit,
} from '../../../domain/index.js';

type StepField = Exclude<keyof DraftStep, 'name' | 'at'>;
type LineKind = 'wait' | 'stock' | 'lost' | 'passing';

/** What a mark or a line of the notation may say; the same text is asked about once. */
export interface MarkReadings {
  /** The first text that, behind a name, tells this field and nothing else; null where none does. */
  readonly mark: (field: StepField, candidates: readonly string[]) => string | null;
  /** The first text that is a line of this kind and nothing else (a wait that moves on another way than push, for passing); null where none is. */
  readonly line: (kind: LineKind, candidates: readonly string[]) => string | null;
  /** true where a line of the column Flow is no step. */
  readonly isFlow: (text: string) => boolean;
}

/** Asks the reader of the notation itself, so that a cell may say exactly what a napkin may say. */
export function markReadings(): MarkReadings {
  const known = new Map<string, boolean>();
  const asked = (key: string, ask: () => boolean): boolean => {
    let answer = known.get(key);
    if (answer === undefined) known.set(key, (answer = ask()));
    return answer;
  };
  return {
    mark: (field, candidates) =>
      candidates.find((text) => asked(`${field} ${text}`, () => tellsOnly(field, text))) ?? null,
    line: (kind, candidates) =>
      candidates.find((text) => asked(`${kind}: ${text}`, () => isOnly(kind, text))) ?? null,
    isFlow: (text) => asked(`flow ${text}`, () => isFlowLine(text)),
  };
}

function tellsOnly(field: StepField, text: string): boolean {
  const written = field === 'sometimes' ? `${text}: "x"` : `"x" ${text}`;
  const [line, ...others] = readNapkin(written).drafts[0]?.lines ?? [];
  if (line?.kind !== 'step' || others.length > 0 || line.comment !== null) return false;
  const told = Object.entries(line.step).flatMap(([key, value]) => (isTold(value) ? [key] : []));
  return line.step.name === 'x' && told.filter((key) => key !== 'name' && key !== 'at').join() === field;
}

function isTold(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== false;
}

function isOnly(kind: LineKind, text: string): boolean {
  const [, line, ...others] = readNapkin(`"x"\n${text}`).drafts[0]?.lines ?? [];
  if (line === undefined || others.length > 0 || line.comment !== null) return false;
  if (line.kind !== 'wait' && line.kind !== 'stock') return line.kind === kind;
  const pushed = line.passing.kind === 'PUSH';
  return line.why === null && (kind === 'passing' ? !pushed : pushed && line.kind === kind);
}

function isFlowLine(text: string): boolean {
  if (/^(?:then |sometimes |[~?\d.,%: -]+)*(?:after|back to) /i.test(text)) return true;
  const { drafts } = readNapkin(`"x"\neither\n"y"\n${text}\n`);
  return drafts.reduce((sum, draft) => sum + acceptDraft(draft).stream.steps.length, 0) === 2;
}

const BARE = /^(~?)(\d[\d.,]*)(?:\s*[-–]\s*(\d[\d.,]*))?$/;
const CLOCK = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/;

/** true for a number or a range without a unit. */
export function isBare(text: string): boolean {
  return BARE.test(text);
}

/** true for 1:30, which may be hours and minutes or minutes and seconds. */
export function isClock(text: string): boolean {
  return CLOCK.test(text);
}

const ADVERBS: Readonly<Record<string, string>> = {
  hourly: '1h',
  daily: '1d',
  weekly: '1w',
  monthly: '1month',
  quarterly: '3month',
  yearly: '12month',
  annually: '12month',
};

/** The ways in which a cell may mean a duration: as written, and a bare number in the unit of its head. */
export function durationWays(text: string, unit: DurationUnit | null): string[] {
  const clock = CLOCK.exec(text);
  if (clock !== null) return [clockWay(clock, unit)];
  if (BARE.test(text)) return unit === null ? [] : [`${text.replace(/\s*[-–]\s*/, '-')}${unit}`];
  const adverb = ADVERBS[text.toLowerCase()];
  return adverb === undefined ? [text, text.replace(/ (?=\d)/g, '')] : [adverb];
}

function clockWay([, first = '', second = '', third]: RegExpExecArray, unit: DurationUnit | null): string {
  if (third !== undefined) return `${Number(first)}h ${Number(second)}m ${Number(third)}s`;
  const [long, short] = unit === 'min' || unit === 's' ? ['m', 's'] : ['h', 'm'];
  return `${Number(first)}${long} ${Number(second)}${short}`;
}

/** The ways in which a cell may mean a share: with its sign, and a bare number as per cent or, where the column says so, as a fraction. */
export function shareWays(text: string, fractions: boolean): string[] {
  const bare = BARE.exec(text);
  if (bare === null) return [text];
  const [, guess = '', low = '', high] = bare;
  const amount = (part: string): string =>
    fractions ? printAmount(Number(part.replace(',', '.')) * 100) : part;
  return [`${guess}${amount(low)}${high === undefined ? '' : `-${amount(high)}`}%`];
}

const SIGNED = /^(~?)(\d{1,3}(?:[.,]\d{1,6})?)(?:\s*%?\s*[-–]\s*(\d{1,3}(?:[.,]\d{1,6})?))?\s*%$/;

/** The share that is left of a share, as the notation writes it; none where it is none, or over 100%. */
export function complementWays(share: string): string[] {
  const [, guess = '', low, high] = SIGNED.exec(share) ?? [];
  if (low === undefined) return [];
  const rest = (part: string): number => Math.round((100 - Number(part.replace(',', '.'))) * 1e6) / 1e6;
  const parts = (high === undefined ? [low] : [high, low]).map(rest);
  return parts.some((part) => part < 0) ? [] : [`${guess}${parts.map(printAmount).join('-')}%`];
}
