import { DataSource } from 'typeorm';

/** Statements that this process sent to its databases while the work ran, without those that begin and end transactions. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const statements: string[] = [];
  const heard = new Set<object>();
  // eslint-disable-next-line @typescript-eslint/unbound-method -- put back below, and called on the source itself
  const { createQueryRunner } = DataSource.prototype;
  DataSource.prototype.createQueryRunner = function noted(this: DataSource, mode) {
    const runner = createQueryRunner.call(this, mode);
    if (heard.has(runner)) return runner;
    heard.add(runner);
    const query = runner.query.bind(runner) as (sql: string, ...rest: unknown[]) => Promise<unknown>;
    const note = (sql: string, ...rest: unknown[]): Promise<unknown> => {
      if (!/^(BEGIN|START|COMMIT|ROLLBACK|SET)\b/i.test(sql)) statements.push(sql);
      return query(sql, ...rest);
    };
    return Object.assign(runner, { query: note });
  };
  try {
    await work();
  } finally {
    DataSource.prototype.createQueryRunner = createQueryRunner;
    for (const runner of heard) Reflect.deleteProperty(runner, 'query');
  }
  return statements;
}
