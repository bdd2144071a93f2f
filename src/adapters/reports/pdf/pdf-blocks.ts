import type { Block, Part } from '../documents/document.js';
import { INK, SOFT, type PdfPaper } from './pdf-paper.js';
import { pdfStrip } from './pdf-strip.js';
import { pdfTable } from './pdf-table.js';

/** A part under its heading, with a bookmark. */
export function pdfPart(paper: PdfPaper, { heading, facts, blocks }: Part, size: number): void {
  paper.pdf.outline.addItem(heading.slice(0, 100));
  paper.paragraph(heading, { size, bold: true });
  if (facts.length > 0) paper.paragraph(facts.join('  ·  '), { size: 8.5, ink: SOFT });
  paper.space(3);
  for (const block of blocks) pdfBlock(paper, block);
}

/** Words, a list, a table or a strip, over the width of the column. */
export function pdfBlock(paper: PdfPaper, block: Block): void {
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
    case 'STRIP':
      title(block.title);
      return pdfStrip(paper, block.places);
    case 'TABLE':
      if (!block.named) title(block.title);
      return pdfTable(paper, block);
  }
}
