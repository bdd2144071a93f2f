import { foldName, type StepKey } from '../shared/index.js';
import type { Flow, Passing, ValueStream } from '../stream/index.js';
import type { BufferAmount, Change, StepNumbers } from './change.js';
import { isBuffer, isLossAt, isReturnAt, placesOf, type FlowPlaces } from './flow-places.js';
import { passingWords, tellCalendars, tellPeople } from './tell-head.js';
import { STEP_FIELDS } from './step-fields.js';
import { tellCount, tellShare, tellTime } from './tell-quantity.js';
import { buffersIn } from './where-buffers-stand.js';

/** Tells changes of one stream in plain words: what, where, from what to what. */
export interface ChangeTeller {
  tell(change: Change): string;
  nameOf(step: StepKey | null): string;
  /** `the wait before "Agree the order" (line 14)`. */
  bufferAt(node: number): string;
}

/** A teller of the changes of this stream as it stands. */
export function tellerOf(stream: ValueStream, places: FlowPlaces = placesOf(stream)): ChangeTeller {
  const teller = new Teller(stream, places);
  return {
    tell: (change) => teller.tell(change),
    nameOf: (step) => teller.nameOf(step),
    bufferAt: (node) => teller.bufferAt(node),
  };
}

class Teller {
  private readonly names: ReadonlyMap<StepKey, string>;
  private readonly whereOf: (node: number) => string;

  constructor(
    private readonly stream: ValueStream,
    private readonly places: FlowPlaces,
  ) {
    this.names = new Map(stream.steps.map(({ key, name }) => [key, name]));
    this.whereOf = buffersIn(places, (step) => this.nameOf(step));
  }

  nameOf(step: StepKey | null): string {
    return `"${step === null ? '' : (this.names.get(step) ?? step)}"`;
  }

  tell(change: Change): string {
    switch (change.kind) {
      case 'SET_STEP':
        return `${this.nameOf(change.step)}: ${this.numbers(change.step, change.numbers)}`;
      case 'SET_BUFFER':
        return `${this.bufferAt(change.node)}: ${this.amountAt(change.node)} → ${this.amount(change.amount)}${this.lane(change)}`;
      case 'SET_PASSING':
        return `${this.bufferAt(change.node)}${this.lane(change)}`;
      case 'SET_CALENDAR':
        return tellCalendars(this.stream.calendar, change.calendar);
      case 'SET_PERSON':
        return tellPeople(
          this.stream.people.find(({ name }) => foldName(name) === foldName(change.person.name)) ?? null,
          change.person,
        );
      case 'PUT_BUFFER':
        return `a new wait ${change.at.side === 'BEFORE' ? 'before' : 'after'} ${this.nameOf(change.at.step)}: ${this.amount(change.amount)}`;
      case 'SET_SHARE':
        return `the branch of ${this.nameOf(this.places.stepBehind(change.to))}: ${this.branchShare(change)} → ${tellShare(change.share)}`;
      case 'SET_DEMAND':
        return `the demand: ${this.demand()} → ${tellCount(change.perWeek)} a week`;
      case 'WITHOUT_BUFFER':
        return `without ${this.bufferAt(change.node)} of ${this.amountAt(change.node)}`;
      case 'WITHOUT_STEP':
        return `without the step ${this.nameOf(change.step)}`;
      case 'WITHOUT_HAND_OFF':
        return `without the hand-off from ${this.nameOf(change.from)} to ${this.nameOf(change.to)}`;
      case 'SET_RETURN':
      case 'WITHOUT_RETURN':
        return this.ofReturn(change);
      case 'SET_LOSS':
      case 'WITHOUT_LOSS':
        return this.ofLoss(change);
    }
  }

  bufferAt(node: number): string {
    const here = this.places.flow.nodes[node];
    const what = here?.kind === 'STOCK' ? 'stock' : 'wait';
    return `the ${what} ${this.whereOf(node)}${here && 'line' in here ? lineOf(here.line) : ''}`;
  }

  private numbers(key: StepKey, numbers: StepNumbers): string {
    const before = this.stream.steps.find((step) => step.key === key) ?? {};
    const ground = {
      calendar: this.stream.calendar,
      nameOf: (step: StepKey) => this.names.get(step) ?? step,
    };
    return STEP_FIELDS.filter(({ field }) => field in numbers)
      .map(({ label, tell }) => `${label} ${tell(before, ground) ?? '?'} → ${tell(numbers, ground) ?? '?'}`)
      .join(', ');
  }

  private amountAt(node: number): string {
    const here = this.places.flow.nodes[node];
    return here?.kind === 'WAIT' || here?.kind === 'STOCK' ? this.amount(here) : 'nothing';
  }

  private amount(amount: BufferAmount): string {
    return amount.kind === 'WAIT'
      ? tellTime(amount.time, this.stream.calendar)
      : `${tellCount(amount.units)} units`;
  }

  /** How work moves on, from what to what; nothing where that stays. */
  private lane({ node, passing }: { readonly node: number; readonly passing?: Passing }): string {
    const here = this.places.flow.nodes[node];
    if (!passing || !isBuffer(here)) return '';
    return `, moves on: ${passingWords(here.passing) ?? 'push'} → ${passingWords(passing) ?? 'push'}`;
  }

  private branchShare({ choice, to }: { readonly choice: number; readonly to: number }): string {
    const arc = this.flow.arcs.find((one) => one.kind === 'NEXT' && one.from === choice && one.to === to);
    return arc?.share ? tellShare(arc.share) : '?';
  }

  private demand(): string {
    const { demandPerWeek } = this.stream;
    return demandPerWeek ? `${tellCount(demandPerWeek)} a week` : '?';
  }

  private ofReturn(change: Extract<Change, { kind: 'SET_RETURN' | 'WITHOUT_RETURN' }>): string {
    const arc = this.flow.arcs.find((one) => isReturnAt(one, change.at));
    const from = this.nameOf(this.places.stepBefore(change.at.origin));
    const to = this.nameOf(this.places.stepBefore(change.at.target));
    const loop = `the return from ${from} to ${to}${lineOf(change.at.line)}`;
    const share = arc?.share ? tellShare(arc.share) : '?';
    if (change.kind === 'WITHOUT_RETURN') return `without ${loop} of ${share}`;
    const { calendar } = this.stream;
    const told = change.share ? [`${share} → ${tellShare(change.share)}`] : [];
    if (change.time)
      told.push(
        `${arc?.time ? tellTime(arc.time, calendar) : 'no time of its own'} → ${tellTime(change.time, calendar)}`,
      );
    return `${loop}: ${told.join(', ')}`;
  }

  private ofLoss(change: Extract<Change, { kind: 'SET_LOSS' | 'WITHOUT_LOSS' }>): string {
    const loss = this.flow.losses.find((one) => isLossAt(one, change.at));
    const where = `the loss after ${this.nameOf(this.places.stepBefore(change.at.node))}${lineOf(change.at.line)}`;
    const share = loss ? tellShare(loss.share) : '?';
    return change.kind === 'WITHOUT_LOSS'
      ? `without ${where} of ${share}`
      : `${where}: ${share} → ${tellShare(change.share)}`;
  }

  private get flow(): Flow {
    return this.places.flow;
  }
}

function lineOf(line: number | null): string {
  return line === null ? '' : ` (line ${line})`;
}
