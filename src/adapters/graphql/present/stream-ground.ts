import type { PlannedStream, UseCases } from '../../../application/index.js';
import type { FieldsFrom } from './answers-from.js';
import type { StandingLog } from './present-gate.js';
import { stepBookOf, type StepBook } from './step-book.js';

/** What everything that is told of a stream rests on. */
export class StreamGround {
  private read: ReturnType<StandingLog> | null = null;

  constructor(
    readonly useCases: UseCases,
    readonly planned: PlannedStream,
  ) {}

  get stored(): PlannedStream['stored'] {
    return this.planned.stored;
  }

  get plan(): PlannedStream['plan'] {
    return this.planned.plan;
  }

  get book(): StepBook {
    return stepBookOf(this.planned.plan);
  }

  /** What stood and stands of what was accepted; read once, however many fields tell of it. */
  get log(): StandingLog {
    return () => (this.read ??= this.useCases.standingLog(this.stored));
  }
}

/** Fields of a stream that are worked out for whoever asks. */
export type StreamFields = FieldsFrom<StreamGround>['workedOut'];

/** Fields that rest on the plan: each is worked out at once where the plan is at hand, else as soon as it was made elsewhere. */
export function onceReady(fields: StreamFields): StreamFields {
  const waiting = Object.entries(fields).map(([name, field]): [string, StreamFields[string]] => [
    name,
    (ground, asked) => {
      const ready = ground.planned.ready();
      return ready ? ready.then(() => field(ground, asked)) : field(ground, asked);
    },
  ]);
  return Object.fromEntries(waiting);
}
