import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readDrafts, readNapkinText, type NapkinReading, type StreamTable } from '../../application/index.js';
import { printNapkin } from '../../domain/index.js';
import type { Services } from './services.js';
import { UsageFault, type Terminal } from './terminal.js';

const LARGEST = 64 * 1024 * 1024;

/** A text and the name by which people know it. */
export interface Source {
  readonly name: string;
  /** Of a table the canonical napkin that says the same. */
  readonly text: string;
  /** The table that was read; absent where it was a napkin. */
  readonly table?: StreamTable;
}

/**
 * The text of a file, or of standard input where the path is `-`; one clear line in an UsageFault where it is no text.
 * With what reads tables, a file that ends in .csv, .tsv or .xlsx, or holds a table, is read as one; so is a model in XML.
 */
export async function readSource(
  path: string,
  terminal: Terminal,
  tables?: Pick<Services, 'loadStreamTables'>,
): Promise<Source> {
  const name = path === '-' ? '<stdin>' : path;
  const bytes = path === '-' ? await terminal.readStandardInput() : await bytesOf(path);
  if (tables !== undefined && isModel(path, bytes)) {
    const model = (await tables.loadStreamTables()).readStreamModel(bytes);
    if (model.kind === 'TableUnreadable') throw new UsageFault(`${name}: ${model.message}`);
    return { name, text: printNapkin(model.drafts), table: model };
  }
  if (tables !== undefined && mayBeTable(path, bytes)) {
    const { looksLikeStreamTable, readStreamTable } = await tables.loadStreamTables();
    if (TABLE_ENDING.test(path) || looksLikeStreamTable(bytes)) {
      const title = path === '-' ? null : basename(path).replace(/\.[^.]*$/, '');
      const table = await readStreamTable(bytes, { title });
      if (table.kind === 'TableUnreadable') throw new UsageFault(`${name}: ${table.message}`);
      return { name, text: printNapkin(table.drafts), table };
    }
  }
  return { name, text: asText(name, bytes) };
}

/** What a source says: the map, and every problem at its line or its cell. */
export function readingOf({ text, table }: Pick<Source, 'text' | 'table'>): NapkinReading {
  return table === undefined ? readNapkinText(text) : readDrafts(table);
}

/** An UsageFault where the source is a table, which is not rewritten. */
export function requireNapkin({ name, table }: Source, act: string): void {
  if (table === undefined) return;
  const stem = name === '<stdin>' ? 'steps' : basename(name).replace(/\.[^.]*$/, '');
  throw new UsageFault(
    `${name}: this is a table, and only napkins are ${act}. Convert it first: headwater convert ${name === '<stdin>' ? '-' : name} --out ${stem}.napkin`,
  );
}

const TABLE_ENDING = /\.(?:csv|tsv|xlsx|xlsm|xls)$/i;

/** A model of another tool: by the ending of its name, or by how XML begins. */
function isModel(path: string, bytes: Buffer): boolean {
  if (/\.(?:bpmn|xml)$/i.test(path)) return true;
  return /^(?:\ufeff)?\s*<(?:\?xml|(?:\w+:)?definitions|model)\b/.test(bytes.toString('utf8', 0, 200));
}

/** Cheap: workbooks by their first bytes, text by a separator in its first line that says something. */
function mayBeTable(path: string, bytes: Buffer): boolean {
  if (TABLE_ENDING.test(path)) return true;
  if (/^(?:PK\u0003\u0004|\u00d0\u00cf)/.test(bytes.toString('latin1', 0, 4))) return true;
  if (/\.napkin$/i.test(path)) return false;
  const first = /^\s*([^\r\n]+)/.exec(bytes.toString('utf8', 0, 2000))?.[1] ?? '';
  return /[,;\t]/.test(first);
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST) throw new UsageFault(`${path}: larger than 64 MB, which is no napkin.`);
    return await readFile(path);
  } catch (error) {
    throw error instanceof UsageFault ? error : new UsageFault(`${path}: ${unreadable(error)}`);
  }
}

/** Why the file system said no, in words. */
export function unreadable(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'no such file or folder.',
    EISDIR: 'this is a folder; a file was expected.',
    EACCES: 'permission denied.',
    EPERM: 'permission denied.',
    ENOTDIR: 'part of this path is a file, not a folder.',
    ENAMETOOLONG: 'this name is too long for the file system.',
    ENOSPC: 'the disk is full.',
    EROFS: 'this file system cannot be written to.',
  };
  return words[code] ?? (error instanceof Error ? error.message : String(error));
}

function asText(name: string, bytes: Buffer): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  if (encoding === 'utf-8' && bytes.includes(0)) {
    throw new UsageFault(
      `${name}: this is not text (a zero byte at offset ${bytes.indexOf(0)}); a napkin is a plain-text file.`,
    );
  }
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageFault(
      `${name}: this is not ${encoding.toUpperCase()} text; save it as UTF-8 and try again.`,
    );
  }
}
