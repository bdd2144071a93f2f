import { Command } from 'commander';
import { Fault, isOfPlace, type KeptStream } from '../../application/index.js';
import {
  assessStaffing,
  gatherStaff,
  judgeStaffing,
  planStream,
  standingStaff,
  withStaff,
  type Plan,
  type StaffingAssessment,
  type StaffingWish,
} from '../../domain/index.js';
import { jsonText, type CommandContext } from './command-context.js';
import { paintWith } from './paint.js';
import { chosenPlan, complain, plannedFile } from './planned-file.js';
import type { PeopleTold } from './people-told.js';
import { printPeople } from './print-people.js';
import { readBytes } from './read-bytes.js';
import { readStaffingWish } from './read-staffing-wish.js';
import { EXIT, UsageFault } from './terminal.js';

const HELP = `
People are told by person lines of the napkin, and by a list in CSV or XLSX with
the heads Name, Hours, Capabilities, Licences, Roles, Wishes (common spellings
of them too), or by a skills matrix: a column for each capability with levels 1
to 5, x or licence. What people wish is printed and never weighed.

A wish is PERSON fills ROLE; what follows the word because is kept as the reason
that was given, and justifies nothing.

With --database, who is kept in which role there is held against the file, with
what took a reason and who was refused; nothing is stored.

Examples:
  headwater people kitchen.napkin
  headwater people kitchen.napkin --people people.csv
  headwater people kitchen.napkin --people people.xlsx --sheet Skills --json
  headwater people kitchen.napkin --database data/headwater.db
  headwater people kitchen.napkin --wish "Jonas fills role Sales Consultant"

Exit codes:
  0  everything is fine, and every wish was accepted
  1  the napkin or the list has errors, the gate refused a person in a role, or
     a person who is kept in one lost the reason
  2  wrong usage, or a file that cannot be read`;

interface PeopleOptions {
  readonly people?: string;
  readonly sheet?: string;
  readonly stream?: string;
  readonly wish?: readonly StaffingWish[];
  readonly database?: string;
  readonly workspace?: string;
  readonly json?: boolean;
}

/** headwater people FILE: who can carry what, whose leaving would hurt, what must be learned or hired. */
export function peopleCommand(context: CommandContext): Command {
  return new Command('people')
    .description('who can carry which role, whose leaving would hurt, and what must be learned or hired')
    .argument('<file>', 'a napkin, a table of steps (.csv, .xlsx), or - for standard input')
    .option('--people <table>', 'a list of people or a skills matrix (.csv, .xlsx), or - for standard input')
    .option('--sheet <name>', 'the sheet of the list, by name or by number from 1')
    .option('--stream <key>', 'which stream of the file is meant, by key or name')
    .option(
      '--wish <text>',
      'PERSON fills ROLE, judged and not stored; may be given several times',
      (text: string, before: readonly StaffingWish[] | undefined) => [
        ...(before ?? []),
        readStaffingWish(text),
      ],
    )
    .option(
      '--database <address>',
      'who is kept in which role there: an SQLite file, or a postgres:// address',
    )
    .option('--workspace <key>', 'the workspace of the database (default)')
    .option('--json', 'the same as data on standard output')
    .addHelpText('after', HELP)
    .action((path: string, options: PeopleOptions) => run(path, options, context));
}

async function run(path: string, options: PeopleOptions, context: CommandContext): Promise<void> {
  const { services, terminal, finish } = context;
  if (path === '-' && options.people === '-')
    throw new UsageFault('Standard input can be the napkin or the list of people, not both.');
  if (options.sheet !== undefined && options.people === undefined)
    throw new UsageFault('--sheet names a sheet of the list of people: give the list with --people.');
  const file = await plannedFile(path, {}, services, terminal);
  if (file.plans.length === 0) {
    complain(file, 'no people were held against it.', terminal);
    if (options.json) terminal.out(jsonText({ file: path, problems: file.reading.problems }));
    return finish(EXIT.found);
  }
  const planned = chosenPlan(file, options.stream);
  const kept = await keptWith(planned, options, context);
  const plan = kept ? withKept(planned, kept.stream) : planned;
  const list = options.people === undefined ? null : await readList(options.people, options, plan, context);
  const listed = list?.table.people ?? [];
  const assessment = await terminal.progress(`assessing ${plan.stream.name}`, () =>
    assessStaffing(plan.gate, listed, standingStaff(plan.staffing)),
  );
  const gate = withStaff(plan.gate, gatherStaff(plan.stream, listed).members);
  const standing = [...standingStaff(plan.staffing), ...standingOf(assessment, plan)];
  const verdicts = judgeStaffing(gate, options.wish ?? [], standing);
  const told = { plan, list, kept, assessment, verdicts };
  if (options.json) terminal.out(jsonText(asJson(told)));
  else {
    const page = { width: terminal.width, paint: paintWith(terminal.colour) };
    terminal.out(`${printPeople(told, page).join('\n')}\n`);
  }
  finish(isFine(told) ? EXIT.fine : EXIT.found);
}

/** What the database that is named keeps of the stream; null where none is named. */
async function keptWith(
  { stream }: Plan,
  { database, workspace }: PeopleOptions,
  { services }: CommandContext,
): Promise<PeopleTold['kept']> {
  if (database === undefined) {
    if (workspace === undefined) return null;
    throw new UsageFault('--workspace is one of a database: name that with --database.');
  }
  const { readKept } = await services.loadKept();
  try {
    const kept = await readKept(stream.key, { database, workspace: workspace ?? 'default' });
    return { from: `workspace ${workspace ?? 'default'}`, stream: kept };
  } catch (error) {
    if (error instanceof Fault) throw new UsageFault(`--database: ${error.message}`);
    throw error;
  }
}

/** The file as it stands, with what was decided about its stream in the database. */
function withKept({ understanding }: Plan, { stored }: KeptStream): Plan {
  const { adopted, assignments, formerSteps, staffing } = stored;
  return planStream(understanding, { adopted, assignments, formerSteps, staffing });
}

async function readList(
  path: string,
  { sheet }: PeopleOptions,
  plan: Plan,
  { services, terminal }: CommandContext,
): Promise<PeopleTold['list']> {
  const { name, bytes } = await readBytes(path, terminal);
  const { paidHoursPerWeek } = plan.stream.calendar;
  const table = await services.readPeople(bytes, { sheet: sheet ?? null, paidHoursPerWeek });
  if (table.kind === 'PeopleUnreadable') throw new UsageFault(`${name}: ${table.message}`);
  return { name, table };
}

/** Who fills a role already, as the gate accepted it. */
function standingOf({ filling }: StaffingAssessment, { structure }: Plan): StaffingWish[] {
  const names = new Map((structure?.roles ?? []).map(({ key, name }) => [key, name]));
  return filling.flatMap((verdict) =>
    verdict.kind === 'AcceptedStaffing'
      ? [{ person: verdict.person, role: names.get(verdict.role) ?? verdict.role, reason: null }]
      : [],
  );
}

function isFine({ plan, list, assessment, verdicts }: PeopleTold): boolean {
  if (plan.staffing.some(({ stillJustified }) => !stillJustified)) return false;
  const refused = [...assessment.filling, ...verdicts].some(({ kind }) => kind === 'RefusedStaffing');
  return !refused && !(list?.table.problems ?? []).some(({ severity }) => severity === 'ERROR');
}

function asJson({ plan, list, kept, assessment, verdicts }: PeopleTold): unknown {
  const told = { ...assessment, problems: list?.table.problems ?? [], verdicts };
  if (!kept) return told;
  const { stored, history } = kept.stream;
  const { revision, refusedStaffing: refused, refusedStaffingCount: refusedCount } = stored;
  const moves = history.filter(isOfPlace);
  return { ...told, kept: { revision, staffing: plan.staffing, history: moves, refused, refusedCount } };
}
