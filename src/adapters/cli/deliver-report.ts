import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { REPORT_FORMATS, type ReportFile, type ReportFormat } from '../../application/index.js';
import { unreadable } from './read-source.js';
import { UsageFault, type Terminal } from './terminal.js';

/** Writes a report to a file or into a folder, to standard output where no path is told; an UsageFault where it cannot be written. */
export async function deliverReport(
  report: Pick<ReportFile, 'content' | 'filename'>,
  out: string | undefined,
  terminal: Terminal,
): Promise<void> {
  if (out === undefined || out === '-') {
    const { content } = report;
    return terminal.out(typeof content === 'string' ? content : Buffer.from(content).toString('utf8'));
  }
  const path = (await isFolder(out)) ? join(out, report.filename) : out;
  try {
    await writeFile(path, report.content);
  } catch (error) {
    throw new UsageFault(`${path}: ${unreadable(error)}`);
  }
  terminal.err(`wrote ${path}\n`);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** A format as it was typed, in small letters; `md` is markdown. */
export function formatOf(text: string): ReportFormat {
  const wanted = text.toUpperCase() === 'MD' ? 'MARKDOWN' : text.toUpperCase();
  const format = REPORT_FORMATS.find((each) => each === wanted);
  if (!format) throw new InvalidArgumentError(`The formats are ${REPORT_FORMATS.join(', ').toLowerCase()}.`);
  return format;
}
