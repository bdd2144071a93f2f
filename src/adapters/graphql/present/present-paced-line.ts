import {
  paceRoles,
  type PacedStation,
  type PacedStream,
  type Plan,
  type StreamNotPaced,
} from '../../../domain/index.js';
import type { StepBook } from './step-book.js';

const lines = new WeakMap<Plan['understanding'], PacedStream | StreamNotPaced>();

/** The stream as a paced line, or why there is none; worked out once for as long as the stream stays as it is. */
export function presentPacedLine(book: StepBook, { understanding }: Plan) {
  const line = lines.get(understanding) ?? paceRoles(understanding);
  lines.set(understanding, line);
  if (line.kind === 'StreamNotPaced') {
    const { reason, message, remedy } = line;
    const steps = () => line.steps.map((key) => book.step(key));
    return { __typename: 'LineNotPaced', reason, message, remedy, steps };
  }
  const { kind: _, ...rest } = line;
  return {
    __typename: 'PacedLine',
    ...rest,
    stations: () => line.stations.map((station) => presentStation(book, station)),
    besides: () => line.besides.map((key) => book.step(key)),
  };
}

function presentStation(book: StepBook, { position, people, steps, balance, idle }: PacedStation) {
  const { workContent, timeEach, againstTakt, hoursPerWeek } = balance;
  return {
    position,
    people,
    steps: () => steps.map((placed) => ({ ...placed, step: book.step(placed.step) })),
    work: workContent,
    timeEach,
    againstTakt,
    hoursPerWeek,
    idle,
  };
}
