import { describe, expect, it } from '@jest/globals';
import { readServerSettings } from '../../../src/adapters/web/index.js';

describe('server settings', () => {
  it('need nothing: the server is for this machine only, and keeps its data in the folder', () => {
    expect(readServerSettings({})).toMatchObject({
      database: 'data/headwater.db',
      host: '127.0.0.1',
      port: 3000,
    });
    expect(readServerSettings({ PORT: ' ', HOST: '' })).toEqual(readServerSettings({}));
  });

  it('answer to the name of the public address, where not every name is answered to', () => {
    const behind = { HEADWATER_PUBLIC_URL: 'https://headwater.example' };
    const names = (told: Record<string, string>) => readServerSettings({ ...behind, ...told }).allowedHosts;
    expect(names({})).toEqual(['headwater.example']);
    expect(names({ HEADWATER_ALLOWED_HOSTS: 'a.example' })).toEqual(['a.example', 'headwater.example']);
    expect(names({ HOST: '0.0.0.0' })).toEqual([]);
    expect(names({ HOST: '0.0.0.0', HEADWATER_ALLOWED_HOSTS: 'a' })).toEqual(['a', 'headwater.example']);
  });

  it('take limits and any free port', () => {
    const settings = readServerSettings({
      PORT: '0',
      HEADWATER_MAX_DEPTH: '20',
      HEADWATER_ALLOWED_HOSTS: 'a.example, b',
    });
    expect(settings).toMatchObject({ port: 0, limits: { depth: 20 }, allowedHosts: ['a.example', 'b'] });
  });

  it.each(['65536', '-1', '3000.5', 'abc', '0x10', '1e3', '99999999999999999999'])(
    'refuse the port %s in one line',
    (PORT) => {
      const expected = `PORT is "${PORT}"; it must be a whole number from 0 to 65535.`;
      expect(() => readServerSettings({ PORT })).toThrow(expected);
    },
  );
});
