import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { seeded } from '../seeded.js';
import { readServerSettings } from '../../../src/adapters/web/index.js';
import { startServer } from '../../../src/start-server.js';
import { sourceThread } from '../source-thread.js';
import { asking, keptIn, type Answered } from '../test-server.js';
import { randomDocument } from './random-document.js';

const SCHEMA = new URL('../../../schema/', import.meta.url);
const SEEDS = new URL('../../../seeds/', import.meta.url);
/** Milliseconds that no answer should take. */
const LONGEST = 2_000;

/** A database that questions are put to. */
export interface FuzzedDatabase {
  readonly name: string;
  readonly address: string;
  readonly full: boolean;
}

/** What came of many random documents. */
export interface SchemaReport {
  readonly name: string;
  readonly documents: number;
  /** Answers without any error. */
  readonly answered: number;
  /** How often each code of a fault was told. */
  readonly codes: ReadonlyMap<string, number>;
  readonly slowestMs: number;
  /** Documents that took longer than any should. */
  readonly slow: readonly string[];
  /** Documents that broke something, with what was told. */
  readonly broken: readonly string[];
}

/** Puts so many random documents to a server over this database; the same seed gives the same documents. */
export async function fuzzSchema(
  database: FuzzedDatabase,
  documents: number,
  seed: number,
): Promise<SchemaReport> {
  const random = seeded(seed);
  const schema = buildSchema(texts(SCHEMA, '.graphql').join('\n'));
  const napkins = texts(SEEDS, '.napkin');
  const settings = readServerSettings({ PORT: '0', HEADWATER_DATABASE: database.address });
  const log: unknown[] = [];
  const samples = database.full ? napkins : [];
  const server = await startServer(settings, keptIn(log), sourceThread, samples);
  const ask = asking(`http://127.0.0.1:${server.port}`);
  const codes = new Map<string, number>();
  const [slow, broken]: [string[], string[]] = [[], []];
  let answered = 0;
  let slowestMs = 0;
  try {
    const words = [...WORDS, ...napkins, ...(await idsOf(ask))];
    for (let nth = 0; nth < documents; nth += 1) {
      const document = randomDocument(schema, random, words);
      const before = performance.now();
      const answer = await ask(document);
      const took = performance.now() - before;
      slowestMs = Math.max(slowestMs, took);
      if (took > LONGEST) slow.push(`${Math.round(took)} ms: ${document}`);
      if (answer.errors.length === 0) answered += 1;
      for (const code of codesOf(answer)) codes.set(code, (codes.get(code) ?? 0) + 1);
      const why = whatBroke(answer, log.splice(0));
      if (why !== null) broken.push(`${why}: ${document}`);
    }
  } finally {
    await server.stop();
  }
  return { name: database.name, documents, answered, codes, slowestMs, slow, broken };
}

const WORDS = [
  'kitchen-enquiry-to-fitted-kitchen',
  'Price the kitchen',
  'Design the kitchen',
  'Jonas',
  'Lena',
  'Sales Consultant',
  'estimating',
  'Price the kitchen 20m',
  'wait before "Collect the deposit"',
  '20/month',
  'there is none',
  'stream Tea\nsales:\nAsk 5m\nfulfilment:\nBrew 10m\n',
  'Task,Ann,Ben\nBake,R,A\n',
];

async function idsOf(ask: (query: string) => Promise<Answered>): Promise<readonly string[]> {
  const { data } = await ask(
    '{ valueStreams { edges { cursor node { id suggestedStructure { ... on StructureProposal { id } } } } } }',
  );
  return [...JSON.stringify(data ?? {}).matchAll(/"(?:id|cursor)":"([^"]+)"/g)].map(([, id = '']) => id);
}

function codesOf({ errors }: Answered): readonly string[] {
  return errors.map(({ extensions }) => String(extensions?.['code']));
}

/** What no document may bring about: an internal error, an answer that is none, a status of the server's own. */
function whatBroke(answer: Answered, logged: readonly unknown[]): string | null {
  if (logged.length > 0) return `the log has ${wordsOf(logged[0])}`;
  if (answer.status >= 500) return `status ${answer.status}`;
  if (codesOf(answer).includes('INTERNAL')) return 'an internal error';
  if (answer.data === undefined && answer.errors.length === 0)
    return `no answer: ${answer.text.slice(0, 100)}`;
  return null;
}

function wordsOf(error: unknown): string {
  return error instanceof Error
    ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ')
    : String(error);
}

function texts(folder: URL, ending: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
}
