import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

describe('secrets that lie in files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-secrets-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('are taken from there, as a store of secrets hands them out', () => {
    const database = 'postgres://headwater:a b#c@db.example.org/headwater?sslmode=verify-full';
    const settings = readServerSettings({
      HEADWATER_DATABASE_FILE: file('database', `${database}\n`),
      HEADWATER_INTROSPECTION_TOKEN_FILE: file('introspection', 'brook'),
      HEADWATER_METRICS: 'on',
      HEADWATER_METRICS_TOKEN_FILE: file('metrics', 'river\r\n'),
      HEADWATER_OPENID_ISSUER: 'https://id.example',
      HEADWATER_OPENID_CLIENT_ID: 'a',
      HEADWATER_OPENID_CLIENT_SECRET_FILE: file('client', 'sea'),
    });
    expect(settings).toMatchObject({
      ...{
        database,
        introspectionToken: 'brook',
        metrics: { token: 'river' },
        openId: { clientSecret: 'sea' },
      },
    });
  });

  it.each([
    ['is not there', () => join(folder, 'nowhere'), 'cannot be read (ENOENT)'],
    ['is a folder', () => folder, 'cannot be read (EISDIR)'],
    ['is empty', () => file('empty', '\n'), 'one line with the secret was expected'],
    ['has two lines', () => file('two', 'brook\nriver\n'), 'one line with the secret was expected'],
  ])('are refused where the file %s, without telling what stands there', (_what, path, why) => {
    const reading = () => readServerSettings({ HEADWATER_METRICS_TOKEN_FILE: path() });
    expect(reading).toThrow(why);
    expect(reading).toThrow('HEADWATER_METRICS_TOKEN_FILE is "');
    expect(reading).not.toThrow(/brook/);
  });

  it('are told once: in a file or by themselves', () => {
    const both = { HEADWATER_METRICS_TOKEN: 'a', HEADWATER_METRICS_TOKEN_FILE: file('b', 'b') };
    expect(() => readServerSettings(both)).toThrow(
      'HEADWATER_METRICS_TOKEN and HEADWATER_METRICS_TOKEN_FILE are both',
    );
  });
});
