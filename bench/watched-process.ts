import Sqlite from 'libsql';
import pg from 'pg';

/** What a watched process tells of itself when it is asked. */
export interface Look {
  /** Processor time since its start, all threads, in milliseconds. */
  readonly cpuMs: number;
  /** Memory of the process, and what its heap holds, in MB. */
  readonly rssMb: number;
  readonly heapMb: number;
  /** Statements sent to the database since its start, without those that begin and end transactions. */
  readonly statements: number;
}

let statements = 0;

function count(sql: unknown): void {
  const text = typeof sql === 'string' ? sql : ((sql as { text?: string } | null)?.text ?? '');
  if (!/^\s*(BEGIN|START|COMMIT|ROLLBACK|SET|PRAGMA)\b/i.test(text)) statements += 1;
}

type Method = (this: unknown, ...told: unknown[]) => unknown;

/** Puts something around a method of a class of a driver. */
function around(owner: object, name: string, wrap: (method: Method) => Method): void {
  const methods = owner as Record<string, Method>;
  const method = methods[name];
  if (!method) throw new Error(`The driver has no ${name}.`);
  methods[name] = wrap(method);
}

around(pg.Client.prototype, 'query', (query) => {
  return function counted(sql, ...rest) {
    count(sql);
    return query.call(this, sql, ...rest);
  };
});
const texts = new WeakMap<object, unknown>();
around(Sqlite.prototype, 'prepare', (prepare) => {
  return function noted(sql, ...rest) {
    const statement = prepare.call(this, sql, ...rest) as object;
    texts.set(statement, sql);
    return statement;
  };
});
const sample = new Sqlite(':memory:').prepare('SELECT 1');
for (const name of ['run', 'get', 'iterate'])
  // all goes through iterate
  around(Object.getPrototypeOf(sample) as object, name, (method) => {
    return function counted(...told) {
      count(texts.get(this as object));
      return method.apply(this, told);
    };
  });

process.on('message', (word) => {
  if (word === 'collect') for (let time = 0; time < 3; time += 1) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const look: Look = {
    cpuMs: (user + system) / 1_000,
    rssMb: rss / 2 ** 20,
    heapMb: heapUsed / 2 ** 20,
    statements,
  };
  process.send?.(look);
});
process.channel?.unref();
