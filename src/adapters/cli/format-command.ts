import { Command } from 'commander';
import type { CommandContext } from './command-context.js';
import { formatNapkin } from './format-napkin.js';
import { complain } from './planned-file.js';
import { readSource, requireNapkin } from './read-source.js';
import { rewriteFile } from './rewrite-file.js';
import type { Services } from './services.js';
import { EXIT, type ExitCode, type Terminal } from './terminal.js';

const HELP = `
The canonical text has the marks of a step in one order, one space between them,
two spaces for each block, and quotes only where they are needed. It says the same
as the text it was made from, and keeps every step, every comment and every line
that could not be read. Line ends, encoding and rights of the file stay; a file
with errors is left alone, and so is one that is in order already.

Examples:
  headwater format kitchen.napkin
  headwater format napkins/*.napkin
  headwater format --check napkins/*.napkin
  headwater format - < kitchen.napkin

Exit codes:
  0  every file is in canonical form now
  1  a file has errors, or with --check one would change
  2  wrong usage, or a file that cannot be read or written`;

/** headwater format FILE…: napkins in their canonical form. */
export function formatCommand({ services, terminal, finish }: CommandContext): Command {
  return new Command('format')
    .description('write napkins in their canonical form, nothing lost')
    .argument('<file...>', 'napkins, or - for standard input to standard output')
    .option('--check', 'change nothing; say which files would change')
    .addHelpText('after', HELP)
    .action(async (paths: readonly string[], options: { readonly check?: boolean }) => {
      let code: ExitCode = EXIT.fine;
      for (const path of paths) {
        const one = await formatOne(path, options.check ?? false, services, terminal);
        if (one !== EXIT.fine) code = one;
      }
      finish(code);
    });
}

async function formatOne(
  path: string,
  check: boolean,
  services: Services,
  terminal: Terminal,
): Promise<ExitCode> {
  const source = await readSource(path, terminal, services);
  requireNapkin(source, 'formatted');
  const { reading, text } = await terminal.progress(`formatting ${source.name}`, () =>
    formatNapkin(source.text),
  );
  if (text === null) {
    complain({ source, reading }, 'it is left as it is.', terminal);
    return EXIT.found;
  }
  const same = text === source.text;
  if (check) {
    if (!same) terminal.out(`${source.name}: would change\n`);
    return same ? EXIT.fine : EXIT.found;
  }
  if (path === '-') {
    terminal.out(text);
  } else {
    if (!same) await rewriteFile(path, source.text, text);
    terminal.out(`${source.name}: ${same ? 'in order already' : 'formatted'}\n`);
  }
  return EXIT.fine;
}
