import { unzipPart } from '../grid/unzip-part.js';

/** What a sheet says of its cells besides their values. */
export interface SheetMarks {
  /** Cells (such as C7) whose numbers are shown as per cent. */
  readonly percent: ReadonlySet<string>;
  /** Ranges (such as A2:A5) that are one cell. */
  readonly merged: readonly string[];
  /** Rows and columns that are hidden, such as "row 5". */
  readonly hidden: readonly string[];
}

const NOTHING: SheetMarks = { percent: new Set(), merged: [], hidden: [] };

/** The marks of every sheet of a workbook, by the names of the sheets. */
export function workbookMarks(bytes: Uint8Array): ReadonlyMap<string, SheetMarks> {
  const percent = percentStyles(unzipPart(bytes, 'xl/styles.xml') ?? '');
  const targets = new Map(
    tags(unzipPart(bytes, 'xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  const sheets = tags(unzipPart(bytes, 'xl/workbook.xml') ?? '', 'sheet');
  return new Map(
    sheets.map((tag) => {
      const target = (targets.get(attribute(tag, 'r:id')) ?? '').replace(/^\/?(?:xl\/)?/, 'xl/');
      const xml = unzipPart(bytes, target);
      return [unescaped(attribute(tag, 'name')), xml === null ? NOTHING : marksOf(xml, percent)];
    }),
  );
}

/** The styles of cells, by their position, that show a number as per cent. */
function percentStyles(xml: string): ReadonlySet<string> {
  const formats = new Set(['9', '10']);
  for (const tag of tags(xml, 'numFmt')) {
    const code = unescaped(attribute(tag, 'formatCode')).replace(/"[^"]*"|\\./g, '');
    if (code.includes('%')) formats.add(attribute(tag, 'numFmtId'));
  }
  const cells = /<(?:\w+:)?cellXfs\b[^]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? '';
  const styles = tags(cells, 'xf').flatMap((tag, at) =>
    formats.has(attribute(tag, 'numFmtId')) ? [String(at)] : [],
  );
  return new Set(styles);
}

function marksOf(xml: string, percentStyle: ReadonlySet<string>): SheetMarks {
  const cells = percentStyle.size === 0 ? [] : tags(xml, 'c');
  const percent = cells
    .filter((tag) => percentStyle.has(attribute(tag, 's')))
    .map((tag) => attribute(tag, 'r'));
  const isHidden = (tag: string): boolean => /^(?:1|true)$/.test(attribute(tag, 'hidden'));
  const rows = tags(xml, 'row').filter(isHidden);
  const columns = tags(xml, 'col').filter(isHidden);
  return {
    percent: new Set(percent),
    merged: tags(xml, 'mergeCell').map((tag) => attribute(tag, 'ref')),
    hidden: [
      ...rows.map((tag) => `row ${attribute(tag, 'r')}`),
      ...columns.map((tag) => columnsOf(Number(attribute(tag, 'min')), Number(attribute(tag, 'max')))),
    ],
  };
}

function columnsOf(from: number, to: number): string {
  return from === to ? `column ${from}` : `columns ${from} to ${to}`;
}

function tags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^>]*>`, 'g')) ?? [];
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function unescaped(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
