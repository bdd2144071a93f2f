import { nearestName } from '../../../domain/shared/index.js';
import { plain } from '../grid/grid.js';

/** What a column of a list of people can hold. */
export type PeopleColumn =
  | 'name'
  | 'first'
  | 'last'
  | 'hours'
  | 'fte'
  | 'capabilities'
  | 'level'
  | 'licences'
  | 'roles'
  | 'wishes'
  | 'aside';

/** The heads that people write over each; the first is its own. `aside` is read over: it says nothing of what somebody can do. */
const HEADS: Readonly<Record<PeopleColumn, string>> = {
  name: 'name|person|employee|full name|employee name|staff|staff member|team member|member|who|colleague|worker|people',
  first: 'first name|given name|forename|firstname',
  last: 'last name|surname|family name|lastname',
  hours:
    'hours|hours a week|hours per week|hours/week|weekly hours|h/week|h/w|hrs|hrs/week|hours week|contract hours|contracted hours|working hours|paid hours|availability',
  fte: 'fte|fte share|employment|employment share|employment rate|part time|part-time|contract %|% fte|workload|percentage',
  capabilities:
    'capabilities|capability|skills|skill|can|can do|competencies|competences|competency|competence|abilities|know how|knowledge|expertise|qualifications|trades|trade',
  level: 'level|skill level|proficiency|rating|grade|score',
  licences:
    'licences|licence|licenses|license|certificates|certificate|certifications|certification|permits|tickets',
  roles: 'roles|role|fills|fills role|current role|position|positions|job|job title|title|function',
  wishes: 'wishes|wish|wants|preference|preferences|prefers|would like|ambition|ambitions|interests',
  aside:
    'id|employee id|no|nr|number|#|email|e-mail|mail|phone|telephone|team|department|site|location|manager|start date|notes|note|comment|comments|remarks|date',
};

const COLUMNS: ReadonlyMap<string, PeopleColumn> = new Map(
  Object.entries(HEADS).flatMap(([column, heads]) =>
    heads.split('|').map((head): [string, PeopleColumn] => [head, column as PeopleColumn]),
  ),
);

/** The column that a head names in the common spellings; null where nobody knows it. */
export function peopleColumn(head: string): PeopleColumn | null {
  const words = plain(head)
    .toLowerCase()
    .replace(/[:*?]+$/, '')
    .trim();
  const bare = words
    .replace(/\s*[([{][^)\]}]*[)\]}]\s*$/, '')
    .replaceAll(/[_-]/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
  return COLUMNS.get(words) ?? COLUMNS.get(bare) ?? null;
}

/** The known head nearest to one that nobody knows; null where none is near. */
export function nearestHead(head: string): string | null {
  const words = plain(head).toLowerCase();
  if (words.length < 3) return null;
  return nearestName(
    words,
    [...COLUMNS.keys()].filter((known) => Math.abs(known.length - words.length) <= 3),
  );
}

/** The heads that a list of people can have, for a message. */
export const OWN_HEADS = 'Name, Hours, Capabilities, Licences, Roles, Wishes';
