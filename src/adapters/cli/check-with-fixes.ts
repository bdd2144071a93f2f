import { jsonText } from './command-context.js';
import { fixNapkin, type FixedNapkin } from './fix-napkin.js';
import { count } from './page.js';
import { paintWith } from './paint.js';
import { readingAsJson } from './plan-as-json.js';
import { printFixes } from './print-fixes.js';
import { printProblems, summaryOf } from './print-problems.js';
import type { Source } from './read-source.js';
import { rewriteFile } from './rewrite-file.js';
import type { Terminal } from './terminal.js';

/**
 * Makes the fixes of a text, writes the file back where one was made, and tells what was fixed and what is left.
 * Standard input goes to standard output as fixed text (as data with asJson), and the talk to standard error.
 */
export async function checkWithFixes(
  path: string,
  source: Source,
  asJson: boolean,
  terminal: Terminal,
): Promise<FixedNapkin> {
  const napkin = await terminal.progress(`fixing ${source.name}`, () => fixNapkin(source.text));
  const piped = path === '-';
  if (!piped && napkin.text !== source.text) await rewriteFile(path, source.text, napkin.text);
  if (asJson) {
    const { text, fixed, reading } = napkin;
    terminal.out(jsonText({ ...readingAsJson(source, reading), fixed, text }));
    return napkin;
  }
  if (piped) terminal.out(napkin.text);
  const say = piped ? terminal.err : terminal.out;
  const coloured = piped ? terminal.colourOfErrors : terminal.colour;
  say(`${talkOf(source, napkin, coloured).join('\n')}\n`);
  return napkin;
}

function talkOf({ name }: Source, { text, fixed, reading }: FixedNapkin, colour: boolean): string[] {
  const paint = paintWith(colour);
  const size = `${count(reading.steps, 'step')} in ${count(reading.streams.length, 'stream')}`;
  return [
    ...printFixes(name, fixed, paint),
    ...printProblems({ name, text }, reading.problems, paint),
    `${name}: ${count(fixed.length, 'fix', 'fixes')} made; ${leftOf(reading.problems)} (${size})`,
  ];
}

function leftOf(problems: FixedNapkin['reading']['problems']): string {
  return problems.length === 0 ? 'nothing left' : `left: ${summaryOf(problems)}`;
}
