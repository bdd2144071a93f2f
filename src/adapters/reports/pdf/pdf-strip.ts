import type { Place } from '../documents/document.js';
import { INK, SOFT, type PdfPaper } from './pdf-paper.js';

const GAP = 36;
const NARROWEST_BOX = 78;
const PAD = 4;
const NAME = { size: 7.5, bold: true } as const;
const FACT = { size: 6.5, ink: SOFT } as const;
const WAY = { size: 6, ink: SOFT } as const;
const ROW_GAP = 7;

/** Steps as boxes in rows as wide as the column, arrows between them; what comes before a step stands over the arrow to it. */
export function pdfStrip(paper: PdfPaper, places: readonly Place[]): void {
  const across = Math.max(1, Math.floor(paper.width / (NARROWEST_BOX + GAP)));
  const box = paper.width / across - GAP;
  for (let first = 0; first < places.length; first += across) {
    const row = places.slice(first, first + across);
    const height = row.reduce(
      (most, place, nth) => Math.max(most, heightOf(paper, place, places[first + nth + 1], box)),
      0,
    );
    paper.room(height + ROW_GAP);
    row.forEach((place, nth) => {
      const x = paper.left + nth * (box + GAP);
      drawBox(paper, place, x, box, height);
      const next = places[first + nth + 1];
      if (next?.joined) drawWay(paper, next, x + box, height);
    });
    paper.y += height + ROW_GAP;
  }
}

function nameOf({ number, name }: Place): string {
  return `${number} ${name}`;
}

function factsOf({ facts, notes }: Place): string[] {
  return [facts, ...notes].filter((text) => text !== '');
}

function heightOf(paper: PdfPaper, place: Place, next: Place | undefined, box: number): number {
  const width = box - 2 * PAD;
  const facts = factsOf(place).reduce((sum, text) => sum + paper.heightOf(text, width, FACT), 0);
  const before = next?.joined ? next.before : [];
  const way = before.reduce((sum, text) => sum + paper.heightOf(text, GAP - 4, WAY), 0);
  return Math.max(paper.heightOf(nameOf(place), width, NAME) + facts + 2 * PAD, way + 14);
}

function drawBox(paper: PdfPaper, place: Place, x: number, box: number, height: number): void {
  const { pdf, y } = paper;
  const frame = pdf.rect(x, y, box, height).lineWidth(0.9);
  if (place.outside) frame.dash(3, { space: 2 }).stroke(INK).undash();
  else frame.stroke(INK);
  const width = box - 2 * PAD;
  let at = y + PAD;
  paper.write(nameOf(place), x + PAD, at, width, NAME);
  at += paper.heightOf(nameOf(place), width, NAME);
  for (const text of factsOf(place)) {
    paper.write(text, x + PAD, at, width, FACT);
    at += paper.heightOf(text, width, FACT);
  }
}

/** An arrow to the next box; one that begins elsewhere has a bar at its tail, away from the box before. */
function drawWay(paper: PdfPaper, { before, afresh }: Place, x: number, height: number): void {
  const { pdf } = paper;
  const end = x + GAP;
  const y = paper.y + height - 7;
  const tail = afresh ? x + GAP / 2 : x + 1;
  if (afresh) {
    pdf
      .moveTo(tail, y - 3.5)
      .lineTo(tail, y + 3.5)
      .lineWidth(0.9)
      .stroke(INK);
  }
  pdf
    .moveTo(tail, y)
    .lineTo(end - 5, y)
    .lineWidth(0.9)
    .stroke(INK);
  pdf.polygon([end - 1, y], [end - 6, y - 2.6], [end - 6, y + 2.6]).fill(INK);
  let at = y - 3;
  for (const text of [...before].reverse()) {
    at -= paper.heightOf(text, GAP - 4, WAY);
    paper.write(text, x + 2, at, GAP - 4, WAY, 'center');
  }
}
