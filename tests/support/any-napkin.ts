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
  fc.tuple(name, percent).map(([step, share]) => `sometimes ${share}%: ${step} ~5-9m`),
  fc.tuple(name, percent).map(([step, share]) => `back to "${step}" ${share}%`),
  name.map((step) => `back to "${step}"`),
  fc.tuple(name, percent).map(([step, share]) => `back to "${step}" ${share}% 10m`),
  percent.map((share) => `lost ${share}%`),
  fc.tuple(name, name).map(([a, b]) => `after ${a}, ${b}`),
  name.map((step) => `${step} @P1 x3 1-2h lead 1-2d`),
  name.map((step) => `${step} 1h every 1w`),
  name.map((step) => `${step} (outside) lead 3d`),
  fc.constantFrom(
    'wait 1-3d',
    'wait ~2d',
    'stock 40',
    'meanwhile',
    'either',
    'end',
    'end',
    'stop',
    'then wait 1d',
    'demand: 5-8/week',
    'sales:',
    'fulfilment:',
  ),
);

/** Any text that can be written of these lines: nested and unclosed blocks, loops, losses, steps without a force. */
export const anyNapkin: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('sales:\n', ''), fc.array(line, { maxLength: 30 }))
  .map(([head, lines]) => `${head}${lines.join('\n')}`);
