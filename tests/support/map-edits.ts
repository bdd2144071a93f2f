import type { BlockPiece, Piece, SoundMap, StepPiece } from './sound-map.js';

/** An edit of a map that renames no step; the two numbers choose where and how. */
export interface MapEdit {
  readonly name: string;
  readonly change: (map: SoundMap, a: number, b: number) => SoundMap;
}

const isStep = (piece: Piece): piece is StepPiece => piece.kind === 'step';
const isBlock = (piece: Piece): piece is BlockPiece => piece.kind === 'block';

/** A step of a name that the map does not have yet. */
function fresh({ pieces }: SoundMap, nth: number): StepPiece {
  const taken = new Set(steps(pieces).map(({ name }) => name.toLowerCase()));
  let name = `Wave goodbye ${'ABCDEFGH'[nth % 8] ?? ''}`;
  while (taken.has(name.toLowerCase())) name = `${name} again`;
  return { kind: 'step', name, ahead: [], prefix: '', marks: ['5m'], below: [] };
}

/** Changes the steps of a map at any depth, one by one. */
function mapSteps(pieces: readonly Piece[], change: (step: StepPiece) => StepPiece): readonly Piece[] {
  return pieces.map((piece) => {
    if (isStep(piece)) return change(piece);
    if (!isBlock(piece)) return piece;
    return { ...piece, branches: piece.branches.map((branch) => mapSteps(branch, change)) };
  });
}

/** Changes every list of pieces, the whole map and each branch alike. */
function mapLists(
  pieces: readonly Piece[],
  change: (list: readonly Piece[]) => readonly Piece[],
): readonly Piece[] {
  const within = pieces.map((piece) =>
    isBlock(piece) ? { ...piece, branches: piece.branches.map((branch) => mapLists(branch, change)) } : piece,
  );
  return change(within);
}

function steps(pieces: readonly Piece[]): readonly StepPiece[] {
  const all: StepPiece[] = [];
  mapSteps(pieces, (step) => {
    all.push(step);
    return step;
  });
  return all;
}

function withPieces(map: SoundMap, pieces: readonly Piece[]): SoundMap {
  return { ...map, pieces };
}

function insertAt(list: readonly Piece[], at: number, piece: Piece): readonly Piece[] {
  const to = list.length === 0 ? 0 : at % (list.length + 1);
  return [...list.slice(0, to), piece, ...list.slice(to)];
}

function takeOut(
  { pieces }: SoundMap,
  a: number,
): { readonly taken: StepPiece | null; readonly left: readonly Piece[] } {
  const all = steps(pieces);
  const taken = all[a % Math.max(1, all.length)] ?? null;
  const left = mapLists(pieces, (list) => (list.length > 1 ? list.filter((piece) => piece !== taken) : list));
  return { taken: steps(left).length < all.length ? taken : null, left };
}

const OTHER_MARKS = ['@Ann 7h 10%', '~3d 55% x3', '@? lead 9w (waste)', '{pricing 1} [Fax] 1-2h', ''];

/** Every edit that renames nothing. */
export const EDITS: readonly MapEdit[] = [
  {
    name: 'a step is put in',
    change: (map, a, b) => withPieces(map, insertAt(map.pieces, a, fresh(map, b))),
  },
  { name: 'another step is taken away', change: (map, a) => withPieces(map, takeOut(map, a).left) },
  {
    name: 'a step moves elsewhere',
    change: (map, a, b) => {
      const { taken, left } = takeOut(map, a);
      return withPieces(map, taken === null ? left : insertAt(left, b, taken));
    },
  },
  {
    name: 'its numbers change',
    change: (map, a) =>
      withPieces(
        map,
        mapSteps(map.pieces, (step) => ({
          ...step,
          prefix: a % 3 === 0 ? 'sometimes 12%: ' : '',
          marks: [OTHER_MARKS[(a + step.name.length) % OTHER_MARKS.length] ?? ''],
          below: a % 2 === 0 ? ['lost 3%', '! as ever'] : [],
        })),
      ),
  },
  {
    name: 'lines are wrapped in a block',
    change: (map, a, b) => {
      const from = a % map.pieces.length;
      const wrapped = map.pieces.slice(from, from + 1 + (b % 4)).filter((piece) => piece.kind !== 'line');
      const block = b % 2 === 0 ? 'meanwhile' : 'either';
      const branches = [wrapped.length === 0 ? [fresh(map, 0)] : wrapped, [fresh(map, 1)]];
      const rest = map.pieces.slice(from + 1 + (b % 4));
      return withPieces(map, [
        ...map.pieces.slice(0, from),
        { kind: 'block', block, branches, shares: [30, 70] },
        ...rest,
      ]);
    },
  },
  {
    name: 'alternatives change their order',
    change: (map) =>
      withPieces(
        map,
        mapLists(map.pieces, (list) =>
          list.map((piece) => (isBlock(piece) ? { ...piece, branches: piece.branches.toReversed() } : piece)),
        ),
      ),
  },
  {
    name: 'the lines are turned round',
    change: (map) =>
      withPieces(
        map,
        mapLists(map.pieces, (list) => list.toReversed()),
      ),
  },
  {
    name: 'its name is written in capitals',
    change: (map) =>
      withPieces(
        map,
        mapSteps(map.pieces, (step) => ({ ...step, name: step.name.toUpperCase() })),
      ),
  },
  { name: 'the lines above the flow change', change: (map) => ({ ...map, heads: ['day: 6h', 'week: 4d'] }) },
];

/** The map with another name for one of its steps, said with `was:` or not. */
export function renamed({ heads, pieces }: SoundMap, at: number, said: boolean): SoundMap {
  const all = steps(pieces);
  const old = all[at % Math.max(1, all.length)];
  const pieceFor = (step: StepPiece): StepPiece =>
    step === old
      ? {
          ...step,
          name: 'Do it another way',
          marks: said ? ['2m', ...step.marks, `was: "${step.name}"`] : step.marks,
        }
      : step;
  return { heads, pieces: mapSteps(pieces, pieceFor) };
}
