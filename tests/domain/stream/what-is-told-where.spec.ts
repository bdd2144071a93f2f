import { describe, expect, it } from '@jest/globals';
import { draw } from '../../support/draw.js';

describe('what is wrong with a step', () => {
  it('is told at the mark that is wrong', () => {
    const { problems } = draw('sales:\nAnswer the call 2h lead 1h\nShip 1h every 0d');
    expect(problems.map(({ code, place }) => [code, place?.line, place?.column])).toEqual([
      ['LEAD_SHORTER_THAN_PROCESS', 3, 25],
      ['RHYTHM_WITHOUT_TIME', 4, 15],
    ]);
  });

  it('is no name that stands for a party of the stream, and any other is told with the nearest', () => {
    const asked = (names: string) =>
      draw(`owner: Ada\nsupplier: Mill\ncustomer: Guest\nShip the bread @Bo 5m ${names}`).problems;
    expect(asked('asks the owner, Ada, Mill tells the customer, guest, supplier, Bo')).toEqual([]);
    const [problem, ...others] = asked('tells Gust');
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'UNKNOWN_NAME', suggestion: 'Did you mean "Guest"?' });
    expect(problem?.fix?.replacement).toBe('"Guest"');
  });
});

describe('the ends of the flow', () => {
  it('are the steps where work stops, not the gate behind branches that all stop', () => {
    const { flow } = draw('A 1m\neither\nB 1m\nstop\nor\nC 1m\nstop\nend').stream;
    const names = (nodes: readonly number[] = []) =>
      nodes.map((at) => {
        const node = flow.nodes[at];
        return node?.kind === 'STEP' ? node.step : node?.kind;
      });
    expect(names(flow.ends)).toEqual(['b', 'c']);
    expect(names(flow.stops)).toEqual(['b', 'c']);
  });

  it('are where the last line leaves off, where nothing stops', () => {
    const { flow } = draw('A 1m\nmeanwhile\nB 1m\nand\nC 1m\nend\nD 1m\nwait 2d').stream;
    expect(flow.ends.map((at) => flow.nodes[at]?.kind)).toEqual(['WAIT']);
    expect(flow.stops).toEqual([]);
  });
});

describe('what hurts about a step', () => {
  it('is kept, from its own line and from the lines below, and none of another step', () => {
    const { steps } = draw('sales:\nPack it @Bo 5m ! slow\n! no tape\nShip it @Bo 5m').stream;
    expect(steps.map(({ pains }) => pains)).toEqual([['slow', 'no tape'], []]);
  });
});
