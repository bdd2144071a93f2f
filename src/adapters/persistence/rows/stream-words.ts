import type { EntityManager } from 'typeorm';
import { plainLetters, searchWords, wordsOfRevision } from '../../../application/index.js';
import type { AdoptedStructure } from '../../../domain/index.js';
import { storedText } from './stored-text.js';

/** Where a word of a stream comes from: PERSON from the napkin, HOLDER from accepted assignments and people in roles. */
export type WordPart = 'NAME' | 'STEP' | 'CAPABILITY' | 'PERSON' | 'ROLE' | 'HOLDER';

type Words = ReadonlyMap<WordPart, readonly string[]>;

/** Rows of one statement. */
const ROWS = 5_000;

/** Stands between what a list is ordered by and the key that tells equals apart: below every character of a name. */
const BELOW = '\u0001';

/** Letters of a name that a list is ordered by: an index holds no texts of any length. */
const LONGEST_ORDERED = 200;

function orderedBy(name: string): string {
  return [...storedText(plainLetters(name))].slice(0, LONGEST_ORDERED).join('');
}

interface ListedRevision {
  readonly streamId: string;
  readonly key: string;
  readonly name: string;
  readonly napkin: string;
  readonly drawnAt: string;
}

/** Makes a stream found by its newest revision, and by nothing any more that only an earlier one said. */
export async function listRevision(
  manager: EntityManager,
  workspaceId: string,
  revision: ListedRevision,
): Promise<void> {
  const { streamId, key, name, drawnAt } = revision;
  await manager.query(
    `INSERT INTO stream_listing (stream_id, workspace_id, by_name, by_drawn) VALUES ($1, $2, $3, $4)
      ON CONFLICT (stream_id) DO UPDATE SET by_name = excluded.by_name, by_drawn = excluded.by_drawn`,
    [streamId, workspaceId, orderedBy(name) + BELOW + key, `${drawnAt}${BELOW}${key}`],
  );
  await replaceWords(manager, streamId, wordsOfRevision(revision));
}

/** Makes a stream found by the roles of the structure in force. */
export async function listRoles(
  manager: EntityManager,
  streamId: string,
  { proposal }: Pick<AdoptedStructure, 'proposal'>,
): Promise<void> {
  const names = proposal.roles.map(({ name }) => name).join('\n');
  await replaceWords(manager, streamId, new Map([['ROLE', searchWords(names)]]));
}

/** Makes a stream found by those who hold something in it at present. */
export async function listHolders(manager: EntityManager, streamId: string): Promise<void> {
  const rows: { holder: string }[] = await manager.query(
    `SELECT holder FROM assignment WHERE stream_id = $1
      UNION SELECT f.person FROM role_filling f WHERE f.stream_id = $1
        AND NOT EXISTS (SELECT 1 FROM ended_filling e WHERE e.filling_id = f.id)`,
    [streamId],
  );
  const names = rows.map(({ holder }) => holder).join('\n');
  await replaceWords(manager, streamId, new Map([['HOLDER', searchWords(names)]]));
}

/** Lists every stream that is not yet: those of a database that was filled in another way. */
export async function listUnlisted(manager: EntityManager): Promise<void> {
  const unlisted: { id: string }[] = await manager.query(
    `SELECT s.id AS id FROM value_stream s
      WHERE NOT EXISTS (SELECT 1 FROM stream_listing l WHERE l.stream_id = s.id) ORDER BY s.id`,
  );
  for (const { id } of unlisted) await listStream(manager, id);
}

/** Makes a stream found by everything that is kept of it. */
export async function listStream(manager: EntityManager, streamId: string): Promise<void> {
  const [row]: (ListedRevision & { readonly workspaceId: string })[] = await manager.query(
    `SELECT s.id AS "streamId", s.workspace_id AS "workspaceId", s.key AS key, r.name AS name, r.napkin AS napkin,
      r.drawn_at AS "drawnAt" FROM value_stream s
      JOIN stream_revision r ON r.stream_id = s.id AND r.revision = s.latest_revision WHERE s.id = $1`,
    [streamId],
  );
  if (!row) return;
  await listRevision(manager, row.workspaceId, row);
  const [adopted]: { proposal: string }[] = await manager.query(
    'SELECT proposal FROM adopted_structure WHERE stream_id = $1 ORDER BY position DESC LIMIT 1',
    [streamId],
  );
  if (adopted)
    await listRoles(manager, streamId, {
      proposal: JSON.parse(adopted.proposal) as AdoptedStructure['proposal'],
    });
  await listHolders(manager, streamId);
}

/** What stood there of these parts goes where it is not told any more; the rest of the stream's words stays. */
async function replaceWords(manager: EntityManager, streamId: string, told: Words): Promise<void> {
  const parts = [...told.keys()].map((part) => `'${part}'`).join(', ');
  const here: { word: string; part: WordPart }[] = await manager.query(
    `SELECT word, part FROM stream_word WHERE stream_id = $1 AND part IN (${parts})`,
    [streamId],
  );
  const before = new Map([...told.keys()].map((part) => [part, new Set<string>()]));
  for (const { word, part } of here) before.get(part)?.add(word);
  for (const [part, words] of told) {
    const wanted = new Set(words.map(storedText));
    const had = before.get(part) ?? new Set();
    await inChunks(
      [...had].filter((word) => !wanted.has(word)),
      (marks, gone) =>
        manager.query(
          `DELETE FROM stream_word WHERE stream_id = $1 AND part = '${part}' AND word IN (${marks.join(', ')})`,
          [streamId, ...gone],
        ),
    );
    await inChunks(
      [...wanted].filter((word) => !had.has(word)),
      (marks, added) =>
        manager.query(
          `INSERT INTO stream_word (stream_id, word, part)
            VALUES ${marks.map((mark) => `($1, ${mark}, '${part}')`).join(', ')}`,
          [streamId, ...added],
        ),
    );
  }
}

async function inChunks(
  words: readonly string[],
  send: (marks: readonly string[], words: readonly string[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < words.length; start += ROWS) {
    const some = words.slice(start, start + ROWS);
    await send(
      some.map((_word, nth) => `$${nth + 2}`),
      some,
    );
  }
}
