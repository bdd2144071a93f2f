const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** 1 January 1980, the first day that a zip file can tell. */
const FIRST_DAY = 0x00210000;

/** The same zip file with one fixed time on all of its parts, so that the same content gives the same bytes. */
export function withFixedTimes(zip: Uint8Array): Uint8Array {
  const fixed = Uint8Array.from(zip);
  const view = new DataView(fixed.buffer);
  const end = fixed.length - 22;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) return fixed;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let nth = 0; nth < entries && view.getUint32(at, true) === DIRECTORY_ENTRY; nth += 1) {
    view.setUint32(at + 12, FIRST_DAY, true);
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) === LOCAL_HEADER) view.setUint32(local + 10, FIRST_DAY, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return fixed;
}
