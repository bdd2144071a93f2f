import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestServer } from '../../support/test-server.js';
import { wholeServer } from '../../support/whole-server.js';

const KITCHEN = 'kitchen-enquiry-to-fitted-kitchen';
const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
});
afterAll(() => server.stop());

describe('a picture as PNG over HTTP', () => {
  it.each(['map', 'load', 'forces'])(
    '%s.png is a PNG in the proportions of its paper, by its media type',
    async (chart) => {
      const response = await fetch(
        `${server.url}/streams/${KITCHEN}/${chart}.png?paper=A4&theme=dark&sheets=one`,
      );
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(response.headers.get('content-disposition')).toContain(`${chart}-${KITCHEN}-r1.png`);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect([...bytes.subarray(0, 8)]).toEqual(SIGNATURE);
      expect(bytes.subarray(12, 16).toString('latin1')).toBe('IHDR');
      expect(bytes.subarray(-8, -4).toString('latin1')).toBe('IEND');
      const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
      expect(width).toBeGreaterThan(1000);
      expect(width / height).toBeCloseTo(297 / 210, 2);
    },
  );

  it('says what can be chosen where something else is asked for, and sends no picture', async () => {
    const response = await fetch(`${server.url}/streams/${KITCHEN}/load.png?theme=pink`);
    expect([response.status, response.headers.get('content-type')]).not.toEqual([200, 'image/png']);
    expect(await response.text()).toContain('theme is one of light, dark, not "pink"');
  });
});
