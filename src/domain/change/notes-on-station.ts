import { measureStream } from '../metrics/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import { applyChange } from './apply-change.js';
import type { Change, StepNumbers } from './change.js';
import { isBuffer } from './flow-places.js';

/** What stoppages, changeovers and batches of a step move, and where nothing does yet. */
export function notesOnStation(before: Step | undefined, numbers: StepNumbers): readonly string[] {
  const { uptime, changeover, batch } = numbers;
  if (!before || (!uptime && !changeover && batch === undefined)) return [];
  const after = { ...before, ...numbers };
  if (after.outside) return ['It is done outside: how it stops and is changed over moves nothing of ours.'];
  if (after.everySeconds)
    return ['It has a rhythm of its own, and no measure rests on how it stops or in what batches it runs.'];
  if (changeover && !after.batch && !uptime)
    return [
      'How often it is changed over is not known: no measure counts the changeover until a batch is told, such as `batch 20`.',
    ];
  const isBusy = uptime !== undefined || after.changeover !== null;
  const moved = [
    ...(isBusy ? ['what its stoppages and changeovers take', 'how busy it is'] : []),
    ...(batch === undefined || after.leadTime ? [] : ['how long a unit waits within its batch']),
  ];
  const held = batch !== undefined && after.leadTime !== null;
  const last = moved.pop();
  if (last === undefined)
    return ['Its lead time is told and holds the wait in its batch: no measure moves by it.'];
  const words = moved.length === 0 ? last : `${moved.join(', ')} and ${last}`;
  return [
    `It moves ${words}; no lead time and no load rests on it${held ? ' (the lead time is told, and holds the wait in its batch)' : ''}.`,
  ];
}

/** What the places of a lane say is a bound of its own; how work moves on over it moves nothing else. */
export function notesOnPassing(stream: ValueStream, change: PassingChange): readonly string[] {
  const unmoved = 'No measure here rests on how work moves on over it, so none moves by that.';
  const { passing, node } = change;
  if (passing?.kind !== 'FIFO' || passing.limit === null) return [unmoved];
  const nodes = stream.flow.nodes.slice(0, node + 1);
  const before = nodes.filter(
    (one) => isBuffer(one) && one.passing.kind === 'FIFO' && one.passing.limit !== null,
  );
  const here = stream.flow.nodes[node];
  const isLane = isBuffer(here) && here.passing.kind === 'FIFO' && here.passing.limit !== null;
  const lane = measureStream(applyChange(stream, change)).lanes[before.length - (isLane ? 1 : 0)];
  if (!lane || lane.longestWait.value === null)
    return ['How long anybody can wait there is not known: nobody has told how many units come.'];
  const full = lane.overfull
    ? ' More waits there than it has places: a number is wrong, or the limit is not kept.'
    : '';
  return [
    `The lead time rests on what waits there, not on the limit. While the limit is kept, nobody waits there longer than ${lane.longestWait.text}.${full}`,
  ];
}

type PassingChange = Extract<Change, { kind: 'SET_BUFFER' | 'SET_PASSING' }>;
