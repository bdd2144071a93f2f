import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { MODEL_PROBLEMS } from '../../src/adapters/imports/model/index.js';
import { TABLE_PROBLEMS } from '../../src/adapters/imports/stream-table/index.js';
import { CHART_RULES, NAPKIN_PROBLEMS, RULES } from '../../src/domain/index.js';

/** The reference of everything that the program may tell, made from the rules themselves; `npm run golden` writes it. */
const page = new URL('../../docs/reference.md', import.meta.url);

function table(rows: readonly (readonly [code: string, severity: string, sentence: string])[]): string {
  const lines = rows.map(
    ([code, severity, sentence]) => `| \`${code}\` | ${severity} | ${sentence.replaceAll('|', '\\|')} |`,
  );
  return ['| code | severity | what it says |', '| --- | --- | --- |', ...lines].join('\n');
}

function reference(): string {
  const findings = RULES.map(({ code, severity, norm }) => [code, severity, norm] as const);
  const problems = NAPKIN_PROBLEMS.map(({ code, severity, sentence }) => [code, severity, sentence] as const);
  const chart = CHART_RULES.map(({ code, severity, norm }) => [code, severity, norm] as const);
  return `# What Headwater may tell

Programs read the codes, people read the messages: those say what is wrong, where, and what would put it right.

## Findings of a plan

Each is told where its norm is not met.

${table(findings)}

## Problems of a napkin's text

${table(problems)}

## Problems of a table of steps

Beside those of a napkin's text, told by cell.

${table(TABLE_PROBLEMS)}

## Problems of a model of another tool

${table(MODEL_PROBLEMS)}

## Faults of an existing RACI chart

Thresholds are settings of \`headwater audit\`.

${table(chart)}
`;
}

describe('the reference', () => {
  it('has every rule and every problem in its present words', () => {
    const made = reference();
    if (process.env['HEADWATER_GOLDEN'] === 'rewrite') writeFileSync(page, made);
    expect(readFileSync(page, 'utf8')).toBe(made);
  });
});
