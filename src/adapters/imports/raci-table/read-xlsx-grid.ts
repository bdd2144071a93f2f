import type { TableUnreadable } from '../../../domain/chart/index.js';
import type { Grid } from '../grid/grid.js';
import { openWorkbook, type OpenSheet } from '../grid/open-workbook.js';

interface TextSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Opens a workbook: the sheet that was asked for by name or number, else the first that is not empty. */
export async function readXlsxGrid(
  bytes: Uint8Array,
  wanted: string | null,
): Promise<Grid | TableUnreadable> {
  const opened = await openWorkbook(bytes);
  if ('kind' in opened) return opened;
  const sheets = opened.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(asText)) }));
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((text) => text !== '')));
  const chosen =
    wanted === null ? filled[0] : (sheets.find(({ name }) => name === wanted) ?? byNumber(sheets, wanted));
  const names = sheets.map(({ name }) => `"${name}"`).join(', ');
  if (!chosen && wanted !== null)
    return refused('UNKNOWN_SHEET', `The workbook has no sheet "${wanted}". It has ${names}.`);
  if (!chosen) return refused('EMPTY_TABLE', 'The workbook holds no cell with anything in it.');
  const others = filled.filter((sheet) => sheet !== chosen).map(({ name }) => `"${name}"`);
  const told =
    others.length === 0 || wanted !== null
      ? []
      : [
          {
            code: 'OTHER_SHEETS' as const,
            message: `Only the sheet "${chosen.name}" is read; ${others.join(', ')} ${others.length === 1 ? 'holds' : 'hold'} something too.`,
          },
        ];
  return { sheet: chosen.name, rows: chosen.rows, told };
}

function asText(value: OpenSheet['rows'][number][number]): string {
  if (value === null) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

function byNumber(sheets: readonly TextSheet[], wanted: string): TextSheet | undefined {
  return /^[1-9]\d{0,4}$/.test(wanted) ? sheets[Number(wanted) - 1] : undefined;
}

function refused(code: TableUnreadable['code'], message: string): TableUnreadable {
  return { kind: 'TableUnreadable', code, message };
}
