import { foldName } from '../shared/index.js';
import type { SupportedStream, ValueStream } from '../stream/index.js';
import { assessReadiness } from './assess-readiness.js';

/** A stream as far as those that serve it need to know it. */
export function tellSupported(stream: ValueStream): SupportedStream {
  const { key, name, steps, obligations = [] } = stream;
  const forces = new Set(steps.map(({ force }) => force));
  const both = forces.has('SALES') && forces.has('FULFILMENT');
  return {
    key,
    name,
    keepsPromise: both && assessReadiness(stream).rung !== 'SKETCHED',
    serves: [...new Set(steps.flatMap(({ serves = [] }) => serves))],
    obligations,
  };
}

/** true where what other streams are decides what a stream justifies. */
export function servesOthers({ steps }: Pick<ValueStream, 'steps'>): boolean {
  return steps.some(({ serves }) => serves !== undefined);
}

/** The streams of one text, those that serve with what is known of the others. */
export function knowingEachOther(streams: readonly ValueStream[]): readonly ValueStream[] {
  if (!streams.some(servesOthers)) return streams;
  const told = streams.map(tellSupported);
  return streams.map((stream) =>
    servesOthers(stream)
      ? { ...stream, served: told.filter(({ name }) => foldName(name) !== foldName(stream.name)) }
      : stream,
  );
}
