import { judge, writeRaciReport, type RaciReport, type Wish } from '../../src/domain/index.js';
import { acceptedIn, planNapkin, stepsOf, wish } from './planned-napkin.js';

/** A bakery with everything that a report prints: owners, an approval, an outsider, work outside, a return. */
export const BAKERY = `stream Order to delivered cake
customer: Bride
owner: Ruth
demand: 10/week

sales:
Answer the request @Ida 15m 90% {reception}
wait 1d
Draw the cake @Noor 1h 80% {cake design 3}
Price the cake @Noor 20m {cake pricing} asks Ida
Release the price @Ruth 5m {margin control} approves "Price the cake"
wait 2d "the bride sleeps on it"

fulfilment:
Bake the layers @Sil 2h 95% {baking}
Decorate the cake @Noor 3h {sugar work} tells Bride
back to "Bake the layers" 5%
Deliver the cake (outside) lead 4h
Send the invoice @Ida 10m {billing}
person Ida 32h {reception, billing}
person Noor 36h {cake design 4, sugar work}
person Sil 38h {baking}
`;

const ASKED: readonly Wish[] = [
  wish('Noor', 'R', 'Draw the cake'),
  wish('Sil', 'C', 'Decorate the cake'),
  wish('Ruth', 'A', 'Send the invoice'),
  wish('Sil', 'R', 'Send the invoice', 'Sil would like to see the numbers'),
  wish('Ida', 'I', null),
];

/** The report of a napkin, with what is accepted and refused of these wishes, as of its second revision. */
export function reportOf(text: string, wishes: readonly Wish[] = ASKED): RaciReport {
  const before = planNapkin(text);
  const assignments = acceptedIn(before, wishes);
  const plan = planNapkin(text, { assignments, known: stepsOf(before) });
  const refusals = judge(before.gate, wishes).flatMap((verdict) =>
    verdict.kind === 'RefusedWish'
      ? [{ refused: verdict, revision: 1, refusedAt: '2025-04-30T15:20:00.000Z' }]
      : [],
  );
  return writeRaciReport({ plan, revision: 2, date: '2025-05-01', refusals });
}

/** What somebody may write as a name in order to break out of a report. */
export const ATTACKS: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style><h1>Gone</h1>',
  '&lt;b&gt;',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(1)',
  ' =1+1',
  '"=1+1"',
  "'=1+1",
  '＝1+1',
  '＠SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\u200b=1+1',
  '\u202e=1+1',
  'a;=1+1',
  'a,"=1+1',
  'two\nlines\r\nthree',
  '| a | b |',
  '`code` **bold** _it_ ~~no~~',
  '[link](javascript:alert(1))',
  '![image](https://example.invalid/x.png)',
  '# heading',
  '- item',
  '1. item',
  '> quote',
  'https://example.invalid www.example.invalid a@example.invalid',
  '\\| escaped',
  '\u202eevil\u202c \u2066hidden\u2069',
  'שלום לכולם',
  'NUL\u0000BEL\u0007',
  '𝔘𝔫𝔦 \ud800 lone',
];

/** A report in which every text of users is the attack. */
export function attackedReport(attack: string): RaciReport {
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string') return attack;
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, KEPT.has(key) ? part : replace(part)]),
    );
  };
  return replace(BAKED) as RaciReport;
}

const KEPT = new Set([
  'letter',
  'letters',
  'accepted',
  'severity',
  'status',
  'force',
  'code',
  'rule',
  'rung',
]);

const BAKED = reportOf(BAKERY);
