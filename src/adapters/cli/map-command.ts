import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { CHARTS, PAPERS, THEMES } from '../../application/index.js';
import type { ValueStream } from '../../domain/index.js';
import { chosenStream } from './chosen-stream.js';
import type { CommandContext } from './command-context.js';
import {
  deliverPicture,
  SHEET_WAYS_OF_FILES,
  type PictureOrder,
  type PictureTarget,
} from './deliver-picture.js';
import { LOADS_BY, loadsFor } from './loads-for.js';
import { complain } from './planned-file.js';
import { readingOf, readSource } from './read-source.js';
import { EXIT, UsageFault } from './terminal.js';

const HELP = `
The map has three bands: information, flow, and a timeline ladder that adds up.
A long one takes as many sheets as it needs for its words to be read on paper.
A napkin with errors is drawn as it was understood.

Examples:
  headwater map kitchen.napkin --out map.svg
  headwater map kitchen.napkin --out map.png --paper A4 --theme dark
  headwater map kitchen.napkin --out map.svg --sheets apart   (map-1.svg, map-2.svg, ...)
  headwater map kitchen.napkin --chart load --out load.svg
  headwater map kitchen.napkin --chart load --by role --out load.svg
  headwater map kitchen.napkin --chart forces > forces.svg

Exit codes:
  0  drawn
  1  the napkin has errors (what was understood is drawn)
  2  wrong usage, or a file that cannot be read or written`;

const MOST_PIXELS = 12_000;

interface MapOptions extends PictureOrder {
  readonly out?: string;
  readonly stream?: string;
  readonly by?: string;
}

/** headwater map FILE: the value stream map and its charts as SVG or PNG. */
export function mapCommand({ services, terminal, finish }: CommandContext): Command {
  return new Command('map')
    .description('draw the value stream map of a napkin, or one of its charts')
    .argument('<file>', 'a napkin, a table of steps (.csv, .xlsx), or - for standard input')
    .option('--out <path>', '.svg or .png file, or a folder; SVG on standard output without it')
    .addOption(new Option('--chart <chart>', 'what to draw').choices(CHARTS).default('map'))
    .addOption(
      new Option('--theme <theme>', 'for paper or for dark screens').choices(THEMES).default('light'),
    )
    .addOption(new Option('--paper <paper>', 'the sheet, landscape').choices(PAPERS).default('A3'))
    .addOption(
      new Option('--sheets <how>', 'sheets of a long map: under each other, a file each, or only one')
        .choices(SHEET_WAYS_OF_FILES)
        .default('stacked'),
    )
    .option('--width <pixels>', 'how wide a PNG is', pixelsOf)
    .addOption(
      new Option('--by <whom>', 'whose work the load chart shows; steps and performers without it').choices(
        LOADS_BY,
      ),
    )
    .option('--stream <key>', 'which stream of the file is meant, by key or name')
    .addHelpText('after', HELP)
    .action(async (path: string, options: MapOptions) => {
      const source = await readSource(path, terminal, services);
      const reading = readingOf(source);
      const errors = reading.problems.some(({ severity }) => severity === 'ERROR');
      const drawable = { ...reading, streams: reading.streams.filter(({ steps }) => steps.length > 0) };
      if (errors) complain({ source, reading }, 'it is drawn as it was understood.', terminal);
      if (drawable.streams.length === 0) throw new UsageFault(`${source.name}: no step to draw.`);
      const stream = chosenStream(source, drawable, options.stream);
      if (options.by !== undefined && options.chart !== 'load')
        throw new UsageFault('--by is of the load chart: add --chart load.');
      const loads = await loadsFor(options.by, stream, source, services);
      const order = loads ? { ...options, loads } : options;
      const target = await targetOf(options, stream);
      await terminal.progress(`drawing ${stream.name}`, async () =>
        deliverPicture(stream, order, target, await services.loadPictures(), terminal),
      );
      finish(errors ? EXIT.found : EXIT.fine);
    });
}

async function targetOf({ out, chart, sheets }: MapOptions, stream: ValueStream): Promise<PictureTarget> {
  if (out === undefined || out === '-') {
    if (sheets !== 'apart') return { path: null, png: false };
    throw new UsageFault(
      'Sheets that stand apart are files: name the first part with --out, such as --out map.svg.',
    );
  }
  if (await isFolder(out)) {
    const name = stream.key.replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '-') || 'stream';
    return { path: join(out, `${chart}-${name}.svg`), png: false };
  }
  const ending = extname(out).toLowerCase();
  if (ending !== '.svg' && ending !== '.png')
    throw new UsageFault(`${out}: a picture is written as .svg or .png; end the name with one of them.`);
  return { path: out, png: ending === '.png' };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

function pixelsOf(text: string): number {
  const width = Number(text);
  if (!/^\d+$/.test(text) || width < 100 || width > MOST_PIXELS)
    throw new InvalidArgumentError(`A whole number of pixels from 100 to ${MOST_PIXELS} was expected.`);
  return width;
}
