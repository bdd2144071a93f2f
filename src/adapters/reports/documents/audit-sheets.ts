import {
  sayIdle,
  sayQuestion,
  sayUncarried,
  sayUnknown,
  VERDICT_MEANINGS,
  whyOf,
  type AuditComparison,
  type AuditReport,
} from '../../../domain/index.js';
import { withoutMarks } from '../report-words.js';
import type { Sheet } from './document.js';

/** An audit as tables: every letter with its verdict, every name with what it was taken for, every finding with its rule. */
export function auditSheets(report: AuditReport): readonly Sheet[] {
  const { comparison } = report;
  return [
    ...(comparison ? [lettersSheet(comparison)] : []),
    findingsSheet(report),
    ...(comparison ? [namesSheet(comparison), gapsSheet(comparison)] : []),
    rulesSheet(report),
    aboutSheet(report),
  ];
}

function lettersSheet({ letters }: AuditComparison): Sheet {
  const titles = new Map(VERDICT_MEANINGS.map(([verdict, title]) => [verdict, title]));
  return {
    name: 'Letters',
    fixed: 1,
    columns: [
      { head: 'Cell', width: 8 },
      { head: 'Activity', width: 34 },
      { head: 'Role', width: 24 },
      { head: 'Verdict', width: 14 },
      { head: 'Chart', width: 8, letters: true },
      { head: 'Plan', width: 8, letters: true },
      { head: 'Step', width: 34 },
      { head: 'Holder', width: 24 },
      { head: 'Why', width: 70 },
      { head: 'What would put it right', width: 60 },
    ],
    rows: letters.map((one) => [
      one.cell,
      one.activity,
      one.role,
      titles.get(one.verdict) ?? one.verdict,
      one.letter,
      one.planLetter,
      one.step,
      one.holder,
      whyOf(one).join(' '),
      one.reasons.map(({ remedy }) => remedy).join(' '),
    ]),
  };
}

function findingsSheet({ findings }: AuditReport): Sheet {
  return {
    name: 'Findings',
    fixed: 0,
    columns: [
      { head: 'Severity', width: 11 },
      { head: 'Code', width: 30 },
      { head: 'Cell', width: 12 },
      { head: 'Activity', width: 34 },
      { head: 'Role', width: 24 },
      { head: 'Message', width: 90 },
    ],
    rows: findings.map(({ severity, code, cell, activity, role, message }) => [
      severity.toLowerCase(),
      code,
      cell,
      activity,
      role,
      withoutMarks(message),
    ]),
  };
}

function namesSheet({ matches, questions, unknownNames }: AuditComparison): Sheet {
  const asked = new Map(questions.map((one) => [`${one.of} ${one.cell}`, sayQuestion(one)]));
  return {
    name: 'Names',
    fixed: 1,
    columns: [
      { head: 'Cell', width: 8 },
      { head: 'What', width: 12 },
      { head: 'In the chart', width: 34 },
      { head: 'In the stream', width: 34 },
      { head: 'Matched by', width: 14 },
      { head: 'Score', width: 8 },
      { head: 'To be answered', width: 80 },
    ],
    rows: [
      ...matches.map(({ of, name, cell, to, by, score }) => [
        cell,
        of.toLowerCase(),
        name,
        to,
        by.toLowerCase(),
        Math.round(score * 100) / 100,
        asked.get(`${of} ${cell}`) ?? null,
      ]),
      ...unknownNames.map((one) => [
        null,
        one.of.toLowerCase(),
        one.name,
        null,
        'settled',
        null,
        sayUnknown(one),
      ]),
    ],
  };
}

function gapsSheet({ nobodyCarries, carriesNothing }: AuditComparison): Sheet {
  return {
    name: 'Gaps',
    fixed: 0,
    columns: [
      { head: 'What', width: 18 },
      { head: 'Name', width: 34 },
      { head: 'Line', width: 6 },
      { head: 'Why', width: 80 },
    ],
    rows: [
      ...nobodyCarries.map((one) => ['nobody carries', one.step, one.line, sayUncarried(one)]),
      ...carriesNothing.map((one) => ['carries nothing', one.name, null, sayIdle(one)]),
    ],
  };
}

function rulesSheet({ rules }: AuditReport): Sheet {
  return {
    name: 'Rules',
    fixed: 0,
    columns: [
      { head: 'Code', width: 30 },
      { head: 'Severity', width: 11 },
      { head: 'Findings', width: 9 },
      { head: 'What a chart should be', width: 80 },
      { head: 'Source', width: 50 },
    ],
    rows: rules.map(({ code, severity, findings, norm, source }) => [
      code,
      severity.toLowerCase(),
      findings,
      norm,
      source,
    ]),
  };
}

function aboutSheet({
  title,
  chart,
  activities,
  roles,
  letters,
  stream,
  revision,
  date,
  comparison,
}: AuditReport): Sheet {
  const told = (head: string, text: string | null): string[][] => (text === null ? [] : [[head, text]]);
  return {
    name: 'About',
    fixed: 1,
    columns: [
      { head: 'About', width: 20 },
      { head: 'Text', width: 110 },
    ],
    rows: [
      ['Title', title],
      ...told('File', chart.name),
      ...told('The chart calls itself', chart.title),
      ...told('Sheet', chart.sheet),
      ['Scheme', chart.scheme],
      ['Activities', activities],
      ['Roles', roles.join(', ')],
      ...Object.entries(letters).map(([letter, cells]) => [`Cells with ${letter}`, cells]),
      ...told('Stream', stream?.name ?? null),
      ...told('Revision', revision === null ? null : String(revision)),
      ...told('Date', date),
      ...told('Structure', comparison && withoutMarks(comparison.structure.message)),
      ...VERDICT_MEANINGS.flatMap(([verdict, name, meaning]) =>
        comparison ? [[`Letters ${name}`, `${comparison.counts[verdict]}: ${meaning}`]] : [],
      ),
    ],
  };
}
