const SIGNS: Readonly<Record<string, string>> = {
  '#': '#35;',
  '"': '#quot;',
  '&': '#amp;',
  '<': '#lt;',
  '>': '#gt;',
  '`': '#96;',
  '\\': '#92;',
};

/** A text within the quotes of a label, so that nothing in it is taken for a sign of the diagram. */
export function escapeMermaid(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[#"&<>`\\]/g, (sign) => SIGNS[sign] ?? sign);
}
