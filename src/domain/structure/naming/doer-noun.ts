import { titleOf } from './performer-nouns.js';

/** Verbs whose doer is no plain -er, or whose plain -er is a thing. */
const DOERS = pairs(
  'assist assistant;account accountant;act actor;administer administrator;advise adviser;analyse analyst;audit auditor;' +
    'butcher butcher;buy buyer;calculate calculator;coach coach;collect collector;conduct conductor;consult consultant;contract contractor;cook cook;' +
    'coordinate coordinator;create creator;decorate decorator;direct director;draw drafter;edit editor;fly pilot;guard guard;guide guide;host host;judge judge;mentor mentor;pilot pilot;referee referee;' +
    'illustrate illustrator;inspect inspector;instruct instructor;invest investor;measure surveyor;model modeller;' +
    'moderate moderator;negotiate negotiator;nurse nurse;operate operator;organise organiser;program programmer;' +
    'purchase buyer;saw sawyer;sculpt sculptor;sell seller;sew stitcher;study analyst;style stylist;supervise supervisor;' +
    'survey surveyor;translate translator;type typist',
);

/** What people are called who do what the last word of a skill names: "web development" → "Web Developer". */
const DOERS_OF_NOUNS = pairs(
  'accountancy accountant;advice adviser;forging blacksmith;administration administrator;analysis analyst;architecture architect;commissioning technician;consultancy consultant;' +
    'coordination coordinator;delivery driver;design designer;development developer;direction director;' +
    'engineering engineer;illustration illustrator;inspection inspector;installation installer;instruction instructor;' +
    'interpretation interpreter;maintenance technician;management manager;massage therapist;negotiation negotiator;' +
    'operation operator;operations operator;photography photographer;physiotherapy physiotherapist;production producer;' +
    'programming programmer;reception receptionist;recruitment recruiter;repair repairer;research researcher;' +
    'restoration restorer;retouch retoucher;supervision supervisor;surgery surgeon;survey surveyor;therapy therapist;' +
    'translation translator;tuition tutor;upholstery upholsterer',
);

const LINKS: ReadonlySet<string> = new Set(
  (
    'of to for from in on at with by and or as into per after before until out up off down over round about around ' +
    'through back away together them it all everything'
  ).split(' '),
);
const ARTICLES: ReadonlySet<string> = new Set('a an the our your its his her their'.split(' '));

/** Verbs whose doer reads well on a card. */
const VERBS: ReadonlySet<string> = new Set(
  (
    'annotate blast catalogue dance drill grade interview invigilate research sing subtitle transcribe ' +
    'alter assemble bake bind book bottle brew build butcher carve cater clean climb coach code decorate ' +
    'deliver design develop drive dye edit embroider engrave farm finish fish fit fold forge frame gild glaze groom ' +
    'haul install iron knit knot laminate load maintain mend milk mould move pack paint photograph pick plaster polish ' +
    'print proofread prune repair restore retouch ride roast sail sand saw serve shear shoot sort spray stitch sweep ' +
    'teach test thatch tile train transport trim tune upholster varnish walk wash weave weld wrap write'
  ).split(' '),
);

/** Whose doer is known by the verb alone: what is done to is left away where it is no one plain thing. */
const ALONE: ReadonlySet<string> = new Set(
  (
    'annotate audit blast catalogue dance drill grade interview invigilate research saw sing subtitle supervise transcribe ' +
    'alter assemble bake bottle brew butcher carve cater clean cook decorate design drive edit embroider engrave ' +
    'finish forge gild glaze groom illustrate inspect install load paint pack photograph plaster print program ' +
    'proofread restore retouch roast sculpt teach test thatch tile train translate upholster varnish weave weld'
  ).split(' '),
);

/** Things that tell nothing of the work. */
const ANYTHING: ReadonlySet<string> = new Set(
  'bag box case good item job order package parcel part piece product thing work'.split(' '),
);
/** People are no thing that something is done to. */
const PEOPLE: ReadonlySet<string> = new Set(
  (
    'applicant baby bereaved bride candidate caller child client couple crew customer deceased family guest member ' +
    'owner parent passenger patient people person pupil resident staff student tenant user visitor'
  ).split(' '),
);
const TO_PEOPLE: ReadonlySet<string> = new Set(
  'advise coach guide instruct teach train transport'.split(' '),
);

function pairs(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(';').map((pair) => pair.split(' ') as [string, string]));
}

/**
 * What somebody is called who does a step of this name: "Walk the dogs" → "Dog Walker", "Glaze and fire" → "Glazer";
 * null where that would not read well: an unknown verb, or one that tells nothing without a plain object. isMatter:
 * whether a thing is what the work is about, so that a name may hold it.
 */
export function doerOfStep(name: string, isMatter: (thing: string) => boolean = () => true): string | null {
  const words = wordsIn(name);
  const [first = ''] = words;
  if (first.endsWith('ing')) return doerOfGerund(words);
  if (!DOERS.has(first) && !VERBS.has(first)) return null;
  const alone = ALONE.has(first) || words.length === 1 ? titleOf(doerOfVerb(first)) : null;
  const object = objectOf(words.slice(1));
  if (object === null || ANYTHING.has(object) || !isMatter(object)) return alone;
  return PEOPLE.has(object) && !TO_PEOPLE.has(first) ? null : titleOf(`${object} ${doerOfVerb(first)}`);
}

/** What somebody is called who can do this: "llama whispering" → "Llama Whisperer", "margin control" → "Margin Control Specialist"; null where the words tell none. */
export function doerOfSkill(skill: string): string | null {
  const words = wordsIn(skill);
  const plain = words.length > 0 && words.length <= 3 && words.every((word) => /^[a-z][a-z'’-]*$/.test(word));
  const isVerb = DOERS.has(words[0] ?? '') || VERBS.has(words[0] ?? '');
  const named = DOERS_OF_NOUNS.get(words.at(-1) ?? '');
  if (plain && named) return titleOf([...words.slice(0, -1), named].join(' '));
  return doerOfGerund(words) ?? (plain && !isVerb ? titleOf(`${words.join(' ')} specialist`) : null);
}

/** The one plain thing that most of these steps, and at least two, are done to, in title case: "Bathe the dog", "Dry the dog" → "Dog"; null where there is none. */
export function thingOfMost(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) {
    const thing = objectOf(wordsIn(name).slice(1));
    if (thing !== null && !ANYTHING.has(thing) && !PEOPLE.has(thing))
      counts.set(thing, (counts.get(thing) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && most[1] > 1 && most[1] * 2 >= names.length ? titleOf(most[0]) : null;
}

/** The one plain thing that a step is done to, in the singular: "Walk the dogs" → "dog"; null where there is none. */
export function thingOfStep(name: string): string | null {
  return objectOf(wordsIn(name).slice(1));
}

/** The words of a name in the singular. */
export function thingsIn(name: string): string[] {
  return wordsIn(name).map(singularOf);
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
  const [noun = '', ...others] = ARTICLES.has(words[0] ?? '') ? words.slice(1) : words;
  const isThing = others.length === 0 && !LINKS.has(noun) && /^\p{L}{2,}$/u.test(noun);
  return isThing ? singularOf(noun) : null;
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
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  // "Grading" is of "grade": that of "grad" would be "gradding".
  return /^[^aeiou]*[aeiou][bdgmnprt]$/.test(stem) ? `${stem}e` : stem;
}

function singularOf(noun: string): string {
  if (/[^aeiou]ies$/.test(noun) && noun.length > 4) return `${noun.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss)es$/.test(noun)) return noun.slice(0, -2);
  return /[^su]s$/.test(noun) && noun.length > 3 && !noun.endsWith('is') ? noun.slice(0, -1) : noun;
}
