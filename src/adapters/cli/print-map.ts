import type { ValueStream } from '../../domain/index.js';
import { labelled, type Page } from './page.js';
import { printHeading } from './print-overview.js';
import { fit, pad } from './text-layout.js';

/** The map as it was understood, for a text whose errors forbid planning: the steps in their order, and who does them. */
export function printMap(stream: ValueStream, page: Page): string[] {
  const steps = stream.steps.flatMap((step) => {
    const who = step.performers.length === 0 ? 'nobody known' : step.performers.join(', ');
    const label = `  ${String(step.position).padStart(3)} ${pad(fit(step.name, 38), 38)}  `;
    return labelled(page, label, step.outside ? `outside: ${who}` : who, 46, { text: page.paint.dim });
  });
  return [...printHeading(stream, page), '', ...steps];
}
