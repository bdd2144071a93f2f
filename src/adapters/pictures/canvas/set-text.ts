import type { TextMark } from './mark.js';
import { wrapText, type Setting } from './wrap-text.js';

type Place = Pick<TextMark, 'x' | 'y' | 'anchor' | 'ink' | 'italic'>;

/** Lines of text that have been placed, and the height they take. */
export interface TextBlock {
  readonly marks: readonly TextMark[];
  readonly height: number;
}

/** A text in lines of the given width; y is the top of the first. */
export function setText(text: string, setting: Setting, place: Place): TextBlock {
  return setLines(wrapText(text, setting), setting, place);
}

/** Lines under each other; y is the top of the first. */
export function setLines(
  lines: readonly string[],
  { size, bold = false }: Pick<Setting, 'size' | 'bold'>,
  place: Place,
): TextBlock {
  const pitch = lineHeight(size);
  return {
    marks: lines.map((line, nth) => ({
      kind: 'text',
      ...place,
      y: place.y + nth * pitch + size * 0.95,
      text: line,
      size,
      bold,
    })),
    height: lines.length * pitch,
  };
}

/** From one line to the next. */
export function lineHeight(size: number): number {
  return Math.round(size * 1.25 * 2) / 2;
}
