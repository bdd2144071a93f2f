import type { LetterChange, PlanDifference } from '../../../domain/index.js';
import { differenceList, differenceSheets, sayRoleChange } from './difference-sheets.js';
import { listOf, tableOf, words, type Block, type Layout } from './document.js';
import { counted, headFacts } from './document-words.js';
import { overrideBlocks } from './override-parts.js';

const SIGNS = { GAINED: '+\u00a0gained', LOST: '−\u00a0lost' } as const;

/** What changed between two revisions: sizes, steps, roles, teams, letters with the reason of each, findings. */
export function layDifference(report: PlanDifference): Layout {
  const { before, after, sizes, steps, roles, teams, letters, findings } = report;
  const same = 'As before.';
  return {
    document: {
      title: report.title,
      facts: [`${before} → ${after}`, ...headFacts(report)],
      blocks: [
        ...words(summaryOf(report)),
        ...tableOf(
          'Sizes',
          ['', before, after],
          sizes.map((one) => [one.name, one.before, one.before === one.after ? 'the same' : one.after]),
        ),
        ...overrideBlocks(report.overrides),
      ],
      parts: [
        part('Steps', [
          ...listOf('New', steps.gained),
          ...listOf('Gone', steps.lost),
          ...listOf(
            'Renamed',
            steps.renamed.map((one) => `${one.before} → ${one.after}`),
          ),
        ]),
        part('Roles', [
          ...listOf(
            'New',
            roles.gained.map(({ role, why }) => `${role}. ${why}`),
          ),
          ...listOf(
            'Gone',
            roles.lost.map(({ role, why }) => `${role}. ${why}`),
          ),
          ...listOf('Changed', roles.changed.map(sayRoleChange)),
          ...listOf('Unchanged', roles.kept === 0 ? [] : [counted(roles.kept, 'role')]),
        ]),
        part('Teams', [...listOf('New', teams.gained), ...listOf('Gone', teams.lost)]),
        part(
          'Letters',
          tableOf(
            'Letters gained and lost',
            ['Step', 'Holder', 'Letter', 'Change', 'Why'],
            letters.map(letterRow),
            [2],
          ),
        ),
        part('Findings', [...listOf('New', findings.gained), ...listOf('No longer found', findings.lost)]),
      ].map((one) => (one.blocks.length === 0 ? { ...one, blocks: words(same) } : one)),
      cards: false,
    },
    sheets: differenceSheets(report),
    list: differenceList(report),
  };
}

function part(heading: string, blocks: readonly Block[]) {
  return { heading, facts: [], blocks };
}

function summaryOf({ steps, roles, letters }: PlanDifference): string {
  const gained = letters.filter(({ change }) => change === 'GAINED').length;
  const parts = [
    `${counted(steps.gained.length, 'step')} came and ${steps.lost.length} went`,
    `${counted(roles.gained.length, 'role')} came, ${roles.lost.length} went and ${roles.changed.length} changed`,
    `${counted(gained, 'letter')} gained and ${letters.length - gained} lost`,
  ];
  return `${parts.join('; ')}.`;
}

function letterRow({ change, position, step, holder, letter, why }: LetterChange): string[] {
  return [`${position ?? ''} ${step}`.trim(), holder, letter, SIGNS[change], why];
}
