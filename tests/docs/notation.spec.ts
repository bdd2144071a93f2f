import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readNapkinText } from '../../src/application/index.js';
import { readNapkin, type DraftLine, type DraftStep } from '../../src/domain/index.js';
import { run } from '../support/recorded-terminal.js';
import { napkinBlocks } from './napkin-blocks.js';

const [lesson, reference] = ['notation.md', 'notation-reference.md'].map((name) =>
  readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8'),
);
const pages = [
  ['the lesson', lesson ?? ''],
  ['the reference', reference ?? ''],
] as const;
const blocks = pages.flatMap(([of, page]) => napkinBlocks(page).map((block) => ({ of, ...block })));
const good = blocks.filter(({ wrong }) => !wrong);
const tells = (text: string): string[] =>
  readNapkinText(text).problems.map(({ code, place }) => `line ${place?.line}: \`${code}\``);

function linesIn(lines: readonly DraftLine[]): DraftLine[] {
  return lines.flatMap((line) =>
    line.kind === 'meanwhile' || line.kind === 'either'
      ? [line, ...linesIn(line.branches.flatMap((branch) => branch.lines))]
      : [line],
  );
}

const drawn = linesIn(good.flatMap(({ text }) => readNapkin(text).drafts.flatMap(({ lines }) => lines)));
const steps = drawn.flatMap((line) => (line.kind === 'step' ? [line.step] : []));

describe('the pages that teach the notation', () => {
  it.each(good)('have on line $line of $of a napkin that is read without any problem', ({ text }) => {
    expect(tells(text)).toEqual([]);
  });

  it.each(blocks.filter(({ wrong }) => wrong))(
    'list below line $line of $of every mistake of its napkin',
    (block) => {
      const listed = [...block.below.matchAll(/^- (line \d+: `[A-Z_0-9]+`)/gm)].map((match) => match[1]);
      expect(listed.length).toBeGreaterThan(0);
      expect(tells(block.text)).toEqual(listed);
    },
  );

  it('print figures as the command prints them of the napkin above', async () => {
    let figures = 0;
    for (const { text, below } of blocks) {
      const shown = /^```console\n\$ headwater plan [^\n]+\n([^]*?)^```$/m.exec(below)?.[1];
      if (shown === undefined) continue;
      const { out } = await run(['plan', '-'], { input: text });
      for (const line of shown
        .trimEnd()
        .split('\n')
        .map((each) => each.replace(/…$/, ''))) {
        expect(out.split('\n').map((each) => each.slice(0, line.length))).toContain(line);
        figures += 1;
      }
    }
    expect(figures).toBeGreaterThan(3);
  });

  it('show every kind of line', () => {
    const kinds: readonly DraftLine['kind'][] = [
      ...([
        'comment',
        'party',
        'demand',
        'calendar',
        'force',
        'step',
        'wait',
        'stock',
        'back',
        'lost',
      ] as const),
      ...(['stop', 'after', 'meanwhile', 'either', 'apart', 'together', 'person', 'pain', 'blank'] as const),
    ];
    const shown = new Set([...drawn.map(({ kind }) => kind), ...commentsAbove()]);
    expect([...shown].sort()).toEqual([...kinds].sort());
    const party = drawn.flatMap((line) => (line.kind === 'party' ? [line.party] : []));
    const calendar = drawn.flatMap((line) => (line.kind === 'calendar' ? [line.field] : []));
    const passing = drawn.flatMap((line) => ('passing' in line ? [line.passing.kind] : []));
    expect([party, calendar, passing].map((all) => [...new Set(all)].sort())).toEqual([
      ['customer', 'owner', 'supplier'],
      ['day', 'month', 'people', 'week', 'year'],
      ['FIFO', 'PULL', 'PUSH'],
    ]);
  });

  it('show every mark of a step', () => {
    const [first] = steps;
    const fields = Object.keys(first ?? {}) as (keyof DraftStep)[];
    const isTold = (value: unknown): boolean =>
      Array.isArray(value) ? value.length > 0 : value !== null && value !== false;
    const untold = fields.filter((field) => !steps.some((step) => isTold(step[field])));
    expect(untold).toEqual([]);
    const values = new Set(steps.map(({ value }) => value));
    expect(values).toEqual(new Set(['NECESSARY', 'VALUE', 'WASTE', null]));
  });

  it('have tables of lines and marks that are read as what they are said to be', () => {
    const tables = pages.map(([, page]) => page).join('\n');
    const rows = [...tables.matchAll(/^\| (`.+?`) +\| /gm)].flatMap((row) =>
      [...(row[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
    );
    expect(rows.length).toBeGreaterThan(25);
    for (const row of rows) {
      const line = /^(?:wait|stock|back|lost|sometimes|!|#)/.test(row) ? row : `Sand it @Juri ${row}`;
      const text = `stream Table\nPrice the job @Ida\nTune the piano @Oskar 5s\n${line}\n`;
      const told = readNapkinText(text).problems.filter(({ code }) => code !== 'UNKNOWN_NAME');
      expect([row, told]).toEqual([row, []]);
      const notes = linesIn(readNapkin(text).drafts[0]?.lines ?? []).filter(({ kind }) => kind === 'note');
      expect([row, notes]).toEqual([row, []]);
    }
  });
});

describe('the lesson', () => {
  it('takes five minutes: it has at most 1,100 words, its examples included', () => {
    expect(lesson?.trim().split(/\s+/).length).toBeLessThanOrEqual(1_100);
  });

  it('and the reference tell each other apart', () => {
    expect(lesson).toContain('(notation-reference.md)');
    expect(reference).toContain('(notation.md)');
    const places = [...(reference ?? '').matchAll(/\]\(#([a-z-]+)\)/g)].map((match) => match[1]);
    const titles = [...(reference ?? '').matchAll(/^## (.+)$/gm)].map((match) => match[1]);
    expect(places).toEqual(titles.map((title) => title?.toLowerCase().replaceAll(' ', '-')));
  });
});

function commentsAbove(): DraftLine['kind'][] {
  return good.flatMap(({ text }) =>
    readNapkin(text).drafts.flatMap(({ above }) => (above ?? []).map(({ kind }) => kind)),
  );
}
