import type { DesignQuestion } from '../../application/index.js';
import type { Plan, StructureProposal } from '../../domain/index.js';
import { jsonText, type CommandContext } from './command-context.js';
import { effortOf, goalsOf, type GoalOptions } from './goal-options.js';
import { limitsOf, type LimitOptions } from './limit-options.js';
import type { Page } from './page.js';
import { paintWith } from './paint.js';
import { chosenPlan, complain, plannedFile, questionAbout } from './planned-file.js';
import { printNoAnswer } from './print-no-structure.js';
import { EXIT } from './terminal.js';

/** What a command has to be told that starts from the roles proposed for one stream of a file. */
export interface ProposedOptions extends LimitOptions, GoalOptions {
  readonly json?: boolean;
  readonly stream?: string;
}

/** The roles proposed for a stream, and what a question about them is asked with. */
interface ProposedPlan {
  readonly plan: Plan;
  readonly kept: StructureProposal;
  readonly about: Omit<DesignQuestion<'STRUCTURE'>, 'kind'>;
  readonly page: Page;
}

/** Plans a file and takes the stream that is meant; null where no roles are proposed for it: that is told under the head then, and the command has ended. */
export async function proposedPlan(
  path: string,
  options: ProposedOptions,
  { services, terminal, finish }: CommandContext,
  head: string,
): Promise<ProposedPlan | null> {
  const asked = { ...limitsOf(options), ...goalsOf(options) };
  const file = await plannedFile(path, asked, services, terminal, effortOf(options), options.limits);
  if (file.plans.length === 0) {
    complain(file, 'nothing is planned.', terminal);
    finish(EXIT.found);
    return null;
  }
  const plan = chosenPlan(file, options.stream);
  const page = { width: terminal.width, paint: paintWith(terminal.colour) };
  const { suggested } = plan;
  if (suggested.kind !== 'StructureProposal') {
    terminal.out(
      options.json ? jsonText(suggested) : `${printNoAnswer(suggested, plan, page, head).join('\n')}\n`,
    );
    finish(EXIT.found);
    return null;
  }
  const about = questionAbout(file, plan, services.catalogue, effortOf(options));
  return { plan, kept: suggested, about, page };
}
