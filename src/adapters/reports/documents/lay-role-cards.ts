import type { RoleCard, RoleCards, RoleHandOff } from '../../../domain/index.js';
import { listOf, tableOf, words, type Layout, type Part, type Sheet } from './document.js';
import { briefly, counted, headFacts, starred, withLine } from './document-words.js';
import { fillingBlocks, fillingSheets } from './filling-parts.js';
import { overrideBlocks, overrideSheets } from './override-parts.js';

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
      ...tableOf('Does', ['Step', 'Letters', 'With', 'Hours a week'], card.steps.map(stepRow), [1]),
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
