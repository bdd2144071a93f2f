import type { ComparisonFormat, PrintedReport } from '../../application/index.js';
import type { StreamComparison } from '../../domain/index.js';
import { printComparisonHtml } from './print-comparison-html.js';
import { printComparisonMarkdown } from './print-comparison-markdown.js';

interface ComparisonPrinter {
  readonly extension: string;
  readonly mediaType: string;
  readonly print: (comparison: StreamComparison) => string;
}

const PRINTERS: Readonly<Record<ComparisonFormat, ComparisonPrinter>> = {
  MARKDOWN: { extension: 'md', mediaType: 'text/markdown; charset=utf-8', print: printComparisonMarkdown },
  HTML: { extension: 'html', mediaType: 'text/html; charset=utf-8', print: printComparisonHtml },
  JSON: {
    extension: 'json',
    mediaType: 'application/json; charset=utf-8',
    print: (comparison) => `${JSON.stringify(comparison, null, 2)}\n`,
  },
};

/** Prints two streams side by side; the same comparison gives the same bytes. */
export function printComparison(comparison: StreamComparison, format: ComparisonFormat): PrintedReport {
  const { extension, mediaType, print } = PRINTERS[format];
  return { format, filename: `comparison.${extension}`, mediaType, content: print(comparison) };
}
