import type { BlockPiece, Piece, SoundMap, StepPiece } from './sound-map.js';

/** One line of a map as it is written, and what it is there for. */
export interface MapLine {
  readonly text: string;
  readonly depth: number;
  readonly role: 'head' | 'ahead' | 'step' | 'line' | 'below' | 'open' | 'end';
  /** The block that it stands in; of its own `open` and `end` the block around it. */
  readonly inside: BlockPiece['block'] | null;
  readonly name: string | null;
}

/** The lines of a map behind its stream line. */
export function mapLines(map: SoundMap): readonly MapLine[] {
  const heads = map.heads.map((text): MapLine => ({
    text,
    depth: 0,
    role: 'head',
    inside: null,
    name: null,
  }));
  return [...heads, ...map.pieces.flatMap((piece) => pieceLines(piece, 0, null, ''))];
}

/** The text of a map whose stream is called Try. */
export function mapText(lines: readonly MapLine[]): string {
  return ['stream Try', ...lines.map(({ text, depth }) => `${'  '.repeat(depth)}${text}`), ''].join('\n');
}

function pieceLines(piece: Piece, depth: number, inside: MapLine['inside'], prefix: string): MapLine[] {
  switch (piece.kind) {
    case 'step':
      return stepLines(piece, depth, inside, prefix);
    case 'line':
      return [{ text: piece.text, depth, role: 'line', inside, name: null }];
    case 'block':
      return blockLines(piece, depth, inside, prefix);
  }
}

function stepLines(
  { name, ahead, prefix: own, marks, below }: StepPiece,
  depth: number,
  inside: MapLine['inside'],
  prefix: string,
): MapLine[] {
  const line = (role: MapLine['role'], text: string): MapLine => ({ text, depth, role, inside, name: null });
  const step = [`${prefix}${own}${name}`, ...marks].join(' ');
  return [
    ...ahead.map((text) => line('ahead', text)),
    { ...line('step', step), name },
    ...below.map((text) => line('below', text)),
  ];
}

function blockLines(
  { block, branches, shares }: BlockPiece,
  depth: number,
  inside: MapLine['inside'],
  prefix: string,
): MapLine[] {
  const line = (role: MapLine['role'], text: string): MapLine => ({ text, depth, role, inside, name: null });
  const within = branches.flatMap((pieces, branch) =>
    pieces.flatMap((piece, nth) => {
      const share = block === 'either' ? `${shares[branch] ?? 0}%: ` : '';
      return pieceLines(piece, depth + 1, block, nth === 0 ? share : 'then ');
    }),
  );
  return [line('open', `${prefix}${block}`), ...within, line('end', 'end')];
}
