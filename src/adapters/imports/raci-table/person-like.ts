import { BUILT_IN_CATALOGUE } from '../../../domain/capability/index.js';
import { foldWord } from './letter-words.js';
import { roleLikeness } from './head-words.js';
import { words } from './words.js';

/** One word with a capital, or two that a hyphen joins. */
const SINGLE_NAME = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u;
const LONGEST_NAME = 14;
/** Endings of words for work and departments: Development, Planung. */
const WORK_ENDING =
  /(?:ment|tion|sion|ing|ance|ence|ity|ics|ship|ness|ware|ung|heit|keit|schaft|tik|leitung|werk|dienst)s?$/u;
/** Departments that neither an ending nor the catalogue tells from a name. */
const DEPARTMENTS = words(`
  back, front, shop, store, stores, store-room, goods, health, safety, arts, crafts, supply, supplies, chain, site, field,
  floor, chef, kueche, kuche, lager, versand, einkauf, verkauf, vertrieb, technik, montage, werkstatt, buro, bureau, empfang,
  atelier, cuisine, ventes, achats, ventas, compras, almacen, taller, cocina, media, press, risk, trade, export, import, board
`);

/** true where a text looks like the single name of a person: "Ann", and neither "Research" nor "Owner". */
export function looksLikePerson(text: string): boolean {
  if (text.length > LONGEST_NAME || !SINGLE_NAME.test(text) || roleLikeness([text]) > 0) return false;
  const folded = foldWord(text);
  return !WORK_ENDING.test(folded) && !DEPARTMENTS.includes(folded) && !workWords().has(folded);
}

let known: ReadonlySet<string> | null = null;

/** Every word of the built-in catalogue, and of what it calls the holders of its capabilities. */
function workWords(): ReadonlySet<string> {
  known ??= new Set(
    BUILT_IN_CATALOGUE.entries.flatMap(({ name, aliases, related, holder }) =>
      [name, holder, ...aliases, ...related].flatMap((text) => foldWord(text).split(/[^\p{L}]+/u)),
    ),
  );
  return known;
}
