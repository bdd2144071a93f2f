import type { Parts } from '../parts.js';
import {
  Fault,
  type DesignEnd,
  type Designer,
  type DesignInHand,
  type DesignQueue,
  type DesignQuestion,
  type Events,
  type JobAnswer,
  type KeptDesign,
  type MakeDesign,
  type RunningDesign,
} from '../ports/index.js';
import type { SearchNews } from '../../domain/index.js';
import type { AskedStates } from './asked-states.js';
import { isEnded } from './design-job.js';
import type { AskJob } from './job-question.js';

/** A design that was begun so often, and whose server was gone each time, is not begun again. */
const MOST_BEGUN = 5;
/** Milliseconds between two times that news are kept. */
const BETWEEN_NEWS = 300;

/** What designs are made of. ask: the question behind what was asked, or its answer where none is needed. */
export interface MakingParts extends Pick<Parts, 'unitOfWork' | 'world' | 'keepError'> {
  readonly designer: Designer;
  readonly events: Events;
  readonly queue: DesignQueue;
  readonly states: AskedStates;
  readonly ask: AskJob;
}

/** Makes the designs of a workspace whose turn it is. What one finds is kept once, however often it was begun. */
export function makeDesigns(parts: MakingParts): MakeDesign {
  return (designId) => new Making(parts, designId);
}

/** OURS: what is found is kept. BACK: it is handed back once it has stopped. DROPPED: somebody else makes it. */
type Fate = 'OURS' | 'BACK' | 'DROPPED';

type Ended = Pick<DesignEnd, 'state'> & Partial<Pick<DesignEnd, 'answer' | 'failure'>>;

class Making implements DesignInHand {
  readonly done: Promise<void>;
  private fate: Fate = 'OURS';
  private isEnough = false;
  private running: RunningDesign | null = null;
  private news: SearchNews | null = null;
  private keptNews: SearchNews | null = null;
  private keeping: Promise<void> | null = null;
  private keptAt = 0;
  private beaten: (() => void) | null = null;

  constructor(
    private readonly parts: MakingParts,
    private readonly id: string,
  ) {
    this.done = this.follow();
  }

  handBack(): void {
    if (this.fate === 'OURS') this.fate = 'BACK';
    this.beaten?.();
  }

  drop(): void {
    this.fate = 'DROPPED';
    this.running?.enough();
    this.beaten?.();
  }

  private async follow(): Promise<void> {
    const { events, queue, keepError } = this.parts;
    const unsubscribe = events.subscribe((one) => {
      if (one.kind === 'MISSED' || (one.kind === 'DESIGN' && one.designId === this.id)) void this.look();
    });
    const still = queue.onPulse(() => this.beat());
    try {
      await this.make();
    } catch (error) {
      keepError?.(error);
    } finally {
      still();
      unsubscribe();
    }
  }

  private async make(): Promise<void> {
    const design = await this.begin();
    if (!design) return;
    const ended = await this.work(design);
    await this.keeping;
    if (this.fate === 'DROPPED') return;
    if (this.fate === 'BACK' && ended.state === 'FAILED') {
      if (!this.isEnough) return this.untilKept(() => this.giveBack());
      return this.untilKept(() => this.end({ state: 'CANCELLED' }));
    }
    await this.untilKept(() => this.end(ended));
  }

  /** null where nothing is left to be made. */
  private begin(): Promise<KeptDesign | null> {
    const { unitOfWork, queue, world } = this.parts;
    return unitOfWork.write(async ({ designs }) => {
      const design = await designs.find(this.id);
      if (design && !isEnded(design) && !design.isCancelled && design.begun < MOST_BEGUN) {
        await designs.begin(this.id);
        return design;
      }
      if (!(await queue.finish(this.id)) || !design) return null;
      const nothing = { news: null, answer: null, endedAt: world.now() };
      const end = design.isCancelled
        ? ({ state: 'CANCELLED', failure: null } as const)
        : ({ state: 'FAILED', failure: LOST_TOO_OFTEN } as const);
      await designs.end(this.id, { ...nothing, ...end });
      return null;
    });
  }

  private async work(design: KeptDesign): Promise<Ended> {
    const { unitOfWork, states, ask, designer } = this.parts;
    try {
      const state = await unitOfWork.read((store) => states.asked(store, design));
      if (!state) throw new Fault('NOT_FOUND', STREAM_GONE);
      const asked = await ask(state);
      if (this.isEnough) return { state: 'CANCELLED' };
      if (this.fate !== 'OURS') return { state: 'FAILED' };
      if ('answer' in asked) return { state: 'DONE', answer: asked.answer };
      this.running = designer.design<DesignQuestion['kind']>(asked.question, (news) => this.hear(news));
      const { answer, endedEarly } = await this.running.designed;
      return { state: endedEarly ? 'CANCELLED' : 'DONE', answer: answer as JobAnswer };
    } catch (error) {
      if (this.isEnough) return { state: 'CANCELLED' };
      return { state: 'FAILED', failure: this.fate === 'OURS' ? this.reasonOf(error) : null };
    }
  }

  private async end({ state, answer = null, failure = null }: Ended): Promise<void> {
    const { unitOfWork, queue, world } = this.parts;
    await unitOfWork.write(async ({ designs }) => {
      if (!(await queue.finish(this.id))) return;
      await designs.end(this.id, { state, answer, failure, news: this.news, endedAt: world.now() });
    });
  }

  private giveBack(): Promise<void> {
    return this.parts.unitOfWork.write(({ designs }) => designs.handBack(this.id));
  }

  /** A database that is out of reach does not lose what was found: it is kept as soon as it can be. */
  private async untilKept(keep: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await keep();
      } catch (error) {
        if (!(error instanceof Fault) || error.code !== 'UNAVAILABLE' || this.fate !== 'OURS') throw error;
        await new Promise<void>((resolve) => (this.beaten = resolve));
      }
    }
  }

  private hear(news: SearchNews): void {
    this.news = news;
    if (Date.parse(this.parts.world.now()) - this.keptAt >= BETWEEN_NEWS) this.keepNews();
  }

  private beat(): void {
    this.beaten?.();
    if (this.news !== this.keptNews) this.keepNews();
  }

  /** News that cannot be kept are told with the next. */
  private keepNews(): void {
    const { news } = this;
    if (this.keeping || !news || this.fate !== 'OURS') return;
    this.keptAt = Date.parse(this.parts.world.now());
    this.keptNews = news;
    this.keeping = this.parts.unitOfWork
      .write(({ designs }) => designs.tell(this.id, news))
      .catch(() => undefined)
      .finally(() => (this.keeping = null));
  }

  /** Whether what there is by now is enough. */
  private async look(): Promise<void> {
    if (this.isEnough) return;
    const read = this.parts.unitOfWork.read(({ designs }) => designs.find(this.id));
    const design = await read.catch(() => null);
    if (!design?.isCancelled) return;
    this.isEnough = true;
    this.running?.enough();
  }

  private reasonOf(error: unknown): string {
    if (error instanceof Fault) return error.message;
    const id = this.parts.keepError?.(error);
    return id === undefined
      ? 'Something broke in the server.'
      : `Something broke in the server. Its log has more under the id ${id}.`;
  }
}

const STREAM_GONE =
  'A stream that it was asked for was removed before it was made. Restore the stream, and ask for it anew.';

const LOST_TOO_OFTEN = `It was begun ${MOST_BEGUN} times, and each time the server that made it was gone before it was done: perhaps it needs more memory than there is. Ask for it with narrower limits, or for less of it.`;
