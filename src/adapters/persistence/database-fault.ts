import { Fault } from '../../application/ports/index.js';
import { ROW_EXISTS } from './migrations/sqlite-guards.js';

const UNIQUE = ['23505', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_UNIQUE'];
/** Two units of work that cannot both have happened; the one that is told so begins again. */
const TRY_AGAIN = ['40001', '40P01'];
/** The database is gone, full, locked or broken: nothing that another request would do better. */
const GONE =
  /^(08...|25006|57P0.|53...|58...|XX001|ECONN.*|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|SQLITE_(BUSY|IOERR|FULL|READONLY|CORRUPT|CANTOPEN|NOTADB|LOCKED).*)$/;

/** What the drivers say without a code when a connection is cut under their hands. */
const CUT = /Connection terminated|timeout exceeded|QueryRunner(Provider)?AlreadyReleased|not queryable/;

/** The code that the driver gave, wherever it is wrapped; null where there is none. */
export function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('driverError' in error && error.driverError !== error) return codeOf(error.driverError);
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** true where a row of that key is there already. */
export function isTaken(error: unknown): boolean {
  return (
    UNIQUE.includes(codeOf(error) ?? '') || (error instanceof Error && error.message.includes(ROW_EXISTS))
  );
}

/** true where the database asks to begin the unit of work again. */
export function wantsAnotherTry(error: unknown): boolean {
  return TRY_AGAIN.includes(codeOf(error) ?? '');
}

/** true where another program holds the SQLite file. */
export function isLocked(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error) ?? '');
}

const TOO_MANY_AT_ONCE =
  'Others wrote what this rests on at the same time, and nothing of this was stored. Send it again.';

/** A lost database, or a unit that lost against others, as a Fault UNAVAILABLE with one line for people; everything else as it is. */
export function asFault(error: unknown, place: string): unknown {
  if (error instanceof Fault || !(error instanceof Error)) return error;
  if (wantsAnotherTry(error)) return new Fault('UNAVAILABLE', TOO_MANY_AT_ONCE, { cause: error });
  if (!GONE.test(codeOf(error) ?? '') && !CUT.test(`${error.name}: ${error.message}`)) return error;
  return new Fault('UNAVAILABLE', whatToDo(error, place), { cause: error });
}

const FULL = /^(SQLITE_FULL|53100|ENOSPC)/;
const READ_ONLY = /^(SQLITE_READONLY|25006)/;

/** What is wrong and what would put it right, in one line. */
function whatToDo(error: Error, place: string): string {
  const code = codeOf(error) ?? '';
  if (FULL.test(code))
    return `The disk of the database ${place} is full, and nothing of this was stored. Make room on that disk and send it again; what is stored can still be read.`;
  if (READ_ONLY.test(code))
    return `The database ${place} cannot be written to, and nothing of this was stored. Give the program the right to write there and send it again; what is stored can still be read.`;
  return `The database ${place} cannot be used at the moment: ${oneLine(error)}.`;
}

/** What an error says, on one line and without a full stop. */
export function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message || (codeOf(error) ?? error.name) : String(error);
  return text.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
}
