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

const BREAKS: ReadonlySet<string> = new Set(
  'a an the of for to from in on at with by and or as into per after before until out up off down their our your its his her'.split(
    ' ',
  ),
);

/** Verbs whose doer reads well on a card. */
const VERBS: ReadonlySet<string> = new Set(
  (
    'assemble bake bind book brew build carve clean climb coach code deliver design draw drive dye ' +
    'fish fit fold forge frame glaze grind groom haul install iron knit maintain ' +
    'measure milk mix mow pack paint photograph pick plant plaster polish price print program ' +
    'proofread prune repair roast sail serve sew shear shoot sort spray stitch ' +
    'sweep teach test tile train transport trim tune walk wash weave weld wire wrap write'
  ).split(' '),
);

/** What somebody is called who does a step of this name: "Walk the dogs" → "Dog Walker"; null where that would not read well: an unknown verb, or no plain object. */
export function doerOfStep(name: string): string | null {
  const words = wordsIn(name);
  const [first = ''] = words;
  if (first.endsWith('ing')) return doerOfGerund(words);
  if (!DOERS.has(first) && !VERBS.has(first)) return null;
  const object = objectOf(words.slice(1));
  if (object === null) return words.length === 1 ? titleOf(doerOfVerb(first)) : null;
  return titleOf(`${object} ${doerOfVerb(first)}`);
}

/** What somebody is called who can do this: "llama whispering" → "Llama Whisperer", "margin control" → "Margin Control Specialist"; null where the words tell none. */
export function doerOfSkill(skill: string): string | null {
  const words = wordsIn(skill);
  const plain = words.length > 0 && words.length <= 3 && words.every((word) => /^[a-z][a-z'’-]*$/.test(word));
  const isVerb = DOERS.has(words[0] ?? '') || VERBS.has(words[0] ?? '');
  return doerOfGerund(words) ?? (plain && !isVerb ? titleOf(`${words.join(' ')} specialist`) : null);
}

function doerOfGerund(words: readonly string[]): string | null {
  const last = words.at(-1) ?? '';
  if (words.length > 3 || !/^[a-z]{2,}ing$/.test(last)) return null;
  return titleOf([...words.slice(0, -1), doerOfVerb(stemOfGerund(last))].join(' '));
}

function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}'’-]+/u)
    .filter((word) => word !== '');
}

/** The one word that the verb is done to, as one thing; null where there is none or it is no single word. */
function objectOf(words: readonly string[]): string | null {
  const phrase = words.filter((word, at) => at > 0 || !BREAKS.has(word));
  const [noun = '', ...others] = phrase;
  return others.length === 0 && /^\p{L}{2,}$/u.test(noun) ? singularOf(noun) : null;
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
