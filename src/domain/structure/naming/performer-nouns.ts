import { foldName } from '../../shared/index.js';

/** Words behind an @ that name a kind of work and not a person, with what the card says where it is another word. */
const NOUNS: ReadonlyMap<string, string> = new Map(
  [
    'accountant, administrator, analyst, apprentice, architect, assembler, assistant, baker, barista, bartender, bookkeeper',
    'builder, buyer, cabinetmaker, captain, carer, caretaker, carpenter, cashier, chef, cleaner, clerk, coach, consultant',
    'controller, cook, coordinator, counsellor, dentist, designer, developer, director, dispatcher, doctor, driver, editor',
    'electrician, engineer, estimator, fitter, florist, foreman, gardener, hairdresser, host, hygienist, inspector',
    'installer, instructor, interpreter, joiner, journalist, labourer, lawyer, lead, librarian, loader, machinist, maker, manager',
    'master, mechanic, merchandiser, midwife, mover, notary, nurse, operator, optician, packer, painter, paralegal, paramedic',
    'pharmacist, photographer, physiotherapist, picker, planner, plasterer, plumber, porter, printer, programmer, proofreader',
    'receptionist, recruiter, representative, reviewer, roofer, scheduler, secretary, seller, setter, sommelier, specialist',
    'storekeeper, supervisor, surgeon, surveyor, tailor, teacher, technician, technologist, teller, tester, therapist, tiler',
    'trainer, translator, tutor, upholsterer, vet, veterinarian, waiter, waitress, warehouseman, welder, writer',
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
    ]),
);

/** What the card of this performer says; null where the word is a person's name, or no kind of work. */
export function cardOfPerformer(performer: string): string | null {
  const folded = foldName(performer);
  const whole = NOUNS.get(folded) ?? singularCard(folded);
  if (whole) return whole;
  const words = folded.split(' ');
  const last = words.at(-1) ?? '';
  // "Tech Lead", "Account Managers": the last of several words is what tells the kind of work.
  const card = words.length > 1 ? (NOUNS.get(last) ?? singularCard(last)) : null;
  return card === null ? null : [...words.slice(0, -1).map(titleOf), card].join(' ');
}

function singularCard(word: string): string | null {
  return word.endsWith('s') ? (NOUNS.get(word.slice(0, -1)) ?? null) : null;
}

/** Each word with a capital first letter. */
export function titleOf(words: string): string {
  return words
    .split(' ')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');
}
