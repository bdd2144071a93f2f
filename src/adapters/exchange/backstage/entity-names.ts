const LONGEST = 63;

/**
 * Names as the Backstage catalogue takes them, in the order of the titles: small letters, digits and hyphens, at most 63 signs,
 * each once. Letters without a counterpart there are left out; what leaves nothing is a group with its number.
 */
export function entityNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title, index) => {
    const plain = cut(plainOf(title), LONGEST) || `group-${index + 1}`;
    let name = plain;
    for (let nth = 2; taken.has(name); nth++) name = `${cut(plain, LONGEST - 1 - String(nth).length)}-${nth}`;
    taken.add(name);
    return name;
  });
}

function plainOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '');
}

function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/-+$/, '');
}
