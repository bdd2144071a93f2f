import type { ReportPicture } from '../../application/index.js';
import type { RaciReport } from '../../domain/index.js';
import { escapeHtml as text, sentenceHtml as sentence } from './escape-html.js';
import { htmlMatrix } from './html-matrix.js';
import { picturesSection } from './html-pictures.js';
import {
  assignmentsSection,
  findingsSection,
  forcesSection,
  list,
  measuresSection,
  reasonsSection,
  refusedSection,
  rolesSection,
  structureSection,
} from './html-sections.js';
import { HTML_STYLE } from './html-style.js';
import { factsOf, findOutOf, missingOf, NOTHING, rungOf } from './report-words.js';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report as one self-contained HTML page without script: for screens, light and dark, and for A4 paper. */
export function printHtml(report: RaciReport, pictures: readonly ReportPicture[] = []): string {
  const sections: readonly (readonly [string, string])[] = [
    ['Responsibility matrix', matrixSection(report)],
    ['Roles', rolesSection(report)],
    ['Findings', findingsSection(report)],
    ['Why each letter stands', reasonsSection(report)],
    ['Accepted beyond the stream', assignmentsSection(report)],
    ['Refused', refusedSection(report)],
    ['Measures', measuresSection(report)],
    ['The two forces', forcesSection(report)],
    ['How the structure was found', structureSection(report)],
    ['Conventions', list(report.conventions)],
  ];
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${text(report.title)}</title>`,
    `<style>${HTML_STYLE}\n</style>`,
    '</head>',
    '<body>',
    head(report),
    '<main>',
    ...sections.map(([name, content]) => `<section>\n<h2>${name}</h2>\n${content}\n</section>`),
    ...(pictures.length > 0 ? [picturesSection(pictures)] : []),
    '</main>',
    '</body>',
    '</html>\n',
  ].join('\n');
}

function head(report: RaciReport): string {
  const owners = report.owners.map(({ scope, owner }) => `<bdi>${text(owner)}</bdi> (${text(scope)})`);
  const missing = missingOf(report);
  const first = findOutOf(report);
  return [
    '<header>',
    `<h1 dir="auto">${text(report.title)}</h1>`,
    `<p class="facts">${factsOf(report)
      .map((fact) => `<bdi>${text(fact)}</bdi>`)
      .join(' · ')}</p>`,
    '<dl class="head">',
    `<dt>Readiness</dt><dd>${rungOf(report)}</dd>`,
    `<dt>Owners</dt><dd>${owners.length > 0 ? owners.join(', ') : NOTHING.owners}</dd>`,
    ...(missing.length > 0 ? [`<dt>Missing next</dt><dd>${list(missing)}</dd>`] : []),
    ...(first.length > 0 ? [`<dt>Find out first</dt><dd>${list(first)}</dd>`] : []),
    '</dl>',
    '</header>',
  ].join('\n');
}

function matrixSection(report: RaciReport): string {
  const none =
    report.structure.status === 'NONE' ? `<p dir="auto">${sentence(report.structure.message)}</p>\n` : '';
  return `${none}${htmlMatrix(report)}`;
}
