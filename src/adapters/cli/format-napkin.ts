import { readNapkinText, type NapkinReading } from '../../application/index.js';

/** A text and its canonical form; null where the text has errors and is better left alone. */
export interface FormattedNapkin {
  readonly reading: NapkinReading;
  readonly text: string | null;
}

/** The canonical text, with the line ends and the byte order mark that the file has. */
export function formatNapkin(text: string): FormattedNapkin {
  const reading = readNapkinText(text);
  if (reading.problems.some(({ severity }) => severity === 'ERROR')) return { reading, text: null };
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return { reading, text: mark + reading.canonical.replaceAll('\n', lineEnd) };
}
