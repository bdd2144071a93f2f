import type { MadeFix } from './fix-napkin.js';
import type { Paint } from './paint.js';
import { visible } from './text-layout.js';

/** Every fix that was made as `file:line:column fixed code`, with what stood there and what stands there now. */
export function printFixes(name: string, fixed: readonly MadeFix[], paint: Paint): string[] {
  return fixed.map((fix) => {
    const where = `${name}:${fix.place.line}:${fix.place.column}`;
    return `${paint.bold(where)} ${paint.green('fixed')} ${paint.dim(fix.code)} ${changeOf(fix)}`;
  });
}

function changeOf({ was, became, place }: MadeFix): string {
  if (place.length === 0) return `put in: ${visible(became.trim())}`;
  if (became.includes('\n')) return 'one line is now two';
  return `${visible(was)} → ${visible(became)}`;
}
