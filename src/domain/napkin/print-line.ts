import type { DraftReference, Passing } from '../stream/index.js';
import { foldName } from '../shared/index.js';
import type { PlainBody } from './item.js';
import { printComment } from './print-comment.js';
import { printListed, printName, printNames } from './plain-name.js';
import { printCount, printDuration, printShare, printAmount } from './print-quantity.js';
import { printCapabilities, printStep } from './print-step.js';
import { quote } from './quoted-text.js';
import { readBack, type PrintContext } from './reads-back.js';
import { oneSpace } from './span.js';

/** One line without its indentation; before is a `then ` or a share, comment what stands behind its #. */
export function printLine(
  body: PlainBody,
  before: string,
  comment: string | null,
  context: PrintContext,
): string {
  const behind = comment === null ? '' : ` ${printComment(comment)}`;
  switch (body.kind) {
    case 'blank':
      return behind.trim();
    case 'comment':
      return printComment(body.text);
    case 'note':
      return printNote(oneSpace(body.text), before, behind, context);
    case 'party':
      return printFree(`${before}${body.party}: `, oneSpace(body.name), behind, context);
    case 'pain':
      return printFree(`${before}! `, oneSpace(body.text), behind, context);
    case 'step':
      return printStep(body.step, before, behind, context);
    default:
      return `${before}${printShaped(body, context)}${behind}`;
  }
}

type ShapedBody = Exclude<
  PlainBody,
  { readonly kind: 'blank' | 'comment' | 'note' | 'party' | 'pain' | 'step' }
>;

function printShaped(body: ShapedBody, context: PrintContext): string {
  switch (body.kind) {
    case 'demand':
      return `demand: ${printCount(body.amount)}/${body.per}`;
    case 'calendar':
      return `${body.field}: ${printDuration(body.duration)}${body.field === 'people' ? '/week' : ''}`;
    case 'force':
      return body.force === 'SALES' ? 'sales:' : 'fulfilment:';
    case 'wait':
      return `wait ${printDuration(body.time)}${printTail(body.passing, body.why)}`;
    case 'stock':
      return `stock ${printCount(body.units)}${printTail(body.passing, body.why)}`;
    case 'back':
      return printReturn(body, context);
    case 'lost':
      return `lost ${printShare(body.share)}`;
    case 'stop':
      return 'stop';
    case 'after':
      return `after ${printKnown(body.steps, context)}`;
    case 'apart':
      return `never together: ${printRule(body.steps)}`;
    case 'together':
      return `together: ${printRule(body.steps)}`;
    case 'compensated':
      return `compensating control: ${printRule(body.steps)} ${quote(oneSpace(body.control))}`;
    case 'stageOwner':
      return `owner of ${printOwned(body.steps)}: ${printListed(body.name)}`;
    case 'obligation':
      return `obligation: ${printListed(body.name)} ${quote(oneSpace(body.source))}`;
    case 'person':
      return printPerson(body);
  }
}

function printTail(passing: Passing, why: string | null): string {
  const reason = why === null ? '' : ` ${quote(oneSpace(why))}`;
  switch (passing.kind) {
    case 'PUSH':
      return reason;
    case 'PULL':
      return ` pull${reason}`;
    case 'FIFO':
      return ` fifo${passing.limit === null ? '' : ` ${printAmount(passing.limit)}`}${reason}`;
  }
}

function printReturn(body: Extract<PlainBody, { readonly kind: 'back' }>, context: PrintContext): string {
  const { to, share, time } = body;
  const name = share === null ? printKnown([to], context) : printName(to.name);
  return [
    `back to ${name}`,
    ...(share ? [printShare(share)] : []),
    ...(time ? [printDuration(time)] : []),
  ].join(' ');
}

/** Names in front of a colon. */
function printOwned(steps: readonly DraftReference[]): string {
  return steps.map(({ name }) => (/[:：]/.test(name) ? quote(oneSpace(name)) : printListed(name))).join(', ');
}

function printRule(steps: readonly DraftReference[]): string {
  return steps.map(({ name }) => printListed(name)).join(', ');
}

/** Names that the reader must find among the steps: in quotes where it would not. */
function printKnown(steps: readonly DraftReference[], context: PrintContext): string {
  const known = steps.some(({ name }) => context.names.has(foldName(name)));
  return known ? printNames(steps) : steps.map(({ name }) => quote(oneSpace(name))).join(', ');
}

function printPerson(body: Extract<PlainBody, { readonly kind: 'person' }>): string {
  const { hours, capabilities } = body;
  const bare = hours === null && capabilities.length === 0;
  const name = bare ? quote(oneSpace(body.name)) : printName(body.name);
  return [
    `person ${name}`,
    ...(hours === null ? [] : [printDuration(hours)]),
    ...(capabilities.length === 0 ? [] : [printCapabilities(capabilities)]),
  ].join(' ');
}

/** Free text to the end of the line, in quotes where a part of it would be read as something else. */
function printFree(before: string, text: string, behind: string, context: PrintContext): string {
  const plain = `${before}${text}${behind}`;
  const back = readBack(plain, context);
  const body = back?.item.body;
  const read = body?.kind === 'party' ? body.name : body?.kind === 'pain' ? body.text : null;
  const sameComment = (back?.item.comment ?? null) === null ? behind === '' : behind !== '';
  return read === text && sameComment ? plain : `${before}${quote(text)}${behind}`;
}

/** A note as it was written where reading keeps it so, else behind `note:`; a bare line word is one only behind it. */
function printNote(text: string, before: string, behind: string, context: PrintContext): string {
  const ways = [`${before}${text}${behind}`, `${before}note: ${text}${behind}`];
  const asWritten = ways.find((way) => {
    const back = readBack(way, context);
    const sameComment = (back?.item.comment ?? null) === null ? behind === '' : behind !== '';
    const lacksValue = !text.includes(':') && back?.problems.some(({ code }) => code === 'MISSING_VALUE');
    return back?.item.body.kind === 'note' && back.item.body.text === text && sameComment && !lacksValue;
  });
  return asWritten ?? `${before}note: ${quote(text)}${behind}`;
}
