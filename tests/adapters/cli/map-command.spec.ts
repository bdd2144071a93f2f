import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  printComparison,
  printRaciReport,
  printReportFile,
  printWalkSheet,
} from '../../../src/adapters/reports/index.js';
import { readPeopleTable } from '../../../src/adapters/imports/people-table/index.js';
import { readRaciTable } from '../../../src/adapters/imports/raci-table/index.js';
import { mapCommand } from '../../../src/adapters/cli/map-command.js';
import { UsageFault, type ExitCode } from '../../../src/adapters/cli/terminal.js';
import * as pictures from '../../../src/adapters/pictures/index.js';
import { BUILT_IN_CATALOGUE } from '../../../src/domain/index.js';

const folder = mkdtempSync(join(tmpdir(), 'headwater-map-'));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const LAMP = file('lamp.napkin', 'stream Lamp\nsales:\nAsk @A 10m\nfulfilment:\nMake @B 2h\n');

async function map(...words: readonly string[]) {
  let [out, err] = ['', ''];
  let code: ExitCode | null = null;
  const command = mapCommand({
    services: {
      version: 'test',
      catalogue: BUILT_IN_CATALOGUE,
      printReport: printRaciReport,
      printWalkSheet,
      printReportFile,
      printComparison,
      readTable: readRaciTable,
      readPeople: readPeopleTable,
      serve: async () => {},
      loadBackups: () => Promise.reject(new Error('Nothing is backed up here')),
      loadWorkspaces: () => Promise.reject(new Error('Nothing is moved here')),
      loadKept: () => Promise.reject(new Error('Nothing is kept here')),
      loadAccess: () => import('../../../src/keep-access.js'),
      loadPictures: async () => pictures,
      printModel: () => '',
      loadStreamTables: () => Promise.reject(new Error('No table is read here')),
    },
    terminal: {
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      readStandardInput: async () => Buffer.from('stream Piped\nsales:\nAsk @A 10m\n'),
      width: 100,
      colour: false,
      colourOfErrors: false,
      today: () => '2026-01-31',
      progress: async (_label, work) => await work(() => undefined),
    },
    finish: (finished) => void (code = finished),
  });
  await command
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .parseAsync([...words], { from: 'user' });
  return { out, err, code };
}

describe('headwater map', () => {
  it('draws the map to standard output where no file is named', async () => {
    const { out, err, code } = await map(LAMP);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toMatch(/^<svg .*Value stream map: Lamp/);
    expect((await map('-')).out).toContain('Value stream map: Piped');
  });

  it('writes SVG and PNG by the ending of the name, and into a folder under a name of its own', async () => {
    const svg = join(folder, 'lamp.svg');
    const png = join(folder, 'lamp.png');
    expect((await map(LAMP, '--out', svg, '--paper', 'A4', '--theme', 'dark')).err).toBe(`wrote ${svg}\n`);
    expect(readFileSync(svg, 'utf8')).toContain('width="297mm"');
    await map(LAMP, '--out', png, '--width', '500');
    expect(readFileSync(png).readUInt32BE(16)).toBe(500);
    await map(LAMP, '--out', folder, '--chart', 'load');
    expect(readdirSync(folder)).toContain('load-lamp.svg');
  });

  it('draws a long map on sheets: in one picture, in a file each, or on one sheet', async () => {
    const steps = Array.from({ length: 40 }, (_, nth) => `Do the thing number ${nth} @A 5m`).join('\n');
    const long = file('long.napkin', `stream Long\nsales:\n${steps}\n`);
    const many = mkdtempSync(join(folder, 'sheets-'));
    const { err } = await map(long, '--out', join(many, 'long.svg'), '--sheets', 'apart', '--paper', 'A4');
    const files = readdirSync(many).sort();
    expect(files.slice(0, 2)).toEqual(['long-1.svg', 'long-2.svg']);
    expect(err.trimEnd().split('\n')).toHaveLength(files.length);
    expect((await map(long, '--paper', 'A4')).out).toContain(`height="${210 * files.length}mm"`);
    expect((await map(long, '--paper', 'A4', '--sheets', 'one')).out).toContain('height="210mm"');
    await expect(map(long, '--sheets', 'apart')).rejects.toThrow('name the first part with --out');
  });

  it('draws the other charts', async () => {
    expect((await map(LAMP, '--chart', 'load')).out).toContain('Load against takt: Lamp');
    expect((await map(LAMP, '--chart', 'forces')).out).toContain('The two forces: Lamp');
  });

  it('draws a napkin with errors as it was understood, and says what is wrong', async () => {
    const wrong = file('wrong.napkin', 'stream Wrong\nsales:\nAsk @A 10m 120%\n');
    const { out, err, code } = await map(wrong);
    expect(code).toBe(1);
    expect(out).toContain('Value stream map: Wrong');
    expect(err).toContain('it is drawn as it was understood');
  });

  it('asks which stream is meant where there are several', async () => {
    const two = file('two.napkin', 'stream One\nsales:\nA @A 1m\n\nstream Two\nsales:\nB @A 1m\n');
    await expect(map(two)).rejects.toThrow('holds 2 streams: name one with --stream (one, two)');
    expect((await map(two, '--stream', 'Two')).out).toContain('Value stream map: Two');
    await expect(map(two, '--stream', 'three')).rejects.toThrow('holds no stream "three"');
  });

  it('refuses an ending it cannot write, a place it cannot write to, and a file without steps, in one line', async () => {
    await expect(map(LAMP, '--out', 'map.jpg')).rejects.toThrow('a picture is written as .svg or .png');
    await expect(map(LAMP, '--out', join(folder, 'no', 'map.svg'))).rejects.toThrow('no such file or folder');
    await expect(map(file('empty.napkin', 'stream Empty\n'))).rejects.toThrow(UsageFault);
    await expect(map(LAMP, '--width', '5')).rejects.toThrow('whole number of pixels');
    await expect(map(LAMP, '--chart', 'pie')).rejects.toThrow('Allowed choices are map, load, forces');
  });
});
