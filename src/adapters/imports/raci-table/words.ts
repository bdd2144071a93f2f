/** The words of a list that is parted by commas and line breaks. */
export function words(list: string): readonly string[] {
  return list
    .split(/\s*,\s*|\n/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
