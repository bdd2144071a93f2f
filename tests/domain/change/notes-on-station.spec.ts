import { describe, expect, it } from '@jest/globals';
import type { StepNumbers } from '../../../src/domain/change/change.js';
import { notesOnStation } from '../../../src/domain/change/notes-on-station.js';
import { exactly } from '../../../src/domain/shared/index.js';
import { draw, stepNamed } from '../../support/draw.js';

const { stream } = draw(
  'sales:\nPack it @Bo 5m\nBook it @Bo 1h every 1w\nSend it out (outside) 2d\nTurn it @Bo 5m changeover 10m lead 1d\nSort it @Bo 5m lead 1d',
);
const [uptime, changeover] = [exactly(0.9), exactly(600)];
const BUSY = 'what its stoppages and changeovers take';

describe('what a change of a station moves, in words', () => {
  it.each<readonly [string, StepNumbers, readonly string[]]>([
    ['Pack it', {}, []],
    [
      'Send it out',
      { uptime },
      ['It is done outside: how it stops and is changed over moves nothing of ours.'],
    ],
    [
      'Book it',
      { batch: 20 },
      ['It has a rhythm of its own, and no measure rests on how it stops or in what batches it runs.'],
    ],
    [
      'Pack it',
      { changeover },
      [
        'How often it is changed over is not known: no measure counts the changeover until a batch is told, such as `batch 20`.',
      ],
    ],
    [
      'Pack it',
      { changeover, batch: 20 },
      [
        `It moves ${BUSY}, how busy it is and how long a unit waits within its batch; no lead time and no load rests on it.`,
      ],
    ],
    ['Pack it', { uptime }, [`It moves ${BUSY} and how busy it is; no lead time and no load rests on it.`]],
    [
      'Pack it',
      { batch: 20 },
      ['It moves how long a unit waits within its batch; no lead time and no load rests on it.'],
    ],
    [
      'Turn it',
      { batch: 20 },
      [
        `It moves ${BUSY} and how busy it is; no lead time and no load rests on it (the lead time is told, and holds the wait in its batch).`,
      ],
    ],
    [
      'Sort it',
      { batch: 20 },
      ['Its lead time is told and holds the wait in its batch: no measure moves by it.'],
    ],
  ])('%s: %j', (name, numbers, notes) => {
    expect(notesOnStation(stepNamed(stream, name), numbers)).toEqual(notes);
  });

  it('is nothing where there is no such step', () => {
    expect(notesOnStation(undefined, { uptime })).toEqual([]);
  });
});
