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
  const toTerminal = out === undefined || out === '-';
  const format = told ?? (toTerminal ? undefined : formatOfEnding(out));
  const usual = format ?? (kind === 'org-chart' ? 'SVG' : 'MARKDOWN');
  if (toTerminal && BYTES.includes(usual)) {
    const name = `${kind}.${usual.toLowerCase()}`;
    throw new UsageFault(`${usual} is no text for standard output: name a file with --out ${name}.`);
  }
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

function formatOfEnding(path: string): (typeof ALL)[number] | undefined {
  const ending = extname(path).slice(1).toLowerCase();
  const picture = PICTURES.find((format) => format.toLowerCase() === ending);
  return picture ?? FILE_FORMATS.find((format) => FILE_TYPES[format].extension === ending);
}

function asTyped(word: string): string {
  return word.toLowerCase().replaceAll('_', '-');
}
