import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { KNOWN_SETTINGS } from '../../../src/adapters/web/known-settings.js';
import { readServerSettings } from '../../../src/adapters/web/index.js';

const top = new URL('../../../', import.meta.url).pathname;

/** Every name of that kind in the text files of a folder. */
function namesIn(folder: string): ReadonlySet<string> {
  const files = readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((file) => /\.(ts|md|service|conf|yml)$|Containerfile$/.test(file))
    .map((file) => readFileSync(join(top, folder, file), 'utf8'));
  return new Set(texts.flatMap((text) => text.match(/\bHEADWATER_[A-Z_]*[A-Z]\b/g) ?? []));
}

describe('settings', () => {
  it.each([
    [{ HEADWATER_METRIC: 'on' }, /HEADWATER_METRIC is set.*no setting.*Did you mean HEADWATER_METRICS\?/],
    [{ HEADWATER_BEHINDPROXY: 'on' }, /Did you mean HEADWATER_BEHIND_PROXY\?/],
    [{ headwater_log: 'json' }, /Did you mean HEADWATER_LOG\?/],
    [{ HEADWATER_PORT: '8080' }, /Did you mean PORT\?/],
    [{ HEADWATER_HOST: '0.0.0.0' }, /Did you mean HOST\?/],
    [{ HEADWATER_QQQQQQQ: '1' }, /HEADWATER_QQQQQQQ is set.*running\.md/],
  ])('that are misspelt are refused with the nearest name: %j', (environment, message) => {
    expect(() => readServerSettings(environment)).toThrow(message);
  });

  it('that are empty, of other programs, or told by Kubernetes of a service called headwater, are let be', () => {
    const environment = {
      ...{ HEADWATER_METRIC: ' ', HEADWATER_TOKEN: 'hw_x', HEADWATER_SEED: 'random', OTHER_THING: 'on' },
      ...{ HEADWATER_SERVICE_HOST: '10.0.0.1', HEADWATER_SERVICE_PORT_HTTP: '3000' },
      ...{ HEADWATER_PORT: 'tcp://10.0.0.1:3000', HEADWATER_PORT_3000_TCP_ADDR: '10.0.0.1' },
    };
    expect(readServerSettings(environment).port).toBe(3000);
  });

  it('that are read by the server are known, and so is what the docs and the files for deployment name', () => {
    const readBySource = [...namesIn('src/adapters/web')].filter((name) => name !== 'HEADWATER_OPENID');
    const others = ['HEADWATER_TOKEN', 'HEADWATER_SEED', 'HEADWATER_PORT', 'HEADWATER_HOST'];
    const known = new Set([...KNOWN_SETTINGS, ...others]);
    const told = [...readBySource, ...namesIn('docs'), ...namesIn('deploy')];
    expect(told.filter((name) => !known.has(name))).toEqual([]);
    expect([...KNOWN_SETTINGS].sort()).toEqual(KNOWN_SETTINGS);
  });
});
