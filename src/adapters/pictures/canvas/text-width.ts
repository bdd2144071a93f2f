type Widths = Readonly<Record<string, string>>;

/** Advance widths in hundredths of the text size, of the widest of the sans-serif fonts in common use, rounded up. */
const REGULAR: Widths = {
  30: "'ijlIJ",
  34: ' ,./:;\\|',
  38: 'f-',
  42: '()[]t!r',
  50: '"*_`',
  56: '?szLc',
  64: 'FkvxyPTYaeo$0123456789ESbdghnpqu{}',
  70: 'KABCRVXZ',
  78: 'UHN&DG',
  84: 'OQw#+<=>^~',
  88: 'M',
  100: '%m@W',
};
const BOLD: Widths = {
  38: "' ijl,./IJ\\|",
  44: ':;-f',
  50: '!()[]t_`r',
  56: '"*',
  64: '?cszL',
  72: 'vxyaek$0123456789EFTobdghnpqu{}',
  78: 'CPSYZABKRVX',
  86: 'U#+<=>DGHN^~OQ',
  94: '&w',
  112: '@M%mW',
};

function tableOf(widths: Widths): ReadonlyMap<number, number> {
  return new Map(
    Object.entries(widths).flatMap(([width, letters]) =>
      [...letters].map((letter) => [letter.codePointAt(0) ?? 0, Number(width) / 100] as const),
    ),
  );
}

const TABLES = { regular: tableOf(REGULAR), bold: tableOf(BOLD) };

/** First code point of a script or block, and the widest letter to be reckoned with from there on. */
const SCRIPTS: readonly (readonly [from: number, width: number])[] = [
  [0x20000, 1.05],
  [0x1f000, 1.45],
  [0xffe0, 1.05],
  [0xff61, 0.7],
  [0xfe70, 1.4],
  [0xfb50, 1.7],
  [0xac00, 1.05],
  [0x2e80, 1.05],
  [0x2190, 1.5],
  [0x2030, 1.9],
  [0x2027, 0.6],
  [0x2020, 1.05],
  [0x2018, 0.56],
  [0x2010, 1.05],
  [0x1000, 1.3],
  [0x900, 1.2],
  [0x600, 1.4],
  [0x590, 0.8],
  [0x460, 1.45],
  [0x400, 1.2],
  [0x370, 1.12],
  [0x1f4, 1.05],
  [0x1c4, 1.6],
  [0x180, 1.1],
  [0xa0, 0.9],
  [0, 0.7],
];
const WIDE_LATIN = /[©®æÆœŒ¼½¾Ŵŵ]/u;
const NO_WIDTH = /^[\p{M}\p{Cf}]$/u;

/** Width of a text in units of the drawing: rather too much than too little, whichever sans-serif font draws it. */
export function textWidth(text: string, size: number, bold = false): number {
  const table = bold ? TABLES.bold : TABLES.regular;
  let sum = 0;
  for (const letter of text) sum += table.get(letter.codePointAt(0) ?? 0) ?? widthOfOther(letter, bold);
  return sum * size;
}

function widthOfOther(letter: string, bold: boolean): number {
  if (NO_WIDTH.test(letter)) return 0;
  if (WIDE_LATIN.test(letter)) return 1.17;
  const point = letter.codePointAt(0) ?? 0;
  const width = SCRIPTS.find(([from]) => point >= from)?.[1] ?? 1;
  return bold ? width * 1.12 : width;
}
