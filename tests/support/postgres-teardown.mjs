/** Ends the PostgreSQL of the run. */
export default async function tearDown() {
  await globalThis.headwaterPostgres?.stop();
}
