import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at } from '../support/answers.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const KITCHEN = 'kitchen-enquiry-to-fitted-kitchen';
let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
});
afterAll(() => server.stop());

describe('the pictures of a stream', () => {
  it('come over GraphQL as SVG, the same as the file of that name', async () => {
    const answer = await server.ask(`{ valueStream(key: "${KITCHEN}") {
      map: picture(chart: MAP, theme: DARK, paper: A4) { chart filename mediaType svg }
      load: picture(chart: LOAD) { svg } forces: picture(chart: FORCES, sheets: ONE) { svg } } }`);
    expect(answer.errors).toEqual([]);
    expect(at(answer, 'valueStream', 'map', 'chart')).toBe('MAP');
    expect(at(answer, 'valueStream', 'map', 'filename')).toBe(`map-${KITCHEN}-r1.svg`);
    const files = { map: 'map.svg?theme=dark&paper=A4', load: 'load.svg', forces: 'forces.svg' };
    for (const [name, file] of Object.entries(files)) {
      const response = await fetch(`${server.url}/streams/${KITCHEN}/${file}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        ...[200, 'image/svg+xml; charset=utf-8'],
      ]);
      expect(await response.text()).toBe(at(answer, 'valueStream', name, 'svg'));
    }
  });

  it('are listed with every other file, and each is where it is said to be', async () => {
    const answer = await server.ask(
      `{ valueStream(key: "${KITCHEN}") { downloads { name mediaType about path } } }`,
    );
    expect(answer.errors).toEqual([]);
    const files = at(answer, 'valueStream', 'downloads') as readonly {
      readonly name: string;
      readonly mediaType: string;
      readonly path: string;
    }[];
    expect(files.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'raci.html',
        'map.svg',
        'map.png',
        'load.svg',
        'load.png',
        'forces.svg',
        'forces.png',
      ]),
    );
    for (const { mediaType, path } of files) {
      const response = await fetch(`${server.url}${path}`, { method: 'HEAD' });
      expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, mediaType]);
      expect(response.headers.get('etag')).not.toBeNull();
    }
  });

  it('stand in the printed report', async () => {
    const page = await (await fetch(`${server.url}/streams/${KITCHEN}/raci.html`)).text();
    expect(page).toContain('<figcaption>Work content against takt</figcaption>');
    expect(page).toMatch(/<figcaption>Value stream map, sheet 2 of \d+<\/figcaption>/);
  });
});
