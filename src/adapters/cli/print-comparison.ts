import {
  cellName,
  type CellVerdict,
  type ChartComparison,
  type ChartQuestion,
  type ComparedLetter,
  type MatchCandidate,
} from '../../domain/chart/index.js';
import type { Plan } from '../../domain/index.js';
import { count, labelled, section, type Page } from './page.js';
import { displayWidth, pad, visible } from './text-layout.js';

const TITLES: readonly (readonly [CellVerdict, string])[] = [
  ['UNJUSTIFIED', 'UNJUSTIFIED'],
  ['OTHER_LETTER', 'OTHER LETTER'],
  ['MISSING', 'MISSING'],
  ['ALLOWED', 'ALLOWED'],
];
const ASIDES: Readonly<Record<CellVerdict, string>> = {
  SAME: 'the plan says so too',
  UNJUSTIFIED: 'no step of the stream demands it',
  OTHER_LETTER: 'the stream demands another letter there',
  MISSING: 'the stream demands it, and the chart does not have it',
  ALLOWED: 'the plan does not need it, and the gate would accept it',
};

/** A chart against a stream: what matched, what is asked, and how each letter compares. */
export function printComparison({ stream }: Plan, comparison: ChartComparison, page: Page): string[] {
  const { paint } = page;
  const { counts } = comparison;
  const told = [...TITLES.map(([verdict, title]) => `${counts[verdict]} ${title.toLowerCase()}`)];
  return [
    '',
    paint.bold(`Against the stream "${visible(stream.name)}"`),
    `${counts.SAME} same, ${told.join(', ')}`,
    ...section(page, 'MATCHED', '', matchLines(comparison, page)),
    ...section(
      page,
      'TO BE ANSWERED',
      'their letters were not judged',
      comparison.questions.flatMap((each) => questionLines(each, page)),
    ),
    ...TITLES.flatMap(([verdict, title]) => {
      const letters = comparison.letters.filter((letter) => letter.verdict === verdict);
      return section(
        page,
        title,
        `${letters.length}: ${ASIDES[verdict]}`,
        letterGroups(letters).flatMap((group) => groupLines(group, page)),
      );
    }),
    ...section(page, 'NOBODY CARRIES', 'steps without an R in the chart', uncarriedLines(comparison, page)),
    ...section(page, 'CARRIES NOTHING', '', idleLines(comparison, page)),
  ];
}

/** Exact matches need no line; every other one is told with what it rests on. */
function matchLines(comparison: ChartComparison, page: Page): string[] {
  const words = {
    SETTLED: 'as you said',
    ALIAS: 'by an alias',
    NEAR: 'by likeness',
    NONE: 'nothing like it',
    EXACT: '',
    ASKED: '',
  };
  const all = [
    ...comparison.activities.map(({ activity, step, ...more }) => ({
      ...more,
      from: activity,
      to: step?.name ?? null,
    })),
    ...comparison.roles.map(({ role, holder, ...more }) => ({ ...more, from: role, to: holder })),
  ];
  return all.flatMap(({ from, to, by, score, at }) => {
    if (by === 'EXACT' || by === 'ASKED') return [];
    const how = by === 'NEAR' ? `${words[by]}, ${score.toFixed(2)}` : words[by];
    const text = to === null ? `"${from}" (${how})` : `"${from}" is "${to}" (${how})`;
    return labelled(page, cellLabel(cellName(at)), text, 10);
  });
}

function questionLines({ of, name, at, candidates, waiting }: ChartQuestion, page: Page): string[] {
  const what = of === 'ACTIVITY' ? 'Which step is' : 'Which role or person is';
  const option = of === 'ACTIVITY' ? '--match' : '--match-role';
  const [best] = candidates;
  const like = candidates.map(likely).join(', ');
  const answer = `${option} "${name}=${best?.name ?? ''}"  or  ${option} "${name}="`;
  return [
    ...labelled(
      page,
      cellLabel(cellName(at)),
      `${what} "${name}"? Perhaps ${like}. ${count(waiting, 'letter waits', 'letters wait')}.`,
      10,
    ),
    ...labelled(page, cellLabel(''), answer, 10, { text: page.paint.cyan }),
  ];
}

function likely({ name, score, by }: MatchCandidate): string {
  return by === 'NAME'
    ? `"${name}" (${score.toFixed(2)})`
    : `"${name}" (does ${Math.round(score * 100)}% of the same steps)`;
}

/** Letters of one role that have the same reasons are told together. */
function letterGroups(letters: readonly ComparedLetter[]): ComparedLetter[][] {
  const groups = new Map<string, ComparedLetter[]>();
  for (const letter of letters) {
    const key = JSON.stringify([letter.role, letter.letter === null, whyOf(letter)]);
    const group = groups.get(key);
    if (group) group.push(letter);
    else groups.set(key, [letter]);
  }
  return [...groups.values()];
}

function whyOf({ reasons, because }: ComparedLetter): string[] {
  return reasons.length > 0
    ? reasons.map(({ code, message }) => `${code}  ${message}`)
    : because.map(({ text }) => text);
}

function groupLines(group: readonly ComparedLetter[], page: Page): string[] {
  const [first] = group;
  if (!first) return [];
  const { paint } = page;
  const colours = {
    ALLOWED: paint.green,
    SAME: paint.green,
    MISSING: paint.yellow,
    OTHER_LETTER: paint.red,
    UNJUSTIFIED: paint.red,
  };
  const what = group.map(({ letter, planLetter, activity, at }, nth) => {
    const instead = letter === null || planLetter === null ? '' : `, the plan has ${planLetter}`;
    const place = nth === 0 ? '' : ` (${cellName(at)})`;
    return `${letter ?? planLetter ?? ''} for "${activity}"${place}${instead}`;
  });
  const says = `${first.role} ${first.letter === null ? 'needs' : 'has'} ${what.join(', ')}`;
  const remedies = first.reasons.slice(0, 1).map(({ remedy }) => `→ ${remedy}`);
  return [
    ...labelled(page, cellLabel(cellName(first.at)), says, 10, {
      label: colours[first.verdict],
      text: paint.bold,
    }),
    ...whyOf(first).flatMap((text) => labelled(page, cellLabel(''), text, 10)),
    ...remedies.flatMap((text) => labelled(page, cellLabel(''), text, 10, { text: paint.cyan })),
  ];
}

function uncarriedLines({ nobodyCarries }: ChartComparison, page: Page): string[] {
  const whys = {
    NOT_IN_CHART: 'no activity means it',
    NO_RESPONSIBLE: 'its activity has no R',
    MAYBE: 'an activity that is asked about may mean it',
  };
  return nobodyCarries.flatMap(({ name, why, planned }) => {
    const plan = planned.length === 0 ? '' : `; in the plan: ${planned.join(', ')}`;
    return labelled(page, '  ', `"${name}" (${whys[why]}${plan})`, 4);
  });
}

function idleLines({ carriesNothing }: ChartComparison, page: Page): string[] {
  return carriesNothing.flatMap(({ name, of, letters }) => {
    const text =
      of === 'ROLE'
        ? `the role "${name}" of the plan stands nowhere in the chart (${count(letters, 'letter')} in the plan)`
        : `"${name}": ${letters === 0 ? 'no letter that could be judged' : `${count(letters, 'letter')} refused, none stands`}`;
    return labelled(page, '  ', text, 4);
  });
}

function cellLabel(cell: string): string {
  return `  ${pad(cell, Math.max(6, displayWidth(cell)))}  `;
}
