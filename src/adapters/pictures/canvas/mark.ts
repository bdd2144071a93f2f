/** What a colour is for; the theme says which colour that is. */
export type Ink = 'paper' | 'ink' | 'soft' | 'faint' | 'wash' | 'card' | 'strong' | 'alarm';

export type Point = readonly [x: number, y: number];

/** A rectangle of the drawing. solid: nothing else may lie across its edge. */
export interface RectMark {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill?: Ink;
  readonly stroke?: Ink;
  readonly weight?: number;
  readonly dash?: string;
  readonly radius?: number;
  readonly solid?: boolean;
}

/** A line through points, or the outline of a shape where closed. way: it carries work, and passes through no solid thing and no words. border: it parts two areas, and touches no words. */
export interface LineMark {
  readonly kind: 'line';
  readonly points: readonly Point[];
  readonly closed?: boolean;
  readonly fill?: Ink;
  readonly stroke?: Ink;
  readonly weight?: number;
  readonly dash?: string;
  readonly way?: boolean;
  readonly border?: boolean;
}

/** One line of text; y is its baseline. halo: it stands on a patch of paper, so that lines may pass behind it. */
export interface TextMark {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly ink?: Ink;
  readonly halo?: Ink;
}

export interface CircleMark {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill?: Ink;
  readonly stroke?: Ink;
  readonly weight?: number;
  readonly solid?: boolean;
}

/** The smallest parts of a picture. */
export type Mark = RectMark | LineMark | TextMark | CircleMark;

/** The same marks somewhere else. */
export function shifted(marks: readonly Mark[], dx: number, dy: number): Mark[] {
  return marks.map((mark) =>
    mark.kind === 'line'
      ? { ...mark, points: mark.points.map(([x, y]) => [x + dx, y + dy] as const) }
      : { ...mark, x: mark.x + dx, y: mark.y + dy },
  );
}
