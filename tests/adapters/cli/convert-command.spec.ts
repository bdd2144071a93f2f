import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { run } from '../../support/recorded-terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'headwater-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const TABLE = 'stream,Lamp\nStep,Who,Time,Wait after,Force\nAsk,Ada,10m,1d,sales\nMake,Ben,2h,,fulfilment\n';
const NAPKIN = 'stream Lamp\nsales:\nAsk @Ada 10m\nwait 1d\nfulfilment:\nMake @Ben 2h\n';
const steps = file('steps.csv', TABLE);
const napkin = file('lamp.napkin', NAPKIN);
const two = file('two.napkin', `${NAPKIN}\nstream Chair\nSaw @Ada 5m\n`);

describe('headwater convert', () => {
  it('turns a table into the napkin that says the same', async () => {
    const { out, err, code } = await run(['convert', steps]);
    expect({ out, err, code }).toEqual({ out: NAPKIN, err: '', code: 0 });
  });

  it.each(['csv', 'xlsx'])('turns a napkin into .%s and back', async (ending) => {
    const path = join(folder, `lamp.${ending}`);
    const written = await run(['convert', napkin, '--out', path]);
    expect([written.code, written.err]).toEqual([0, `wrote ${path} (1 stream)\n`]);
    expect((await run(['convert', path])).out).toBe(NAPKIN);
  });

  it('keeps all streams of a file, or the one that is asked for', async () => {
    const both = await run(['convert', two, '--to', 'csv']);
    const back = await run(['convert', '-', '--to', 'napkin'], { input: both.out });
    expect(back.out).toBe(readFileSync(two, 'utf8'));
    expect((await run(['convert', two, '--stream', 'chair'])).out).toBe('stream Chair\nSaw @Ada 5m\n');
    expect((await run(['convert', two, '--stream', 'sofa'])).err).toContain('it holds lamp, chair');
  });

  it('writes what it understood of a file with errors, and tells them', async () => {
    const { out, err, code } = await run(['convert', file('bad.csv', `${TABLE}Ship,Ben,4x,,\n`)]);
    expect(code).toBe(1);
    expect(out).toContain('Ship @Ben\nnote: "Time: 4x"'.replaceAll('"', ''));
    expect(err).toContain('bad.csv:C5 error UNREADABLE_VALUE');
  });

  it.each([
    [['convert', steps, '--out', 'steps.doc'], 'end the name with .napkin, .csv or .xlsx'],
    [['convert', steps, '--out', steps], 'this is the file that is read'],
    [['convert', steps, '--to', 'xlsx'], 'A workbook is no text for standard output'],
    [['convert', join(folder, 'none.csv')], 'no such file or folder'],
    [['convert', file('empty.csv', '')], 'there is no stream in it to convert'],
  ])('says in one line what is wrong with %j', async (words, said) => {
    const { err, code } = await run(words);
    expect([code, err.includes(said)]).toEqual([2, true]);
  });
});

describe('every command that reads a napkin', () => {
  it.each([
    ['plan', []],
    ['check', []],
    ['map', []],
    ['report', ['--date', '2026-01-31']],
    ['judge', ['--wish', 'Ada R Ask']],
  ])('%s reads a table as it reads the napkin', async (command, options) => {
    const [ofTable, ofNapkin] = [
      await run([command, steps, ...options]),
      await run([command, napkin, ...options]),
    ];
    const withoutPlace = (text: string): string =>
      text
        .replaceAll(/line \d+/g, 'line')
        .replaceAll(/\s+/g, ' ')
        .replaceAll(steps, 'FILE')
        .replaceAll(napkin, 'FILE');
    expect(withoutPlace(ofTable.out)).toBe(withoutPlace(ofNapkin.out));
    expect(ofTable.code).toBe(ofNapkin.code);
  });

  it('knows a table on standard input by what is in it', async () => {
    const { out } = await run(['check', '-'], { input: TABLE });
    expect(out).toBe('<stdin>: no problems (2 steps in 1 stream)\n');
  });

  it('tells a problem by the cell, for people and for programs', async () => {
    const bad = file('cells.csv', 'stream,Lamp\nStep,Time,%C&A\nAsk,10m,190%\n');
    expect((await run(['check', bad])).out).toBe(
      `${bad}:C3 error PERCENT_OVER_100 "190%" is more than all of it.\n  → Write a share from 0% to 100%.\n${bad}: 1 error (1 step in 1 stream)\n`,
    );
    const data = JSON.parse((await run(['check', bad, '--json'])).out) as { problems: object[] };
    expect(data.problems).toMatchObject([{ cell: 'C3', place: { line: 3, column: 3 } }]);
  });

  it.each([
    ['format', []],
    ['check', ['--fix']],
  ])('%s names convert, because a table is not rewritten', async (command, options) => {
    const { err, code } = await run([command, steps, ...options]);
    expect(code).toBe(2);
    expect(err).toContain(`Convert it first: headwater convert ${steps} --out steps.napkin`);
    expect(readFileSync(steps, 'utf8')).toBe(TABLE);
  });
});
