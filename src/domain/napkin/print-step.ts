import type { DraftCapability, DraftStep } from '../stream/index.js';
import { printCapabilityName, printListed, printNames, printPerformer } from './plain-name.js';
import { printDuration, printShare } from './print-quantity.js';
import { quote } from './quoted-text.js';
import { readBack, type PrintContext } from './reads-back.js';
import { oneSpace } from './span.js';

/** A step line with its marks in the order of the notation, quoted where reading would take it for something else; a doubted name as it was written. */
export function printStep(step: DraftStep, before: string, behind: string, context: PrintContext): string {
  const name = oneSpace(step.name);
  const pain = oneSpace(step.pain ?? '');
  const sometimes = step.sometimes === null ? '' : `sometimes ${printShare(step.sometimes)}: `;
  const compose = (printedName: string, printedPain: string, marks: readonly string[]): string => {
    const parts = [printedName, ...marks, ...(pain === '' ? [] : [`! ${printedPain}`])];
    return `${before}${sometimes}${parts.join(' ')}${behind}`;
  };
  for (const [printedName, marks] of step.doubted === true ? doubtedWays(name, step) : []) {
    const text = compose(printedName, pain, marks);
    if (isDoubted(text, name, pain, behind, context)) return text;
  }
  const ways: readonly (readonly [string, string])[] = [
    [name, pain],
    [quote(name), pain],
    [name, quote(pain)],
  ];
  for (const [printedName, printedPain] of ways) {
    const text = compose(printedName, printedPain, printMarks(step));
    if (isReadAs(text, name, pain, behind, context)) return text;
  }
  return compose(quote(name), quote(pain), printMarks(step));
}

const MISLEADING = new Set([
  'LEAD_IN_NAME',
  'MARK_WORD_IN_NAME',
  'AT_IN_NAME',
  'COLON_MISSING',
  'NEARLY_A_LINE_WORD',
  'BLOCK_WORD_IN_STEP',
  'THEN_WITHOUT_BRANCH',
  'WAIT_READ_AS_WORK',
]);

function isReadAs(text: string, name: string, pain: string, behind: string, context: PrintContext): boolean {
  const back = sameStep(text, name, pain, behind, context);
  return back !== null && !back.problems.some(({ code }) => MISLEADING.has(code));
}

function isDoubted(text: string, name: string, pain: string, behind: string, context: PrintContext): boolean {
  return sameStep(text, name, pain, behind, context)?.step.doubted === true;
}

/** What reading makes of a printed step; null where it is another one. */
function sameStep(text: string, name: string, pain: string, behind: string, context: PrintContext) {
  const back = readBack(text, context);
  if (back === null || back.item.body.kind !== 'step') return null;
  const { step } = back.item.body;
  const same = step.name === name && (step.pain ?? '') === pain;
  return same && (back.item.comment === null) === (behind === '') ? { step, problems: back.problems } : null;
}

/** In doubt is also what a value belongs to that stands right behind the name, or behind the dash of what may be a range: there it stays. */
function doubtedWays(name: string, step: DraftStep): readonly (readonly [string, readonly string[]])[] {
  const { processTime, completeAndAccurate } = step;
  const marks = printMarks(step);
  const first = [
    ...(processTime === null ? [] : [printDuration(processTime)]),
    ...(completeAndAccurate === null ? [] : [printShare(completeAndAccurate)]),
  ];
  const moved = first.map((value) => [value, ...marks.toSpliced(marks.indexOf(value), 1)]);
  return [name, `${name} -`].flatMap((written) =>
    [marks, ...moved].map((order) => [written, order] as const),
  );
}

/** The marks of a step without name, pain and comment, in the order of the notation. */
function printMarks(step: DraftStep): string[] {
  const { completeAndAccurate: quality } = step;
  return [
    ...step.performers.map(({ name }) => printPerformer(name)),
    ...(step.performerUnknown ? ['@?'] : []),
    ...(step.processTime === null ? [] : [printDuration(step.processTime)]),
    ...(step.leadTime === null ? [] : [`lead ${printDuration(step.leadTime, true)}`]),
    ...(quality === null ? [] : [printShare(quality)]),
    ...(step.people === null ? [] : [`x${step.people}`]),
    ...(step.value === null ? [] : [`(${step.value.toLowerCase()})`]),
    ...(step.outside ? ['(outside)'] : []),
    ...(step.every === null ? [] : [`every ${printDuration(step.every, true)}`]),
    ...(step.uptime === null ? [] : [`uptime ${printShare(step.uptime)}`]),
    ...(step.changeover === null ? [] : [`changeover ${printDuration(step.changeover, true)}`]),
    ...(step.batch === null ? [] : [`batch ${step.batch}`]),
    ...(step.systems.length === 0 ? [] : [`[${step.systems.map(printListed).join(', ')}]`]),
    ...(step.capabilities.length === 0 ? [] : [printCapabilities(step.capabilities)]),
    ...(step.asks.length === 0 ? [] : [`asks ${printNames(step.asks)}`]),
    ...(step.tells.length === 0 ? [] : [`tells ${printNames(step.tells)}`]),
    ...(step.approves.length === 0 ? [] : [`approves ${printNames(step.approves)}`]),
    ...(step.checks.length === 0 ? [] : [`checks ${printNames(step.checks)}`]),
    ...(step.serves === undefined ? [] : [`serves ${printNames(step.serves)}`]),
    ...(step.was === null ? [] : [`was: ${quote(oneSpace(step.was))}`]),
  ];
}

/** A list of capabilities in braces, each with its level and licence. */
export function printCapabilities(capabilities: readonly DraftCapability[]): string {
  const printed = capabilities.map(({ name, level, licence }) => {
    return `${printCapabilityName(name)}${level === null ? '' : ` ${level}`}${licence ? ' (licence)' : ''}`;
  });
  return `{${printed.join(', ')}}`;
}
