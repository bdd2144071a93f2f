import {
  answerDesign,
  type Designer,
  type DesignJob,
  type DesignQuestion,
  type UseCases,
} from '../../src/application/index.js';

/** Designs that end when the test says so. */
export class HeldDesigner implements Designer {
  readonly questions: DesignQuestion[] = [];
  private readonly release: (() => void)[] = [];
  private readonly waiting: (() => void)[] = [];
  private isFree = false;
  failure: Error | null = null;

  design: Designer['design'] = (question, tell) => {
    this.questions.push(question);
    let isEnough = false;
    const released = new Promise<void>((resolve) => this.release.push(resolve));
    if (this.isFree) this.letGo();
    for (const tell of this.waiting.splice(0)) tell();
    const designed = released.then(() => {
      if (this.failure) throw this.failure;
      tell?.({ part: '', stage: 'joining steps into roles', goals: [], work: 1 });
      return { ...answerDesign(question, null), endedEarly: isEnough };
    });
    return {
      designed,
      enough: () => {
        isEnough = true;
        this.release.forEach((go) => go());
      },
    };
  };

  /** From now on nothing is held. */
  letGo(): void {
    this.isFree = true;
    for (const go of this.release) go();
  }

  /** Resolves once something was asked. */
  async asked(): Promise<void> {
    if (this.questions.length === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}

/** Lets go of whatever is held, now and from now on, and tells how the design ended. */
export async function endOf(useCases: UseCases, held: HeldDesigner, id: string): Promise<DesignJob | null> {
  held.letGo();
  let last: DesignJob | null = null;
  for await (const job of await useCases.watchDesign(id)) last = job;
  return last;
}
