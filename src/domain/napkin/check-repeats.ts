import { foldName, type TextPlace } from '../shared/index.js';
import type { Force } from '../stream/index.js';
import type { Item, ItemBody } from './item.js';
import { echo, type ProblemList } from './problem-list.js';
import { wordsIn } from './span.js';

/** Tells what is told twice and points to the first; a second definition becomes a note, a second step stays. */
export function checkRepeats(items: readonly Item[], problems: ProblemList): Item[] {
  const steps = new Map<string, TextPlace>();
  const definitions = new Map<string, TextPlace>();
  let force: Force | null = null;
  return items.map((item) => {
    const { body } = item;
    if (body.kind === 'force') force = body.force;
    if (body.kind === 'step') tellSecondStep(body.step.name, body.step.at ?? item.at, steps, problems);
    const key = definitionKey(body, force);
    const first = key === null ? undefined : definitions.get(key);
    if (key !== null && first === undefined) definitions.set(key, item.at);
    return first === undefined ? item : secondDefinition(item, first, problems);
  });
}

function tellSecondStep(
  name: string,
  at: TextPlace,
  steps: Map<string, TextPlace>,
  problems: ProblemList,
): void {
  const folded = foldName(name);
  const first = steps.get(folded);
  if (first === undefined) {
    steps.set(folded, at);
    return;
  }
  problems.add('DUPLICATE_STEP', at, {
    message: `A step called ${echo(name)} stands on line ${first.line} already.`,
    suggestion: `Give one of the two another name. If work returns to the first, write: back to "${name.slice(0, 60)}" 20%.`,
  });
}

function definitionKey(body: ItemBody, force: Force | null): string | null {
  switch (body.kind) {
    case 'party':
      return body.party === 'owner' ? `owner ${force ?? 'STREAM'}` : body.party;
    case 'demand':
      return 'demand';
    case 'calendar':
      return body.field;
    case 'person':
      return `person ${foldName(body.name)}`;
    default:
      return null;
  }
}

function secondDefinition(item: Item, first: TextPlace, problems: ProblemList): Item {
  problems.add('SECOND_DEFINITION', item.at, {
    message: `${echo(wordsIn(item.span))} tells again what line ${first.line} tells; the first one stands and this is kept as a note.`,
    suggestion: `Take one of the two lines away, or change line ${first.line}.`,
  });
  return { ...item, body: { kind: 'note', text: wordsIn(item.span) } };
}
