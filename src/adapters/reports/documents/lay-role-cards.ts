import type { RoleCard, RoleCards, RoleHandOff } from '../../../domain/index.js';
import { columnGroups } from '../matrix-layout.js';
import { listOf, tableOf, words, type Block, type Layout, type Part, type Sheet } from './document.js';
import { briefly, counted, headFacts, starred, withLine } from './document-words.js';
import { fillingBlocks, fillingSheets } from './filling-parts.js';
import { overrideBlocks, overrideSheets } from './override-parts.js';

/** More rows than these are no overview. */
const MOST_STEPS = 60;
const ROWS_OF_A_PAGE = 30;

/** Role cards: one for each role, with what somebody who fills it needs to know. */
export function layRoleCards(report: RoleCards): Layout {
  return {
    document: {
      title: report.title,
      facts: headFacts(report),
      blocks: [
        ...(report.cards.length === 0 ? words(report.structure.message) : []),
        ...tableOf(
          'Roles',
          ['Role', 'Team', 'Positions', 'FTE', 'Hours a week'],
          report.cards.map((card) => [
            card.role,
            card.team ?? '',
            String(card.positions ?? '?'),
            briefly(card.fteText).replace(' FTE', ''),
            briefly(card.hoursText).replace(' h a week', ''),
          ]),
        ),
        ...matrixBlocks(report),
        ...passingBlocks(report),
        ...overrideBlocks(report.overrides),
        ...listOf('Conventions', report.conventions),
      ],
      parts: report.cards.map(cardPart),
      cards: true,
    },
    sheets: [
      rolesSheet(report),
      stepsSheet(report),
      handOffsSheet(report),
      ...fillingSheets(report.cards.flatMap(({ filledBy }) => filledBy)),
      ...overrideSheets(report.overrides),
    ],
  };
}

/** Which role has which letter, so that whoever holds one card sees the others; in several tables where there are many roles. */
function matrixBlocks({ cards }: RoleCards): Block[] {
  const steps = new Map(
    cards.flatMap((card) => [...card.steps, ...card.besides]).map((step) => [step.position, step]),
  );
  if (cards.length < 2 || steps.size > MOST_STEPS) return [];
  const held = new Map(
    cards.map((card) => [
      card.role,
      new Map(
        [...card.besides, ...card.steps].map((step) => [step.position, starred(step.letters, step.accepted)]),
      ),
    ]),
  );
  const rows = [...steps.values()].toSorted((a, b) => a.position - b.position);
  const groups = columnGroups(cards.map(({ role }) => role));
  return groups.flatMap((roles, nth) =>
    tableOf(
      groups.length > 1 ? `Who does what · part ${nth + 1} of ${groups.length}` : 'Who does what',
      ['Step', ...roles],
      rows.map(({ position, step }) => [
        `${position} ${step}`,
        ...roles.map((role) => held.get(role)?.get(position) ?? ''),
      ]),
      roles.map((_, column) => column + 1),
    ),
  );
}

/** How often work passes from whom to whom, where the first page has room for it beside roles and steps: each card tells its own. */
function passingBlocks({ cards }: RoleCards): Block[] {
  const rows = cards.flatMap((card) => card.gives.map((one) => [card.role, partnerOf(one), one.often]));
  const steps = new Set(cards.flatMap((card) => card.steps.map(({ position }) => position)));
  const fits = cards.length + steps.size + rows.length <= ROWS_OF_A_PAGE;
  return fits ? tableOf('How work passes', ['From', 'To', 'How often'], rows) : [];
}

function cardPart(card: RoleCard): Part {
  return {
    heading: card.role,
    facts: [
      ...(card.team === null ? [] : [card.team]),
      card.positions === null ? '? positions' : counted(card.positions, 'position'),
      card.fte === null ? 'FTE not known' : card.fteText,
      card.hours === null ? 'hours not known' : card.hoursText,
    ],
    blocks: [
      ...words(card.purpose),
      ...fillingBlocks('Filled by', card.filledBy),
      ...listOf('Brings', [card.capabilities.join(', ')]),
      ...doesBlocks(card),
      ...tableOf(
        'Has a letter in the steps of others',
        ['Step', 'Letters'],
        card.besides.map(({ step, line, letters, accepted }) => [
          withLine(step, line),
          starred(letters, accepted),
        ]),
        [1],
      ),
      ...tableOf('Takes work from', ['From', 'How often', 'Ways'], card.takes.map(handOffRow)),
      ...tableOf('Hands work to', ['To', 'How often', 'Ways'], card.gives.map(handOffRow)),
      ...listOf('Has by override, which nothing justifies', card.overrides),
      ...listOf('Why it exists', card.why),
      ...listOf('Who does these steps today', card.today.length === 0 ? [] : [card.today.join(', ')]),
    ],
  };
}

/** What each step takes is told where it is more than the step's own name. */
function doesBlocks({ steps }: RoleCard): Block[] {
  const rows = steps.map(stepRow);
  const named = steps.some(({ asItself }) => !asItself);
  const heads = ['Step', 'Letters', ...(named ? ['With'] : []), 'Hours a week'];
  return tableOf('Does', heads, named ? rows : rows.map((row) => row.toSpliced(2, 1)), [1]);
}

function stepRow({
  step,
  line,
  letters,
  accepted,
  capabilities,
  hoursText,
}: RoleCard['steps'][number]): string[] {
  return [
    withLine(step, line),
    starred(letters, accepted),
    capabilities.join(', '),
    hoursText.replace(' h a week', ''),
  ];
}

function partnerOf({ role, outside }: RoleHandOff): string {
  return role ?? `outside: ${outside ?? '?'}`;
}

function handOffRow(handOff: RoleHandOff): string[] {
  return [partnerOf(handOff), handOff.often, handOff.ways.join('; ')];
}

function rolesSheet({ cards }: RoleCards): Sheet {
  return {
    name: 'Roles',
    fixed: 1,
    columns: [
      { head: 'Role', width: 26 },
      { head: 'Team', width: 22 },
      { head: 'Purpose', width: 50 },
      { head: 'Capabilities', width: 40 },
      { head: 'Steps', width: 40 },
      { head: 'Hours a week', width: 13 },
      { head: 'FTE', width: 8 },
      { head: 'Positions', width: 10 },
      { head: 'Size as told', width: 30 },
      { head: 'Why it exists', width: 60 },
      { head: 'Today', width: 26 },
    ],
    rows: cards.map((card) => [
      card.role,
      card.team,
      card.purpose,
      card.capabilities.join(', '),
      card.steps.map(({ step }) => step).join(', '),
      rounded(card.hours),
      rounded(card.fte),
      card.positions,
      `${card.hoursText}; ${card.fteText}`,
      card.why.join(' '),
      card.today.join(', '),
    ]),
  };
}

function stepsSheet({ cards }: RoleCards): Sheet {
  return {
    name: 'Steps',
    fixed: 2,
    columns: [
      { head: 'Role', width: 26 },
      { head: 'Step', width: 34 },
      { head: 'No.', width: 6 },
      { head: 'Line', width: 6 },
      { head: 'Letters', width: 9, letters: true },
      { head: 'Capabilities', width: 34 },
      { head: 'Hours a week', width: 13 },
    ],
    rows: cards.flatMap((card) =>
      [...card.steps, ...card.besides].map((step) => [
        card.role,
        step.step,
        step.position,
        step.line,
        starred(step.letters, step.accepted),
        step.capabilities.join(', '),
        rounded(step.hours),
      ]),
    ),
  };
}

function handOffsSheet({ cards }: RoleCards): Sheet {
  const rows = (card: RoleCard, direction: string, handOffs: readonly RoleHandOff[]) =>
    handOffs.map((one) => [
      card.role,
      direction,
      partnerOf(one),
      rounded(one.times),
      one.often,
      one.ways.join('; '),
    ]);
  return {
    name: 'Hand-offs',
    fixed: 1,
    columns: [
      { head: 'Role', width: 26 },
      { head: 'Direction', width: 18 },
      { head: 'With', width: 30 },
      { head: 'Times', width: 9 },
      { head: 'As told', width: 24 },
      { head: 'Ways', width: 70 },
    ],
    rows: cards.flatMap((card) => [
      ...rows(card, 'takes work from', card.takes),
      ...rows(card, 'hands work to', card.gives),
    ]),
  };
}

/** To be reckoned with, not to be read: four decimals. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}
