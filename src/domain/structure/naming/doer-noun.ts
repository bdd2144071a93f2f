import { titleOf } from './performer-nouns.js';

/** Verbs whose doer is no plain -er. */
const DOERS: ReadonlyMap<string, string> = new Map(
  (
    'assist assistant;account accountant;act actor;administer administrator;advise adviser;analyse analyst;audit auditor;' +
    'buy buyer;calculate calculator;collect collector;conduct conductor;consult consultant;contract contractor;cook cook;' +
    'coordinate coordinator;create creator;direct director;edit editor;guard guard;guide guide;inspect inspector;' +
    'instruct instructor;invest investor;moderate moderator;negotiate negotiator;nurse nurse;operate operator;' +
    'organise organiser;purchase buyer;sell seller;study analyst;supervise supervisor;survey surveyor;translate translator;type typist'
  )
    .split(';')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** First words of step names that look like verbs but whose doer nobody would call so. */
const WEAK_VERBS: ReadonlySet<string> = new Set(
  'do make get have be give go let keep put take set send close open hold show tell start stop run win wait'.split(
    ' ',
  ),
);

const BREAKS: ReadonlySet<string> = new Set(
  'a an the of for to from in on at with by and or as into per after before until out up off down their our your its his her'.split(
    ' ',
  ),
);

/** First words that are verbs even where no article follows ("Walk dogs"). */
const VERBS: ReadonlySet<string> = new Set(
  (
    'assemble bake bind book brew build carve check clean climb coach code cut deliver design dig draft draw drive dye ' +
    'feed fish fit fix fold forge frame glaze grind groom haul hire install iron knit label lay lead load maintain make ' +
    'measure mend milk mix mount mow pack paint photograph pick plan plant plaster polish press price print program ' +
    'proofread prune repair research review roast sail scan schedule seal serve sew shear ship shoot sort spray stitch ' +
    'sweep teach test tile train transport trim tune walk wash weave weld wire wrap write'
  ).split(' '),
);

const ARTICLES: ReadonlySet<string> = new Set('a an the our your their his her this all'.split(' '));

/** What somebody is called who does a step of this name: "Walk the dogs" → "Dog Walker", "Warranty visit" → "Warranty Visit Specialist"; null where the words tell none. */
export function doerOfStep(name: string): string | null {
  const words = wordsIn(name);
  const [first = '', second = ''] = words;
  if (!/^[a-z]{2,}$/.test(first)) return null;
  if (first.endsWith('ing')) return doerOfSkill(name);
  const isVerb = DOERS.has(first) || VERBS.has(first) || WEAK_VERBS.has(first) || ARTICLES.has(second);
  if (!isVerb) return specialistIn(words);
  const object = objectOf(words.slice(1));
  if (object === null) return titleOf(doerOfVerb(first));
  return titleOf(WEAK_VERBS.has(first) ? `${object} specialist` : `${object} ${doerOfVerb(first)}`);
}

/** What somebody is called who can do this: "llama whispering" → "Llama Whisperer", "margin control" → "Margin Control Specialist"; null where the words tell none. */
export function doerOfSkill(skill: string): string | null {
  const words = wordsIn(skill);
  const last = words.at(-1) ?? '';
  if (words.length <= 3 && /^[a-z]{2,}ing$/.test(last)) {
    return titleOf([...words.slice(0, -1), doerOfVerb(stemOfGerund(last))].join(' '));
  }
  return specialistIn(words);
}

function specialistIn(words: readonly string[]): string | null {
  const plain = words.length > 0 && words.length <= 3 && words.every((word) => /^[a-z][a-z'’-]*$/.test(word));
  return plain ? titleOf(`${words.join(' ')} specialist`) : null;
}

function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}'’-]+/u)
    .filter((word) => word !== '');
}

/** The last word of the first phrase behind the verb, as one thing. */
function objectOf(words: readonly string[]): string | null {
  const start = words.findIndex((word) => !BREAKS.has(word));
  if (start < 0) return null;
  const phrase = words.slice(start);
  const end = phrase.findIndex((word) => BREAKS.has(word));
  const noun = (end < 0 ? phrase : phrase.slice(0, end)).at(-1);
  return noun === undefined ? null : singularOf(noun);
}

function doerOfVerb(verb: string): string {
  const known = DOERS.get(verb);
  if (known) return known;
  if (verb.endsWith('e')) return `${verb}r`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ier`;
  return /^[^aeiou]*[aeiou][bdgmnpt]$/.test(verb) ? `${verb}${verb.slice(-1)}er` : `${verb}er`;
}

function stemOfGerund(gerund: string): string {
  const stem = gerund.slice(0, -3);
  return /([bdgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}

function singularOf(noun: string): string {
  if (/[^aeiou]ies$/.test(noun) && noun.length > 4) return `${noun.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss)es$/.test(noun)) return noun.slice(0, -2);
  return /[^su]s$/.test(noun) && noun.length > 3 && !noun.endsWith('is') ? noun.slice(0, -1) : noun;
}
