import { readNapkin } from '../domain/index.js';
import type { Chosen, Download } from './download.js';
import { fileStem } from './file-stem.js';
import { BALANCE_BY, loadGroup } from './load-groups.js';
import type { PlannedStream } from './planned-stream.js';
import {
  CHARTS,
  MODEL_FRAMES,
  PAPERS,
  SHEET_PIXELS,
  SHEET_WAYS,
  THEMES,
  type Chart,
  type ModelFormat,
  type PictureLook,
  type PrintModel,
  type PrintStreamTable,
  type PrintedReport,
  type ReportFormat,
  type StreamTableFormat,
} from './ports/index.js';
import type { raciReport } from './raci-report.js';
import { orgChartFiles, reportFiles, type ReportDownloadParts } from './report-downloads.js';
import type { walkSheet } from './walk-sheet.js';

export type { Download } from './download.js';

/** What the files are made with. */
export interface DownloadParts extends ReportDownloadParts {
  readonly raciReport: ReturnType<typeof raciReport>;
  readonly walkSheet: ReturnType<typeof walkSheet>;
  readonly printStreamTable: PrintStreamTable;
  readonly printModel: PrintModel;
}

/** Every file that can be had of a stream, in the order in which they are listed. */
export function streamDownloads(parts: DownloadParts): readonly Download[] {
  return [
    ...printedFiles('raci', REPORTS, parts.raciReport),
    ...reportFiles(parts),
    ...printedFiles('walk', WALKS, parts.walkSheet),
    ...pictureFiles(parts),
    ...orgChartFiles(parts),
    ...stepFiles(parts),
    ...modelFiles(parts),
  ];
}

/** The name under which a file is saved. */
export function downloadName({ name, extension }: Download, { stored }: PlannedStream): string {
  return `${fileStem(name, stored)}.${extension}`;
}

type FormatRow = readonly [format: ReportFormat, extension: string, mediaType: string, about: string];

const REPORTS: readonly FormatRow[] = [
  ['MARKDOWN', 'md', 'text/markdown; charset=utf-8', 'The RACI report as text for a wiki or a repository.'],
  ['CSV', 'csv', 'text/csv; charset=utf-8', 'The responsibility matrix as a table for a spreadsheet.'],
  ['HTML', 'html', 'text/html; charset=utf-8', 'The RACI report as a page with its pictures, to be printed.'],
  ['JSON', 'json', 'application/json; charset=utf-8', 'The RACI report as data for programs.'],
];

const WALKS: readonly FormatRow[] = [
  [
    'MARKDOWN',
    'md',
    'text/markdown; charset=utf-8',
    'What to ask on the next walk along the stream, as text.',
  ],
  ['CSV', 'csv', 'text/csv; charset=utf-8', 'What to ask on the next walk, with a column for the answers.'],
  [
    'HTML',
    'html',
    'text/html; charset=utf-8',
    'What to ask on the next walk, a page for each person, to be printed.',
  ],
];

/** The formats of one printed thing. */
function printedFiles(
  name: string,
  rows: readonly FormatRow[],
  print: (planned: PlannedStream, format: ReportFormat) => PrintedReport | Promise<PrintedReport>,
): readonly Download[] {
  return rows.map(([format, extension, mediaType, about]) => ({
    name,
    extension,
    mediaType,
    about,
    shown: format === 'HTML',
    choices: {},
    produce: async (planned) => (await print(planned, format)).content,
  }));
}

const PICTURES: Readonly<Record<Chart, string>> = {
  map: 'The value stream map',
  load: 'Work content against takt',
  forces: 'The two forces side by side',
};

function pictureFiles({ pictures }: DownloadParts): readonly Download[] {
  return CHARTS.flatMap((chart): readonly Download[] => {
    const svg = ({ plan }: PlannedStream, chosen: Chosen) =>
      pictures.drawPicture(chart, plan.stream, plan.metrics, { ...lookOf(chosen), ...loadsOf(plan, chosen) });
    const by: Download['choices'] = chart === 'load' ? { by: LOADS_BY } : {};
    const choices = { theme: THEMES, paper: PAPERS, sheets: SHEET_WAYS, ...by };
    const row = { name: chart, shown: true, choices };
    return [
      {
        ...row,
        extension: 'svg',
        mediaType: 'image/svg+xml; charset=utf-8',
        about: `${PICTURES[chart]} as a picture that can be enlarged.`,
        produce: svg,
      },
      {
        ...row,
        extension: 'png',
        mediaType: 'image/png',
        about: `${PICTURES[chart]} as a picture of pixels, about 200 to the inch.`,
        produce: (planned, chosen) =>
          pictures.toPng(svg(planned, chosen), SHEET_PIXELS[lookOf(chosen).paper]),
      },
    ];
  });
}

const STEPS: readonly (readonly [StreamTableFormat, extension: string, mediaType: string, about: string])[] =
  [
    ['CSV', 'csv', 'text/csv; charset=utf-8', 'The steps of the stream as a table that can be read back.'],
    [
      'XLSX',
      'xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'The steps of the stream as a workbook that can be read back.',
    ],
  ];

function stepFiles({ printStreamTable }: DownloadParts): readonly Download[] {
  return STEPS.map(([format, extension, mediaType, about]) => ({
    name: 'steps',
    extension,
    mediaType,
    about,
    shown: false,
    choices: {},
    produce: async ({ stored }) => printStreamTable(readNapkin(stored.napkin).drafts, format),
  }));
}

const MODELS: readonly (readonly [
  ModelFormat,
  name: string,
  extension: string,
  mediaType: string,
  about: string,
])[] = [
  [
    'ARCHIMATE',
    'model',
    'archimate.xml',
    'application/xml; charset=utf-8',
    'Stream, capabilities, roles and reasons as an ArchiMate model exchange file.',
  ],
  [
    'BPMN',
    'process',
    'bpmn',
    'application/xml; charset=utf-8',
    'The stream as a BPMN process with a diagram, roles as lanes.',
  ],
  ['MERMAID', 'map', 'mmd', 'text/vnd.mermaid; charset=utf-8', 'The stream as a Mermaid flowchart.'],
  [
    'MERMAID_CHART',
    'chart',
    'mmd',
    'text/vnd.mermaid; charset=utf-8',
    'Teams and roles as a Mermaid flowchart.',
  ],
  [
    'BACKSTAGE',
    'catalog-info',
    'yaml',
    'application/yaml; charset=utf-8',
    'The stream, its teams and its roles as groups of a Backstage catalogue.',
  ],
];

function modelFiles({ printModel }: DownloadParts): readonly Download[] {
  return MODELS.map(([format, name, extension, mediaType, about]): Download => ({
    name,
    extension,
    mediaType,
    about,
    shown: false,
    choices: format === 'MERMAID' ? { frames: MODEL_FRAMES } : {},
    produce: ({ plan }, { frames }) =>
      printModel(
        plan,
        format,
        MODEL_FRAMES.find((one) => one === frames),
      ),
  }));
}

const BOTH = 'step-and-performer';
const LOADS_BY: readonly string[] = [BOTH, ...BALANCE_BY.map((by) => by.toLowerCase())];

/** Whose work the load chart sets against takt; steps and performers where nothing is chosen. */
function loadsOf(plan: PlannedStream['plan'], chosen: Chosen): Pick<PictureLook, 'loads'> {
  const by = BALANCE_BY.find((one) => one.toLowerCase() === chosen['by']);
  return by ? { loads: [loadGroup(plan, by)] } : {};
}

/** Words that are not among the choices never come this far; what is left out takes the first. */
function lookOf({ theme, paper, sheets }: Chosen): PictureLook {
  return {
    theme: THEMES.find((one) => one === theme) ?? THEMES[0],
    paper: PAPERS.find((one) => one === paper) ?? PAPERS[0],
    sheets: SHEET_WAYS.find((one) => one === sheets) ?? SHEET_WAYS[0],
  };
}
