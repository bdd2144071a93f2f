import {
  READINESS_RUNGS,
  type Figure,
  type Plan,
  type Problem,
  type Readiness,
  type ValueStream,
} from '../../domain/index.js';
import { measureLine } from './measure-line.js';
import { count, figureText, labelled, section, type Page } from './page.js';
import { printWays } from './print-ways.js';
import { displayWidth, visible, wrap } from './text-layout.js';

const MOST_MISSING = 6;

/** Whose stream it is, how large, and in which calendar everything is counted. */
export function printHeading(stream: ValueStream, page: Page): string[] {
  const { paint, width } = page;
  const inside = stream.steps.filter((step) => !step.outside).length;
  const of = (force: 'SALES' | 'FULFILMENT') => stream.steps.filter((step) => step.force === force).length;
  const facts = [
    stream.customer === null ? 'customer not named' : `for ${stream.customer}`,
    stream.owner === null ? 'no owner yet' : `owner ${stream.owner}`,
    demandOf(stream),
    `${count(stream.steps.length, 'step')}: ${of('SALES')} sales, ${of('FULFILMENT')} fulfilment${
      inside < stream.steps.length ? `, ${stream.steps.length - inside} of them outside` : ''
    }`,
  ];
  return [
    ...wrap(stream.name, width).map(paint.bold),
    paint.dim('─'.repeat(Math.min(width, Math.max(24, displayWidth(visible(stream.name)))))),
    ...wrap(facts.join(' · '), width),
  ];
}

function demandOf(stream: ValueStream): string {
  if (stream.demandPerWeek === null) return 'demand not known';
  const { low, high } = stream.demandPerWeek;
  const number = low === high ? decimal(low) : `${decimal(low)} to ${decimal(high)}`;
  return `${number} units enter a week`;
}

function decimal(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** How far the stream has climbed, and what would take it further, what matters most first. */
export function printReadiness(readiness: Readiness, page: Page): string[] {
  const { paint, width } = page;
  const reached = READINESS_RUNGS.indexOf(readiness.rung);
  const ladder = READINESS_RUNGS.map((rung, nth) => {
    const name = rung.toLowerCase();
    if (nth < reached) return paint.green(`● ${name}`);
    return nth === reached ? paint.bold(paint.green(`● ${name}`)) : paint.dim(`○ ${name}`);
  });
  const next = READINESS_RUNGS[reached + 1];
  const shown = readiness.missing.slice(0, MOST_MISSING);
  const more = readiness.missing.length - shown.length;
  const lines = shown.flatMap((problem, nth) => missingLines(problem, nth + 1, page));
  if (shown.length > 0 && next)
    lines.unshift(paint.dim(`  To be ${next.toLowerCase()}, what matters most first:`));
  if (more > 0) lines.push(paint.dim(`     and ${count(more, 'more thing')} (all of them with --json)`));
  return section({ width, paint }, 'READINESS', '', [`  ${ladder.join(paint.dim('  →  '))}`, ...lines]);
}

function missingLines(problem: Problem, nth: number, page: Page): string[] {
  const where = problem.place === null ? '' : ` (line ${problem.place.line})`;
  return [
    ...labelled(page, `  ${String(nth).padStart(2)}  `, problem.message + where, 6),
    ...(problem.suggestion === null
      ? []
      : labelled(page, '      → ', problem.suggestion, 8, { label: page.paint.cyan, text: page.paint.dim })),
  ];
}

/** Every measure of the stream, with what it rests on. */
export function printMeasures(plan: Plan, page: Page, placeByPlace: boolean): string[] {
  const { metrics } = plan;
  const measures: [string, Figure][] = [
    ['Lead time', metrics.leadTime],
    ['Process time on the path', metrics.processTime],
    ['Effort of everybody', metrics.totalEffort],
    ['Value-added time', metrics.valueAddedTime],
    ['Activity ratio', metrics.activityRatio],
    ['Process cycle efficiency', metrics.processCycleEfficiency],
    ['Rolled %C&A', metrics.rolledCompleteAndAccurate],
    ['Takt time', metrics.taktTime],
    ['Hand-offs today', metrics.handOffs],
    ['Work under way', metrics.workInProgress],
  ];
  const [first = [], ...others] = measures.map(([label, figure]) => measureLines(label, figure, page));
  const lines = [...first, ...printWays(plan, page, placeByPlace), ...others.flat()];
  return section(page, 'MEASURES', calendarOf(plan.stream), [...lines, ...bottleneckLines(plan, page)]);
}

function measureLines(label: string, figure: Figure, page: Page): string[] {
  const value = figureText(figure);
  if (figure.value === null) return measureLine(label, value, figure.whyNot ?? 'not known yet', page);
  const { measuredSteps, ofSteps } = figure;
  const told = ofSteps === 0 || value.includes(' of ') ? '' : `${measuredSteps} of ${count(ofSteps, 'step')}`;
  return measureLine(label, value, told, page);
}

function bottleneckLines({ metrics, stream }: Plan, page: Page): string[] {
  const { bottleneck } = metrics;
  if (bottleneck === null) return measureLine('Bottleneck', '?', 'no load is known yet', page);
  const names = new Map(stream.steps.map((step) => [step.key, step.name]));
  const steps = bottleneck.steps.map((step) => names.get(step) ?? step).join(', ');
  return measureLine('Bottleneck', `${bottleneck.performer} ${bottleneck.utilisation.text}`, steps, page);
}

function calendarOf({ calendar }: ValueStream): string {
  const hours = decimal(calendar.secondsPerDay / 3600);
  return `a day is ${hours} h, a week ${decimal(calendar.daysPerWeek)} days, a person is paid ${decimal(calendar.paidHoursPerWeek)} h a week`;
}
