import {
  groupLetters,
  sayIdle,
  sayMatch,
  sayQuestion,
  sayUncarried,
  sayUnknown,
  VERDICT_MEANINGS,
  type AuditComparison,
  type AuditReport,
} from '../../../domain/index.js';
import { withoutMarks } from '../report-words.js';
import { auditSheets } from './audit-sheets.js';
import { listOf, tableOf, words, type Block, type Layout, type Part } from './document.js';
import { counted, withLine } from './document-words.js';

const LAYOUTS: Readonly<Record<AuditReport['chart']['layout'], string>> = {
  ROLES_IN_COLUMNS: 'roles in columns',
  ROLES_IN_ROWS: 'roles in rows',
  LIST: 'a list of activity, role and letter',
  LETTER_COLUMNS: 'a list with a column for each letter',
};
const SEVERITIES = [
  ['ERROR', 'Errors of the chart'],
  ['WARNING', 'Warnings'],
  ['INFO', 'To know'],
] as const;
const MOST_TO_KNOW = 40;

/** An audit: against the stream first, then the faults that the chart has by itself, with the norm of each rule. */
export function layAudit(report: AuditReport): Layout {
  const { comparison, findings } = report;
  return {
    document: {
      title: report.title,
      facts: factsOf(report),
      blocks: [...words(summaryOf(report)), ...(comparison ? verdictsTable(comparison) : [])],
      parts: [
        ...(comparison ? againstStream(comparison) : []),
        ...SEVERITIES.flatMap(([severity, heading]) =>
          partOf(
            heading,
            findingRows(
              findings.filter((finding) => finding.severity === severity),
              severity === 'INFO' ? MOST_TO_KNOW : Infinity,
            ),
          ),
        ),
        ...partOf('The rules behind the findings', rulesTable(report)),
        ...(comparison ? partOf('How the names were matched', matchedList(comparison)) : []),
      ],
      cards: false,
    },
    sheets: auditSheets(report),
  };
}

function factsOf({ chart, activities, roles, letters, date, stream, revision }: AuditReport): string[] {
  const held = stream && `held against "${stream.name}"${revision === null ? '' : `, revision ${revision}`}`;
  return [
    ...(chart.title === null ? [] : [`"${chart.title}"`]),
    ...(chart.sheet === null ? [] : [`sheet ${chart.sheet}`]),
    `${counted(activities, 'activity', 'activities')}, ${counted(roles.length, 'role')} (${LAYOUTS[chart.layout]})`,
    Object.entries(letters)
      .map(([letter, cells]) => `${letter} ${cells}`)
      .join(', '),
    held ?? 'held against no stream',
    ...(date === null ? [] : [date]),
  ];
}

function summaryOf({ findings, comparison }: AuditReport): string {
  const of = (severity: string): number => findings.filter((one) => one.severity === severity).length;
  const faults =
    findings.length === 0
      ? 'The chart has no fault by itself.'
      : `By itself the chart has ${counted(of('ERROR'), 'error')}, ${counted(of('WARNING'), 'warning')} and ${of('INFO')} to know.`;
  if (!comparison) return faults;
  const { counts, questions } = comparison;
  const wait =
    questions.length === 0 ? '' : ` ${counted(questions.length, 'name')} must be settled by somebody first.`;
  const wrong = counts.UNJUSTIFIED + counts.OTHER_LETTER;
  const judged = wrong + counts.SAME + counts.ALLOWED;
  return `Of ${counted(judged, 'letter')} that could be judged, ${counts.SAME} are the plan's too, ${counts.ALLOWED} would be allowed, and ${wrong} rest on nothing in the stream; ${counts.MISSING} are missing.${wait} ${faults} ${withoutMarks(comparison.structure.message)}`;
}

function verdictsTable({ counts }: AuditComparison): Block[] {
  return tableOf(
    'The letters of the chart',
    ['Verdict', 'Letters', 'Means'],
    VERDICT_MEANINGS.map(([verdict, title, meaning]) => [title, String(counts[verdict]), meaning]),
  );
}

function againstStream(comparison: AuditComparison): Part[] {
  const { questions, unknownNames, nobodyCarries, carriesNothing } = comparison;
  return [
    ...partOf('To be answered first', [
      ...listOf(
        'Which is meant',
        questions.map((one) => `${one.cell}: ${sayQuestion(one)}`),
      ),
      ...listOf('Names that are not there', unknownNames.map(sayUnknown)),
    ]),
    ...VERDICT_MEANINGS.filter(([verdict]) => verdict !== 'SAME').flatMap(([verdict, title, meaning]) => {
      const rows = groupLetters(comparison, verdict).map(({ cell, role, says, why, remedies }) => [
        cell,
        `${role} ${says}`,
        why.join(' '),
        remedies.join(' '),
      ]);
      const remedies = rows.some(([, , , remedy]) => remedy !== '');
      const heads = ['Cell', 'In the chart', 'Why', ...(remedies ? ['What would put it right'] : [])];
      const body = rows.map((row) => row.slice(0, heads.length));
      return partOf(capital(title), tableOf(capital(meaning), heads, body));
    }),
    ...partOf('Nobody carries', [
      ...tableOf(
        'Steps without an R in the chart',
        ['Step', 'Why'],
        nobodyCarries.map((one) => [withLine(one.step, one.line), sayUncarried(one)]),
      ),
    ]),
    ...partOf('Carries nothing', listOf('Roles without work', carriesNothing.map(sayIdle))),
  ];
}

function findingRows(findings: AuditReport['findings'], most: number): Block[] {
  const told = findings.slice(0, most);
  const more = findings.length - told.length;
  const rows = told.map(({ cell, code, message }) => [
    cell.replaceAll(',', ', '),
    code,
    withoutMarks(message),
  ]);
  return [
    ...tableOf(counted(findings.length, 'finding'), ['Cell', 'Code', 'What is wrong or odd'], rows),
    ...words(more > 0 ? `And ${more} more, in the tables (CSV, XLSX, JSON).` : ''),
  ];
}

function rulesTable({ rules }: AuditReport): Block[] {
  const rows = rules.map(({ code, findings, norm, source }) => [
    code,
    String(findings),
    norm ?? 'What the scheme says of its letters.',
    source ?? '',
  ]);
  return tableOf('Each code once', ['Code', 'Findings', 'What a chart should be', 'Source'], rows);
}

function matchedList({ matches }: AuditComparison): Block[] {
  const exact = matches.filter(({ by }) => by === 'EXACT').length;
  return [
    ...words(`${exact} of ${counted(matches.length, 'name')} are the same in chart and stream.`),
    ...listOf(
      'The others',
      matches.flatMap((match) => {
        const text = sayMatch(match);
        return text === null ? [] : [`${match.cell}: ${text}`];
      }),
    ),
  ];
}

/** No part without anything in it. */
function partOf(heading: string, blocks: readonly Block[]): Part[] {
  return blocks.length === 0 ? [] : [{ heading, facts: [], blocks }];
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
