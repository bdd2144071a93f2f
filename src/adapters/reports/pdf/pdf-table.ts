import type { Block } from '../documents/document.js';
import { INK, RULE, SOFT, WASH, type PdfPaper, type Type } from './pdf-paper.js';

type Table = Extract<Block, { kind: 'TABLE' }>;

const PAD = 3;
const CELL = { size: 8 } as const;
const HEAD = { size: 7.5, bold: true, ink: SOFT } as const;
const NARROWEST = 30;
/** A text longer than this asks for no more room than this. */
const WIDEST_WISH = 260;
/** A word that is longer may break. */
const LONGEST_WORD = 150;
const BOX = 11;
/** However many letters there are. */
const LEAST_FOR_WORDS = 0.3;

/** A table whose heads are repeated on every page; columns get room by what stands in them. */
export function pdfTable(paper: PdfPaper, table: Table): void {
  const widths = columnWidths(paper, table);
  const heads = (): void => drawHeads(paper, table, widths);
  const first = table.rows[0] ?? [];
  paper.room(
    rowHeight(paper, table, table.heads, widths, true) + rowHeight(paper, table, first, widths, false),
  );
  heads();
  for (const row of table.rows) {
    const height = rowHeight(paper, table, row, widths, false);
    if (paper.room(height)) heads();
    drawRow(paper, table, row, widths);
    paper.y += height;
    paper.pdf
      .moveTo(paper.left, paper.y)
      .lineTo(paper.left + paper.width, paper.y)
      .lineWidth(0.4)
      .stroke(RULE);
  }
  paper.y += 4;
}

function columnWidths(paper: PdfPaper, table: Table): number[] {
  const { heads, rows, letters } = table;
  const wishes = heads.map((head, column) => {
    const longest = rows.reduce(
      (most, row) => {
        const text = row[column] ?? '';
        return Math.max(most, text.length > 120 ? WIDEST_WISH : paper.widthOf(text, cellType(column)));
      },
      inTwoLines(paper, head),
    );
    const wish = letters.includes(column) ? Math.max(widestWord(paper, head, HEAD), 4 * BOX) : longest;
    return Math.min(WIDEST_WISH, Math.max(NARROWEST, wish + 2 * PAD + 2));
  });
  const sum = sumOf(wishes);
  if (sum <= paper.width) {
    const wide = wishes.map((wish, column) => (letters.includes(column) ? 0 : wish));
    const open = wide.reduce((total, wish) => total + wish, 0);
    return wishes.map(
      (wish, column) => wish + ((wide[column] ?? 0) / Math.max(1, open)) * (paper.width - sum),
    );
  }
  return narrowed(paper, table, wishes);
}

/** Columns of words give way before columns of letters; none becomes narrower than its widest word where there is room. */
function narrowed(paper: PdfPaper, table: Table, wishes: readonly number[]): number[] {
  const { letters, heads, rows } = table;
  const least = wishes.map((wish, column) => {
    if (letters.includes(column)) return wish;
    const words = rows.map((row) => widestWord(paper, row[column] ?? '', cellType(column)));
    const widest = words.reduce(
      (most, word) => Math.max(most, word),
      widestWord(paper, heads[column] ?? '', HEAD),
    );
    return Math.min(wish, Math.max(NARROWEST, Math.min(widest, LONGEST_WORD) + 2 * PAD + 1));
  });
  const needed = sumOf(least);
  if (needed > paper.width) return shrunk(table, least, paper.width);
  const asked = sumOf(wishes) - needed;
  const share = asked === 0 ? 0 : (paper.width - needed) / asked;
  return least.map((width, column) => width + ((wishes[column] ?? width) - width) * share);
}

/** Where even the widest words have no room: columns of words give way before columns of letters. */
function shrunk({ letters }: Table, wishes: readonly number[], width: number): number[] {
  const ofLetters = wishes.filter((_, column) => letters.includes(column));
  const [fixed, all] = [sumOf(ofLetters), sumOf(wishes)];
  const left = Math.max(width - fixed, width * LEAST_FOR_WORDS);
  return wishes.map((wish, column) =>
    letters.includes(column) ? (wish * Math.min(fixed, width - left)) / fixed : (wish * left) / (all - fixed),
  );
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

/** The first column names what the row is about. */
function cellType(column: number): Type {
  return { ...CELL, bold: column === 0 };
}

/** The width that a head of several words asks for: as much as lets it stand in two lines. */
function inTwoLines(paper: PdfPaper, head: string): number {
  const words = head.split(' ');
  const parted = words.map((_, nth) =>
    Math.max(
      paper.widthOf(words.slice(0, nth).join(' '), HEAD),
      paper.widthOf(words.slice(nth).join(' '), HEAD),
    ),
  );
  return Math.min(...parted);
}

function widestWord(paper: PdfPaper, text: string, type: Type): number {
  return text.split(' ').reduce((most, word) => Math.max(most, paper.widthOf(word, type)), 0);
}

function rowHeight(
  paper: PdfPaper,
  { letters }: Table,
  row: readonly string[],
  widths: readonly number[],
  head: boolean,
): number {
  return row.reduce((most, text, column) => {
    if (!head && letters.includes(column)) return Math.max(most, BOX + 2 * PAD);
    const type = head ? HEAD : cellType(column);
    const height = paper.heightOf(text, (widths[column] ?? NARROWEST) - 2 * PAD, type);
    return Math.max(most, height + 2 * PAD);
  }, 0);
}

function drawHeads(paper: PdfPaper, table: Table, widths: readonly number[]): void {
  const height = rowHeight(paper, table, table.heads, widths, true);
  paper.pdf.rect(paper.left, paper.y, paper.width, height).fill(WASH);
  let x = paper.left;
  table.heads.forEach((head, column) => {
    const width = widths[column] ?? 0;
    const align = table.letters.includes(column) ? 'center' : 'left';
    paper.write(head, x + PAD, paper.y + PAD, width - 2 * PAD, HEAD, align);
    x += width;
  });
  paper.y += height;
}

function drawRow(paper: PdfPaper, table: Table, row: readonly string[], widths: readonly number[]): void {
  let x = paper.left;
  row.forEach((text, column) => {
    const width = widths[column] ?? 0;
    if (table.letters.includes(column)) drawLetters(paper, text, x + width / 2);
    else paper.write(text, x + PAD, paper.y + PAD, width - 2 * PAD, cellType(column));
    x += width;
  });
}

/** Letters told by shape as well: A filled, R framed, C framed with a broken line, I without a frame. */
function drawLetters(paper: PdfPaper, text: string, middle: number): void {
  const words = text.split(' ').filter((word) => word !== '');
  let x = middle - (words.length * (BOX + 3)) / 2 + 1.5;
  for (const word of words) {
    const { pdf } = paper;
    const y = paper.y + PAD;
    const wide = word.length > 1 ? BOX + 3 : BOX;
    if (word.startsWith('A')) pdf.rect(x, y, wide, BOX).fill(INK);
    if (word.startsWith('R')) pdf.rect(x, y, wide, BOX).lineWidth(1).stroke(INK);
    if (word.startsWith('C'))
      pdf.roundedRect(x, y, wide, BOX, 4).dash(2, { space: 1.5 }).lineWidth(0.8).stroke(INK).undash();
    paper.write(
      word,
      x,
      y + 2,
      wide,
      { size: 8, bold: true, ink: word.startsWith('A') ? '#ffffff' : INK },
      'center',
    );
    x += wide + 3;
  }
}
