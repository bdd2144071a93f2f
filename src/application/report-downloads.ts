import { orgChartOf } from '../domain/index.js';
import type { Chosen, Download } from './download.js';
import type { PlannedStream } from './planned-stream.js';
import {
  FILE_TYPES,
  PAPERS,
  SHEET_PIXELS,
  THEMES,
  type DrawOrgChart,
  type FileFormat,
  type Pictures,
  type ReportKind,
} from './ports/index.js';
import type { streamReport } from './stream-report.js';

/** What reports and the org chart are made with. */
export interface ReportDownloadParts {
  readonly reportFile: ReturnType<typeof streamReport>;
  readonly drawOrgChart: DrawOrgChart;
  readonly pictures: Pictures;
}

const EVERY = ['MARKDOWN', 'CSV', 'HTML', 'JSON', 'XLSX', 'PDF'] as const;

/** The RACI report as text, page and data is a row of its own. */
const FILES: readonly (readonly [ReportKind, name: string, formats: readonly FileFormat[], about: string])[] =
  [
    ['RACI', 'raci', ['XLSX', 'PDF'], 'The RACI report: matrix, roles, open questions'],
    [
      'ROLE_CARDS',
      'role-cards',
      EVERY,
      'A card for each role: steps, letters, hand-offs, hours, and why it exists',
    ],
    [
      'TEAM_CHARTERS',
      'team-charters',
      EVERY,
      'A charter for each team: purpose, roles, and what crosses its border',
    ],
    ['JUSTIFICATIONS', 'justifications', EVERY, 'Every assignment with the chain that justifies it'],
    ['DIFFERENCE', 'difference', EVERY, 'What changed in structure and matrix since the revision before'],
  ];

const AS: Readonly<Record<FileFormat, string>> = {
  MARKDOWN: 'as text for a wiki or a repository',
  CSV: 'as tables for a spreadsheet',
  HTML: 'as a page to be printed',
  JSON: 'as data for programs',
  XLSX: 'as a workbook with filters',
  PDF: 'as pages of A4',
};

/** Reports of every kind in every format. */
export function reportFiles({ reportFile }: ReportDownloadParts): readonly Download[] {
  return FILES.flatMap(([kind, name, formats, about]) =>
    formats.map((format): Download => ({
      name,
      ...FILE_TYPES[format],
      about: `${about}, ${AS[format]}.`,
      shown: format === 'HTML' || format === 'PDF',
      choices: {},
      produce: async (planned) => (await reportFile(planned, kind, format)).content,
    })),
  );
}

/** The org chart, to be enlarged and as pixels. */
export function orgChartFiles({ drawOrgChart, pictures }: ReportDownloadParts): readonly Download[] {
  const svg = ({ plan }: PlannedStream, chosen: Chosen): string =>
    drawOrgChart(orgChartOf(plan), lookOf(chosen));
  const row = { name: 'org-chart', shown: true, choices: { theme: THEMES, paper: PAPERS } };
  const about = 'Who answers, the teams, and the roles with positions and FTE, as a picture';
  return [
    {
      ...row,
      extension: 'svg',
      mediaType: 'image/svg+xml; charset=utf-8',
      about: `${about} that can be enlarged.`,
      produce: svg,
    },
    {
      ...row,
      extension: 'png',
      mediaType: 'image/png',
      about: `${about} of pixels.`,
      produce: (planned, chosen) => pictures.toPng(svg(planned, chosen), SHEET_PIXELS[lookOf(chosen).paper]),
    },
  ];
}

function lookOf({ theme, paper }: Chosen) {
  return {
    theme: THEMES.find((one) => one === theme) ?? THEMES[0],
    paper: PAPERS.find((one) => one === paper) ?? PAPERS[0],
  };
}
