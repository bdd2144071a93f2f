import { startPostgres } from './postgres-server.mjs';

/** One PostgreSQL for the whole run; the test files find its address in the environment. */
export default async function setUp() {
  const server = await startPostgres();
  if (!server) return;
  globalThis.headwaterPostgres = server;
  process.env.HEADWATER_TEST_POSTGRES = server.address;
}
