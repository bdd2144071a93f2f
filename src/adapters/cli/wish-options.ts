import type { Command } from 'commander';
import type { Wish } from '../../domain/index.js';
import { readSource } from './read-source.js';
import { readWish } from './read-wish.js';
import { readWishesTable } from './read-wishes-table.js';
import { UsageFault, type Terminal } from './terminal.js';

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

/** All wishes that were told, those of the line first; an UsageFault tells everything that cannot be read in them at once. */
export async function wishesOf(options: WishOptions, terminal: Terminal): Promise<Wish[]> {
  const complaints: string[] = [];
  const read = (work: () => readonly Wish[]): readonly Wish[] => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof UsageFault)) throw error;
      complaints.push(error.message);
      return [];
    }
  };
  const wishes = (options.wish ?? []).flatMap((text) => read(() => [readWish(text)]));
  if (options.wishes !== undefined) {
    const source = await readSource(options.wishes, terminal);
    wishes.push(...read(() => readWishesTable(source)));
  }
  if (complaints.length > 0) throw new UsageFault(complaints.join('\n'));
  return wishes;
}
