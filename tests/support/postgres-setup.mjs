import { startPostgres } from './postgres-server.mjs';

/**
 * One PostgreSQL for the whole run; the test files find its address in the environment. Where the platform has no
 * binaries its suites are skipped, and say so; in CI that is a failure, since nobody would see it.
 */
export default async function setUp() {
  const server = await startPostgres();
  if (!server) {
    if (process.env.CI) throw new Error('PostgreSQL did not start: its suites would be skipped.');
    return;
  }
  globalThis.headwaterPostgres = server;
  process.env.HEADWATER_TEST_POSTGRES = server.address;
}
