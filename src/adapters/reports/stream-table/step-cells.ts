import {
  printAmount,
  printCapabilities,
  printCount,
  printDuration,
  printShare,
  readStepCell,
  type DraftCapability,
  type DraftDuration,
  type DraftNumber,
  type DraftReference,
  type DraftStep,
} from '../../../domain/index.js';
import { textCell, type StreamColumn, type TableCell, type TableRow } from './stream-columns.js';

/** The cells of a step; what the draft does not tell has no cell. */
export function stepCells(step: DraftStep): TableRow {
  const cells: TableRow = { step: textCell(nameText(step.name)) };
  const put = (column: StreamColumn, cell: TableCell | null): void => {
    if (cell !== null) cells[column] = cell;
  };
  const who = [...step.performers.map(performerText), ...(step.performerUnknown ? ['?'] : [])];
  put('who', who.length === 0 ? null : textCell(who.join(', ')));
  put('time', timeCell(step.processTime));
  put('lead', timeCell(step.leadTime));
  put('quality', shareCell(step.completeAndAccurate));
  put('sometimes', shareCell(step.sometimes));
  put('people', plainCount(step.people));
  put('value', step.value === null ? null : textCell(step.value.toLowerCase()));
  put('outside', step.outside ? textCell('yes') : null);
  put('every', timeCell(step.every));
  put('uptime', shareCell(step.uptime));
  put('changeover', timeCell(step.changeover));
  put('batch', plainCount(step.batch));
  put('systems', listCell(step.systems));
  const capabilities = step.capabilities.map(capabilityText).join(', ');
  put('capabilities', capabilities === '' ? null : textCell(capabilities));
  put('asks', namesCell(step.asks));
  put('tells', namesCell(step.tells));
  put('approves', namesCell(step.approves));
  put('checks', namesCell(step.checks));
  put('serves', namesCell(step.serves ?? []));
  put('pain', step.pain === null ? null : textCell(step.pain));
  put('was', step.was === null ? null : textCell(step.was));
  return cells;
}

/** The name of a step; in quotes where a table would read more in it than the name. */
function nameText(name: string): string {
  const text = name.replace(/\s+/g, ' ').trim();
  const said = readStepCell(text);
  return said.kind === 'NAME' && said.name === text ? text : quoted(text);
}

/** A performer; in quotes where the name would be read as nobody. */
function performerText({ name }: DraftReference): string {
  return /^(?:[-–—]+|unknown|tbd)$/i.test(name) ? quoted(name) : listed(name);
}

/** A capability as the notation has it; in quotes also where a table would part it. */
function capabilityText(capability: DraftCapability): string {
  const text = printCapabilities([capability]).slice(1, -1);
  if (text.startsWith('"') || !/[;'`]/.test(capability.name)) return text;
  return text.replace(capability.name, () => quoted(capability.name));
}

/** A duration as text, so that units, ranges and guesses stay what they are. */
export function timeCell(time: DraftDuration | null): TableCell | null {
  return time === null ? null : textCell(printDuration(time));
}

/** A share: a number where it is a plain one, text where it is a guess or a range. */
export function shareCell(share: DraftNumber | null): TableCell | null {
  if (share === null) return null;
  const text = printShare(share);
  if (share.guess || share.high !== null) return textCell(text);
  return { text, number: Number(printAmount(share.low * 100)) / 100, format: 'PERCENT' };
}

/** A number of units: a number where it is a plain one, text where it is a guess or a range. */
export function countCell(count: DraftNumber): TableCell {
  const text = printCount(count);
  return count.guess || count.high !== null
    ? textCell(text)
    : { text, number: Number(text), format: 'COUNT' };
}

function plainCount(count: number | null): TableCell | null {
  return count === null ? null : { text: printAmount(count), number: count, format: 'COUNT' };
}

/** Names of steps, people or roles with commas between them. */
export function namesCell(names: readonly DraftReference[]): TableCell | null {
  return listCell(names.map(({ name }) => name));
}

function listCell(names: readonly string[]): TableCell | null {
  return names.length === 0 ? null : textCell(names.map(listed).join(', '));
}

/** A name in a list: in quotes where a sign in it would end it or be read as another. */
export function listed(name: string): string {
  const text = name.replace(/\s+/g, ' ').trim();
  return /[,;"“”„‟\\]|^[@?'`]/.test(text) ? quoted(text) : text;
}

/** A text in quotes as the notation writes it. */
export function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
