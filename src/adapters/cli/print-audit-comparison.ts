import {
  groupLetters,
  sayIdle,
  sayMatch,
  sayQuestion,
  sayUncarried,
  VERDICT_MEANINGS,
  type AuditComparison,
  type AuditQuestion,
  type LetterGroup,
} from '../../domain/index.js';
import { labelled, section, type Page } from './page.js';
import { displayWidth, pad, visible } from './text-layout.js';

/** A chart against a stream of that name: what matched, what is asked, and how each letter compares. */
export function printAuditComparison(stream: string, comparison: AuditComparison, page: Page): string[] {
  const { counts } = comparison;
  const told = VERDICT_MEANINGS.filter(([verdict]) => verdict !== 'SAME');
  return [
    '',
    page.paint.bold(`Against the stream "${visible(stream)}"`),
    `${counts.SAME} same, ${told.map(([verdict, title]) => `${counts[verdict]} ${title}`).join(', ')}`,
    ...section(page, 'MATCHED', '', matchLines(comparison, page)),
    ...section(
      page,
      'TO BE ANSWERED',
      'their letters were not judged',
      comparison.questions.flatMap((each) => questionLines(each, page)),
    ),
    ...told.flatMap(([verdict, title, meaning]) =>
      section(
        page,
        title.toUpperCase(),
        `${counts[verdict]}: ${meaning}`,
        groupLetters(comparison, verdict).flatMap((group) => groupLines(group, verdict, page)),
      ),
    ),
    ...section(
      page,
      'NOBODY CARRIES',
      'steps without an R in the chart',
      comparison.nobodyCarries.flatMap((each) =>
        labelled(page, '  ', `"${each.step}" (${sayUncarried(each)})`, 4),
      ),
    ),
    ...section(
      page,
      'CARRIES NOTHING',
      '',
      comparison.carriesNothing.flatMap((each) => labelled(page, '  ', sayIdle(each), 4)),
    ),
  ];
}

/** Exact matches need no line; every other one is told with what it rests on. */
function matchLines({ matches }: AuditComparison, page: Page): string[] {
  return matches.flatMap((match) => {
    const text = sayMatch(match);
    return text === null ? [] : labelled(page, cellLabel(match.cell), text, 10);
  });
}

function questionLines(question: AuditQuestion, page: Page): string[] {
  const { of, name, cell, candidates } = question;
  const option = of === 'ACTIVITY' ? '--match' : '--match-role';
  const answer = `${option} "${name}=${candidates[0]?.name ?? ''}"  or  ${option} "${name}="`;
  return [
    ...labelled(page, cellLabel(cell), sayQuestion(question), 10),
    ...labelled(page, cellLabel(''), answer, 10, { text: page.paint.cyan }),
  ];
}

function groupLines(
  { role, cell, says, why, remedies }: LetterGroup,
  verdict: keyof AuditComparison['counts'],
  page: Page,
): string[] {
  const { paint } = page;
  const colours = {
    ALLOWED: paint.green,
    SAME: paint.green,
    MISSING: paint.yellow,
    OTHER_LETTER: paint.red,
    UNJUSTIFIED: paint.red,
  };
  return [
    ...labelled(page, cellLabel(cell), `${role} ${says}`, 10, { label: colours[verdict], text: paint.bold }),
    ...why.flatMap((text) => labelled(page, cellLabel(''), text, 10)),
    ...remedies.flatMap((remedy) => labelled(page, cellLabel(''), `→ ${remedy}`, 10, { text: paint.cyan })),
  ];
}

function cellLabel(cell: string): string {
  return `  ${pad(cell, Math.max(6, displayWidth(cell)))}  `;
}
