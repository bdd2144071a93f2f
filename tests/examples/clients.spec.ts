import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'headwater-clients-'));
let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What a client prints that is pointed at the running server. */
async function printedBy(command: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await run(command, [...words, `${server.url}/graphql`]);
  return stdout;
}

/** A test that needs a program which not every machine has; it says so where it is skipped. */
function itWith(program: string, name: string, test: () => Promise<void>): void {
  if (spawnSync(program, ['--version']).status === 0) it(name, test);
  else it.skip(`${name} (skipped: there is no ${program} here)`, () => undefined);
}

function expectThreeUses(printed: string): void {
  expect(printed).toContain('Sales Consultant');
  expect(printed).toMatch(/accepted|AcceptedWish/);
  expect(printed).toContain('PREFERENCE_IS_NO_REASON');
  expect(printed).toContain('# Who does what: Kitchen enquiry to fitted kitchen');
}

describe('the clients of the examples get roles, verdicts and the report', () => {
  it('in TypeScript, with types generated from the schema', async () => {
    await run('node', [
      'node_modules/typescript/bin/tsc',
      '-p',
      'examples/clients/typescript',
      '--outDir',
      folder,
    ]);
    expectThreeUses(await printedBy('node', join(folder, 'three-uses.js')));
  });

  itWith('curl', 'with curl', async () => {
    expectThreeUses(await printedBy('sh', 'examples/clients/curl/three-uses.sh'));
  });

  itWith('python3', 'with the standard library of Python', async () => {
    expectThreeUses(await printedBy('python3', 'examples/clients/python/three_uses.py'));
  });
});

it('keeps the generated types as the schema is now: npm run client', async () => {
  const file = join(folder, 'headwater.ts');
  await run('node', ['scripts/generate-client.mjs', file]);
  expect(readFileSync(file, 'utf8')).toBe(readFileSync('examples/clients/typescript/headwater.ts', 'utf8'));
});
