import type { RoleShape, ShapedRoles } from '../role-shape.js';
import { thingOfMost } from './doer-noun.js';

/** What people are called who mostly do what these verbs say, to whatever it may be: true, though it tells no trade. */
const TITLES_OF_VERBS: readonly (readonly [title: string, verbs: ReadonlySet<string>])[] = [
  [
    'General Worker',
    verbs(
      'bag box carry dig dump empty fetch fill haul lift load move pile pump rake rinse scoop scrub shift shovel spread ' +
        'stack stow tidy unload weigh wheel',
    ),
  ],
  [
    'Technician',
    verbs(
      'adjust align bleed calibrate commission connect diagnose disconnect grease isolate mount reconnect replace ' +
        'swap troubleshoot wire',
    ),
  ],
  ['Service Assistant', verbs('accompany escort greet hand help serve welcome')],
  [
    'Administrator',
    verbs(
      'announce compare confirm enter file issue log note notify record register remind report request submit ' +
        'update upload verify',
    ),
  ],
];

/** Titles where no word tells anything, by force: stopgaps. */
const STOPGAPS = { sales: 'Sales Coordinator', fulfilment: 'Operations Specialist' } as const;

/** A title of verbs is that of at least so much of the work. */
const MOST = 2 / 3;

/** What a card says where no word tells a title: the thing that several steps are about, else what their verbs say together, else the force that they serve. */
export function plainTitle(shaped: ShapedRoles, role: RoleShape): string {
  const own = role.steps.flatMap((step) => shaped.steps.steps[step] ?? []);
  const thing = thingOfMost(own.map(({ name }) => name));
  if (thing !== null) return `${thing} Specialist`;
  const byVerbs = titleOfVerbs(shaped, role);
  if (byVerbs !== null) return byVerbs;
  return own.every(({ force }) => force === 'SALES') ? STOPGAPS.sales : STOPGAPS.fulfilment;
}

/** Whether a name says nothing of the work, because no word of it tells what people call who does it. */
export function isStopgap(name: string): boolean {
  const title = withoutMark(name);
  return Object.values(STOPGAPS).some((plain) => plain === title);
}

/** Whether a name tells no kind of work that a team could be called by: a stopgap, or what verbs alone tell. */
export function isPlainTitle(name: string): boolean {
  const title = withoutMark(name);
  return isStopgap(name) || TITLES_OF_VERBS.some(([plain]) => plain === title);
}

/** What is common to the verbs of most of the work; null where nothing is. */
function titleOfVerbs({ steps }: ShapedRoles, role: RoleShape): string | null {
  const isMeasured = role.steps.some((step) => (steps.loads[step] ?? 0) > 0);
  const weights = new Map<string, number>();
  let total = 0;
  for (const number of role.steps) {
    const weight = isMeasured ? (steps.loads[number] ?? 0) : 1;
    total += weight;
    const verb = /^\p{L}+/u.exec((steps.steps[number]?.name ?? '').toLowerCase())?.[0] ?? '';
    for (const [title, those] of TITLES_OF_VERBS)
      if (those.has(verb)) weights.set(title, (weights.get(title) ?? 0) + weight);
  }
  const [most] = [...weights].sort(([, a], [, b]) => b - a);
  return most !== undefined && most[1] >= total * MOST ? most[0] : null;
}

/** "Operations Specialist (zorb about)" and "Operations Specialist 2" without what tells them apart. */
function withoutMark(name: string): string {
  return name.replace(/ (?:\(.*|\d+)$/, '');
}

function verbs(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
