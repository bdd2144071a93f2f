import Sqlite from 'libsql';
import pg from 'pg';
import { openDatabase, type Database } from '../../src/adapters/persistence/index.js';
import { loadHighs } from '../../src/adapters/solver/index.js';
import { createUseCases, type Ports, type UseCases } from '../../src/application/index.js';
import { BUILT_IN_CATALOGUE, type Verdict, type Wish } from '../../src/domain/index.js';
import { randomUUID } from 'node:crypto';
import type { Dialect } from './answer-sql.js';

/** What a lean server is told in the file that LEAN names: where the tables of the answers lie, the statements that put them together, and a database of ours. */
export interface LeanParts {
  readonly dialect: Dialect;
  readonly answers: string;
  /** Takes a key, gives the stream. */
  readonly whole: string;
  /** Takes a count, gives so many streams of the list. */
  readonly list: string;
  readonly streams: number;
  readonly database: string;
}

/** The four answers, as directly as they can be had; whole and list are JSON already. */
export interface LeanStore {
  readonly whole: (key: string) => Promise<string>;
  readonly list: (first: number) => Promise<string>;
  readonly judge: (stream: string, wishes: readonly Wish[]) => Promise<readonly object[]>;
  readonly draw: (input: { readonly napkin: string; readonly key: string }) => Promise<object>;
  readonly close: () => Promise<void>;
}

/** Opens what the parts name. */
export async function openLeanStore(parts: LeanParts): Promise<LeanStore> {
  const answers = parts.dialect === 'SQLITE' ? sqliteAnswers(parts.answers) : postgresAnswers(parts.answers);
  const [whole, list] = [answers.one(parts.whole), answers.one(parts.list)];
  const database = await openDatabase(parts.database);
  const useCases = await ourUseCases(database);
  return {
    ...{ whole, list },
    judge: async (stream, wishes) =>
      (await useCases.judgeAssignments(stream, wishes)).verdicts.map(verdictOf),
    draw: async (input) => drawnOf(await useCases.drawStream(input)),
    close: async () => void (await Promise.all([answers.close(), database.close()])),
  };
}

interface Answers {
  /** What a statement of one value gives as its only answer. */
  one(sql: string): (value: string | number) => Promise<string>;
  close(): Promise<void>;
}

function sqliteAnswers(path: string): Answers {
  const connection = new Sqlite(path);
  return {
    one(sql) {
      const statement = connection.prepare(sql);
      return (value) => Promise.resolve((statement.get(value) as { answer: string }).answer);
    },
    close: () => Promise.resolve(void connection.close()),
  };
}

function postgresAnswers(address: string): Answers {
  const pool = new pg.Pool({ connectionString: address, max: 10 });
  // Whoever uses a lost connection next is told by the error of their own statement.
  pool.on('error', () => undefined);
  let prepared = 0;
  return {
    one(text) {
      prepared += 1;
      const name = `answer ${prepared}`;
      return async (value) => {
        const { rows } = await pool.query<{ answer: string }>({ name, text, values: [value] });
        return rows[0]?.answer ?? 'null';
      };
    },
    close: () => pool.end(),
  };
}

/** Our own use cases on a database, without anything in front of them; nothing is printed here. */
async function ourUseCases({ unitOfWork }: Pick<Database, 'unitOfWork'>): Promise<UseCases> {
  const solver = await loadHighs();
  const ports = {
    unitOfWork,
    catalogue: BUILT_IN_CATALOGUE,
    world: { now: () => new Date().toISOString(), newId: randomUUID },
    ...(solver ? { solving: { solver, effort: 'QUICK' } } : {}),
  };
  return createUseCases(ports as unknown as Ports);
}

function verdictOf(verdict: Verdict): object {
  const { kind: __typename, holder, letter } = verdict;
  if (verdict.kind === 'RefusedWish') {
    const reasons = verdict.reasons.map(({ code, message, remedy }) => ({ code, message, remedy }));
    return { __typename, holder, letter, citedStep: verdict.step, reasons };
  }
  const because = verdict.because.map(({ rule, text }) => ({ rule, text }));
  return { __typename, holder, letter, step: { key: verdict.step }, because };
}

function drawnOf({ streams, problems }: Awaited<ReturnType<UseCases['drawStream']>>): object {
  const [drawn] = streams;
  const valueStream = drawn && {
    key: drawn.stored.key,
    name: drawn.stored.name,
    revision: drawn.stored.revision,
    readiness: { rung: drawn.plan.readiness.rung },
    steps: drawn.plan.stream.steps.map(({ key, name }) => ({ key, name })),
  };
  return { valueStream: valueStream ?? null, problems: problems.map(({ message }) => ({ message })) };
}
