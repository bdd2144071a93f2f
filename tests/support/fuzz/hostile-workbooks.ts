import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip file; told: the size that the file says it has, where that is not so. */
interface Part {
  readonly name: string;
  readonly content: Buffer;
  readonly told?: number | undefined;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGED = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = `<worksheet xmlns="${MAIN}"><sheetData>`;
const TAIL = '</sheetData></worksheet>';
const LAUGHS = 12;

/** Workbooks that were made to do harm, by what they try; each is made anew when it is asked for. */
export const HOSTILE_WORKBOOKS: Readonly<Record<string, () => Uint8Array>> = {
  'a cell in the last row and column': () =>
    sheet(row(1, cell('A1', 'step')) + row(1_048_576, cell('XFD1048576', 'x'))),
  'a cell in a column that cannot be': () => sheet(row(1, cell('ZZZZZZ1', 'x'))),
  'a row that cannot be': () => sheet('<row r="999999999"><c r="A999999999"><v>1</v></c></row>'),
  'a row without end': () => sheet('<row r="Infinity"><c r="A1"><v>1</v></c></row>'),
  'a place that is spelled in entities': () =>
    sheet('<row r="1"><c r="&#88;FD&#49;048576"><v>1</v></c></row>'),
  'a place behind a quoted bracket': () => sheet('<row r="1"><c x=">" r="XFD1048576"><v>1</v></c></row>'),
  'many wide rows': () =>
    sheet(Array.from({ length: 100_000 }, (_, nth) => row(nth + 1, cell(`ZZ${nth + 1}`, 'x'))).join('')),
  'a part larger than it says': largeInsideOnce,
  'one sheet listed ten thousand times': () =>
    book(Buffer.from(HEAD + row(1, cell('A1', 'x')) + row(60_000, cell('AA60000', 'x')) + TAIL), {
      listed: 10_000,
    }),
  'elements nested half a million deep': () =>
    sheet(`<row r="1"><c r="A1">${'<is>'.repeat(500_000)}${'</is>'.repeat(500_000)}</c></row>`),
  'entities of entities': () => book(Buffer.from(laughs())),
  'an entity from outside': () =>
    book(
      Buffer.from(
        `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${HEAD}${row(1, cell('A1', '&e;'))}${TAIL}`,
      ),
    ),
  'a thousand parts': () =>
    zip(Array.from({ length: 3_000 }, (_, nth) => ({ name: `part-${nth}`, content: Buffer.from('x') }))),
  'a list of contents that is cut off': () => sheet(row(1, cell('A1', 'step'))).subarray(0, -60),
  'a list of contents that points behind the file': () => {
    const bytes = Buffer.from(sheet(row(1, cell('A1', 'step'))));
    bytes.writeUInt32LE(0xfffffff0, bytes.length - 6);
    return bytes;
  },
};

let large: Uint8Array | null = null;

/** Takes long to make, so it is made once. */
function largeInsideOnce(): Uint8Array {
  large ??= book(Buffer.concat([Buffer.from(HEAD), Buffer.alloc(300_000_000, 0x20), Buffer.from(TAIL)]), {
    told: 100,
  });
  return large;
}

/** A sound workbook of one sheet of steps, to be damaged at random. */
export function soundWorkbook(): Uint8Array {
  const rows = [
    ['step', 'who', 'time', 'capability'],
    ['Take the order', 'Ann', '10m', 'order taking'],
    ['Bake', 'Ben', '2h', 'baking'],
  ];
  const cells = (texts: readonly string[], nth: number) =>
    texts.map((text, at) => cell(`${'ABCD'[at] ?? 'A'}${nth + 1}`, text)).join('');
  return sheet(rows.map((texts, nth) => row(nth + 1, cells(texts, nth))).join(''));
}

function row(number: number, cells: string): string {
  return `<row r="${number}">${cells}</row>`;
}

function cell(place: string, text: string): string {
  return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

function sheet(rows: string): Uint8Array {
  return book(Buffer.from(HEAD + rows + TAIL));
}

function laughs(): string {
  const names = Array.from({ length: LAUGHS }, (_, nth) => `e${nth}`);
  const entities = names.map(
    (name, nth) => `<!ENTITY ${name} "${nth === 0 ? 'ha' : `&e${nth - 1};`.repeat(10)}">`,
  );
  return `<!DOCTYPE x [${entities.join('')}]>${HEAD}${row(1, cell('A1', `&e${LAUGHS - 1};`))}${TAIL}`;
}

function book(content: Buffer, { told, listed = 1 }: { told?: number; listed?: number } = {}): Uint8Array {
  const sheets = Array.from(
    { length: listed },
    (_, nth) => `<sheet name="S${nth}" sheetId="${nth + 1}" r:id="r1"/>`,
  );
  const target = `<Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>`;
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', `<Types xmlns="${PACKAGED}/content-types"/>`],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGED}/relationships">${target}</Relationships>`,
    ],
  ];
  return zip([
    ...parts.map(([name, text]) => ({ name, content: Buffer.from(text) })),
    { name: 'xl/worksheets/sheet1.xml', content, told },
  ]);
}

function zip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, told } of parts) {
    const called = Buffer.from(name);
    const packed = deflateRawSync(content);
    const sizes = Buffer.alloc(14);
    sizes.writeUInt32LE(crc32(content), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(told ?? content.length, 8);
    sizes.writeUInt16LE(called.length, 12);
    const local = Buffer.concat([
      Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
      sizes,
      Buffer.alloc(2),
    ]);
    const from = Buffer.alloc(16);
    from.writeUInt32LE(at, 12);
    const entry = Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
    locals.push(local, called, packed);
    directory.push(entry, sizes, from, called);
    at += local.length + called.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, listed, end]);
}
