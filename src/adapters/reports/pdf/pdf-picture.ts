import type { PdfPaper } from './pdf-paper.js';

type Attributes = Readonly<Record<string, string>>;

const ELEMENT = /<(svg|rect|polyline|polygon|circle|text)\b([^>]*)>(?:([^<]*)<\/text>)?/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** A sheet that was drawn here, on a landscape page of its own, as lines and text: it reads the few elements that our pictures are made of, and no other SVG. */
export function pdfPicture(paper: PdfPaper, svg: string): void {
  const { pdf } = paper;
  const [across, down] = paper.fullPage();
  const [, , width = 1, height = 1] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '0 0 1 1')
    .split(' ')
    .map(Number);
  const scale = Math.min(across / width, down / height);
  pdf.save().scale(scale);
  for (const [, name = '', rest = '', text = ''] of svg.matchAll(ELEMENT))
    draw(paper, name, attributesOf(rest), text);
  pdf.restore();
}

function draw(paper: PdfPaper, name: string, given: Attributes, text: string): void {
  const { pdf } = paper;
  const at = (key: string): number => Number(given[key] ?? 0);
  switch (name) {
    case 'rect':
      if (at('rx') > 0) pdf.roundedRect(at('x'), at('y'), at('width'), at('height'), at('rx'));
      else pdf.rect(at('x'), at('y'), at('width'), at('height'));
      return paint(pdf, given);
    case 'circle':
      pdf.circle(at('cx'), at('cy'), at('r'));
      return paint(pdf, given);
    case 'polyline':
    case 'polygon': {
      const points = (given['points'] ?? '').split(' ').map((point) => point.split(',').map(Number));
      points.forEach(([x = 0, y = 0], nth) => (nth === 0 ? pdf.moveTo(x, y) : pdf.lineTo(x, y)));
      if (name === 'polygon') pdf.closePath();
      return paint(pdf, given);
    }
    case 'text':
      return write(paper, given, unescaped(text));
  }
}

function paint(pdf: PDFKit.PDFDocument, { fill, stroke, ...given }: Attributes): void {
  const dash = (given['stroke-dasharray'] ?? '')
    .split(/[ ,]+/)
    .map(Number)
    .filter((part) => part > 0);
  if (stroke) {
    pdf.lineWidth(Number(given['stroke-width'] ?? 1)).lineJoin('round');
    if (dash.length > 0) pdf.dash(dash[0] ?? 1, { space: dash[1] ?? dash[0] ?? 1 });
  }
  if (fill && stroke) pdf.fillAndStroke(fill, stroke);
  else if (fill) pdf.fill(fill);
  else if (stroke) pdf.stroke(stroke);
  else pdf.moveTo(0, 0);
  if (dash.length > 0) pdf.undash();
}

/** Helvetica is no wider than what the room was reckoned for; y is the baseline. */
function write(paper: PdfPaper, given: Attributes, text: string): void {
  const size = Number(given['font-size'] ?? 10);
  const type = { size, bold: given['font-weight'] === '700', ink: given['fill'] ?? '#000000' };
  const width = paper.widthOf(text, type);
  const anchor = given['text-anchor'] ?? 'start';
  const before = anchor === 'start' ? 0 : anchor === 'middle' ? width / 2 : width;
  const x = Number(given['x'] ?? 0) - before;
  paper.line(text, x, Number(given['y'] ?? 0) - size * 0.72, type);
}

function attributesOf(text: string): Attributes {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
