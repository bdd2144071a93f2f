import { readdirSync, readFileSync } from 'node:fs';
import { readStreamModel } from '../../../src/adapters/imports/model/index.js';
import { readPeopleTable } from '../../../src/adapters/imports/people-table/index.js';
import { readRaciTable } from '../../../src/adapters/imports/raci-table/index.js';
import { readStreamTable } from '../../../src/adapters/imports/stream-table/index.js';
import { readWishTable } from '../../../src/adapters/imports/wish-table/index.js';
import { acceptDraft, printNapkin, readNapkin, type StreamKey } from '../../../src/domain/index.js';
import { seeded } from '../seeded.js';
import { HOSTILE_WORKBOOKS, soundWorkbook } from './hostile-workbooks.js';

const SEEDS = new URL('../../../seeds/', import.meta.url);
const LONGEST = 2_000;

/** Whatever reads what comes from outside, as bytes. */
export const READERS: Readonly<Record<string, (bytes: Uint8Array) => unknown>> = {
  napkin: (bytes) => {
    const { drafts } = readNapkin(new TextDecoder().decode(bytes));
    return drafts.map((draft) => [acceptDraft(draft, { key: 'fuzz' as StreamKey }), printNapkin([draft])]);
  },
  'stream table': (bytes) => readStreamTable(bytes),
  'RACI chart': (bytes) => readRaciTable(bytes, {}),
  people: (bytes) => readPeopleTable(bytes),
  wishes: (bytes) => readWishTable(once(bytes)),
  model: (bytes) => readStreamModel(bytes),
};

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** What came of many inputs to one reader. */
export interface ReaderReport {
  readonly reader: string;
  readonly inputs: number;
  readonly slowestMs: number;
  readonly slow: readonly string[];
  /** Inputs for which it threw, which no reader does for what is in a file. */
  readonly broken: readonly string[];
}

/** Puts the hostile files and so many damaged ones to every reader; the same seed gives the same files. */
export async function fuzzReaders(inputs: number, seed: number): Promise<readonly ReaderReport[]> {
  const random = seeded(seed);
  const sound = soundFiles();
  const reports: ReaderReport[] = [];
  for (const [reader, read] of Object.entries(READERS)) {
    const files: (readonly [string, () => Uint8Array])[] = [...hostileFiles()];
    for (let nth = 0; nth < inputs; nth += 1) {
      const bytes = damaged(sound[random(sound.length)] ?? new Uint8Array(), random);
      files.push([`damaged file ${nth} of seed ${seed}`, () => bytes]);
    }
    reports.push(await fuzzReader(reader, read, files));
  }
  return reports;
}

/** Every file that was made to do harm, by what it tries. */
export function hostileFiles(): readonly (readonly [string, () => Uint8Array])[] {
  return [...Object.entries(HOSTILE_WORKBOOKS), ...Object.entries(HOSTILE_TEXTS).map(asBytes)];
}

function asBytes([name, text]: readonly [string, () => string]): readonly [string, () => Uint8Array] {
  return [name, () => Buffer.from(text())];
}

const DEEP = 50_000;

const HOSTILE_TEXTS: Readonly<Record<string, () => string>> = {
  nothing: () => '',
  'one line without end': () => `stream ${'x'.repeat(300_000)}`,
  'a number without end': () => `A @B ${'9'.repeat(100_000)}h`,
  'quotes that never close': () => `"${'a,'.repeat(100_000)}`,
  'blocks that never close': () => `sales:\n${'meanwhile\nA 1m\n'.repeat(2_000)}`,
  'a model nested deeply': () => `<?xml version="1.0"?>${'<a>'.repeat(DEEP)}${'</a>'.repeat(DEEP)}`,
  'a model of entities': () =>
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><d>&c;</d>',
  'a model that asks for a file': () => '<!DOCTYPE d SYSTEM "file:///etc/passwd"><definitions/>',
  'a model of many attributes': () =>
    `<definitions ${Array.from({ length: 20_000 }, (_, nth) => `a${nth}="x"`).join(' ')}/>`,
  'many columns': () => `${'step,'.repeat(50_000)}\n${'x,'.repeat(50_000)}\n`,
  'many separators': () => `${';\t,|'.repeat(50_000)}\n`,
  'half of a character': () => '\ud800 step,time\n\ud800,5m\n',
  'line ends of every kind': () => 'step\r\ntime\rA\u2028B\u2029C\u0085D\n\v\f',
  'names of what everything has': () => 'step,time\n__proto__,5m\nconstructor,5m\ntoString,5m\n',
};

async function fuzzReader(
  reader: string,
  read: (bytes: Uint8Array) => unknown,
  files: readonly (readonly [string, () => Uint8Array])[],
): Promise<ReaderReport> {
  const [slow, broken]: [string[], string[]] = [[], []];
  let slowestMs = 0;
  for (const [name, make] of files) {
    const bytes = make();
    const before = performance.now();
    try {
      await read(bytes);
    } catch (error) {
      broken.push(
        `${reader}, ${name}: ${error instanceof Error ? (error.stack ?? '').split('\n').slice(0, 3).join(' ') : String(error)}`,
      );
    }
    const took = performance.now() - before;
    slowestMs = Math.max(slowestMs, took);
    if (took > LONGEST) slow.push(`${reader}, ${name}: ${Math.round(took)} ms`);
  }
  return { reader, inputs: files.length, slowestMs, slow, broken };
}

function soundFiles(): readonly Uint8Array[] {
  const napkins = readdirSync(SEEDS)
    .filter((name) => name.endsWith('.napkin'))
    .sort()
    .map((name) => readFileSync(new URL(name, SEEDS)));
  const tables = [
    'step,who,time,capability\nTake the order,Ann,10m,order taking\nBake,Ben,2h,baking\n',
    'Task;Ann;Ben\nBake;R;A\nSell;A/R;I\n',
    'person,hours,capabilities\nAnn,30,baking 3\n',
    'holder,letter,step,reason\nAnn,R,Bake,because\n',
    '<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="s"/><task id="t" name="Bake"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/></process></definitions>',
  ];
  return [...napkins, ...tables.map((text) => Buffer.from(text)), soundWorkbook()];
}

/** The file with some of its bytes changed, doubled, taken out or put elsewhere. */
function damaged(sound: Uint8Array, random: (most: number) => number): Uint8Array {
  let bytes = Buffer.from(sound);
  for (let times = 1 + random(6); times > 0 && bytes.length > 0; times -= 1) {
    const at = random(bytes.length);
    const length = 1 + random(Math.min(200, bytes.length - at));
    const piece = bytes.subarray(at, at + length);
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + length)];
    const to = random(bytes.length);
    switch (random(5)) {
      case 0:
        bytes = Buffer.concat([before, after]);
        break;
      case 1:
        bytes = Buffer.concat([before, piece, piece, after]);
        break;
      case 2:
        bytes = Buffer.concat([before, Buffer.from(SPICE[random(SPICE.length)] ?? ''), after]);
        break;
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, to), piece, bytes.subarray(to)]);
        break;
      default:
        bytes = Buffer.from(bytes);
        bytes[at] = random(256);
    }
  }
  return bytes;
}

const SPICE = [
  '"',
  "'",
  '{',
  '}',
  '@',
  '%',
  '\n',
  '\u0000',
  '999999999999h',
  '-1m',
  ' back to ',
  'end\n',
  '🥖',
  'é',
  '<!--',
  ']]>',
  '&#0;',
];
