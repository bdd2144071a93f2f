import Pdf from 'pdfkit';
import { PrintableText } from './printable-text.js';

/** The paper of a PDF in points: the short side, then the long one. */
const SIDES = { A4: [595.28, 841.89], A3: [841.89, 1190.55] } as const;
const MARGIN = 40;
const FOOT = 24;
/** The page is broken here alone, never by the writing of a text. */
const ENDLESS = 100_000;

/** What a page is set in. */
export interface Type {
  readonly size: number;
  readonly bold?: boolean;
  readonly ink?: string;
}

export const INK = '#17202b';
export const SOFT = '#505c6b';
export const RULE = '#c3ccd6';
export const WASH = '#eef1f5';

/** Which paper, and how it lies. */
export interface PaperLook {
  readonly size: keyof typeof SIDES;
  readonly landscape: boolean;
  /** Everything is drawn so much smaller, and the page holds so much more; 1 where absent. */
  readonly scale?: number;
}

/** Paper that is filled from the top; whoever writes asks for room first, and gets a new page where there is none. */
export class PdfPaper {
  readonly pdf: PDFKit.PDFDocument;
  left = MARGIN;
  width: number;
  y = MARGIN;
  private readonly bottom: number;
  private readonly full = new Set<number>();
  private readonly text = new PrintableText();
  private readonly bytes: Promise<Uint8Array>;

  constructor(
    title: string,
    date: string,
    private readonly look: PaperLook,
  ) {
    const day = new Date(`${date}T00:00:00Z`);
    const CreationDate = Number.isNaN(day.getTime()) ? new Date(0) : day;
    this.pdf = new Pdf({
      ...this.sheet(),
      bufferPages: true,
      lang: 'en',
      displayTitle: true,
      info: { Title: this.text.of(title), Creator: 'Headwater', Producer: 'Headwater', CreationDate },
    });
    this.text.missing = 0;
    const [short, long] = SIDES[look.size];
    const [across, down] = look.landscape ? [long, short] : [short, long];
    const scale = look.scale ?? 1;
    this.width = across / scale - 2 * MARGIN;
    this.bottom = down / scale - MARGIN - FOOT;
    this.shrink();
    this.bytes = collect(this.pdf);
  }

  /** The height of a text in lines of that width. */
  heightOf(text: string, width: number, type: Type): number {
    this.use(type);
    return this.pdf.heightOfString(this.text.of(text) || ' ', { width });
  }

  widthOf(text: string, type: Type): number {
    this.use(type);
    return this.pdf.widthOfString(this.text.of(text));
  }

  /** Writes at a place without moving on. */
  write(
    text: string,
    x: number,
    y: number,
    width: number,
    type: Type,
    align: 'left' | 'center' = 'left',
  ): void {
    this.use(type);
    this.pdf.text(this.text.of(text), x, y, { width, align, height: ENDLESS });
  }

  /** One line at a place, however wide, wherever on the page. */
  line(text: string, x: number, y: number, type: Type): void {
    this.use(type);
    this.pdf.text(this.text.of(text), x, y, { lineBreak: false });
  }

  /** A paragraph over the whole width, or less of it from the left. */
  paragraph(text: string, type: Type, indent = 0): void {
    const width = this.width - indent;
    const height = this.heightOf(text, width, type);
    this.room(height);
    this.write(text, this.left + indent, this.y, width, type);
    this.y += height;
  }

  /** Makes sure of so much room; true where a new page was begun for it. */
  room(height: number): boolean {
    if (this.y + height <= this.bottom || this.y === MARGIN) return false;
    this.newPage();
    return true;
  }

  newPage(): void {
    this.pdf.addPage(this.sheet());
    this.shrink();
    this.y = MARGIN;
  }

  /** A landscape page that something else fills to its edges: it has no foot. */
  fullPage(): readonly [across: number, down: number] {
    this.pdf.addPage({ size: 'A4', layout: 'landscape', margin: 0 });
    this.full.add(this.pdf.bufferedPageRange().count - 1);
    const [short, long] = SIDES.A4;
    return [long, short];
  }

  /** How many pages there are. */
  get pages(): number {
    return this.pdf.bufferedPageRange().count;
  }

  /** From here on everything is written between these edges, from this height down. */
  column(left: number, width: number, y: number): void {
    this.left = left;
    this.width = width;
    this.y = y;
  }

  space(height: number): void {
    if (this.y > MARGIN) this.y += height;
  }

  /** Numbers the pages, says what could not be printed, and gives the bytes. */
  async finish(title: string): Promise<Uint8Array> {
    const { missing } = this.text;
    if (missing > 0) this.tellMissing(missing);
    const { start, count } = this.pdf.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      if (this.full.has(page)) continue;
      this.pdf.switchToPage(page);
      const foot = `${title}  ·  ${page - start + 1} / ${count}`;
      this.write(foot, this.left, this.bottom + 12, this.width, { size: 7.5, ink: SOFT });
    }
    this.pdf.end();
    return this.bytes;
  }

  /** On the page of the last words, below them; on a page of its own where there is no room. */
  private tellMissing(missing: number): void {
    const type = { size: 8, ink: SOFT };
    const told = sayMissing(missing);
    const { start, count } = this.pdf.bufferedPageRange();
    const last = Array.from({ length: count }, (_, nth) => start + nth)
      .filter((page) => !this.full.has(page))
      .at(-1);
    if (last !== undefined) this.pdf.switchToPage(last);
    this.space(8);
    this.paragraph(told, type);
  }

  private shrink(): void {
    const { scale = 1 } = this.look;
    if (scale !== 1) this.pdf.scale(scale);
  }

  private sheet(): { size: PaperLook['size']; layout: 'landscape' | 'portrait'; margin: 0 } {
    return { size: this.look.size, layout: this.look.landscape ? 'landscape' : 'portrait', margin: 0 };
  }

  private use({ size, bold = false, ink = INK }: Type): void {
    this.pdf
      .font(bold ? 'Helvetica-Bold' : 'Helvetica')
      .fontSize(size)
      .fillColor(ink);
  }
}

function sayMissing(missing: number): string {
  const signs = missing === 1 ? '1 sign' : `${missing} signs`;
  return `${signs} of alphabets that the fonts of every PDF reader lack stand as ¤ here. The report as HTML or XLSX has them all, and a browser prints the HTML as PDF.`;
}

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
}
