import type {
  PictureLook,
  PlannedStream,
  ReportFormat,
  ReportKind,
  UseCases,
} from '../../../application/index.js';

/** What is asked of a report; since is the revision that a difference begins with. */
export interface ReportArguments {
  readonly kind: ReportKind;
  readonly format: ReportFormat;
  readonly since?: number | null;
}

/** What is asked of an org chart; the schema gives every argument a value. */
export interface OrgChartArguments {
  readonly theme: 'LIGHT' | 'DARK';
  readonly paper: PictureLook['paper'];
}

/** A report of a stream as text. */
export async function presentReport(
  useCases: UseCases,
  planned: PlannedStream,
  { kind, format, since }: ReportArguments,
) {
  const { filename, mediaType, content } = await useCases.reportFile(planned, kind, format, {
    since: since ?? null,
  });
  const text = typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
  return { format, filename, mediaType, content: text };
}

/** The org chart of a stream as SVG. */
export function presentOrgChart(
  useCases: UseCases,
  planned: PlannedStream,
  { theme, paper }: OrgChartArguments,
) {
  return useCases.orgChart(planned, { theme: theme === 'DARK' ? 'dark' : 'light', paper });
}
