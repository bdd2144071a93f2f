import type { RaciReport } from '../../domain/index.js';
import { escapeHtml as text, sentenceHtml as sentence } from './escape-html.js';
import { htmlMatrix } from './html-matrix.js';
import {
  assignmentsSection,
  findingsSection,
  list,
  measuresSection,
  reasonsSection,
  refusedSection,
  rolesSection,
  structureSection,
} from './html-sections.js';
import { HTML_STYLE } from './html-style.js';
import { factsOf, missingOf, NOTHING, rungOf } from './report-words.js';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report as one self-contained HTML page without script: for screens, light and dark, and for A4 paper. */
export function printHtml(report: RaciReport): string {
  const sections: readonly (readonly [string, string])[] = [
    ['Responsibility matrix', matrixSection(report)],
    ['Roles', rolesSection(report)],
    ['Findings', findingsSection(report)],
    ['Why each letter stands', reasonsSection(report)],
    ['Accepted beyond the stream', assignmentsSection(report)],
    ['Refused', refusedSection(report)],
    ['Measures', measuresSection(report)],
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
    '</main>',
    '</body>',
    '</html>\n',
  ].join('\n');
}

function head(report: RaciReport): string {
  const owners = report.owners.map(({ scope, owner }) => `<bdi>${text(owner)}</bdi> (${text(scope)})`);
  const missing = missingOf(report);
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
    '</dl>',
    '</header>',
  ].join('\n');
}

function matrixSection(report: RaciReport): string {
  const none =
    report.structure.status === 'NONE' ? `<p dir="auto">${sentence(report.structure.message)}</p>\n` : '';
  return `${none}${htmlMatrix(report)}`;
}
