import type { ValueStream } from '../stream/index.js';
import type { Capability, CapabilitySuggestion } from './capability.js';
import { wordsOf } from './words.js';

const SICKNESS =
  'patients?|clinics?|clinical|hospitals?|doctors?|physicians?|nurs\\p{L}*|medic\\p{L}*|dental|dentist\\p{L}*|tooth|teeth|surger\\p{L}*|surgical|surgeons?|therap\\p{L}*|physio\\p{L}*|healthcare|pharmac\\p{L}*|symptoms?|prescri\\p{L}*|vaccin\\p{L}*|care home|carers?|residents?|midwi\\p{L}*|blood';
const BEASTS =
  'animals?|pets?|dogs?|cats?|horses?|cows?|cattle|sheep|llamas?|vets?|veterinar\\p{L}*|kennels?|stables?|farms?|puppy|puppies';
const PLANTS =
  'garden\\p{L}*|plants?|crops?|farms?|greenhouses?|flowers?|trees?|lawns?|hedges?|seeds?|vineyards?|orchards?|vegetables?|nursery';

/** Kinds of work whose single words mean something else in other trades, with words that show that a stream is of that trade. */
const TRADES: ReadonlyMap<string, RegExp> = new Map(
  (
    [
      ['medicine', `${SICKNESS}|${BEASTS}`],
      ['nursing', SICKNESS],
      ['animals', BEASTS],
      ['growing', PLANTS],
      [
        'legal',
        'laws?|legal|courts?|lawyers?|solicitors?|attorneys?|notar\\p{L}*|litigat\\p{L}*|conveyanc\\p{L}*|lawsuits?|hearings?',
      ],
      ['beauty', 'hair\\p{L}*|salons?|beauty|nails?|make-?up|barbers?|skin'],
      [
        'software',
        'software|apps?|cod(?:e|es|ing)|websites?|web|features?|releases?|sprints?|users?|backlogs?|bugs?|developers?|program\\p{L}*|servers?|databases?|apis?|cloud|ux',
      ],
      [
        'guests',
        'guests?|restaurants?|tables|hotels?|bars?|caf[eé]s?|waiters?|menus?|rooms?|shops?|stores?|drinks?|meals?',
      ],
      [
        'kitchen',
        'kitchens?|meals?|dish(?:es)?|foods?|menus?|restaurants?|cook\\p{L}*|chefs?|lunch\\p{L}*|dinners?|catering|recipes?|ingredients?',
      ],
      ['printing', 'print\\p{L}*|books?|papers?|magazines?|brochures?|flyers?|bind\\p{L}*|posters?'],
      [
        'creative',
        'photo\\p{L}*|cameras?|videos?|shoot\\p{L}*|design\\p{L}*|brand\\p{L}*|graphic\\p{L}*|artworks?|pictures?|magazines?|campaigns?',
      ],
      [
        'people',
        'candidates?|applica\\p{L}*|vacanc\\p{L}*|recruit\\p{L}*|hir(?:e|es|ed|ing)|hr|employees?|job offers?',
      ],
      [
        'teaching',
        'schools?|students?|pupils?|courses?|class(?:es)?|lessons?|learn\\p{L}*|teach\\p{L}*|tutor\\p{L}*|universit\\p{L}*',
      ],
    ] as const
  ).map(([family, words]) => [family, new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu')]),
);

/** Kinds of work in which even the catalogue's own single word is a title that other trades must not get. */
const PROTECTED = new Set(['medicine', 'nursing']);

/** Whether a stream is of a trade: decides about words that name different work in different trades. */
export type SpeaksOf = (family: string) => boolean;

/** Looks in all names of a stream (its steps, people, systems, capabilities, customer) for words of a trade; each trade once. */
export function tradesOf(stream: ValueStream): SpeaksOf {
  let text: string | null = null;
  const known = new Map<string, boolean>();
  return (family) => {
    const words = TRADES.get(family);
    if (words === undefined) return true;
    const told = known.get(family);
    if (told !== undefined) return told;
    text ??= namesIn(stream);
    const speaks = words.test(text);
    known.set(family, speaks);
    return speaks;
  };
}

function namesIn({ name, customer, supplier, steps }: ValueStream): string {
  const parts = steps.flatMap((step) => [
    step.name,
    ...step.performers,
    ...step.systems,
    ...step.capabilities.map((capability) => capability.name),
  ]);
  return [name, customer ?? '', supplier ?? '', ...parts].join('\n');
}

/** The family of a likeness; null where one word alone speaks for it and nothing else of the stream is of that trade. */
export function familyByLikeness(match: CapabilitySuggestion | null, speaksOf: SpeaksOf): string | null {
  const family = match?.capability.family ?? null;
  if (match === null || family === null) return null;
  const several = match.matchedWords.filter((word) => word.length > 1).length > 1;
  return several || speaksOf(family) ? family : null;
}

/** A stated capability without the family and the title of a trade that only its one word speaks for. */
export function withinTrade(capability: Capability, isCatalogues: boolean, speaksOf: SpeaksOf): Capability {
  const { family, name } = capability;
  if (family === null || wordsOf(name).size > 1 || speaksOf(family)) return capability;
  return isCatalogues && !PROTECTED.has(family) ? capability : { ...capability, family: null, holder: null };
}
