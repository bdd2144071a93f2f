/** A text with the encoding that it was read by; guessed where the file did not say and is not UTF-8. */
export interface DecodedText {
  readonly text: string;
  readonly guessed: boolean;
}

/** Reads bytes as UTF-8, as UTF-16 (by its mark, or by its zeros), else as Windows-1252; null where they are no text. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const text = decodeUnicode(bytes);
  if (text !== null) return text.includes('\u0000') ? null : { text, guessed: false };
  if (bytes.includes(0)) return null;
  return { text: new TextDecoder('windows-1252').decode(bytes), guessed: true };
}

function decodeUnicode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const zeros = [0, 0];
  for (let at = 0; at < Math.min(bytes.length, 512); at += 1)
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = Math.min(bytes.length, 512) / 4;
  if (odd > half && even === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (even > half && odd === 0) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
