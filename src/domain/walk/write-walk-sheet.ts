import type { CapabilityDemand } from '../capability/index.js';
import { findOutFirst, type NumberToFindOut } from '../change/index.js';
import type { StreamMetrics } from '../metrics/index.js';
import { foldName } from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import { askAboutFlow, askAboutWait } from './ask-about-flow.js';
import { askAboutInput, askAboutOutcome, askAboutStep } from './ask-about-step.js';
import { askAboutStream } from './ask-about-stream.js';
import { openPages } from './open-pages.js';
import type { WalkAsk } from './walk-ask.js';
import { walkGround } from './walk-ground.js';
import type { WalkFirst, WalkPage, WalkSheet } from './walk-sheet.js';

/** What a walk sheet is written from. */
export interface WalkedPlan {
  readonly stream: ValueStream;
  readonly metrics: StreamMetrics;
  readonly demands: readonly CapabilityDemand[];
}

/** What is known beside the plan: napkin is the text that the line numbers of the stream count in. */
export interface WalkOptions {
  readonly revision: number | null;
  readonly napkin: string | null;
}

/** The questions of the next walk along a stream, page by page; the same stream gives the same sheet. */
export function writeWalkSheet({ stream, metrics, demands }: WalkedPlan, options: WalkOptions): WalkSheet {
  const ground = walkGround(stream, metrics, demands);
  const flow = groupByStop(askAboutFlow(ground));
  const atStep = (step: Step): readonly WalkAsk[] => [
    ...askAboutWait(ground, step),
    ...(flow.get(step.key) ?? []).filter(({ question }) => question.topic === 'WAIT'),
    ...askAboutInput(ground, step),
    ...askAboutStep(ground, step),
    ...(flow.get(step.key) ?? []).filter(({ question }) => question.topic !== 'WAIT'),
    ...askAboutOutcome(ground, step),
  ];
  const asks = [...askAboutStream(ground), ...stream.steps.flatMap(atStep)];
  const first = findOutFirst(stream);
  const isStarred = ({ about }: WalkAsk) => first.some((number) => isSame(number, about));
  const lines = options.napkin?.split(/\r\n|\r|\n/u) ?? [];
  const pages = openPages(stream, asks, isStarred, (line) => lines[line - 1] ?? null);
  const { key, name, customer, steps } = stream;
  return {
    stream: { key, name, customer, steps: steps.length },
    revision: options.revision,
    pages,
    first: first.map((number) => whereAsked(number, asks, pages)),
  };
}

function groupByStop(asks: readonly WalkAsk[]): ReadonlyMap<string, readonly WalkAsk[]> {
  const groups = new Map<string, WalkAsk[]>();
  for (const ask of asks) {
    const group = groups.get(ask.stop ?? '');
    if (group) group.push(ask);
    else groups.set(ask.stop ?? '', [ask]);
  }
  return groups;
}

/** One step can have several shares and several waits: of these the line decides. */
function isSame({ step, what, line }: NumberToFindOut, about: WalkAsk['about']): boolean {
  return step === about.step && what === about.what && (line === null || line === about.line);
}

function whereAsked(
  number: NumberToFindOut,
  asks: readonly WalkAsk[],
  pages: readonly WalkPage[],
): WalkFirst {
  const asked = asks.filter(({ about }) => isSame(number, about));
  const people = pages.filter(({ person, stops }) =>
    stops.some(({ step, questions }) =>
      asked.some(
        (ask) =>
          ask.stop === step &&
          (ask.people.length === 0 || ask.people.some((name) => foldName(name) === foldName(person))) &&
          questions.some(({ text, starred }) => starred && text === ask.question.text),
      ),
    ),
  );
  const { question, because } = number;
  return { question, because, people: people.map(({ person }) => person) };
}
