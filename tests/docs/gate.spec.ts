import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { OVERRIDE_FAULTS, readNapkin, RULES } from '../../src/domain/index.js';
import { readOverride } from '../../src/adapters/cli/read-override.js';

const page = readFileSync(new URL('../../docs/gate.md', import.meta.url), 'utf8');

describe('the page about the gate', () => {
  it('shows lines that the notation reads without a word against them', () => {
    const fenced = [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)];
    const blocks = fenced.flatMap(([, language, text]) => (language === '' && text ? [text] : []));
    expect(blocks.length).toBeGreaterThan(1);
    for (const text of blocks) {
      const napkin = text.startsWith('stream')
        ? text
        : `stream A\nPrice the kitchen\nRelease the quotation\n${text}`;
      expect(readNapkin(napkin).problems).toEqual([]);
    }
  });

  it('shows an override as the command line reads it', () => {
    const [, typed] = /--override "([^"]+)"/.exec(page) ?? [];
    expect(readOverride(typed ?? '')).toMatchObject({ by: 'Mara', until: '2026-12-31', why: 'Jonas is ill' });
  });

  it('names every reason against an override, and only rules that there are', () => {
    for (const code of OVERRIDE_FAULTS) expect(page).toContain(code);
    const rules = new Set(RULES.map(({ code }) => code));
    for (const code of ['STREAM_WITHOUT_OWNER', 'COMPENSATING_CONTROL_DECLARED', 'OVERRIDE_STANDS'])
      expect({ code, there: rules.has(code), told: page.includes(code) }).toEqual({
        code,
        there: true,
        told: true,
      });
  });
});
