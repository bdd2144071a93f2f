import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import { printModel } from '../../../src/adapters/exchange/index.js';
import { planNapkin } from '../../support/planned-napkin.js';
import { smallNapkin } from './small-napkin.js';

const FOLDER = '../shared/truths/archimate';
const given = existsSync(FOLDER);
const where = given ? describe : describe.skip;
const read = (name: string): string => (given ? readFileSync(`${FOLDER}/${name}`, 'utf8') : '');

const seeds = ['custom-cabinets', 'letter-stage-service', 'software-company'].map(
  (name) => [name, readFileSync(`seeds/${name}.napkin`, 'utf8')] as const,
);

const ALLOWED = new Map(
  read('allowed-relations-3.2.csv')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))
    .map(([source, target, allowed]) => [`${source} ${target}`, new Set((allowed ?? '').split(' '))]),
);

function forbiddenIn(xml: string): string[] {
  const types = new Map(
    [...xml.matchAll(/<element identifier="([^"]+)" xsi:type="([^"]+)"/g)].map(([, id, type]) => [id, type]),
  );
  const relations = [
    ...xml.matchAll(/<relationship identifier="[^"]+" source="([^"]+)" target="([^"]+)" xsi:type="([^"]+)"/g),
  ];
  expect(relations.length).toBe(xml.split('<relationship ').length - 1);
  return relations.flatMap(([, source, target, type]) => {
    const pair = `${types.get(source)} ${types.get(target)}`;
    return ALLOWED.get(pair)?.has(type ?? '') ? [] : [`${type}: ${pair}`];
  });
}

async function faultsOf(xml: string): Promise<readonly unknown[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'model.xml', contents: xml },
    schema: [{ fileName: 'archimate3_Model.xsd', contents: schema() }],
    preload: [{ fileName: 'xml.xsd', contents: read('xml.xsd') }],
  });
  return errors;
}

/** The schema names the rules for xml:lang by their address; the copy beside it is meant. */
function schema(): string {
  return read('archimate3_Model.xsd').replace(/schemaLocation="[^"]*xml\.xsd"/, 'schemaLocation="xml.xsd"');
}

where('a plan as an ArchiMate model (skipped where the schema is not at hand)', () => {
  it.each(seeds)('is valid, and holds only relations that are allowed: %s', async (_, text) => {
    const xml = printModel(planNapkin(text), 'ARCHIMATE');
    expect(await faultsOf(xml)).toEqual([]);
    expect(forbiddenIn(xml)).toEqual([]);
  });

  it('tells a fault of the schema when there is one', async () => {
    const xml = printModel(planNapkin('stream A\nsales:\nAnswer 5m'), 'ARCHIMATE');
    expect(await faultsOf(xml.replace('xsi:type="ValueStream"', 'xsi:type="Wish"'))).not.toEqual([]);
  });

  it('is allowed of any stream', () => {
    fc.assert(
      fc.property(smallNapkin, (text) =>
        expect(forbiddenIn(printModel(planNapkin(text), 'ARCHIMATE'))).toEqual([]),
      ),
      { numRuns: 15 },
    );
  });
});

describe('a plan as an ArchiMate model', () => {
  const text =
    'stream A & B\nsales:\n"Ask <me>" @Ann 5m {talking}\nwait 2d\nfulfilment:\nDo it @Bo 1h {drawing}';
  const xml = printModel(planNapkin(text), 'ARCHIMATE');

  it('says why a role has its letters', () => {
    expect(xml).toMatch(/xsi:type="Assignment">\s*<name>responsible<\/name>\s*<documentation>[^<]+brings/);
  });

  it('keeps what people do today apart from what they are assigned', () => {
    expect(xml).toMatch(/xsi:type="Association">\s*<name>does it today/);
    expect(xml).toContain('<name>Ask &lt;me&gt;</name>');
  });
});
