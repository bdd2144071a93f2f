import { formatNumber, type PersonAssessed, type StaffingAssessment } from '../../domain/index.js';
import { count, figureText, labelled, section, type Page } from './page.js';
import type { PeopleTold } from './people-told.js';
import { printKeptStaffing } from './print-kept-staffing.js';
import { printStaffing } from './print-staffing.js';
import { printStaffingVerdicts } from './print-staffing-verdicts.js';
import { sayShortfall } from './say-shortfall.js';
import { visible, wrap } from './text-layout.js';

const INDENT = 10;
const MOST_ROLES = 6;

/** Who can carry what, whose leaving would hurt, what must be learned or hired, and a suggested staffing. */
export function printPeople(told: PeopleTold, page: Page): string[] {
  const { plan, list, kept, assessment, verdicts } = told;
  const { bold } = page.paint;
  return [
    ...wrap(visible(plan.stream.name), page.width).map(bold),
    ...section(page, 'THE LIST', list?.name ?? '', printProblems(told, page)),
    ...section(page, 'PEOPLE', aside(assessment), peopleLines(told, page)),
    ...section(
      page,
      'FILLED BY THE LIST',
      'a person in a role goes through the gate as every assignment does',
      printStaffingVerdicts(plan, assessment.filling, page),
    ),
    ...(kept ? printKeptStaffing(plan, kept.stream, kept.from, page) : []),
    ...section(page, 'WISHES', 'judged, not stored', printStaffingVerdicts(plan, verdicts, page)),
    ...printStaffing(plan, assessment, page),
    ...section(
      page,
      'TO KNOW',
      '',
      assessment.notes.flatMap((note) => labelled(page, '  - ', note, 4)),
    ),
  ];
}

function aside({ people }: StaffingAssessment): string {
  const silent = people.filter(({ told }) => !told).length;
  const unknown = silent === 0 ? '' : `, of ${silent} of whom nobody has said what they can do`;
  return count(people.length, 'person', 'people') + unknown;
}

function printProblems({ list }: PeopleTold, page: Page): string[] {
  const { red, yellow } = page.paint;
  return (list?.table.problems ?? []).flatMap(({ severity, cell, message }) =>
    labelled(page, `  ${cell}`, message, 8, { label: severity === 'ERROR' ? red : yellow }),
  );
}

function peopleLines({ plan, assessment }: PeopleTold, page: Page): string[] {
  const names = new Map<string, string>((plan.structure?.roles ?? []).map(({ key, name }) => [key, name]));
  if (assessment.people.length === 0)
    return wrap(
      '  Nobody is named. Write person lines into the napkin, or give a list with --people.',
      page.width,
    );
  return assessment.people.flatMap((person) => personLines(person, names, page));
}

function personLines(person: PersonAssessed, names: ReadonlyMap<string, string>, page: Page): string[] {
  const { bold, dim, green, yellow } = page.paint;
  const nameOf = (role: string): string => names.get(role) ?? role;
  const whole = person.roles.filter(({ extent }) => extent === 'WHOLE').map(({ role }) => nameOf(role));
  const part = person.roles.filter(({ extent }) => extent === 'PART');
  const unknown = !person.told;
  const tell = (label: string, text: string, paint: (text: string) => string) =>
    labelled(page, `    ${label}`, text, INDENT, { label: paint });
  return [
    ...labelled(page, '  ', person.name, 2, { text: bold }),
    ...labelled(page, '    hours', hoursText(person), INDENT, {
      label: person.hours.startsWith('OVER') ? page.paint.red : dim,
    }),
    ...(unknown ? tell('can', 'nobody has said', yellow) : []),
    ...(whole.length > 0 ? tell('whole', whole.join(', '), green) : []),
    ...part
      .slice(0, MOST_ROLES)
      .flatMap(({ role, missing }) =>
        tell('part', `${nameOf(role)}, but for ${missing.map(sayShortfall).join('; ')}`, yellow),
      ),
    ...(part.length > MOST_ROLES
      ? tell('', `and a part of ${part.length - MOST_ROLES} more roles`, dim)
      : []),
    ...(!unknown && whole.length + part.length === 0 && person.roles.length > 0
      ? tell('can', 'nothing that a role of this stream asks for', yellow)
      : []),
    ...(person.wishes === null ? [] : tell('wish', `${person.wishes} (heard, not weighed)`, dim)),
  ];
}

function hoursText({ hoursPerWeek, load, loadOf, hours }: PersonAssessed): string {
  const has = hoursPerWeek === null ? 'not told' : `${formatNumber(hoursPerWeek)} h a week`;
  const of = { ROLES: 'in the roles filled', STEPS_TODAY: 'by the steps done today', NOTHING: '' }[loadOf];
  const work = loadOf === 'NOTHING' ? '' : `, work ${figureText(load)} ${of}`;
  const state = {
    FITS: '',
    UNKNOWN: '',
    OVER: ': over hours',
    OVER_BY_GUESS: ': over hours, as far as guesses go',
  }[hours];
  return has + work + state;
}
