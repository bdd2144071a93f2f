import {
  designHere,
  type Designed,
  type Designer,
  type DesignKind,
  type DesignQuestion,
} from '../../application/index.js';
import { tellSearch } from '../../domain/index.js';
import type { CommandContext } from './command-context.js';

/** Where a command designs and whom it tells. */
export type DesignSurroundings = Pick<CommandContext, 'services' | 'terminal'>;

/**
 * Answers a question about a structure; somebody who waits is told how far it has come, and who interrupts it is given
 * the best so far.
 */
export async function designing<K extends DesignKind>(
  label: string,
  question: DesignQuestion<K>,
  { services, terminal }: DesignSurroundings,
): Promise<Designed<K>['answer']> {
  const designer = await designerOf(services);
  const { answer, endedEarly } = await terminal.progress(label, async (tell) => {
    const running = designer.design(question, (news) => tell(tellSearch(news)));
    const listened = terminal.whenInterrupted?.(() => running.enough());
    try {
      return await running.designed;
    } finally {
      listened?.();
    }
  });
  if (endedEarly) {
    terminal.err(`headwater: ${label} was ended early: this is the best so far, and better may exist.\n`);
    terminal.cutShort?.();
  }
  return answer;
}

async function designerOf({ loadDesigner, loadSolving }: CommandContext['services']): Promise<Designer> {
  if (loadDesigner) return loadDesigner();
  return designHere((await loadSolving?.())?.solver ?? null);
}
