import type { TeamCharter, TeamCharters } from '../../../domain/index.js';
import { listOf, tableOf, words, type Block, type Layout, type Part, type Sheet } from './document.js';
import { briefly, counted, headFacts, withLine } from './document-words.js';
import { overrideBlocks, overrideSheets } from './override-parts.js';

/** Team charters: one for each team, with what it is there for and what crosses its border. */
export function layTeamCharters(report: TeamCharters): Layout {
  const { charters } = report;
  // The charter of the only team says what a table of teams would say again.
  const several = charters.length > 1;
  return {
    document: {
      title: report.title,
      facts: headFacts(report),
      blocks: [
        ...(charters.length === 0 ? words(report.structure.message) : []),
        ...(several ? teamsTable(charters) : []),
        ...(several
          ? listOf('Why these teams', report.formedFor === null ? [] : [report.formedFor])
          : words(report.formedFor ?? '')),
        ...overrideBlocks(report.overrides),
        ...listOf('Conventions', report.conventions),
      ],
      parts: charters.map(charterPart),
      cards: several,
    },
    sheets: [teamsSheet(charters), stepsSheet(charters), ...overrideSheets(report.overrides)],
  };
}

function teamsTable(charters: readonly TeamCharter[]): Block[] {
  return tableOf(
    'Teams',
    ['Team', 'Roles', 'Positions', 'Hours a week', 'Steps'],
    charters.map((one) => [
      one.team,
      one.roles.map(({ role }) => role).join(', '),
      one.positionsText,
      one.hoursText.replace(' h a week', ''),
      String(one.steps.length),
    ]),
  );
}

function charterPart(charter: TeamCharter): Part {
  const { team, teamKind, purpose, roles, steps, besides, crosses, outside } = charter;
  const positions =
    charter.positions === null
      ? `${charter.positionsText} positions`
      : counted(charter.positions, 'position');
  return {
    heading: team,
    facts: [
      counted(roles.length, 'role'),
      positions,
      charter.hoursText === '?' ? 'hours not known' : charter.hoursText,
    ],
    blocks: [
      ...words(purpose ?? ''),
      ...listOf('Kind of team', teamKind === null ? [] : [teamKind]),
      ...tableOf(
        'Roles',
        ['Role', 'Positions', 'FTE', 'Hours a week', 'Capabilities'],
        roles.map((one) => [
          one.role,
          String(one.positions ?? '?'),
          briefly(one.fteText).replace(' FTE', ''),
          briefly(one.hoursText).replace(' h a week', ''),
          one.capabilities.join(', '),
        ]),
      ),
      ...tableOf(
        'Carries',
        ['Step', 'Done by', 'Answered for by'],
        steps.map(({ step, line, responsible, accountable }) => [
          withLine(step, line),
          responsible.join(', '),
          accountable ?? 'nobody',
        ]),
      ),
      ...listOf('What crosses its border', crosses),
      ...listOf('With those outside the firm', outside),
      ...listOf('In the steps of other teams', besides),
    ],
  };
}

function teamsSheet(charters: TeamCharters['charters']): Sheet {
  return {
    name: 'Teams',
    fixed: 1,
    columns: [
      { head: 'Team', width: 26 },
      { head: 'Kind', width: 34 },
      { head: 'Purpose', width: 56 },
      { head: 'Roles', width: 40 },
      { head: 'Positions', width: 10 },
      { head: 'Size as told', width: 30 },
      { head: 'Crosses its border', width: 70 },
      { head: 'Outside', width: 40 },
    ],
    rows: charters.map((one) => [
      one.team,
      one.teamKind,
      one.purpose,
      one.roles.map(({ role }) => role).join(', '),
      one.positions,
      `${one.positions === 1 ? '1 position' : `${one.positionsText} positions`}, ${one.hoursText}`,
      one.crosses.join(' '),
      one.outside.join(' '),
    ]),
  };
}

function stepsSheet(charters: TeamCharters['charters']): Sheet {
  return {
    name: 'Steps',
    fixed: 2,
    columns: [
      { head: 'Team', width: 26 },
      { head: 'Step', width: 36 },
      { head: 'No.', width: 6 },
      { head: 'Line', width: 6 },
      { head: 'Done by', width: 34 },
      { head: 'Answered for by', width: 26 },
    ],
    rows: charters.flatMap(({ team, steps }) =>
      steps.map((step) => [
        team,
        step.step,
        step.position,
        step.line,
        step.responsible.join(', '),
        step.accountable,
      ]),
    ),
  };
}
