import type { Command } from 'commander';
import type { Wish } from '../../domain/index.js';
import { readSource } from './read-source.js';
import { readWish } from './read-wish.js';
import { readWishesTable } from './read-wishes-table.js';
import type { Terminal } from './terminal.js';

/** Wishes as commander hands them over. */
export interface WishOptions {
  readonly wish?: readonly string[];
  readonly wishes?: string;
}

/** Adds the two ways of telling wishes. */
export function withWishes(command: Command): Command {
  const collect = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];
  return command
    .option(
      '--wish <wish>',
      `HOLDER LETTER STEP, such as "Dana R 'Price the job'"; may be given again`,
      collect,
    )
    .option('--wishes <file>', 'a CSV file with the columns holder, letter, step and perhaps reason');
}

/** All wishes that were told, those of the line first. */
export async function wishesOf(options: WishOptions, terminal: Terminal): Promise<Wish[]> {
  const told = (options.wish ?? []).map(readWish);
  if (options.wishes === undefined) return told;
  return [...told, ...readWishesTable(await readSource(options.wishes, terminal))];
}
