import type { LetterChange, PlanDifference, RoleChange } from '../../../domain/index.js';
import { listOf, tableOf, words, type Block, type Layout, type Sheet } from './document.js';
import { counted, headFacts } from './document-words.js';

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
          ...listOf('Changed', roles.changed.map(changeOf)),
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
    sheets: [lettersSheet(report), rolesSheet(report), sizesSheet(report)],
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

function changeOf({ role, formerName, hours, positions, ...change }: RoleChange): string {
  const told = (word: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${word} ${names.join(', ')}`];
  const move = (one: typeof hours) =>
    one === null ? [] : [`${one.name.toLowerCase()} ${one.before} → ${one.after}`];
  const parts = [
    ...(formerName === null ? [] : [`was called ${formerName}`]),
    ...told('gains the steps', change.stepsGained),
    ...told('gives up the steps', change.stepsLost),
    ...told('now needs', change.capabilitiesGained),
    ...told('no longer needs', change.capabilitiesLost),
    ...move(hours),
    ...move(positions),
  ];
  return `${role}: ${parts.join('; ')}.`;
}

function letterRow({ change, position, step, holder, letter, why }: LetterChange): string[] {
  return [`${position ?? ''} ${step}`.trim(), holder, letter, SIGNS[change], why];
}

function lettersSheet({ letters }: PlanDifference): Sheet {
  return {
    name: 'Letters',
    fixed: 0,
    columns: [
      { head: 'No.', width: 6 },
      { head: 'Step', width: 34 },
      { head: 'Holder', width: 26 },
      { head: 'Letter', width: 8, letters: true },
      { head: 'Change', width: 10 },
      { head: 'Why', width: 90 },
    ],
    rows: letters.map(({ change, position, step, holder, letter, why }) => [
      position,
      step,
      holder,
      letter,
      change.toLowerCase(),
      why,
    ]),
  };
}

function rolesSheet({ roles }: PlanDifference): Sheet {
  return {
    name: 'Roles',
    fixed: 1,
    columns: [
      { head: 'Role', width: 28 },
      { head: 'Change', width: 12 },
      { head: 'What', width: 100 },
    ],
    rows: [
      ...roles.gained.map(({ role, why }) => [role, 'new', why]),
      ...roles.lost.map(({ role, why }) => [role, 'gone', why]),
      ...roles.changed.map((change) => [change.role, 'changed', changeOf(change)]),
    ],
  };
}

function sizesSheet({ before, after, sizes }: PlanDifference): Sheet {
  return {
    name: 'Sizes',
    fixed: 1,
    columns: [
      { head: 'Measure', width: 28 },
      { head: before, width: 40 },
      { head: after, width: 40 },
    ],
    rows: sizes.map((one) => [one.name, one.before, one.after]),
  };
}
