import { chanceFrom } from './make-stream.js';

const PIECES = [
  'Visit the site @Sam 2h 95% "',
  'back to nothing 400%',
  '{a, b',
  'meanwhile',
  'either',
  '20%: Pay lead',
  'end end',
  'asks asks asks',
  '“Quoted” 3–1d',
  'demand: many',
  '\\" \\" @ @? x x0',
  'sale:',
  'never together: A',
  '~~ 7h 40m 12 %',
  '! # ! #',
];

/** So many lines of pieces of the notation thrown together, the same in every run. */
export function makeOddText(lines: number): string {
  const chance = chanceFrom(2);
  const piece = (): string => PIECES[Math.floor(chance() * PIECES.length)] ?? '';
  return Array.from({ length: lines }, () => `${piece()} ${piece()}`).join('\n');
}
