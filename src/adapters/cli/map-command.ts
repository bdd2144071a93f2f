import { stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { readNapkinText, type NapkinReading } from '../../application/index.js';
import { measureStream, type ValueStream } from '../../domain/index.js';
import type { CommandContext } from './command-context.js';
import { CHARTS, PAPERS, THEMES, type LoadPictures, type PictureLook, type Pictures } from './pictures.js';
import { complain } from './planned-file.js';
import { readSource, unreadable, type Source } from './read-source.js';
import type { Services } from './services.js';
import { EXIT, UsageFault, type Terminal } from './terminal.js';

const HELP = `
The map has three bands: information, flow, and a timeline ladder that adds up.
A napkin with errors is drawn as it was understood.

Examples:
  headwater map kitchen.napkin --out map.svg
  headwater map kitchen.napkin --out map.png --paper A4 --theme dark
  headwater map kitchen.napkin --chart load --out load.svg
  headwater map kitchen.napkin --chart forces > forces.svg

Exit codes:
  0  drawn
  1  the napkin has errors (what was understood is drawn)
  2  wrong usage, or a file that cannot be read or written`;

/** Pixels across, so that a sheet has about 200 to the inch. */
const PIXELS = { A3: 3300, A4: 2340 } as const;
const MOST_PIXELS = 12_000;

interface MapOptions extends PictureLook {
  readonly chart: (typeof CHARTS)[number];
  readonly out?: string;
  readonly width?: number;
  readonly stream?: string;
}

/** What the command needs besides what every command has. */
export type MapContext = CommandContext & {
  readonly services: Services & { readonly loadPictures: LoadPictures };
};

/** headwater map FILE: the value stream map and its charts as SVG or PNG. */
export function mapCommand({ services, terminal, finish }: MapContext): Command {
  return new Command('map')
    .description('draw the value stream map of a napkin, or one of its charts')
    .argument('<file>', 'a napkin, or - for standard input')
    .option('--out <path>', '.svg or .png file, or a folder; SVG on standard output without it')
    .addOption(new Option('--chart <chart>', 'what to draw').choices(CHARTS).default('map'))
    .addOption(
      new Option('--theme <theme>', 'for paper or for dark screens').choices(THEMES).default('light'),
    )
    .addOption(new Option('--paper <paper>', 'the sheet, landscape').choices(PAPERS).default('A3'))
    .option('--width <pixels>', 'how wide a PNG is', pixelsOf)
    .option('--stream <key>', 'which stream of the file is meant, by key or name')
    .addHelpText('after', HELP)
    .action(async (path: string, options: MapOptions) => {
      const source = await readSource(path, terminal);
      const reading = readNapkinText(source.text);
      const errors = reading.problems.some(({ severity }) => severity === 'ERROR');
      const drawable = { ...reading, streams: reading.streams.filter(({ steps }) => steps.length > 0) };
      if (errors) complain({ source, reading }, 'it is drawn as it was understood.', terminal);
      if (drawable.streams.length === 0) throw new UsageFault(`${source.name}: no step to draw.`);
      const stream = chosenStream(source, drawable, options.stream);
      const target = await targetOf(options, stream);
      await terminal.progress(`drawing ${stream.name}`, async () =>
        deliver(stream, options, target, await services.loadPictures(), terminal),
      );
      finish(errors ? EXIT.found : EXIT.fine);
    });
}

function chosenStream(source: Source, { streams }: NapkinReading, wanted: string | undefined): ValueStream {
  const keys = streams.map(({ key }) => key).join(', ');
  const [only, ...others] = streams;
  if (wanted === undefined) {
    if (only && others.length === 0) return only;
    throw new UsageFault(`${source.name} holds ${streams.length} streams: name one with --stream (${keys}).`);
  }
  const found = streams.find(({ key, name }) => key === wanted || name === wanted);
  if (!found) throw new UsageFault(`${source.name} holds no stream "${wanted}"; it holds ${keys}.`);
  return found;
}

interface Target {
  /** null is standard output. */
  readonly path: string | null;
  readonly png: boolean;
}

async function targetOf({ out, chart }: MapOptions, stream: ValueStream): Promise<Target> {
  if (out === undefined || out === '-') return { path: null, png: false };
  if (await isFolder(out)) {
    const name = stream.key.replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '-') || 'stream';
    return { path: join(out, `${chart}-${name}.svg`), png: false };
  }
  const ending = extname(out).toLowerCase();
  if (ending !== '.svg' && ending !== '.png')
    throw new UsageFault(`${out}: a picture is written as .svg or .png; end the name with one of them.`);
  return { path: out, png: ending === '.png' };
}

async function deliver(
  stream: ValueStream,
  { chart, theme, paper, width }: MapOptions,
  { path, png }: Target,
  pictures: Pictures,
  terminal: Terminal,
): Promise<void> {
  const svg = pictures.drawPicture(chart, stream, measureStream(stream), { theme, paper });
  if (path === null) return terminal.out(svg);
  const content = png ? pngOf(pictures, svg, width ?? PIXELS[paper]) : svg;
  try {
    await writeFile(path, content);
  } catch (error) {
    throw new UsageFault(`${path}: ${unreadable(error)}`);
  }
  terminal.err(`wrote ${path}\n`);
}

function pngOf(pictures: Pictures, svg: string, width: number): Uint8Array {
  try {
    return pictures.toPng(svg, width);
  } catch (error) {
    if (error instanceof Error && error.name === 'NoFontFault') throw new UsageFault(error.message);
    throw error;
  }
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
