import type { Document } from '../documents/document.js';
import { pdfHead } from './document-pdf.js';
import { pdfPart } from './pdf-blocks.js';
import { PdfPaper, type PaperLook } from './pdf-paper.js';

const BETWEEN = 26;
/** The shares of the width that the first part is given, tried in this order. */
const FIRST = [0.56, 0.48, 0.64, 0.4, 0.36] as const;
/** The smallest type of any is still larger than 5 points. */
const LOOKS: readonly PaperLook[] = [
  { size: 'A4', landscape: true },
  { size: 'A4', landscape: true, scale: 0.84 },
  { size: 'A3', landscape: true },
  { size: 'A3', landscape: true, scale: 0.85 },
];
const MOST_ROWS = 80;

/**
 * A document on one landscape page, A4 where it fits, in smaller type if need be, else A3 likewise: its head over the whole width, the first part at the left,
 * the others at the right. null where it does not fit; the same document gives the same bytes.
 */
export async function onePagePdf(document: Document, date: string): Promise<Uint8Array | null> {
  const rows = document.parts.flatMap(({ blocks }) =>
    blocks.map((block) => (block.kind === 'TABLE' ? block.rows.length : 0)),
  );
  if (Math.max(0, ...rows) > MOST_ROWS) return null;
  for (const look of LOOKS) {
    for (const first of FIRST) {
      const paper = pageOf(document, date, look, first);
      if (paper.pages === 1) return paper.finish(document.title);
    }
  }
  return null;
}

function pageOf(document: Document, date: string, look: PaperLook, share: number): PdfPaper {
  const { title, parts } = document;
  const paper = new PdfPaper(title, date, look);
  pdfHead(paper, document);
  const [first, ...others] = parts;
  const { left, width } = paper;
  const top = paper.y + 8;
  const wide = (width - BETWEEN) * share;
  if (first) {
    paper.column(left, wide, top);
    pdfPart(paper, first, 13);
  }
  paper.column(left + wide + BETWEEN, width - wide - BETWEEN, top);
  others.forEach((part, nth) => {
    if (nth > 0) paper.space(8);
    pdfPart(paper, part, 13);
  });
  paper.column(left, width, paper.y);
  return paper;
}
