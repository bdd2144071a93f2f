import {
  measureStream,
  assessReadiness,
  type Readiness,
  type StreamMetrics,
} from '../../src/domain/metrics/index.js';
import { readNapkin } from '../../src/domain/napkin/index.js';
import type { Problem } from '../../src/domain/shared/index.js';
import {
  acceptDraft,
  type AcceptOptions,
  type DraftLine,
  type Step,
  type ValueStream,
} from '../../src/domain/stream/index.js';

export interface Drawn {
  readonly stream: ValueStream;
  /** What accepting the draft has to say; the reader's own problems are not among them. */
  readonly problems: readonly Problem[];
}

/** The first stream of a napkin. */
export function draw(text: string, options: AcceptOptions = {}): Drawn {
  const [draft] = readNapkin(`stream Try\n${text}`).drafts;
  if (!draft) throw new Error('the napkin holds no stream');
  return acceptDraft(draft, options);
}

/** What a napkin measures. */
export function measure(text: string): StreamMetrics {
  return measureStream(draw(text).stream);
}

/** How far a napkin has climbed. */
export function assess(text: string): Readiness {
  return assessReadiness(draw(text).stream);
}

export function stepNamed(stream: ValueStream, name: string): Step {
  const step = stream.steps.find((one) => one.name === name);
  if (!step) throw new Error(`no step is called ${name}`);
  return step;
}

/** Expected visits of each step by its name; null where they are not known. */
export function visitsByName(text: string): Record<string, number | null> {
  const { stream } = draw(text);
  const metrics = measureStream(stream);
  return Object.fromEntries(
    stream.steps.map((step) => [step.name, metrics.steps.get(step.key)?.visitsPerUnit.value ?? null]),
  );
}

/** A napkin whose line `stop` outside of any branch ends the way there, and the next line begins another: the notation has no words for that, other sources of drafts may. */
export function drawApart(text: string): ValueStream {
  const [draft] = readNapkin(`stream Try\n${text}`).drafts;
  if (!draft) throw new Error('the napkin holds no stream');
  const lines = draft.lines.map((line): DraftLine => {
    const stops = line.kind === 'step' && line.step.name === 'stop';
    return stops ? { at: line.at, comment: null, kind: 'stop' } : line;
  });
  return acceptDraft({ ...draft, lines }).stream;
}
