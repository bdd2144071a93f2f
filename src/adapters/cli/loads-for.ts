import { BALANCE_BY, loadGroup, planFile, type BalanceBy, type LoadGroup } from '../../application/index.js';
import type { ValueStream } from '../../domain/index.js';
import type { Source } from './read-source.js';
import type { Services } from './services.js';
import { UsageFault } from './terminal.js';

/** What `--by` may say. */
export const LOADS_BY: readonly string[] = BALANCE_BY.map((by) => by.toLowerCase());

/** Whose work the load chart sets against takt; null leaves the choice to the chart. Roles need a plan: an UsageFault tells why there is none. */
export async function loadsFor(
  by: string | undefined,
  stream: ValueStream,
  source: Source,
  services: Services,
): Promise<readonly LoadGroup[] | null> {
  if (by === undefined) return null;
  const wanted: BalanceBy = BALANCE_BY.find((one) => one.toLowerCase() === by) ?? 'STEP';
  if (wanted !== 'ROLE') return [loadGroup({ stream, structure: null }, wanted)];
  const solving = await services.loadSolving?.();
  const plan = planFile({ ...services, solving })(source.text).plans.find(
    (one) => one.stream.key === stream.key,
  );
  if (!plan?.structure) {
    throw new UsageFault(
      `${source.name}: no roles can be proposed for "${stream.name}" yet; "headwater plan" tells what is missing.`,
    );
  }
  return [loadGroup(plan, wanted)];
}
