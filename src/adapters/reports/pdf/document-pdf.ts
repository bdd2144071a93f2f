import type { ReportPicture } from '../../../application/index.js';
import type { Block, Document } from '../documents/document.js';
import { INK, PdfPaper, SOFT } from './pdf-paper.js';
import { pdfPicture } from './pdf-picture.js';
import { pdfTable } from './pdf-table.js';

/** How a document becomes a PDF; date is the day that it is of. */
export interface PdfSetting {
  readonly date: string;
  readonly landscape: boolean;
  /** Drawn behind the text, a page for each sheet. */
  readonly pictures: readonly ReportPicture[];
}

/** A document as a PDF on A4, with bookmarks, in the standard fonts that every reader has; the same document gives the same bytes. */
export async function documentPdf(
  document: Document,
  { date, landscape, pictures }: PdfSetting,
): Promise<Uint8Array> {
  const { title, facts, blocks, parts, cards } = document;
  const paper = new PdfPaper(title, date, landscape);
  paper.paragraph(title, { size: 18, bold: true });
  paper.space(2);
  paper.paragraph(facts.join('  ·  '), { size: 8.5, ink: SOFT });
  paper.space(4);
  for (const block of blocks) pdfBlock(paper, block);
  for (const part of parts) {
    if (cards) paper.newPage();
    else paper.space(10);
    paper.room(70);
    paper.pdf.outline.addItem(part.heading.slice(0, 100));
    paper.paragraph(part.heading, { size: cards ? 17 : 13, bold: true });
    if (part.facts.length > 0) paper.paragraph(part.facts.join('  ·  '), { size: 8.5, ink: SOFT });
    paper.space(3);
    for (const block of part.blocks) pdfBlock(paper, block);
  }
  for (const { sheets } of pictures) for (const svg of sheets) pdfPicture(paper, svg);
  return paper.finish(title);
}

function pdfBlock(paper: PdfPaper, block: Block): void {
  const title = (text: string): void => {
    paper.space(6);
    paper.room(40);
    paper.paragraph(text, { size: 9.5, bold: true });
    paper.space(1.5);
  };
  switch (block.kind) {
    case 'WORDS':
      paper.paragraph(block.text, { size: 9.5 });
      return paper.space(2);
    case 'LIST':
      title(block.title);
      for (const item of block.items) {
        paper.room(paper.heightOf(item, paper.width - 10, { size: 9 }));
        paper.pdf.circle(paper.left + 3, paper.y + 4.2, 1.2).fill(INK);
        paper.paragraph(item, { size: 9 }, 10);
        paper.space(1.2);
      }
      return;
    case 'TABLE':
      title(block.title);
      return pdfTable(paper, block);
  }
}
