import type { JustificationReport, JustifiedEntry } from '../../../domain/index.js';
import { asNamedAbove, listOf, tableOf, words, type Layout, type Part, type Sheet } from './document.js';
import { counted, headFacts, starred, withLine } from './document-words.js';
import { overrideBlocks, overrideSheets } from './override-parts.js';

/** The justification report: every assignment step by step, with its chain. */
export function layJustifications(report: JustificationReport): Layout {
  const { entries, counts } = report;
  const derived = entries.filter(({ accepted }) => !accepted);
  const accepted = entries.filter((entry) => entry.accepted);
  const byStep = new Map<string, JustifiedEntry[]>();
  for (const entry of derived) {
    const there = byStep.get(`${entry.position} ${entry.step}`);
    if (there) there.push(entry);
    else byStep.set(`${entry.position} ${entry.step}`, [entry]);
  }
  const beyond: Part[] =
    accepted.length === 0
      ? []
      : [{ heading: 'Accepted beyond the stream', facts: [], blocks: chains(accepted, true) }];
  return {
    document: {
      title: report.title,
      facts: headFacts(report),
      blocks: [
        ...words(
          entries.length === 0
            ? report.structure.message
            : `${counted(entries.length, 'assignment')}, each with its chain: ${counts.derived} follow from the stream, ${counts.accepted} accepted beyond it, of which ${counts.lost} lost the reason since.`,
        ),
        ...overrideBlocks(report.overrides),
        ...listOf('How to read it', report.conventions),
      ],
      parts: [
        ...[...byStep.values()].map((there): Part => {
          const [first] = there;
          const heading = first ? `${first.position ?? ''} ${withLine(first.step, first.line)}`.trim() : '';
          return { heading, facts: [], blocks: chains(there, false) };
        }),
        ...beyond,
      ],
      cards: false,
    },
    sheets: [justificationSheet(report), ...overrideSheets(report.overrides)],
  };
}

function chains(entries: readonly JustifiedEntry[], withStep: boolean): Part['blocks'] {
  const rows = entries.flatMap((entry) =>
    entry.because.map((link, nth) => [
      nth === 0 ? entry.holder : '',
      nth === 0 ? starred([entry.letter], entry.accepted ? [entry.letter] : []) : '',
      ...(withStep ? [nth === 0 ? withLine(entry.step, entry.line) : ''] : []),
      chainOf(link),
      nth === 0 && entry.lost.length > 0 ? `Lost its reason: ${entry.lost.join(' ')}` : link.text,
    ]),
  );
  const heads = ['Holder', 'Letter', ...(withStep ? ['Step'] : []), 'Rests on', 'Why'];
  const blocks = tableOf('Assignments', heads, rows, [1]);
  return withStep ? blocks : blocks.map(asNamedAbove);
}

/** `estimating ← Price the job (line 14), 2.5 h a week`: the links of the chain that stand behind the letter. */
function chainOf({
  capability,
  demandedBy,
  demandedByLine,
  flowLine,
  hours,
}: JustifiedEntry['because'][number]): string {
  return [
    ...(capability === null ? [] : [capability]),
    `demanded by ${withLine(demandedBy, demandedByLine)}`,
    ...(flowLine === null ? [] : [flowLine]),
    ...(hours === null ? [] : [hours.startsWith('not known') ? 'hours not known' : hours]),
  ].join('; ');
}

/** One row for each letter; what it has several of stands in one cell, so that letters can be counted. */
export function justificationSheet({ entries }: Pick<JustificationReport, 'entries'>): Sheet {
  const all = (
    entry: JustifiedEntry,
    of: (link: JustifiedEntry['because'][number]) => string | null,
  ): string => [...new Set(entry.because.flatMap((link) => of(link) ?? []))].join('; ');
  return {
    name: 'Reasons',
    fixed: 2,
    columns: [
      { head: 'No.', width: 6 },
      { head: 'Step', width: 32 },
      { head: 'Line', width: 6 },
      { head: 'Holder', width: 24 },
      { head: 'Letter', width: 8, letters: true },
      { head: 'Rule', width: 26 },
      { head: 'Capability', width: 26 },
      { head: 'Demanded by', width: 32 },
      { head: 'Flow line', width: 44 },
      { head: 'Hours of the demand', width: 20 },
      { head: 'Why', width: 70 },
      { head: 'Origin', width: 20 },
      { head: 'Now', width: 40 },
    ],
    rows: entries.map((entry) => [
      entry.position,
      entry.step,
      entry.line,
      entry.holder,
      starred([entry.letter], entry.accepted ? [entry.letter] : []),
      all(entry, ({ rule }) => rule),
      all(entry, ({ capability }) => capability),
      all(entry, ({ demandedBy, demandedByLine }) => withLine(demandedBy, demandedByLine)),
      all(entry, ({ flowLine }) => flowLine),
      all(entry, ({ hours }) => hours),
      all(entry, ({ text }) => text),
      entry.accepted
        ? entry.revision === null
          ? 'accepted'
          : `accepted in revision ${entry.revision}`
        : 'follows from the stream',
      entry.stillStands ? 'stands' : `lost its reason: ${entry.lost.join(' ')}`,
    ]),
  };
}
