import { describe, expect, it } from '@jest/globals';
import { measureStream, weighForces } from '../../../src/domain/metrics/index.js';
import { tellSeam } from '../../../src/domain/report/index.js';
import { draw } from '../../support/draw.js';

function seamOf(text: string): readonly string[] {
  const { stream } = draw(text);
  return tellSeam(weighForces(stream, measureStream(stream)), stream);
}

describe('what happens at the seam, in sentences', () => {
  it('counts one hand-off as one, and several or a part of one as hand-offs', () => {
    const seam = (back: string) => seamOf(`sales:\nSell @Ann 1h\nfulfilment:\nMake @Bob 1h\n${back}`);
    expect(seam('')).toContain('1 hand-off over it for one unit, returns included.');
    expect(seam('back to Sell 20%')).toContain('1.5 hand-offs over it for one unit, returns included.');
  });

  it('tells the wait with its share, each way over it with the reason, and what comes back with what it adds', () => {
    expect(
      seamOf('sales:\nSell @Ann 1h\nwait 2d "the tray"\nfulfilment:\nMake @Bob 1h\nback to Sell 20%'),
    ).toEqual([
      'Work waits 2 d 4 h here, 88.9 % of the lead time.',
      '1.5 hand-offs over it for one unit, returns included.',
      '"Sell" (Ann) to "Make" (Bob): 1.25 times for one unit that enters, waiting 2 d ("the tray") each time.',
      '20 % comes back from "Make" to "Sell" (line 7): 0.25 times for one unit that enters, which adds 30 min for one unit.',
      'Nobody works on both sides.',
    ]);
  });

  it('sums several returns first, and says who works on both sides', () => {
    const told = seamOf(
      'demand: 10/week\nsales:\nSell @Ann 1h\nwait 1d\nfulfilment:\nMake @Ann 1h\nback to Sell 20%\nShip @Bob 1h\nback to Sell 10%',
    );
    expect(told.slice(3)).toEqual([
      'Work comes back over it 0.39 times for one unit, by 2 returns.',
      '20 % comes back from "Make" to "Sell" (line 8): 0.28 times for one unit that enters, which adds 5.56 h a week.',
      '10 % comes back from "Ship" to "Sell" (line 10): 0.11 times for one unit that enters, which adds 3.89 h a week.',
      'On both sides: Ann.',
    ]);
  });

  it('says what nobody has told: the wait, how much comes back, to which force a step belongs', () => {
    expect(seamOf('sales:\nSell @Ann 1h\nfulfilment:\nMake @Bob 1h\nback to Sell')).toEqual([
      'How long work waits here is not known: nobody has told a wait at the seam.',
      'at least 1 hand-off over it for one unit, returns included.',
      '"Sell" (Ann) to "Make" (Bob): 1 times for one unit that enters, no wait is told.',
      'Work comes back from "Make" to "Sell" (line 6); nobody has said how much.',
      'Nobody works on both sides.',
    ]);
    expect(seamOf('Ring\nsales:\nSell @Ann\nfulfilment:\nMake @Bob').slice(3)).toEqual([
      'Nothing comes back over it.',
      'Nobody works on both sides.',
      'Of 1 step nobody has said to which force it belongs.',
    ]);
  });

  it('is nothing to look at where a force has no step', () => {
    expect(seamOf('Ring\nsales:\nSell')).toEqual([
      'No step belongs to process and fulfilment yet, so there is no seam to look at.',
      'Of 1 step nobody has said to which force it belongs.',
    ]);
    expect(seamOf('Ring\nWrite')).toEqual([
      'No step belongs to sales and marketing or to process and fulfilment yet, so there is no seam to look at.',
      'Of 2 steps nobody has said to which force it belongs.',
    ]);
  });
});
