import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at, DRAW } from '../support/answers.js';
import { asking, type TestServer } from '../support/test-server.js';

const folder = mkdtempSync(join(tmpdir(), 'headwater-process-'));
const children = new Set<ChildProcess>();

beforeAll(() => {
  if (!existsSync('dist/main.js')) spawnSync('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json']);
});
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ask: TestServer['ask'];
  readonly ended: Promise<number | null>;
}

const READY = 'stop it with Ctrl+C';

/** The built server as a process of its own, once it says that it is ready; asking goes to the address that it names. */
async function started(environment: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, ['dist/main.js'], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...environment },
  });
  children.add(child);
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /https?:\/\/[^\s/]+(?=\/graphql)/.exec(output)?.[0];
      if (found && output.includes(READY)) resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', (code) => reject(new Error(`It ended with ${code}: ${output}`)));
  });
  return { child, output: () => output, ask: asking(url), ended };
}

function addOwner(database: string): void {
  const words = ['account', 'add', 'ada@example.org', '--role', 'owner', '--database', database];
  const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...words], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
}

/** What a server says that cannot start. */
function failed(environment: Record<string, string>): {
  readonly code: number | null;
  readonly said: string;
} {
  const env = { PATH: process.env['PATH'] ?? '', ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/main.js'], { env, encoding: 'utf8' });
  expect(stdout).toBe('');
  return { code: status, said: stderr };
}

describe('a started server', () => {
  it('prints the plan of the first sample and its address, and ends with 0 when it is told to', async () => {
    const { child, output, ended, ask } = await started({
      HEADWATER_DATABASE: join(folder, 'new', 'place.db'),
    });
    expect(
      at(await ask('{ valueStreams { totalCount } }'), 'valueStreams', 'totalCount'),
    ).toBeGreaterThanOrEqual(2);
    expect(output()).toContain('READINESS');
    expect(output()).toContain('RESPONSIBILITIES');
    expect(output()).not.toContain('[Nest]');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('greets with the address that people use, and tells no sample once somebody must sign in', async () => {
    const HEADWATER_DATABASE = join(folder, 'team.db');
    const alone = await started({ HEADWATER_DATABASE });
    expect(alone.output()).toMatch(/no accounts, no login.*\n.*http:\/\/localhost:\d+\/graphql\n/);
    expect(alone.output()).toMatch(/the report of this plan +http:\/\/localhost:\d+\/streams\//);
    alone.child.kill('SIGTERM');
    await alone.ended;
    addOwner(HEADWATER_DATABASE);
    const HEADWATER_PUBLIC_URL = 'https://streams.example.org';
    const team = await started({ HEADWATER_DATABASE, HEADWATER_PUBLIC_URL, HEADWATER_BEHIND_PROXY: 'on' });
    team.child.kill('SIGTERM');
    expect(await team.ended).toBe(0);
    expect(team.output().split('\n')).toEqual([
      expect.stringContaining(`is ready, and keeps everything in ${HEADWATER_DATABASE}`),
      `  sign in at               ${HEADWATER_PUBLIC_URL}/sign-in`,
      `  query page and GraphQL   ${HEADWATER_PUBLIC_URL}/graphql`,
      `  ${READY}`,
      '',
    ]);
  });

  it('never touches a database that is not empty', async () => {
    const HEADWATER_DATABASE = join(folder, 'own.db');
    const first = await started({ HEADWATER_DATABASE });
    const count = at(await first.ask('{ valueStreams { totalCount } }'), 'valueStreams', 'totalCount');
    await first.ask(DRAW, { input: { napkin: 'stream Own\nThink @A\nDo @B\n' } });
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    const second = await started({ HEADWATER_DATABASE });
    const again = await second.ask('{ valueStreams { totalCount edges { node { revision } } } }');
    expect(at(again, 'valueStreams', 'totalCount')).toBe(Number(count) + 1);
    const edges = at(again, 'valueStreams', 'edges') as readonly {
      readonly node: { readonly revision: number };
    }[];
    expect(edges.every(({ node }) => node.revision === 1)).toBe(true);
    second.child.kill('SIGKILL');
  });

  it('shows every acknowledged write after it was killed in the middle of them', async () => {
    const HEADWATER_DATABASE = join(folder, 'killed.db');
    for (const patience of [200, 500]) {
      const { child, ask, ended } = await started({ HEADWATER_DATABASE });
      let acknowledged = 0;
      const writing = (async () => {
        for (let minutes = 1; ; minutes += 1) {
          const napkin = `stream Killed ${patience}\nThink @A ${minutes}m\nDo @B ${minutes}m\n`;
          const answer = await ask(DRAW, { input: { napkin } });
          acknowledged = Number(at(answer, 'drawValueStream', 'valueStream', 'revision'));
        }
      })().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, patience));
      child.kill('SIGKILL');
      await ended;
      await writing;
      const again = await started({ HEADWATER_DATABASE });
      const key = `killed-${patience}`;
      const answer = await again.ask(
        'query ($key: String!) { valueStream(key: $key) { revision napkin steps { name } } }',
        { key },
      );
      const revision = Number(at(answer, 'valueStream', 'revision') ?? 0);
      expect(revision).toBeGreaterThanOrEqual(acknowledged);
      expect(revision).toBeLessThanOrEqual(acknowledged + 1);
      if (revision > 0) {
        expect(at(answer, 'valueStream', 'napkin')).toContain(`Do @B ${revision}m`);
        expect(at(answer, 'valueStream', 'steps')).toEqual([{ name: 'Think' }, { name: 'Do' }]);
      }
      again.child.kill('SIGKILL');
      await again.ended;
    }
  });
});

describe('a server that cannot start says why in one line', () => {
  const oneLine = /^headwater: [^\n]+\n$/;

  it('when its port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const { code, said } = failed({ PORT: String(port), HEADWATER_DATABASE: join(folder, 'port.db') });
    taken.close();
    expect(code).toBe(1);
    expect(said).toMatch(oneLine);
    expect(said).toContain(`${port} is taken`);
    expect(existsSync(join(folder, 'port.db'))).toBe(false);
  });

  it.each([
    ['its port is no port', { PORT: 'http' }, 'PORT is "http"'],
    ['its database cannot be written', { PORT: '0', HEADWATER_DATABASE: '/dev/null/x.db' }, '/dev/null/x.db'],
    ['its folder cannot be made', { PORT: '0', HEADWATER_DATABASE: '/proc/nope/x.db' }, '/proc/nope/x.db'],
    ['its database is a folder', { PORT: '0', HEADWATER_DATABASE: folder }, folder],
    [
      'its database is another file',
      { PORT: '0', HEADWATER_DATABASE: join(folder, 'notes.txt') },
      'notes.txt',
    ],
    [
      'its address is not of this machine',
      { PORT: '0', HOST: '192.0.2.1', HEADWATER_DATABASE: join(folder, 'a.db') },
      '192.0.2.1',
    ],
    [
      'nobody answers as PostgreSQL',
      { PORT: '0', HEADWATER_DATABASE: 'postgres://x:secret@127.0.0.1:1/x' },
      '127.0.0.1',
    ],
  ])('when %s', (_what, environment, hint) => {
    writeFileSync(join(folder, 'notes.txt'), 'These are notes, and no database at all. '.repeat(200));
    const { code, said } = failed(environment);
    expect(code).toBe(1);
    expect(said).toMatch(oneLine);
    expect(said).toContain(hint);
    expect(said).not.toContain('secret');
  });
});
