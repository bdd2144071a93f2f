import type { StepKey, StreamKey } from '../../src/domain/shared/index.js';
import type { DesignGround, StructureGround } from '../../src/domain/structure/index.js';

/** A ground under a stream of another key, as tests have several of them. */
export function named(ground: StructureGround, key: string): StructureGround {
  return { ...ground, stream: { ...ground.stream, key: key as StreamKey, name: `Stream ${key}` } };
}

/** Streams put together the plain way, for the checker: knows nothing of how the domain does it. */
export function putTogether(streams: readonly StructureGround[]): DesignGround {
  const parts = [...streams].sort((a, b) => (a.stream.key < b.stream.key ? -1 : 1)).map(part);
  const [first] = parts;
  if (!first) throw new Error('no stream');
  const paidHoursPerWeek = Math.min(...parts.map(({ stream }) => stream.calendar.paidHoursPerWeek));
  const all = <T>(of: (part: DesignGround) => readonly T[]): T[] => parts.flatMap((one) => [...of(one)]);
  return {
    ...first,
    stream: {
      ...first.stream,
      calendar: { ...first.stream.calendar, paidHoursPerWeek },
      demandPerWeek: { low: 1, likely: 1, high: 1, source: 'SAID' },
      steps: all(({ stream }) => stream.steps),
      apart: all(({ stream }) => stream.apart),
      together: all(({ stream }) => stream.together),
    },
    metrics: {
      steps: new Map(all(({ metrics }) => [...metrics.steps])),
      transfers: parts.flatMap(({ stream, metrics }) =>
        metrics.transfers.map((one) => ({
          ...one,
          perUnit: one.perUnit * (stream.demandPerWeek?.likely ?? 1),
        })),
      ),
    },
    demands: all(({ demands }) => demands),
    parts,
  };
}

function part(ground: StructureGround): DesignGround {
  const own = (key: StepKey): StepKey => `${ground.stream.key}/${key}` as StepKey;
  return {
    ...ground,
    stream: {
      ...ground.stream,
      steps: ground.stream.steps.map((step) => ({
        ...step,
        key: own(step.key),
        approves: step.approves.map(own),
        checks: step.checks.map(own),
      })),
      apart: ground.stream.apart.map((set) => set.map(own)),
      together: ground.stream.together.map((set) => set.map(own)),
    },
    metrics: {
      steps: new Map([...ground.metrics.steps].map(([key, figures]) => [own(key), figures])),
      transfers: ground.metrics.transfers.map((one) => ({ ...one, from: own(one.from), to: own(one.to) })),
    },
    demands: ground.demands.map((demand) => ({ ...demand, step: own(demand.step) })),
  };
}
