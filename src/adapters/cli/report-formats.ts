import { statSync } from 'node:fs';
import { extname } from 'node:path';
import { InvalidArgumentError } from 'commander';
import {
  FILE_FORMATS,
  FILE_TYPES,
  REPORT_KINDS,
  type FileFormat,
  type ReportKind,
} from '../../application/index.js';
import { UsageFault } from './terminal.js';

/** What can be written: every kind of report, and the org chart. */
export const WRITTEN_KINDS = [...REPORT_KINDS.map(asTyped), 'org-chart'] as const;

/** What is to be written: a report in a format, or the org chart as a picture. */
export type ReportOrder =
  | { readonly kind: ReportKind; readonly format: FileFormat }
  | { readonly kind: 'org-chart'; readonly format: 'SVG' | 'PNG' };

const PICTURES = ['SVG', 'PNG'] as const;
const BYTES: readonly string[] = ['XLSX', 'PDF', 'PNG'];
const ALL = [...FILE_FORMATS, ...PICTURES];

/** A format as it was typed, in small letters; `md` is markdown. */
export function anyFormatOf(text: string): (typeof ALL)[number] {
  const wanted = text.toUpperCase() === 'MD' ? 'MARKDOWN' : text.toUpperCase();
  const format = ALL.find((each) => each === wanted);
  if (!format)
    throw new InvalidArgumentError(
      `The formats are ${FILE_FORMATS.map(asTyped).join(', ')}; of the org chart svg and png.`,
    );
  return format;
}

/** What the words of a command line ask for; where no format is told, the ending of the file tells it. An UsageFault where kind, format and place do not go together. */
export function orderOf(
  kind: string,
  told: (typeof ALL)[number] | undefined,
  out: string | undefined,
): ReportOrder {
  const usual = formatFor(kind, told, out) ?? (kind === 'org-chart' ? 'SVG' : 'MARKDOWN');
  const picture = PICTURES.find((each) => each === usual);
  const file = FILE_FORMATS.find((each) => each === usual);
  const report = REPORT_KINDS.find((each) => asTyped(each) === kind);
  if (picture && !report) return { kind: 'org-chart', format: picture };
  if (file && report) return { kind: report, format: file };
  throw new UsageFault(
    report
      ? `A report is written as ${FILE_FORMATS.map(asTyped).join(', ')}; ${asTyped(usual)} is for --kind org-chart.`
      : `The org chart is written as svg or png, not as ${asTyped(usual)}.`,
  );
}

/** The format of a file of text, a workbook or a PDF; null where neither a format nor a place was told. An UsageFault where the two do not go together. */
export function fileFormatOf(
  kind: string,
  told: (typeof ALL)[number] | undefined,
  out: string | undefined,
): FileFormat | null {
  if (told === undefined && out === undefined) return null;
  const usual = formatFor(kind, told, out) ?? 'MARKDOWN';
  const file = FILE_FORMATS.find((each) => each === usual);
  if (file) return file;
  throw new UsageFault(`It is written as ${FILE_FORMATS.map(asTyped).join(', ')}, not as ${asTyped(usual)}.`);
}

/** What was told, else what the ending of the file tells; an UsageFault where bytes would go to a terminal. */
function formatFor(
  kind: string,
  told: (typeof ALL)[number] | undefined,
  out: string | undefined,
): (typeof ALL)[number] | undefined {
  const toTerminal = out === undefined || out === '-';
  const format = told ?? (toTerminal ? undefined : formatOfEnding(kind, out));
  if (!toTerminal || format === undefined || !BYTES.includes(format)) return format;
  const name = `${kind}.${format.toLowerCase()}`;
  throw new UsageFault(`${format} is no text for standard output: name a file with --out ${name}.`);
}

/** Undefined for what has no ending of its own, such as a folder; an UsageFault where a file ends in none of the formats. */
function formatOfEnding(kind: string, path: string): (typeof ALL)[number] | undefined {
  const ending = extname(path).slice(1).toLowerCase();
  const found = ALL.find((format) => endingOf(format) === ending);
  if (found || isNoFile(path)) return found;
  const written = kind === 'org-chart' ? PICTURES : FILE_FORMATS;
  const endings = written.map((format) => `.${endingOf(format)}`);
  throw new UsageFault(
    `${path}: it is written as ${endings.slice(0, -1).join(', ')} or ${endings.at(-1) ?? ''}; end the name with one of them, or name the format with --format.`,
  );
}

function endingOf(format: (typeof ALL)[number]): string {
  const file = FILE_FORMATS.find((each) => each === format);
  return file ? FILE_TYPES[file].extension : format.toLowerCase();
}

/** true for a folder, and for a device such as /dev/stdout. */
function isNoFile(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && !found.isFile();
}

function asTyped(word: string): string {
  return word.toLowerCase().replaceAll('_', '-');
}
