import { foldWord, headMeaning } from './letter-words.js';
import { words } from './words.js';

/** What the head of a column says is in it. */
export type HeadKind = 'ACTIVITY' | 'ROLE' | 'LETTER' | 'SECTION' | 'NUMBER' | 'NOTE' | 'TOTAL';

/** Words that name activities, the surest first; English, German, French, Spanish, without accents. */
const ACTIVITY_WORDS = words(`
  activity, activities, task, tasks, deliverable, deliverables, step, steps, action, actions, milestone, milestones,
  decision, decisions, workstream, work, item, items, process, processes, duty, duties,
  aktivitat, aktivitaten, aufgabe, aufgaben, tatigkeit, tatigkeiten, schritt, schritte, prozess, prozesse,
  prozessschritt, arbeitspaket, arbeitspakete,
  activite, activites, tache, taches, etape, etapes, livrable, livrables,
  actividad, actividades, tarea, tareas, paso, pasos, entregable, entregables, proceso, procesos
`);
const ROLE_WORDS = words(`
  role, roles, team, teams, person, persons, people, who, stakeholder, stakeholders, department, departments, position,
  function, actor, actors, resource, resources, party, member, participant, holder,
  rolle, rollen, abteilung, abteilungen, mitarbeiter, funktion, stelle,
  equipe, equipes, acteur, acteurs, personne, personnes, rol, equipo, equipos, puesto, persona, personas
`);
const LETTER_WORDS = words(`
  raci, rasci, raci-vs, letter, letters, assignment, responsibility, involvement, participation, code
`);
const SECTION_WORDS = words(`
  phase, phases, stage, section, category, area, group, domain, theme, process group, kategorie, bereich, etapa, fase,
  categorie, categoria, domaine
`);
const NUMBER_WORDS = words('#, no, no., nr, nr., id, ref, ref., number, wbs, n°, num, numero, nummer, key');
const NOTE_WORDS = words(`
  comment, comments, note, notes, remark, remarks, description, details, status, date, deadline, due, frequency,
  duration, priority, tools, tool, system, systems, document, documents, reference, link, reason,
  kommentar, bemerkung, bemerkungen, beschreibung, commentaire, commentaires, comentarios, observaciones, descripcion
`);
const TOTAL_WORDS = words('total, totals, sum, count, summe, gesamt, anzahl, somme, suma');

/** What the head of a column says; null where it says nothing, or two things at once. */
export function headKind(text: string): HeadKind | null {
  const folded = foldWord(text);
  const parts = folded.split(/[^\p{L}\p{N}#.°-]+/u).filter((word) => word !== '');
  const has = (list: readonly string[]): boolean =>
    list.includes(folded) || parts.some((word) => list.includes(word));
  if (parts.length > 5) return null;
  if (TOTAL_WORDS.includes(parts[0] ?? '')) return 'TOTAL';
  const raci = parts.some((word) => /^rasc?i$/.test(word));
  if (raci || LETTER_WORDS.includes(folded)) return 'LETTER';
  const [activity, role] = [has(ACTIVITY_WORDS), folded === 'name' || has(ROLE_WORDS)];
  if (activity && role) return null;
  if (activity && !SECTION_WORDS.includes(folded)) return 'ACTIVITY';
  if (SECTION_WORDS.includes(folded)) return 'SECTION';
  if (NUMBER_WORDS.includes(folded)) return 'NUMBER';
  if (NOTE_WORDS.includes(folded) || (has(NOTE_WORDS) && parts.length < 3 && !role)) return 'NOTE';
  if (role && parts.length < 3) return 'ROLE';
  return headMeaning(text) ? 'LETTER' : null;
}

/** true where a text says that it counts: "Total", "Sum of R", "Grand total". */
export function saysTotal(text: string): boolean {
  return foldWord(text)
    .split(/[^\p{L}]+/u)
    .some((word) => TOTAL_WORDS.includes(word));
}

/** The rank of an activity head, 0 the surest; Infinity for any other head. */
export function activityRank(text: string): number {
  const parts = foldWord(text).split(/[^\p{L}\p{N}]+/u);
  const ranks = parts.map((word) => ACTIVITY_WORDS.indexOf(word)).filter((rank) => rank >= 0);
  return ranks.length === 0 ? Infinity : Math.min(...ranks);
}

/** true where a text is nothing but words for activities: "Task", "Process steps", and not "Process the invoice". */
export function isActivityHead(text: string): boolean {
  const parts = foldWord(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  return parts.length > 0 && parts.every((word) => ACTIVITY_WORDS.includes(word));
}

const ROLE_NOUNS = new Set(
  words(`
  manager, lead, leader, team, owner, engineer, developer, dev, designer, analyst, officer, director, head, coordinator,
  board, committee, support, desk, representative, rep, clerk, controller, accountant, architect, tester, sponsor,
  customer, client, vendor, supplier, partner, admin, administrator, expert, specialist, assistant, executive, council,
  department, dept, office, staff, crew, group, auditor, lawyer, counsel, champion, master, consultant, operator,
  technician, supervisor, buyer, planner, leiter, leitung, chef, responsable, equipo, jefe, directeur, ceo, cto, cfo,
  coo, hr, it, qa, pm, po, marketing, sales, legal, finance, operations, procurement
`),
);

/** How much like the names of roles some names are: the share that ends in a role noun or is an abbreviation. */
export function roleLikeness(names: readonly string[]): number {
  if (names.length === 0) return 0;
  return (
    names.filter((name) => ROLE_NOUNS.has(lastWord(name)) || /^[\p{Lu}\p{N}&/]{2,5}$/u.test(name)).length /
    names.length
  );
}

function lastWord(name: string): string {
  const last =
    foldWord(name)
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== '')
      .at(-1) ?? '';
  return ROLE_NOUNS.has(last) ? last : last.replace(/s$/, '');
}
