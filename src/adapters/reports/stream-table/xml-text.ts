import { guardText } from './guard-text.js';

/** What no XML may hold, or no writer of workbooks keeps: control characters, halves of signs, and code points that are no sign. */
const NOT_KEPT = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/gu;

/** A text as a workbook keeps it: what it cannot hold is escaped, and what looks like one of its escapes too. */
export function xmlText(text: string): string {
  return guardText(text)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(NOT_KEPT, (sign) => sign.replace(/[^]/g, escapeUnit));
}

function escapeUnit(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
