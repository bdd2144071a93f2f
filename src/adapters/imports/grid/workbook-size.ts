const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** What a zip file says of itself: its entries and the bytes they unpack to; null where it is no whole zip file. */
export function workbookSize(
  bytes: Uint8Array,
): { readonly entries: number; readonly unpacked: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 65_535; at -= 1) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    const entries = view.getUint16(at + 10, true);
    let unpacked = 0;
    let entry = view.getUint32(at + 16, true);
    for (let nth = 0; nth < entries; nth += 1) {
      if (entry + 46 > bytes.length || view.getUint32(entry, true) !== DIRECTORY_ENTRY) return null;
      unpacked += view.getUint32(entry + 24, true);
      entry +=
        46 +
        view.getUint16(entry + 28, true) +
        view.getUint16(entry + 30, true) +
        view.getUint16(entry + 32, true);
    }
    return { entries, unpacked };
  }
  return null;
}
