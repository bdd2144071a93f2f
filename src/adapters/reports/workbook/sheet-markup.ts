import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import type { Sheet } from '../documents/document.js';

/** What the writer of workbooks cannot say itself: filters on the heads, heads on every printed page, and a page as wide as the table. */
export function sheetMarkup(sheets: readonly Sheet[]): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            return sheet ? withPrintSetUp(withFilter(xml, sheet)) : xml;
          },
        },
        'xl/workbook.xml': {
          transform: (xml) => {
            const names = sheets.flatMap((sheet, nth) => definedNames(sheet, nth)).join('');
            const whole = names === '' ? '' : `<definedNames>${names}</definedNames>`;
            return xml.replace(/<definedNames\/>|<definedNames>.*?<\/definedNames>/, whole);
          },
        },
      },
    },
  };
}

function withFilter(xml: string, sheet: Sheet): string {
  return sheet.rows.length === 0
    ? xml
    : xml.replace('</sheetData>', `</sheetData><autoFilter ref="${areaOf(sheet)}"/>`);
}

function withPrintSetUp(xml: string): string {
  return xml
    .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
    .replace(/<pageSetup([^/]*)\/>/, '<pageSetup$1 fitToWidth="1" fitToHeight="0"/>');
}

function definedNames(sheet: Sheet, nth: number): string[] {
  const name = `'${sheet.name.replaceAll("'", "''")}'`;
  const [first = '', last = ''] = areaOf(sheet, '$').split(':');
  const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="${nth}">${name}!$1:$1</definedName>`;
  if (sheet.rows.length === 0) return [titles];
  const filter = `<definedName name="_xlnm._FilterDatabase" localSheetId="${nth}" hidden="1">${name}!${first}:${last}</definedName>`;
  return [filter, titles];
}

/** `A1:F20`, or `$A$1:$F$20`. */
function areaOf({ columns, rows }: Sheet, mark = ''): string {
  return `${mark}A${mark}1:${mark}${columnName(columns.length)}${mark}${rows.length + 1}`;
}

function columnName(number: number): string {
  let name = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
