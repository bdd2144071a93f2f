import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { displayWidth } from '../../../src/adapters/cli/text-layout.js';
import { run } from '../../support/recorded-terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'headwater-measures-'));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const SHOP = file(
  'shop.napkin',
  `stream Call to mended bicycle
demand: 10/week
sales:
Take the call @Dana 10m 90%
wait 3d "the rack is full"
fulfilment:
Mend it @Sol 1h 80%
either
  70%: Fetch it (outside) lead 1d
  30%: Bring it @Dana 1h lead 5d
end
`,
);
const TWO = file(
  'two.napkin',
  'stream One\ndemand: 5/week\nsales:\nAsk @Ann 1h\nstream Two\ndemand: 10/week\nsales:\nTell @ann 2h\n',
);

const PRESS = file(
  'press.napkin',
  `stream Posters
demand: 10/day
sales:
Take the order @Ola 5m
fulfilment:
wait 1d fifo 8 "the tray"
Print the posters of all kinds @Per 15-20m uptime 80% changeover 2h batch 10
Cut @Ola 5m changeover 10m
`,
);

describe('the stations and lanes that headwater plan prints', () => {
  it('are told step by step within the page, with what a full lane allows', async () => {
    const { out } = await run(['plan', PRESS], { width: 80 });
    const section = out.split('STATIONS AND LANES')[1]?.split('CAPABILITIES')[0] ?? '';
    expect(section).toMatch(/Print the \S*… +36 min 53 s/);
    expect(section).toMatch(/Cut +≥ 5 min/);
    expect(section.replaceAll(/\s+/g, ' ')).toContain(
      'line 6 "the tray": 8 places, so nobody waits longer than 6 h 24 min; 10 units wait there',
    );
    for (const line of section.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('10 units wait in it by the numbers told');
  });

  it('are told only where a step or a lane tells such a number', async () => {
    expect((await run(['plan', SHOP])).out).not.toContain('STATIONS AND LANES');
  });

  it('move in what-if, and say how', async () => {
    const { out, code } = await run(['what-if', PRESS, '--set', 'Print the posters of all kinds batch 20'], {
      width: 80,
    });
    expect(code).toBe(0);
    expect(out).toMatch(/Stops and changeovers .+ better/);
    expect(out).toMatch(/Waiting in batches .+ worse/);
  });
});

describe('the measures that headwater plan prints', () => {
  it('say what the lead time is made of, and how long the likeliest and the worst way are', async () => {
    const { out } = await run(['plan', SHOP], { width: 80 });
    expect(out).toContain('largest parts            the wait on line 5 ("the rack is full"): 3 d');
    expect(out).toMatch(/straight, likeliest way {2}4 d 1 h +by "Fetch it" \(70 %, line 9\)/);
    expect(out).toMatch(/straight, worst way {6}8 d 1 h +by "Bring it" \(30 %, line 10\)/);
    expect(out).toContain('Work under way');
  });

  it('tell a measure of others when it is asked for by name, with its convention, and never unasked', async () => {
    expect((await run(['plan', SHOP])).out).not.toContain('BY OTHER CONVENTIONS');
    const { out, code } = await run(
      ['plan', SHOP, '--convention', 'rework-once', '--convention', 'LADDER_TOUCH_TIME'],
      { width: 80 },
    );
    expect(code).toBe(0);
    expect(out).toContain('Rework of one pass, by step (rework-once)');
    expect(out).toContain('Each return is taken once');
    expect(out).toMatch(/Mend it +12 min/);
    for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  it('give the same as data, beside the other measures', async () => {
    const plain = JSON.parse((await run(['plan', SHOP, '--json'])).out) as { streams: { metrics: object }[] };
    expect(plain.streams[0]?.metrics).not.toHaveProperty('byConvention');
    expect(plain.streams[0]?.metrics).toHaveProperty('leadTimePath.places.0.step', 'take-the-call');
    const asked = JSON.parse(
      (await run(['plan', SHOP, '--json', '--convention', 'all'])).out,
    ) as typeof plain;
    expect(asked.streams[0]?.metrics).toHaveProperty('byConvention.0.name', 'LADDER_TOUCH_TIME');
  });

  it('answer an unknown name with the nearest one, and all that there are', async () => {
    const { code, err } = await run(['plan', SHOP, '--convention', 'ladder-time']);
    expect(code).toBe(2);
    expect(err).toContain('Did you mean ladder-touch-time?');
    expect(err).toContain('rework-once-total');
  });

  it('add up what one person does in several streams of a file', async () => {
    const { out } = await run(['plan', TWO], { width: 80 });
    expect(out).toContain('SHARED PEOPLE');
    expect(out).toContain('Ann 62.5 % of 40 h a week');
    expect(out).toContain('Two: 20 h a week');
    expect((await run(['plan', SHOP])).out).not.toContain('SHARED PEOPLE');
  });
});
