import { stemOf } from '../../../capability/index.js';

/** Words by their stems, in order; where each stands. */
export type Stems = ReadonlyMap<string, number>;

/** Words that are not the same though their stems are: each row is one word in its forms. */
const OWN_STEMS: ReadonlyMap<string, string> = new Map(
  (
    'win wins winning;wine wines;fill fills filling filled;file files filing filed;plan plans planning planned;' +
    'plane planes planing planed;car cars;care cares caring cared;till tills;tile tiles tiling tiled;rat rats;' +
    'rate rates rating rated;rid;ride rides riding;pan pans;pane panes;hop hops hopping;hope hopes hoping;' +
    'scrap scraps;scrape scraping scraped;tap taps;tape tapes taping;bar bars;sit sits sitting;site sites'
  )
    .split(';')
    .flatMap((row) => {
      const forms = row.split(' ');
      return forms.map((form) => [form, forms[0] ?? form] as const);
    }),
);

/** Words that say nothing of the work, what is left of "client's" among them. */
const LEFT_AWAY: ReadonlySet<string> = new Set('a an and the our your its his her their s'.split(' '));

/** So many words are remembered with their stems: more than people use, and no more than fit. */
const MOST_KNOWN = 10_000;
const known = new Map<string, string>(OWN_STEMS);

/** The stem of a word, worked out once while there is room. */
function ownStemOf(word: string): string {
  const stem = known.get(word) ?? stemOf(word);
  if (known.size < MOST_KNOWN) known.set(word, stem);
  return stem;
}

/** The stems of the words of a name, in order; "SocialWorker" is two words. */
export function stemsOf(text: string): Stems {
  const words = text
    .normalize('NFC')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && !LEFT_AWAY.has(word));
  const stems = new Map<string, number>();
  for (const word of words) {
    const stem = ownStemOf(word);
    if (!stems.has(stem)) stems.set(stem, stems.size);
  }
  return stems;
}
