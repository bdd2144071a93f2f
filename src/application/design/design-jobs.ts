import { follow, type Following } from '../events/follow.js';
import type { PlannedStream } from '../planned-stream.js';
import type { Parts } from '../parts.js';
import { requireRevision } from '../problems.js';
import { limitsKey } from '../remember-answers.js';
import { numbersToTry } from '../structure-outlook.js';
import { Fault, type Designer, type DesignKind, type Events, type RunningDesign } from '../ports/index.js';
import { isEnded, type DesignJob, type JobAnswer, type JobInput } from './design-job.js';
import type { AskJob } from './job-question.js';

/** Designs that are made while whoever asked goes on; they are kept in memory, so they end with the server. */
export interface DesignJobs {
  /** Begins a design, or gives the one that answers the same question about the stream as it stands. */
  start(input: JobInput): Promise<DesignJob>;
  /** null where there is none of that id, or no longer. */
  find(id: string): DesignJob | null;
  /** Those of a stream that are remembered, the latest first. */
  ofStream(streamId: string): readonly DesignJob[];
  /** Ends a design; resolves once it has ended, with the best so far. One that has ended stays as it is. */
  cancel(id: string): Promise<DesignJob>;
  /** How it goes on from now, to its end. */
  watch(id: string): Following<DesignJob>;
}

/** Designs that may be under way or waiting at once, and ended ones that are remembered. */
const MOST_OPEN = 20;
const MOST_REMEMBERED = 50;

interface Entry {
  job: DesignJob;
  readonly question: string;
  running: RunningDesign | null;
  isCancelled: boolean;
  ended: Promise<void>;
}

/** What long work is made of. ask: the question behind what was asked, or its answer where none is needed. */
export interface JobParts extends Pick<Parts, 'planner' | 'unitOfWork' | 'world' | 'keepError'> {
  readonly designer: Designer;
  readonly events: Events;
  readonly ask: AskJob;
  /** Told what was worked out to the end. */
  readonly keep: (job: DesignJob) => void;
}

/** The long work of one workspace. */
export function designJobs(parts: JobParts): DesignJobs {
  const jobs = new Jobs(parts);
  return {
    start: (input) => jobs.start(input),
    find: (id) => jobs.find(id),
    ofStream: (streamId) => jobs.ofStream(streamId),
    cancel: (id) => jobs.cancel(id),
    watch: (id) => jobs.watch(id),
  };
}

class Jobs implements DesignJobs {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly parts: JobParts) {}

  async start(input: JobInput): Promise<DesignJob> {
    numbersToTry(input.most ?? null);
    const { planner, unitOfWork } = this.parts;
    const planned = await unitOfWork.read((store) => planner.required(store, input.stream));
    requireRevision(planned.stored, input.expectedRevision);
    const question = questionKey(planned, input);
    const same = [...this.entries.values()].findLast((entry) => entry.question === question);
    const stands = same && !same.isCancelled && same.job.state !== 'FAILED';
    if (stands) return same.job;
    this.requireRoom();
    return this.begin(planned, input, question).job;
  }

  find(id: string): DesignJob | null {
    return this.entries.get(id)?.job ?? null;
  }

  ofStream(streamId: string): readonly DesignJob[] {
    const all = [...this.entries.values()].map(({ job }) => job);
    return all.filter(({ planned }) => planned.stored.id === streamId).toReversed();
  }

  async cancel(id: string): Promise<DesignJob> {
    const entry = this.required(id);
    if (!isEnded(entry.job)) entry.isCancelled = true;
    entry.running?.enough();
    await entry.ended;
    return entry.job;
  }

  watch(id: string): Following<DesignJob> {
    const { job } = this.required(id);
    return follow<DesignJob>(this.parts.events, {
      pick: (one) => (one.kind === 'DESIGN' && one.designId === id ? this.find(id) : null),
      latest: true,
      isLast: isEnded,
      first: job,
    });
  }

  private begin(planned: PlannedStream, input: JobInput, question: string): Entry {
    const { world } = this.parts;
    const { kind, limits, effort } = input;
    const asked = { kind: kind ?? 'STRUCTURE', limits: limits ?? {}, effort: effort ?? 'THOROUGH' };
    const fresh = { state: 'WAITING', news: null, answer: null, failure: null, endedAt: null } as const;
    const stream = { planned, plan: null };
    const job: DesignJob = { id: world.newId(), ...stream, ...asked, ...fresh, askedAt: world.now() };
    const entry: Entry = { job, question, running: null, isCancelled: false, ended: Promise.resolve() };
    this.entries.set(job.id, entry);
    entry.ended = this.run(entry, input);
    return entry;
  }

  private async run(entry: Entry, input: JobInput): Promise<void> {
    try {
      const { planned } = entry.job;
      const asked = await this.parts.ask(planned, input);
      if (entry.isCancelled) return this.settle(entry, { state: 'CANCELLED' });
      if ('answer' in asked)
        return this.settle(entry, { state: 'DONE', answer: asked.answer, plan: planned.plan });
      const running = this.parts.designer.design<DesignKind>(asked.question, (news) =>
        this.change(entry, { state: 'RUNNING', news }),
      );
      entry.running = running;
      // Made beside the design, which is told in the words of the plan.
      const planning = Promise.resolve(planned.ready()).then(() => planned.plan);
      const [{ answer, endedEarly }, plan] = await Promise.all([running.designed, planning]);
      const state = endedEarly ? 'CANCELLED' : 'DONE';
      this.settle(entry, { state, answer: answer as JobAnswer, plan });
    } catch (error) {
      if (entry.isCancelled) this.settle(entry, { state: 'CANCELLED' });
      else this.settle(entry, { state: 'FAILED', failure: this.reasonOf(error) });
    }
  }

  private change(entry: Entry, changes: Partial<DesignJob>): void {
    entry.job = { ...entry.job, ...changes };
    this.parts.events.publish({ kind: 'DESIGN', designId: entry.job.id });
  }

  private settle(entry: Entry, ended: Pick<DesignJob, 'state'> & Partial<DesignJob>): void {
    entry.running = null;
    this.change(entry, { ...ended, endedAt: this.parts.world.now() });
    if (ended.state === 'DONE') this.parts.keep(entry.job);
    const all = [...this.entries.values()].filter(({ job }) => isEnded(job));
    for (const { job } of all.slice(0, Math.max(0, all.length - MOST_REMEMBERED)))
      this.entries.delete(job.id);
  }

  private reasonOf(error: unknown): string {
    if (error instanceof Fault) return error.message;
    const id = this.parts.keepError?.(error);
    return id === undefined
      ? 'Something broke in the server.'
      : `Something broke in the server. Its log has more under the id ${id}.`;
  }

  private requireRoom(): void {
    const open = [...this.entries.values()].filter(({ job }) => !isEnded(job)).length;
    if (open < MOST_OPEN) return;
    throw new Fault(
      'UNAVAILABLE',
      `${open} designs are under way or wait already. Wait for one of them, or end it with cancelDesign.`,
    );
  }

  private required(id: string): Entry {
    const entry = this.entries.get(id);
    if (entry) return entry;
    throw new Fault(
      'NOT_FOUND',
      'There is no such design: it was never asked for, or it ended long ago, or the server was started again since. Ask for it anew.',
    );
  }
}

/** Tells one question about one state of a stream from another. */
function questionKey({ stored }: PlannedStream, input: JobInput): string {
  const { kind, limits, effort, times, most } = input;
  const asked = [
    kind ?? 'STRUCTURE',
    effort ?? 'THOROUGH',
    limitsKey(limits ?? {}),
    times ?? null,
    most ?? null,
  ];
  return JSON.stringify([stored.id, stored.version, limits == null, ...asked]);
}
