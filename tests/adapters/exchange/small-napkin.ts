import fc from 'fast-check';

const MARKS = [
  '@Ann 10m {talking}',
  '@Bo @"Cy D" 1-2h 90% {drawing 3, wiring (licence)} [Mail]',
  '',
  '(outside) lead 3d',
  '~20m {drawing} (value) ! it hurts',
  'x2 3h lead 2d {lifting} asks Ann',
];

type Piece = (next: () => string) => readonly string[];

const mark = fc.constantFrom(...MARKS);
const share = fc.integer({ min: 1, max: 30 });
const oneBehind: fc.Arbitrary<Piece> = fc.oneof(
  fc.constant<Piece>(() => []),
  fc.constantFrom('wait 3d "for & word"', 'wait ~1d', 'stock 40 fifo 5').map((line): Piece => () => [line]),
  share.map((percent): Piece => () => [`lost ${percent}%`]),
  share.map((percent): Piece => () => [`back to "First step" ${percent}%`]),
  share.map((percent): Piece => () => [`back to "First step" ${percent}% 40m`]),
);
/** Up to three in any order: what goes back or is lost behind a wait, a wait behind what goes back. */
const behind: fc.Arbitrary<Piece> = fc.array(oneBehind, { maxLength: 3 }).map(
  (pieces): Piece =>
    (next) =>
      pieces.flatMap((one) => one(next)),
);
const step: fc.Arbitrary<Piece> = fc
  .tuple(mark, behind)
  .map(([marks, more]): Piece => (next) => [`${next()} ${marks}`, ...more(next)]);
const sometimes: fc.Arbitrary<Piece> = mark.map((marks): Piece => (next) => [
  `sometimes 30%: ${next()} ${marks}`,
]);

function block(inner: fc.Arbitrary<Piece>): fc.Arbitrary<Piece> {
  const branch = fc.array(inner, { minLength: 1, maxLength: 3 });
  return fc
    .tuple(fc.boolean(), branch, branch, fc.constantFrom('', '', 'stop'), behind)
    .map(([either, first, second, stop, more]): Piece => (next) => [
      either ? 'either' : 'meanwhile',
      ...branchOf(first, either ? '70%: ' : '', next),
      ...branchOf(second, either ? '30%: ' : '', next),
      ...(either && stop ? ['stop'] : []),
      'end',
      ...more(next),
    ]);
}

function branchOf(pieces: readonly Piece[], before: string, next: () => string): string[] {
  return pieces.flatMap((piece, at) => {
    const [head = '', ...rest] = piece(next);
    const then = at === 0 ? before : 'then ';
    const buffers = rest.map((line) => (/^(?:wait|stock) /.test(line) ? `then ${line}` : line));
    return [`${then}${head}`, ...(/^(?:meanwhile|either)$/.test(head) ? rest : buffers)];
  });
}

const plain = fc.oneof({ weight: 4, arbitrary: step }, sometimes);
const nested = fc.oneof({ weight: 3, arbitrary: step }, block(plain));
const piece = fc.oneof({ weight: 4, arbitrary: step }, sometimes, block(nested));

/** Small streams of every construct of the notation; every one can be accepted. */
export const smallNapkin: fc.Arbitrary<string> = fc
  .tuple(fc.array(piece, { maxLength: 4 }), fc.array(piece, { minLength: 1, maxLength: 4 }))
  .map(([selling, making]) => {
    let steps = 0;
    const next = () => `Step ${String.fromCharCode(65 + (steps++ % 26))}${steps}`;
    const lines = (pieces: readonly Piece[]) => pieces.flatMap((one) => one(next));
    return [
      'stream Small & fine',
      'customer: Somebody',
      'demand: 20/week',
      'sales:',
      'First step @Ann 5m {talking}',
      ...lines(selling),
      'fulfilment:',
      'Second half 10m {drawing}',
      ...lines(making),
      'Last step @Bo 5m {talking}',
    ].join('\n');
  });
