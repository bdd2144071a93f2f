import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readNapkin, type DraftLine, type TextPlace } from '../../src/domain/index.js';
import { napkinBlocks } from '../docs/napkin-blocks.js';
import { growthOfWork } from '../support/count-work.js';
import { grammar, scopesOf, type Rule } from './tokenize.js';

const top = new URL('../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, top), 'utf8');
const PAGES = ['docs/notation.md', 'docs/notation-reference.md'];
const examples = PAGES.flatMap((page) =>
  napkinBlocks(text(page)).map((block) => ({ ...block, place: `${page}:${block.line}` })),
);
/** What nobody means to write: an editor colours it as it is spelled, the reader reads it as it is meant. */
const MISTAKEN = new Set([
  'full-of-mistakes.napkin',
  ...examples.flatMap(({ wrong, place }) => (wrong ? [place] : [])),
]);
const SAMPLES = [
  ...readdirSync(new URL('seeds/', top)).map((name): [string, string] => [name, text(`seeds/${name}`)]),
  ...examples.map((block): [string, string] => [block.place, block.text]),
];

interface Claim {
  readonly place: TextPlace;
  readonly scope: string;
}

/** What the reader says of a text, as the scopes that an editor has to show. */
function claimsOf(lines: readonly DraftLine[]): Claim[] {
  return lines.flatMap((line) => {
    if (line.kind === 'meanwhile' || line.kind === 'either') {
      return [line.head, ...line.branches.map((branch) => branch.lines)].flatMap(claimsOf);
    }
    const claims: (readonly [TextPlace | null | undefined, string])[] = [];
    if (line.kind === 'comment' || line.kind === 'pain') claims.push([line.at, line.kind]);
    if (line.kind === 'wait') claims.push([line.time.at, 'duration']);
    if (line.kind === 'lost') claims.push([line.share.at, 'share']);
    if (line.kind === 'back') claims.push([line.to.at, 'variable.other.step'], [line.share?.at, 'share']);
    if (line.kind === 'step') {
      const { step } = line;
      claims.push([step.at, 'entity.name.function.step'], [step.sometimes?.at, 'share']);
      claims.push([step.processTime?.at, 'duration'], [step.leadTime?.at, 'duration']);
      claims.push([step.every?.at, 'duration'], [step.changeover?.at, 'duration']);
      claims.push([step.completeAndAccurate?.at, 'share'], [step.uptime?.at, 'share']);
      for (const { at } of step.performers) claims.push([at, 'performer']);
      for (const { at } of step.capabilities) claims.push([at, 'capabilit|level|licence|string']);
    }
    return claims.flatMap(([place, scope]) => (place ? [{ place, scope }] : []));
  });
}

function wrongIn(source: string): string[] {
  const lines = source.split('\n');
  const claims = readNapkin(source).drafts.flatMap(({ lines: all, above }) =>
    claimsOf([...(above ?? []), ...all]),
  );
  return claims.flatMap(({ place, scope }) => {
    const line = lines[place.line - 1] ?? '';
    const shown = scopesOf(line).slice(place.column - 1, place.column - 1 + place.length);
    const wrong = shown.find((each, index) => {
      const sign = line[place.column - 1 + index] ?? ' ';
      return !/[\s,.;]/.test(sign) && !new RegExp(scope).test(each);
    });
    return wrong === undefined ? [] : [`${place.line}:${place.column} ${line} — ${scope}, not "${wrong}"`];
  });
}

const KEYWORDS: readonly (readonly [line: string, word: string])[] = [
  ['stream Call to mended roof', 'stream'],
  ['sales:', 'sales'],
  ['fulfilment:   # from here', 'fulfilment'],
  ['customer: Homeowner', 'customer'],
  ['demand: ~40/month', 'demand'],
  ['people: 37h 30m/week', 'people'],
  ['never together: A, B', 'never together'],
  ['person Dana 32h {scheduling 3}', 'person'],
  ['wait 3d fifo 20 "why"', 'wait'],
  ['stock 400 pull', 'stock'],
  ['lost ~50%', 'lost'],
  ['  then back to Visit site 20%', 'back to'],
  ['  then wait 3d', 'then'],
  ['  20%: either', 'either'],
  ['meanwhile # both', 'meanwhile'],
  ['end', 'end'],
  ['  stop', 'stop'],
  ['after Visit site, "Price it"', 'after'],
  ['sometimes 30%: Rent a lift @Dana', 'sometimes'],
];

const scopeAt = (line: string, part: string): string => scopesOf(line)[line.indexOf(part)] ?? '';

describe('the grammar for editors', () => {
  it('is named for napkins, and every rule that it includes is there', () => {
    expect(grammar).toMatchObject({ scopeName: 'source.napkin', fileTypes: ['napkin'] });
    const rules: Rule[] = [...grammar.patterns, ...Object.values(grammar.repository)];
    for (let rule = rules.pop(); rule !== undefined; rule = rules.pop()) {
      rules.push(...(rule.patterns ?? []));
      if (rule.include) expect(grammar.repository).toHaveProperty([rule.include.slice(1)]);
      for (const pattern of [rule.match, rule.begin, rule.end]) {
        if (pattern !== undefined) expect(() => new RegExp(pattern)).not.toThrow();
      }
    }
  });

  it('finds steps, marks, comments and pains where the reader finds them', () => {
    for (const [name, source] of SAMPLES) {
      const wrong = MISTAKEN.has(name) ? [] : wrongIn(source);
      expect({ name, wrong }).toEqual({ name, wrong: [] });
    }
  });

  it.each(KEYWORDS)('shows in %j the word %j as a word of the notation', (line, word) => {
    const at = line.indexOf(word);
    const scopes = scopesOf(line).slice(at, at + word.length);
    for (const scope of scopes) expect(scope).toMatch(/^keyword\./);
  });

  it('takes a line for a step where it has not the shape of its first word', () => {
    for (const line of [
      'Wait for the deposit',
      'Stock shelves 10m',
      'Lost and found',
      'End of day report 10m',
    ]) {
      expect([line, scopeAt(line, line.slice(0, 3))]).toEqual([line, 'entity.name.function.step.napkin']);
    }
    expect(scopeAt('Qualify lead 10m', 'lead')).toContain('entity.name');
    expect(scopeAt('Qualify the lead 4d', 'lead')).toContain('keyword.other.mark');
    expect(scopeAt('Sell 3 10m', '3')).toContain('entity.name');
  });

  it('shows marks behind a step, and no comment where # is part of a word', () => {
    const line =
      'Fit the kitchen @"Tech Lead" 2d 90% x2 (value) every 1w uptime 80% [CAD] {fitting 3, wiring (licence)} asks Sam ! late # why';
    expect(scopeAt(line, '@"Tech')).toContain('performer');
    expect(scopeAt(line, 'x2')).toContain('people');
    expect(scopeAt(line, '(value)')).toContain('value');
    for (const word of ['every', 'uptime', 'asks'])
      expect(scopeAt(line, word)).toContain('keyword.other.mark');
    expect(scopeAt(line, 'CAD')).toContain('system');
    expect(scopeAt(line, 'fitting')).toContain('capability');
    expect(scopeAt(line, '3,')).toContain('level');
    expect(scopeAt(line, '(licence)')).toContain('licence');
    expect(scopeAt('Call C#1 @Bo', '#')).toContain('entity.name');
  });

  it('is looked up as often as a line is long, and no more', () => {
    const line = (words: number) => () => scopesOf(`${'word '.repeat(words)}10m @A`);
    expect(growthOfWork(line(200), line(800), '/tests/editors/')).toBeLessThan(5);
  });
});
