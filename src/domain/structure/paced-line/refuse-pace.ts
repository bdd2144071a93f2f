import type { ValueStream } from '../../stream/index.js';
import type { LineStep } from './line-steps.js';
import type { StreamNotPaced } from './paced-stream.js';

/** Refused because nobody knows the takt. */
export function withoutTakt(whyNot: string | null): StreamNotPaced {
  return {
    kind: 'StreamNotPaced',
    reason: 'NO_TAKT',
    message: `Nobody can say how often a unit must leave the line: ${whyNot ?? 'the takt time is 0'}.`,
    remedy: 'Say how many units enter, on a line such as `demand: 40/month` at the head of the stream.',
    steps: [],
  };
}

/** Refused because no step can stand first. */
export function inCircle(): StreamNotPaced {
  return {
    kind: 'StreamNotPaced',
    reason: 'FLOW_NOT_RECKONED',
    message: 'Steps follow each other in a circle: none of them can stand first on a line.',
    remedy: 'Break the circle in the `after` lines, or say `back to STEP 20%` where work returns.',
    steps: [],
  };
}

/** Refused because no work is known. */
export function withoutWork(stream: ValueStream, steps: readonly LineStep[]): StreamNotPaced {
  const [first] = steps;
  if (!first) {
    return {
      kind: 'StreamNotPaced',
      reason: 'NO_WORK',
      message: `No step of ${stream.name} can stand on a line: all are done outside or have a rhythm of their own.`,
      remedy: 'Add the steps that your own people do for every unit.',
      steps: [],
    };
  }
  const whyNot = first.content.whyNot ?? 'the work of every step is 0';
  return {
    kind: 'StreamNotPaced',
    reason: 'NO_WORK',
    message: `Nobody can say how much work one unit is: ${whyNot}.`,
    remedy:
      'Give the steps a process time, such as `Price the job @Owner 45m`; `headwater walk FILE` prints whom to ask.',
    steps: steps.map(({ step }) => step.key),
  };
}
