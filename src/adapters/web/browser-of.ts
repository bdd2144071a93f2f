import type { IncomingMessage } from 'node:http';

/** In the order in which they are looked for: most browsers also call themselves by the names of others. */
const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/^curl\//, 'curl'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b|\biPad\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** What a browser says that it is, in few words that tell one session from another; empty where it says nothing known. */
export function browserOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const told = headers['user-agent'] ?? '';
  const [program, system] = [PROGRAMS, SYSTEMS].map((known) => known.find(([sign]) => sign.test(told))?.[1]);
  return [program, system].filter((word) => word !== undefined).join(' on ');
}
