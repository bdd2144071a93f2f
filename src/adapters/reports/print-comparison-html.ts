import type { MoveVerdict, StreamComparison } from '../../domain/index.js';
import {
  asideOf,
  countsInWords,
  differenceOf,
  FATES,
  figureOf,
  movesTold,
  placeRows,
  stepRows,
  titleOf,
  VERDICTS,
  type ComparedRow,
} from './comparison-words.js';
import { escapeHtml as text } from './escape-html.js';
import { HTML_STYLE } from './html-style.js';
import { htmlPage } from './html-page.js';

/** Better and worse differ by their words and signs; the colours only help. */
const COMPARISON_STYLE = `
.better { color: #1b6e3c; font-weight: 700; } .worse { color: var(--error); font-weight: 700; }
@media (prefers-color-scheme: dark) { .better { color: #7fd6a0; } }
@media print { .better { color: #14522d; } }
tr.new td, tr.gone td, tr.changed td { background: var(--wash); }
tr.gone td:nth-child(2) { text-decoration: line-through; }
tr.field td { border-bottom: 0; color: var(--soft); padding-block: .1rem; background: none; }
tr.field td:nth-child(2), tr.field td:nth-child(3) { padding-left: 2rem; }
td.sign { font-weight: 700; text-align: center; }
.pair table { table-layout: fixed; } .pair td { overflow-wrap: anywhere; }
.pair thead td:first-child { width: 2.4rem; } .pair thead td:last-child { width: 8.5rem; }
thead td { background: var(--wash); border-bottom: 2px solid var(--rule); }
.moves td { min-width: 6rem; }`;

/** Two streams side by side as one self-contained HTML page without script, for screens and for A4 paper. */
export function printComparisonHtml(comparison: StreamComparison): string {
  const { days, heads, steps, places, stepCounts, placeCounts } = comparison;
  const title = titleOf(comparison);
  const changed = places.filter(({ fate }) => fate !== 'KEPT');
  const legend = Object.values(FATES).map(({ sign, word }) => `${sign} ${word}`);
  return htmlPage(title, HTML_STYLE + COMPARISON_STYLE, [
    `<header>\n<h1 dir="auto">${text(title)}</h1>\n<p class="facts">${text(legend.join(' · '))}</p>\n</header>`,
    '<main>',
    sectionOf('Measures', `${days === null ? '' : `${facts(days)}\n`}${measuresTable(comparison)}`),
    ...(heads.length > 0 ? [sectionOf('The stream', headsTable(heads))] : []),
    sectionOf(
      'Steps',
      `${facts(countsInWords(stepCounts))}\n${rowsTable('Steps before and after', steps.flatMap(stepRows))}`,
    ),
    ...(places.length > 0
      ? [
          sectionOf(
            'Between the steps',
            `${facts(countsInWords(placeCounts))}\n${changed.length > 0 ? rowsTable('Waits, stocks, returns and losses before and after', changed.flatMap(placeRows)) : ''}`,
          ),
        ]
      : []),
    '</main>',
  ]);
}

function sectionOf(name: string, content: string): string {
  return `<section>\n<h2>${name}</h2>\n${content}\n</section>`;
}

function facts(words: string): string {
  return `<p class="soft">${text(words)}</p>`;
}

function measuresTable(comparison: StreamComparison): string {
  const rows = movesTold(comparison).map((move) => {
    const aside = asideOf(move);
    const cells = [
      text(figureOf(move.before)),
      text(figureOf(move.after)),
      text(differenceOf(move)),
      `${verdictMark(move.verdict)}${aside === '' ? '' : ` <span class="soft">${text(aside)}</span>`}`,
    ];
    return `<tr><th scope="row">${text(move.name)}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return table(
    'moves',
    'Measures before and after',
    ['Measure', 'Before', 'After', 'Difference', 'Verdict'],
    rows,
  );
}

function headsTable(heads: StreamComparison['heads']): string {
  const rows = heads.map(
    ({ label, before, after }) =>
      `<tr><th scope="row">${text(label)}</th><td><bdi>${text(before ?? '?')}</bdi></td><td><bdi>${text(after ?? '?')}</bdi></td></tr>`,
  );
  return table('heads', 'What is told of the stream as a whole', ['What', 'Before', 'After'], rows);
}

function rowsTable(caption: string, rows: readonly ComparedRow[]): string {
  const lines = rows.map(({ fate, before, after, verdict, field }) => {
    const { sign, word } = FATES[fate];
    const end = verdict === null ? (field || fate === 'KEPT' ? '' : word) : verdictMark(verdict);
    const side = (words: string) => (words === '' ? '' : `<bdi>${text(words)}</bdi>`);
    const name = field ? 'field' : word;
    return `<tr class="${name}"><td class="sign">${field ? '' : sign}</td><td>${side(before)}</td><td>${side(after)}</td><td class="end">${end}</td></tr>`;
  });
  return table('pair', caption, ['', 'Before', 'After', ''], lines);
}

function verdictMark(verdict: MoveVerdict): string {
  const kind = verdict === 'BETTER' ? 'better' : verdict === 'WORSE' ? 'worse' : 'soft';
  return `<span class="${kind}">${VERDICTS[verdict]}</span>`;
}

function table(kind: string, caption: string, heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((name) => (name === '' ? '<td></td>' : `<th scope="col">${name}</th>`)).join('');
  return [
    `<div class="scroll ${kind}" role="region" aria-label="${caption}" tabindex="0"><table>`,
    `<caption>${caption}</caption>`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>\n${rows.join('\n')}\n</tbody></table></div>`,
  ].join('\n');
}
