import type { ReportPicture } from '../../application/index.js';
import type { RaciReport } from '../../domain/index.js';
import { blockHtml } from './documents/document-html.js';
import { fillingBlocks } from './documents/filling-parts.js';
import { layRaciPage, stripBlocks } from './documents/lay-raci.js';
import { historyBlocks, refusedPeopleBlocks } from './documents/log-parts.js';
import { STRIP_STYLE } from './documents/strip-html.js';
import { escapeHtml as text, sentenceHtml as sentence } from './escape-html.js';
import { htmlMatrix } from './html-matrix.js';
import { picturesSection } from './html-pictures.js';
import {
  assignmentsSection,
  findingsSection,
  forcesSection,
  list,
  measuresSection,
  overridesSection,
  reasonsSection,
  refusedSection,
  rolesSection,
  structureSection,
} from './html-sections.js';
import { HTML_STYLE } from './html-style.js';
import { PAGE_STYLE } from './page-style.js';
import { factsOf, findOutOf, missingOf, NOTHING, rungOf } from './report-words.js';
import { htmlPage } from './html-page.js';

/** What one sheet of A3 has room for. */
const ROWS_OF_A_SHEET = 26;
const ROLES_OF_A_SHEET = 8;

/** The report as one self-contained HTML page without script: for screens, light and dark, and for A4 paper. */
export function printHtml(report: RaciReport, pictures: readonly ReportPicture[] = []): string {
  const sections: readonly (readonly [string, string])[] = [
    ...openSection(report),
    ['The roles and why they exist', rolesSection(report)],
    ['Findings', findingsSection(report)],
    ['Why each letter stands', reasonsSection(report)],
    ['Accepted beyond the stream', assignmentsSection(report)],
    ...(report.people.length > 0
      ? [
          [
            'People in roles',
            fillingBlocks('Who fills which role', report.people).map(blockHtml).join(''),
          ] as const,
        ]
      : []),
    ...(report.overrides.length > 0 ? [['Overrides', overridesSection(report)] as const] : []),
    ['Refused', refusedSection(report)],
    ...(report.refusedPeople.length > 0
      ? [['Refused in roles', refusedPeopleBlocks(report).map(blockHtml).join('')] as const]
      : []),
    ...(report.history.length > 0
      ? [['What stood and stands', historyBlocks(report).map(blockHtml).join('')] as const]
      : []),
    ['Measures', measuresSection(report)],
    ['The two forces', forcesSection(report)],
    ['How the structure was found', structureSection(report)],
    ['Conventions', list(report.conventions)],
  ];
  return htmlPage(report.title, HTML_STYLE + STRIP_STYLE + PAGE_STYLE, [
    firstPage(report),
    '<main>',
    ...sections.map(([name, content]) => `<section>\n<h2>${name}</h2>\n${content}\n</section>`),
    ...(pictures.length > 0 ? [picturesSection(pictures)] : []),
    '</main>',
  ]);
}

/** Everything that is open: the first page tells the beginning of it. */
function openSection(report: RaciReport): (readonly [string, string])[] {
  const [missing, first] = [missingOf(report), findOutOf(report)];
  if (missing.length + first.length === 0) return [];
  const told = [
    ...(missing.length > 0 ? [`<dt>Missing next</dt><dd>${list(missing)}</dd>`] : []),
    ...(first.length > 0 ? [`<dt>Find out first</dt><dd>${list(first)}</dd>`] : []),
  ];
  return [['What to find out', `<dl class="head">\n${told.join('\n')}\n</dl>`]];
}

/** The page to send: the work, who does what, roles and open questions; on paper one sheet of A3 where it is not too long for that. */
function firstPage(report: RaciReport): string {
  const { matrix, roles } = report;
  const short = matrix.rows.length <= ROWS_OF_A_SHEET && matrix.roles.length <= ROLES_OF_A_SHEET;
  const beside = layRaciPage(report).parts.slice(1);
  return [
    `<div class="page${short && roles.length > 0 ? ' sheet' : ''}">`,
    head(report),
    ...stripBlocks(report).map(blockHtml),
    '<div class="halves">',
    `<section>\n<h2>Responsibility matrix</h2>\n${matrixSection(report)}\n</section>`,
    '<div>',
    ...beside.map(
      ({ heading, blocks }) =>
        `<section>\n<h2>${text(heading)}</h2>\n${blocks.map(blockHtml).join('\n')}\n</section>`,
    ),
    '</div>',
    '</div>',
    '</div>',
  ].join('\n');
}

function head(report: RaciReport): string {
  const owners = report.owners.map(({ scope, owner }) => `<bdi>${text(owner)}</bdi> (${text(scope)})`);
  return [
    '<header>',
    `<h1 dir="auto">${text(report.title)}</h1>`,
    `<p class="facts">${factsOf(report)
      .map((fact) => `<bdi>${text(fact)}</bdi>`)
      .join(' · ')}</p>`,
    '<dl class="head">',
    `<dt>Readiness</dt><dd>${rungOf(report)}</dd>`,
    `<dt>Owners</dt><dd>${owners.length > 0 ? owners.join(', ') : NOTHING.owners}</dd>`,
    '</dl>',
    '</header>',
  ].join('\n');
}

function matrixSection(report: RaciReport): string {
  const none =
    report.structure.status === 'NONE' ? `<p dir="auto">${sentence(report.structure.message)}</p>\n` : '';
  return `${none}${htmlMatrix(report)}`;
}
