import { foldName } from '../../shared/index.js';

/** Words behind an @ that name a kind of work and not a person, with what the card says where it is another word. */
const NOUNS: ReadonlyMap<string, string> = new Map(
  [
    'accountant, administrator, analyst, apprentice, architect, assembler, assistant, baker, barista, bartender, bookkeeper',
    'agent, artist, attendant, brewer, broker, builder, butcher, buyer, cabinetmaker, captain, carer, caretaker, carpenter, cashier, chaplain, chef, cleaner, clerk, coach, consultant',
    'cheesemaker, confectioner, conservator, controller, cook, courier, curator, coordinator, counsellor, dentist, designer, developer, director, dispatcher, doctor, driver, editor',
    'adviser, advisor, electrician, engineer, farmer, fundraiser, glazier, goldsmith, estimator, fitter, florist, foreman, forwarder, gardener, guard, guide, hairdresser, host, hygienist, inspector',
    'housekeeper, installer, instructor, interpreter, interviewer, joiner, journalist, labourer, lawyer, lead, librarian, loader, locksmith, machinist, maker, manager',
    'master, mechanic, merchandiser, midwife, mover, notary, nurse, operator, optician, packer, painter, paralegal, paramedic',
    'pharmacist, photographer, physiotherapist, picker, planner, plasterer, plumber, porter, printer, programmer, potter, producer, proofreader, psychologist, registrar, researcher, rider, roaster',
    'receptionist, recruiter, representative, reviewer, roofer, scheduler, secretary, seller, setter, sommelier, specialist',
    'solicitor, storekeeper, stylist, supervisor, sweep, surgeon, surveyor, tailor, teacher, technician, technologist, teller, tester, therapist, tiler',
    'trainer, translator, tuner, tutor, undertaker, upholsterer, vet, veterinarian, volunteer, waiter, waitress, warehouseman, watchmaker, welder, winemaker, worker, writer',
  ]
    .flatMap((line) => line.split(', '))
    .map((word) => [word, titleOf(word)] as const)
    .concat([
      ['crew', 'Crew Member'],
      ['board', 'Board Member'],
      ['bursar', 'Bursar'],
      ['journeyman', 'Journeyman'],
      ['journeymen', 'Journeyman'],
      ['dev', 'Developer'],
      ['devs', 'Developer'],
      ['sales', 'Sales Representative'],
      ['sales rep', 'Sales Representative'],
      ['office', 'Office Administrator'],
      ['back office', 'Office Administrator'],
      ['backoffice', 'Office Administrator'],
      ['front desk', 'Receptionist'],
      ['reception', 'Receptionist'],
      ['bookkeeping', 'Bookkeeper'],
      ['accounting', 'Accountant'],
      ['accounts', 'Accountant'],
      ['purchasing', 'Buyer'],
      ['marketing', 'Marketer'],
      ['workshop', 'Workshop Technician'],
      ['kitchen', 'Cook'],
      ['service', 'Service Assistant'],
      ['support', 'Support Agent'],
      ['it', 'IT Technician'],
      ['hr', 'People Partner'],
      ['qa', 'Quality Tester'],
      ['pm', 'Project Manager'],
      ['warehouse', 'Warehouse Worker'],
      ['dispatch', 'Dispatcher'],
      ['shop', 'Shop Assistant'],
      ['physio', 'Physiotherapist'],
      ['doc', 'Doctor'],
      ['mech', 'Mechanic'],
      ['maid', 'Housekeeper'],
      ['desk', 'Receptionist'],
      ['helpdesk', 'Support Agent'],
      ['growth', 'Marketing Manager'],
      ['csm', 'Customer Success Manager'],
      ['ae', 'Account Executive'],
      ['hca', 'Healthcare Assistant'],
      ['gp', 'Doctor'],
      ['dr', 'Doctor'],
      ['prof', 'Professor'],
      ['partner', 'Partner'],
      ['ux', 'UX Designer'],
      ['production', 'Production Worker'],
      ['logistics', 'Logistics Worker'],
      ['finance', 'Finance Administrator'],
      ['legal', 'Legal Counsel'],
    ]),
);

/** Words for a part of the firm, and not for who works there. */
const DEPARTMENTS: ReadonlySet<string> = new Set(
  (
    'sales,office,back office,backoffice,bookkeeping,accounting,accounts,purchasing,marketing,workshop,kitchen,service,support,it,' +
    'hr,qa,warehouse,dispatch,shop,growth,production,logistics,finance,legal'
  ).split(','),
);

/** Whether a performer is a part of the firm: "Support". */
export function isDepartment(performer: string): boolean {
  return DEPARTMENTS.has(foldName(performer));
}

/** Words that tell how many or of what rank, and not what the work is. */
const VAGUE: ReadonlySet<string> = new Set(
  'Agent,Apprentice,Assistant,Attendant,Crew Member,Journeyman,Lead,Manager,Master,Operator,Service Assistant,Specialist,Worker'.split(
    ',',
  ),
);

/** Whether a card leaves open what the work is: "Crew Member". */
export function isVague(card: string): boolean {
  return VAGUE.has(card);
}

/** What the card of this performer says; null where the word is a person's name, or no kind of work. */
export function cardOfPerformer(performer: string): string | null {
  const folded = foldName(performer.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
  const whole = NOUNS.get(folded) ?? singularCard(folded);
  if (whole) return whole;
  const words = folded.split(' ');
  const last = words.at(-1) ?? '';
  // "Tech Lead", "Account Managers": the last of several words is what tells the kind of work.
  const card = words.length > 1 ? (NOUNS.get(last) ?? singularCard(last)) : null;
  return card === null ? null : [...words.slice(0, -1).map(titleOf), card].join(' ');
}

function singularCard(word: string): string | null {
  if (isDoer(word)) return titleOf(word.replace(/s$/, ''));
  return word.endsWith('s') ? (NOUNS.get(word.slice(0, -1)) ?? null) : null;
}

/** Whether a word ends as words for who does something end, and people's names hardly ever: "annotators", "greenkeeper". */
function isDoer(word: string): boolean {
  return /^\p{L}{3,}(?:ators?|ologists?|ographers?|icians?|keepers?|handlers?|workers?|makers|growers|cutters|pickers|sorters)$/u.test(
    word,
  );
}

/** Each word with a capital first letter. */
export function titleOf(words: string): string {
  return words
    .split(' ')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');
}
