import type { StreamComparison } from '../../domain/index.js';
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
import { escapeMarkdown as text } from './escape-markdown.js';

/** Two streams side by side as GitHub-flavoured Markdown. */
export function printComparisonMarkdown(comparison: StreamComparison): string {
  const { days, heads, steps, places, stepCounts, placeCounts } = comparison;
  const moves = movesTold(comparison).map((move) => [
    text(move.name),
    text(figureOf(move.before)),
    text(figureOf(move.after)),
    text(differenceOf(move)),
    emphasised(VERDICTS[move.verdict], move.verdict === 'BETTER' || move.verdict === 'WORSE'),
    text(asideOf(move)),
  ]);
  const changed = places.filter(({ fate }) => fate !== 'KEPT');
  const told = heads.map(({ label, before, after }) => [
    text(label),
    text(before ?? '?'),
    text(after ?? '?'),
  ]);
  const sections = [
    [`# ${text(titleOf(comparison))}`],
    [
      '## Measures',
      ...(days === null ? [] : [text(days)]),
      table(['Measure', 'Before', 'After', 'Difference', 'Verdict', 'Note'], moves),
    ],
    ...(told.length > 0 ? [['## The stream', table(['What', 'Before', 'After'], told)]] : []),
    ['## Steps', text(countsInWords(stepCounts)), rowsTable(steps.flatMap(stepRows))],
    ...(places.length > 0
      ? [
          [
            '## Between the steps',
            text(countsInWords(placeCounts)),
            ...(changed.length > 0 ? [rowsTable(changed.flatMap(placeRows))] : []),
          ],
        ]
      : []),
    [
      text(
        Object.values(FATES)
          .map(({ sign, word }) => `${sign} ${word}`)
          .join(' · '),
      ),
    ],
  ];
  return `${sections.flat().join('\n\n')}\n`;
}

function rowsTable(rows: readonly ComparedRow[]): string {
  const cells = rows.map(({ fate, before, after, verdict, field }) => [
    field ? '' : FATES[fate].sign,
    `${field ? '… ' : ''}${text(before)}`,
    `${field ? '… ' : ''}${text(after)}`,
    verdict === null ? (field ? '' : FATES[fate].word) : VERDICTS[verdict],
  ]);
  return table(['', 'Before', 'After', ''], cells);
}

function emphasised(word: string, strongly: boolean): string {
  return strongly ? `**${word}**` : word;
}

/** Cells are escaped already. */
function table(header: readonly string[], body: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
