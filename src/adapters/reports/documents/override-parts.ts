import type { ReportOverride } from '../../../domain/index.js';
import { tableOf, type Block, type Sheet } from './document.js';

/** What is said above every table of overrides. */
export const OVERRIDES_SAID =
  'No step justifies these: the gate refuses them, and somebody let them stand until a day. Marked ! in the matrix.';

/** What the gate says against it, or that the stream justifies it by now. */
export function gateOn({ against }: ReportOverride): string {
  return against.length === 0
    ? 'The stream justifies it by now: propose it, and end the override.'
    : against.map(({ code, message }) => `${code} ${message}`).join(' ');
}

/** The overrides as a table; nothing where none stands. */
export function overrideBlocks(overrides: readonly ReportOverride[]): Block[] {
  const rows = overrides.map((one) => [
    one.holder,
    `${one.letter}!`,
    one.step,
    `${one.by}: ${one.why}`,
    one.until,
    gateOn(one),
  ]);
  const heads = ['Holder', 'Letter', 'Step', 'Set by, and why', 'Until', 'What the gate says'];
  return tableOf('Overrides, which nothing justifies', heads, rows, [1]);
}

/** The overrides as a sheet; none where none stands. */
export function overrideSheets(overrides: readonly ReportOverride[]): readonly Sheet[] {
  if (overrides.length === 0) return [];
  return [
    {
      name: 'Overrides',
      fixed: 1,
      columns: [
        { head: 'Holder', width: 22 },
        { head: 'Letter', width: 8, letters: true },
        { head: 'Step', width: 32 },
        { head: 'Set by', width: 22 },
        { head: 'Why, not read', width: 44 },
        { head: 'Until', width: 12 },
        { head: 'What the gate says', width: 70 },
        { head: 'Revision', width: 9 },
      ],
      rows: overrides.map((one) => [
        one.holder,
        `${one.letter}!`,
        one.step,
        one.by,
        one.why,
        one.until,
        gateOn(one),
        one.revision,
      ]),
    },
  ];
}
