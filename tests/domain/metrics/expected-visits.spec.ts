import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { solveVisits, type ChainArc } from '../../../src/domain/metrics/solve-visits.js';
import { visitsByName } from '../../support/draw.js';

/** The sum of a power series: what arrives after 0, 1, 2 … moves. */
function byPowers(size: number, arcs: readonly ChainArc[], inflow: readonly number[]): number[] {
  const visits = [...inflow];
  let arriving = [...inflow];
  for (let move = 0; move < 20_000 && arriving.some((amount) => amount > 1e-15); move += 1) {
    const next = Array.from({ length: size }, () => 0);
    for (const arc of arcs) next[arc.to] = (next[arc.to] ?? 0) + (arriving[arc.from] ?? 0) * arc.share;
    next.forEach((amount, place) => (visits[place] = (visits[place] ?? 0) + amount));
    arriving = next;
  }
  return visits;
}

const chains = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    weights: fc.array(
      fc.record({ from: fc.nat(size - 1), to: fc.nat(size - 1), weight: fc.integer({ min: 1, max: 9 }) }),
      {
        maxLength: 25,
      },
    ),
  }),
);

describe('expected visits', () => {
  it('are those of the power series, whatever way the returns run', () => {
    fc.assert(
      fc.property(chains, ({ size, weights }) => {
        const sums = Array.from({ length: size }, () => 2);
        for (const { from, weight } of weights) sums[from] = (sums[from] ?? 0) + weight;
        const arcs = weights.map(({ from, to, weight }) => ({ from, to, share: weight / (sums[from] ?? 1) }));
        const inflow = Array.from({ length: size }, (_, place) => (place === 0 ? 1 : 0));
        const solved = solveVisits(size, arcs, inflow);
        byPowers(size, arcs, inflow).forEach((visits, place) =>
          expect(solved?.[place]).toBeCloseTo(visits, 8),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('tell a loop that never ends instead of a number', () => {
    const round = [
      { from: 0, to: 1, share: 1 },
      { from: 1, to: 0, share: 1 },
    ];
    expect(solveVisits(2, round, [1, 0])).toBeNull();
  });

  it('stay exact where hardly any unit gets through', () => {
    const arcs: ChainArc[] = [];
    for (let place = 0; place < 60; place += 1) {
      arcs.push({ from: place, to: 0, share: 0.5 });
      if (place < 59) arcs.push({ from: place, to: place + 1, share: 0.5 });
    }
    const visits = solveVisits(60, arcs, [1, ...Array.from({ length: 59 }, () => 0)]);
    expect((visits?.[0] ?? 0) / 2 ** 60).toBeCloseTo(1, 9);
  });

  it('are 1.25 where a fifth of the work comes back to the same step', () => {
    expect(visitsByName('sales:\nCheck 10m\nback to Check 20%\nfulfilment:\nShip 5m')).toEqual({
      Check: 1.25,
      Ship: 1,
    });
  });

  it('follow losses, steps that only some need, and the branches of an either', () => {
    const text = `sales:
Answer 5m
lost 40%
sometimes 30%: Visit 1h
fulfilment:
either
  80%: Mail it 5m
  20%: Bring it 1h
end
Thank 1m`;
    const visits = visitsByName(text);
    expect(visits['Answer']).toBe(1);
    expect(visits['Visit']).toBeCloseTo(0.18, 12);
    expect(visits['Mail it']).toBeCloseTo(0.48, 12);
    expect(visits['Bring it']).toBeCloseTo(0.12, 12);
    expect(visits['Thank']).toBeCloseTo(0.6, 12);
  });

  it('take the whole unit back at the end of a meanwhile when a return leaves one of its branches', () => {
    const text = `sales:
Plan 1h
fulfilment:
meanwhile
  Paint 2h
  back to Plan 20%
  Saw 3h
end
Fit 1h`;
    const visits = visitsByName(text);
    expect(visits['Plan']).toBeCloseTo(1.25, 12);
    expect(visits['Saw']).toBeCloseTo(1.25, 12);
    expect(visits['Fit']).toBeCloseTo(1, 12);
  });

  it('start a block again when a return goes into one of its branches', () => {
    const text = `sales:
Plan 1h
fulfilment:
meanwhile
  Paint 2h
  Saw 3h
end
Fit 1h
back to Saw 50%`;
    const visits = visitsByName(text);
    expect(visits['Plan']).toBe(1);
    expect(visits['Paint']).toBeCloseTo(2, 12);
    expect(visits['Saw']).toBeCloseTo(2, 12);
  });

  it('let a unit through a meanwhile that is lost in none of its branches', () => {
    const text = `sales:
Plan 1h
fulfilment:
meanwhile
  Paint 2h
  lost 50%
  Saw 3h
  lost 20%
end
Fit 1h`;
    expect(visitsByName(text)['Fit']).toBeCloseTo(0.4, 12);
  });

  it('are unknown in branches whose shares nobody told, and known again behind them', () => {
    const text = `sales:
Ask 1h
fulfilment:
either
  Mail 1h
  Phone 2h
end
Thank 1m`;
    expect(visitsByName(text)).toEqual({ Ask: 1, Mail: null, Phone: null, Thank: 1 });
  });

  it('do not count for a step with a rhythm of its own', () => {
    expect(
      visitsByName('sales:\nSell 1h\nfulfilment:\nClose the month @Ann 3h every 1month')['Close the month'],
    ).toBeNull();
  });
});
