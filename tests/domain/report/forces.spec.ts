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
});
