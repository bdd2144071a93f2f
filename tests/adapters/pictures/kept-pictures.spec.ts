import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { drawPicture, type Chart } from '../../../src/adapters/pictures/index.js';
import { measuredOne, sampleNapkins } from './drawn.js';

/**
 * The pictures of the samples as documents show them. `node scripts/jest.mjs --golden tests/adapters/pictures/kept`
 * draws them again, and the difference is looked at.
 */
const folder = new URL('../../../docs/pictures/', import.meta.url);
const rewrite = process.env['HEADWATER_GOLDEN'] === 'rewrite';
const KEPT: readonly (readonly [sample: string, charts: readonly Chart[]])[] = [
  ['custom-cabinets', ['map', 'load', 'forces']],
  ['letter-stage-service', ['map']],
  ['software-company', ['map']],
];

describe('the pictures in the documents', () => {
  const made = new Map(
    KEPT.flatMap(([sample, charts]) => {
      const text = sampleNapkins().find(([name]) => name === `${sample}.napkin`)?.[1] ?? '';
      const { stream, metrics } = measuredOne(text);
      return charts.map((chart) => {
        const svg = drawPicture(chart, stream, metrics, { theme: 'light', paper: 'A3' });
        return [`${sample}-${chart}.svg`, svg] as const;
      });
    }),
  );

  it.each([...made])('%s is what is drawn of the sample today', (name, svg) => {
    const file = new URL(name, folder);
    if (rewrite) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, svg);
    }
    expect(existsSync(file) && readFileSync(file, 'utf8') === svg).toBe(true);
  });

  it('are small enough to be kept, and all of them are held to the samples', () => {
    const kept = readdirSync(folder).filter((name) => name.endsWith('.svg'));
    expect(kept.sort()).toEqual([...made.keys()].sort());
    for (const svg of made.values()) expect(svg.length).toBeLessThan(150_000);
  });
});
