import type { ReportPicture } from '../../../application/index.js';
import type { Document } from '../documents/document.js';
import { pdfBlock, pdfPart } from './pdf-blocks.js';
import { PdfPaper, SOFT } from './pdf-paper.js';
import { pdfPicture } from './pdf-picture.js';

/** How a document becomes a PDF; date is the day that it is of. */
export interface PdfSetting {
  readonly date: string;
  readonly landscape: boolean;
  /** Drawn behind the text, a page for each sheet. */
  readonly pictures: readonly ReportPicture[];
}

/** A document as a PDF on A4, with bookmarks, in the standard fonts that every reader has; the same document gives the same bytes. */
export async function documentPdf(
  { title, facts, blocks, parts, cards }: Document,
  { date, landscape, pictures }: PdfSetting,
): Promise<Uint8Array> {
  const paper = new PdfPaper(title, date, { size: 'A4', landscape });
  pdfHead(paper, { title, facts, blocks });
  for (const part of parts) {
    if (cards) paper.newPage();
    else paper.space(10);
    paper.room(70);
    pdfPart(paper, part, cards ? 17 : 13);
  }
  for (const { sheets } of pictures) for (const svg of sheets) pdfPicture(paper, svg);
  return paper.finish(title);
}

/** Title, facts and what is told before the first part. */
export function pdfHead(
  paper: PdfPaper,
  { title, facts, blocks }: Pick<Document, 'title' | 'facts' | 'blocks'>,
): void {
  paper.paragraph(title, { size: 18, bold: true });
  paper.space(2);
  paper.paragraph(facts.join('  ·  '), { size: 8.5, ink: SOFT });
  paper.space(4);
  for (const block of blocks) pdfBlock(paper, block);
}
