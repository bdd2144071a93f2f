import fc from 'fast-check';

const name = fc.nat(9).map((at) => `Piece ${'ABCDEFGHIJ'[at] ?? 'A'}`);
const percent = fc.integer({ min: 0, max: 100 });
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(name, fc.nat(500))
      .map(([step, work]) => `${step} @P${work % 4} ${work}m ${work % 101}%`),
  },
  name,
  fc.tuple(name, percent).map(([step, share]) => `sometimes ${share}%: ${step} 5m`),
  fc.tuple(name, percent).map(([step, share]) => `back to "${step}" ${share}%`),
  name.map((step) => `back to "${step}"`),
  fc.tuple(name, percent).map(([step, share]) => `back to "${step}" ${share}% 10m`),
  percent.map((share) => `lost ${share}%`),
  fc.tuple(name, name).map(([a, b]) => `after ${a}, ${b}`),
  name.map((step) => `${step} 1h every 1w`),
  fc.constantFrom(
    'wait 1-3d',
    'wait 2d fifo 3',
    'stock 40',
    'meanwhile',
    'either',
    'end',
    'end',
    'stop',
    'then wait 1d',
    'demand: 5/week',
    'fulfilment:',
  ),
);

/** Any lines in any order: flows that people would not draw, and that have to be measured all the same. */
export const anyNapkin = fc.array(line, { maxLength: 30 }).map((lines) => `sales:\n${lines.join('\n')}`);
