import type { LoadGroup } from '../../../application/index.js';
import type { CircleMark, Ink, LineMark, Mark, RectMark, TextMark } from './mark.js';
import { PALETTES, type Theme } from './palette.js';
import { SHEETS, type Paper } from './paper.js';
import { cleanText, escapeXml } from './plain-text.js';
import { textWidth } from './text-width.js';

/** How a picture is to look. */
export interface Look {
  readonly theme: Theme;
  readonly paper: Paper;
  /** stacked (where nothing is said): as many sheets as keep the words legible on paper; one: all on one, however small. */
  readonly sheets?: 'stacked' | 'one';
  /** Whose work is set against takt; the steps and the performers of today where nothing is said. */
  readonly loads?: readonly LoadGroup[];
}

/** What is drawn, and what it says to somebody who hears it read out. */
export interface Picture {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** Sans-serif fonts of the machine that shows the picture, the first that it has; nothing is loaded. */
const FONTS = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', 'Noto Sans', sans-serif";

type Colours = Readonly<Record<Ink, string>>;

/** The picture as SVG on one sheet: no script, no style sheet, no font and no address from outside. */
export function printSvg(picture: Picture, { theme, paper }: Look): string {
  const colours = PALETTES[theme];
  const [across, down] = SHEETS[paper];
  const { width, height, marks } = picture;
  const title = escapeXml(cleanText(picture.title));
  const head = `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${title}" width="${across}mm" height="${down}mm" viewBox="0 0 ${number(width)} ${number(height)}" font-family="${FONTS}" fill="none" stroke-linejoin="round">`;
  return [
    head,
    `<title>${title}</title>`,
    `<desc>${escapeXml(cleanText(picture.description))}</desc>`,
    `<rect width="${number(width)}" height="${number(height)}" fill="${colours.paper}"/>`,
    ...marks.map((mark) => printMark(mark, colours)),
    '</svg>\n',
  ].join('\n');
}

/** Sheets under each other as one SVG, each as large as its paper, with a line between them; one sheet as it is. */
export function printSheets(name: string, pictures: readonly Picture[], look: Look): string {
  const [first] = pictures;
  if (!first || pictures.length === 1) return first ? printSvg(first, look) : '';
  const [across, down] = SHEETS[look.paper];
  const title = escapeXml(cleanText(name));
  const colours = PALETTES[look.theme];
  const sheets = pictures.map((picture, nth) => {
    const { width, height, marks } = picture;
    const place = `y="${nth * down}" width="${across}" height="${down}" viewBox="0 0 ${number(width)} ${number(height)}"`;
    const edge = `<polyline points="0,${nth * down} ${across},${nth * down}" stroke="${colours.soft}" stroke-width="0.3" stroke-dasharray="3 2"/>`;
    const printed = marks.map((mark) => printMark(mark, colours));
    return [`<svg ${place}>`, ...printed, '</svg>', ...(nth > 0 ? [edge] : [])].join('\n');
  });
  const high = pictures.length * down;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${title}" width="${across}mm" height="${high}mm" viewBox="0 0 ${across} ${high}" font-family="${FONTS}" fill="none" stroke-linejoin="round">`,
    `<title>${title}</title>`,
    `<desc>${escapeXml(cleanText(first.description))}</desc>`,
    `<rect width="${across}" height="${high}" fill="${colours.paper}"/>`,
    ...sheets,
    '</svg>\n',
  ].join('\n');
}

function printMark(mark: Mark, colours: Colours): string {
  switch (mark.kind) {
    case 'rect':
      return printRect(mark, colours);
    case 'line':
      return printLine(mark, colours);
    case 'circle':
      return printCircle(mark, colours);
    case 'text':
      return printText(mark, colours);
  }
}

function printRect(mark: RectMark, colours: Colours): string {
  const round = mark.radius === undefined ? '' : ` rx="${number(mark.radius)}"`;
  const place = `x="${number(mark.x)}" y="${number(mark.y)}" width="${number(mark.width)}" height="${number(mark.height)}"`;
  return `<rect ${place}${round}${paint(mark, colours)}/>`;
}

function printLine(mark: LineMark, colours: Colours): string {
  const points = mark.points.map(([x, y]) => `${number(x)},${number(y)}`).join(' ');
  return `<${mark.closed ? 'polygon' : 'polyline'} points="${points}"${paint(mark, colours)}/>`;
}

function printCircle(mark: CircleMark, colours: Colours): string {
  return `<circle cx="${number(mark.x)}" cy="${number(mark.y)}" r="${number(mark.radius)}"${paint(mark, colours)}/>`;
}

function printText(mark: TextMark, colours: Colours): string {
  const { size, bold = false, italic = false, anchor = 'start', ink = 'ink' } = mark;
  const style = [
    `font-size="${number(size)}"`,
    ...(bold ? ['font-weight="700"'] : []),
    ...(italic ? ['font-style="italic"'] : []),
    ...(anchor === 'start' ? [] : [`text-anchor="${anchor}"`]),
    `fill="${colours[ink]}"`,
  ].join(' ');
  const text = `<text x="${number(mark.x)}" y="${number(mark.y)}" ${style}>${escapeXml(mark.text)}</text>`;
  if (!mark.halo) return text;
  const { x, y, width, height } = textBox(mark);
  const patch: RectMark = { kind: 'rect', x: x - 1, y, width: width + 2, height, fill: mark.halo };
  return `${printRect(patch, colours)}${text}`;
}

function paint(mark: Omit<RectMark, 'kind' | 'x' | 'y' | 'width' | 'height'>, colours: Colours): string {
  const { fill, stroke, weight = 1, dash } = mark;
  const parts = [
    ...(fill ? [`fill="${colours[fill]}"`] : []),
    ...(stroke ? [`stroke="${colours[stroke]}"`] : []),
    ...(stroke && weight !== 1 ? [`stroke-width="${number(weight)}"`] : []),
    ...(stroke && dash ? [`stroke-dasharray="${dash}"`] : []),
  ];
  return parts.map((part) => ` ${part}`).join('');
}

/** The place that a text takes, by the widths reckoned with. */
export function textBox(mark: TextMark): {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
} {
  const { x, y, text, size, bold = false, anchor = 'start' } = mark;
  const width = textWidth(text, size, bold);
  const before = anchor === 'start' ? 0 : anchor === 'middle' ? width / 2 : width;
  return { x: x - before, y: y - size * 0.8, width, height: size };
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}
