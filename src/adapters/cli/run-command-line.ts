import { Command, CommanderError } from 'commander';
import { accountCommand } from './account-command.js';
import { alternativesCommand } from './alternatives-command.js';
import { auditCommand } from './audit-command.js';
import { backupCommand, restoreCommand } from './backup-commands.js';
import { checkCommand } from './check-command.js';
import { companyCommand } from './company-command.js';
import { compareCommand } from './compare-command.js';
import type { CommandContext } from './command-context.js';
import { convertCommand } from './convert-command.js';
import { exportCommand } from './export-command.js';
import { formatCommand } from './format-command.js';
import { hintAtOption } from './hint-at-option.js';
import { growCommand } from './grow-command.js';
import { judgeCommand } from './judge-command.js';
import { lineCommand } from './line-command.js';
import { mapCommand } from './map-command.js';
import { peopleCommand } from './people-command.js';
import { planCommand } from './plan-command.js';
import { reportCommand } from './report-command.js';
import { tokenCommand } from './token-command.js';
import { workspaceCommand } from './workspace-command.js';
import { serveCommand } from './serve-command.js';
import type { Services } from './services.js';
import { sureCommand } from './sure-command.js';
import { walkCommand } from './walk-command.js';
import { whatIfCommand } from './what-if-command.js';
import { EXIT, UsageFault, type ExitCode, type Terminal } from './terminal.js';

const HELP = `
A napkin is a text file that says how work flows from the first contact to the
fulfilled promise, one step a line:

  stream Enquiry to paid job
  demand: 40/month
  sales:
  Answer the enquiry @Dana 10m {lead qualification}
  fulfilment:
  Do the work @Crew x2 2d {installation}

Examples:
  headwater plan seeds/custom-cabinets.napkin
  headwater alternatives seeds/custom-cabinets.napkin
  headwater company kitchen.napkin repairs.napkin
  headwater grow seeds/custom-cabinets.napkin
  headwater sure seeds/letter-stage-service.napkin
  headwater check seeds/full-of-mistakes.napkin
  headwater format --check seeds/custom-cabinets.napkin
  headwater convert seeds/custom-cabinets.napkin --out kitchen.xlsx
  headwater plan kitchen.xlsx
  headwater judge seeds/custom-cabinets.napkin \\
    --wish "Jonas R 'Design the kitchen'"
  headwater report seeds/custom-cabinets.napkin --format html --out raci.html
  headwater map seeds/custom-cabinets.napkin --out map.svg
  headwater walk seeds/custom-cabinets.napkin --format html --out walk.html
  headwater export seeds/custom-cabinets.napkin --format bpmn --out kitchen.bpmn
  headwater line seeds/custom-cabinets.napkin
  headwater what-if seeds/custom-cabinets.napkin --demand 20/month
  headwater compare seeds/custom-cabinets.napkin future.napkin
  headwater audit raci.xlsx --stream seeds/custom-cabinets.napkin
  headwater people seeds/custom-cabinets.napkin
  headwater serve --port 3000
  headwater backup friday.backup.gz
  headwater account add ada@example.com --role owner

Exit codes:
  0  fine
  1  the command found something: an error in the napkin, a refused wish,
     limits that contradict each other, a change that cannot be made
  2  wrong usage, or a file that cannot be read or written
  130  interrupted (Ctrl+C) while designing: the best so far was printed

headwater COMMAND --help tells more.`;

const COMMANDS = [
  planCommand,
  alternativesCommand,
  companyCommand,
  growCommand,
  sureCommand,
  checkCommand,
  formatCommand,
  convertCommand,
  judgeCommand,
  reportCommand,
  mapCommand,
  exportCommand,
  walkCommand,
  lineCommand,
  whatIfCommand,
  compareCommand,
  auditCommand,
  peopleCommand,
  serveCommand,
  backupCommand,
  restoreCommand,
  accountCommand,
  workspaceCommand,
  tokenCommand,
];

/** Runs one command line (without node and the script) and returns its exit code; what is wrong with it becomes one clear line. */
export async function runCommandLine(
  words: readonly string[],
  services: Services,
  terminal: Terminal,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.fine;
  const finish = (finished: ExitCode): void => void (code = finished);
  let isCut = false;
  const cutShort = (): void => void (isCut = true);
  try {
    const context = { services, terminal: { ...terminal, cutShort }, finish };
    await programOf(context).parseAsync(words, { from: 'user' });
    return isCut ? EXIT.interrupted : code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
    if (!(error instanceof UsageFault)) throw error;
    terminal.err(`headwater: ${error.message}\n`);
    return EXIT.usage;
  }
}

function programOf(context: CommandContext): Command {
  const { services, terminal } = context;
  const program = new Command('headwater')
    .description(
      'Turns a value stream into roles and responsibilities, and refuses any that no step demands.',
    )
    .version(services.version, '-v, --version', 'print the version')
    .helpCommand('help [command]', 'tell more about a command')
    .addHelpText('after', HELP);
  for (const make of COMMANDS) program.addCommand(make(context));
  const commands = everyCommand(program);
  for (const [command, path] of commands) {
    command
      .exitOverride()
      .showHelpAfterError(`(headwater ${path}--help tells how)`)
      .configureOutput({
        writeOut: terminal.out,
        writeErr: terminal.err,
        getOutHelpWidth: () => terminal.width,
        getErrHelpWidth: () => terminal.width,
        getOutHasColors: () => terminal.colour,
        getErrHasColors: () => terminal.colourOfErrors,
        outputError: (complaint, write) => write(hintAtOption(complaint, path, commands, terminal.width)),
      });
  }
  return program;
}

/** The program, its commands and theirs, each with the words before its options. */
function everyCommand(command: Command, path = ''): readonly (readonly [Command, string])[] {
  const below = command.commands.flatMap((one) => everyCommand(one, `${path}${one.name()} `));
  return [[command, path], ...below];
}
