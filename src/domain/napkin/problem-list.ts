import type { Problem, Severity, TextEdit, TextPlace } from '../shared/index.js';
import { NAPKIN_PROBLEMS, type NapkinProblemCode } from './problem-codes.js';
import { placeOf, type Span } from './span.js';

/** What is told beside code and place. */
export interface Telling {
  readonly message: string;
  readonly suggestion?: string;
  readonly fix?: TextEdit;
}

/** Collects the problems of one reading; of one line it tells twenty errors and twenty others at most. */
export interface ProblemList {
  add(code: NapkinProblemCode, place: TextPlace, telling: Telling): void;
  /** In the order of the text. */
  sorted(): Problem[];
}

const SEVERITIES: ReadonlyMap<string, Severity> = new Map(
  NAPKIN_PROBLEMS.map(({ code, severity }) => [code, severity]),
);
const MOST_PER_LINE = 20;

/** An empty list of problems. */
export function newProblemList(): ProblemList {
  const problems: Problem[] = [];
  const perLine = { errors: new Map<number, number>(), others: new Map<number, number>() };
  const push = (code: NapkinProblemCode, place: TextPlace, telling: Telling): void => {
    const { message, suggestion = null, fix = null } = telling;
    problems.push({ code, severity: SEVERITIES.get(code) ?? 'WARNING', message, place, suggestion, fix });
  };
  return {
    add(code, place, telling) {
      const counts = SEVERITIES.get(code) === 'ERROR' ? perLine.errors : perLine.others;
      const told = (counts.get(place.line) ?? 0) + 1;
      counts.set(place.line, told);
      if (told <= MOST_PER_LINE) push(code, place, telling);
      if (told === MOST_PER_LINE + 1) push('MORE_PROBLEMS', place, { message: MORE });
    },
    sorted: () => problems.sort((a, b) => compare(a.place, b.place)),
  };
}

const MORE = `This line has more problems than the ${MOST_PER_LINE} that are told; put those right first.`;

function compare(a: TextPlace | null, b: TextPlace | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const [first, second] = [a.sheet ?? '', b.sheet ?? ''];
  if (first !== second) return first < second ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** An edit that puts another text in the place of a span. */
export function replaceWith(span: Span, replacement: string): TextEdit {
  return { place: placeOf(span), replacement };
}

const LONGEST_ECHO = 60;

/** A text of the napkin as messages repeat it: in quotes and not too long. */
export function echo(text: string): string {
  const signs = Array.from(text.slice(0, LONGEST_ECHO * 2));
  const whole = signs.length <= LONGEST_ECHO && text.length <= LONGEST_ECHO * 2;
  return `"${whole ? text : `${signs.slice(0, LONGEST_ECHO).join('')}…`}"`;
}
