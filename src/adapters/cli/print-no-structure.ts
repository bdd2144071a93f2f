import type { LimitsContradict, Plan, StreamNotReady } from '../../domain/index.js';
import { labelled, section, type Page } from './page.js';
import { fit, wrap } from './text-layout.js';

/** Why there are no roles, under the head of what was asked for: what contradicts what, or what is missing. */
export function printNoStructure(
  none: StreamNotReady | LimitsContradict,
  plan: Plan,
  page: Page,
  head: string,
  missing: readonly string[] = [],
): string[] {
  const { paint } = page;
  if (none.kind === 'StreamNotReady') {
    const where = missing.length === 0 ? '; what is missing for that stands under READINESS' : '';
    const text = `No roles yet: structure comes after the stream. The stream has to be connected first${where}.`;
    return section(page, head, '', [
      ...wrap(text, page.width - 2).map((line) => `  ${paint.yellow(line)}`),
      ...missing.flatMap((one) => labelled(page, '  · ', one, 4)),
    ]);
  }
  const names = new Map<string, string>(plan.stream.steps.map((step) => [step.key, step.name]));
  const told = (label: string, text: string): string[] =>
    labelled(page, label, text, 9, { label: paint.dim });
  return section(page, head, '', [
    ...wrap(none.message, page.width - 2).map((line) => `  ${paint.red(line)}`),
    ...none.limits.flatMap((limit) => told('  limit  ', limit)),
    ...none.steps.flatMap((step) => told('  step   ', names.get(step) ?? step)),
  ]);
}

/** The same on a page of its own, with what keeps the stream from being connected. */
export function printNoAnswer(
  none: StreamNotReady | LimitsContradict,
  plan: Plan,
  page: Page,
  head: string,
): string[] {
  const missing =
    none.kind === 'StreamNotReady' ? none.missing.filter(({ severity }) => severity !== 'INFO') : [];
  const name = page.paint.bold(fit(plan.stream.name, page.width));
  return [
    name,
    ...printNoStructure(
      none,
      plan,
      page,
      head,
      missing.map(({ message }) => message),
    ),
  ];
}
