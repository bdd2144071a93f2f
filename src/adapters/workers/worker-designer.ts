import type { Worker } from 'node:worker_threads';
import {
  Fault,
  type Designed,
  type Designer,
  type DesignQuestion,
  type RunningDesign,
} from '../../application/index.js';
import type { SearchNews } from '../../domain/index.js';
import type { AskedQuestion, WorkerAnswer } from './messages.js';

/** How questions are spread over threads. */
export interface WorkerParts {
  /** Starts a thread that serves questions. */
  readonly start: () => Worker;
  /** Threads at once; each is started when it is first needed. */
  readonly most: number;
  /** Questions that may wait for a thread; further ones are turned away. */
  readonly mostWaiting: number;
}

/** Designs made in threads of their own, so that this one goes on answering. */
export interface WorkerDesigner extends Designer {
  /** Ends every thread; what was not answered by then is turned away, and so is everything after. */
  stop(): Promise<void>;
}

interface Asked extends AskedQuestion {
  readonly tell: ((news: SearchNews) => void) | null;
  readonly resolve: (designed: Designed) => void;
  readonly reject: (error: unknown) => void;
}

/** Asks questions of as many threads as are allowed, in the order in which they came; a thread that dies takes only its own question along. */
export function workerDesigner(parts: WorkerParts): WorkerDesigner {
  const pool = new Pool(parts);
  return {
    // What a thread answers to a question is of the kind of the question.
    design: (question, tell) => pool.ask(question, tell ?? null) as never,
    stop: () => pool.stop(),
  };
}

class Pool {
  private readonly waiting: Asked[] = [];
  private readonly idle: Worker[] = [];
  private readonly busy = new Map<Worker, Asked>();
  private isStopped = false;

  constructor(private readonly parts: WorkerParts) {}

  ask(question: DesignQuestion, tell: Asked['tell']): RunningDesign {
    const refusal = this.refusal();
    if (refusal !== null)
      return { designed: Promise.reject(new Fault('UNAVAILABLE', refusal)), enough: () => undefined };
    const enough = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const designed = new Promise<Designed>((resolve, reject) => {
      this.waiting.push({ question, enough, tell, resolve, reject });
    });
    this.next();
    return { designed, enough: () => this.end(enough) };
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    const workers = [...this.idle, ...this.busy.keys()];
    for (const asked of [...this.waiting.splice(0), ...this.busy.values()])
      asked.reject(new Fault('UNAVAILABLE', STOPPING));
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  private refusal(): string | null {
    if (this.isStopped) return STOPPING;
    const { mostWaiting } = this.parts;
    if (this.waiting.length < mostWaiting) return null;
    return `${mostWaiting} designs wait to be made already. Try again when some of them are done.`;
  }

  private end(enough: Int32Array): void {
    Atomics.store(enough, 0, 1);
    const at = this.waiting.findIndex((asked) => asked.enough === enough);
    const [asked] = at < 0 ? [] : this.waiting.splice(at, 1);
    asked?.reject(new Fault('UNAVAILABLE', 'The design was ended before it was begun.'));
  }

  private next(): void {
    while (this.waiting.length > 0 && (this.idle.length > 0 || this.busy.size < this.parts.most)) {
      const asked = this.waiting.shift();
      const worker = this.idle.pop() ?? this.open();
      if (!asked) return;
      this.busy.set(worker, asked);
      worker.ref();
      worker.postMessage({ question: asked.question, enough: asked.enough } satisfies AskedQuestion, []);
    }
  }

  private open(): Worker {
    const worker = this.parts.start();
    worker.on('message', (told: WorkerAnswer) => this.hear(worker, told));
    worker.on('error', (error) => this.lose(worker, error));
    worker.on('exit', () => this.lose(worker, new Error('The thread that designed a structure ended')));
    return worker;
  }

  private lose(worker: Worker, error: unknown): void {
    const at = this.idle.indexOf(worker);
    if (at >= 0) this.idle.splice(at, 1);
    this.busy.get(worker)?.reject(error);
    if (this.busy.delete(worker)) this.next();
  }

  private hear(worker: Worker, told: WorkerAnswer): void {
    const asked = this.busy.get(worker);
    if (told.kind === 'NEWS') return asked?.tell?.(told.news);
    this.busy.delete(worker);
    worker.unref();
    this.idle.push(worker);
    if (told.kind === 'DONE') asked?.resolve(told.designed);
    else asked?.reject(errorOf(told));
    this.next();
  }
}

const STOPPING = 'The server is stopping. Ask again when it is there again.';

function errorOf({ message, stack, code }: Extract<WorkerAnswer, { readonly kind: 'FAILED' }>): Error {
  if (code !== null) return new Fault(code, message);
  const error = new Error(message);
  if (stack !== null) error.stack = stack;
  return error;
}
