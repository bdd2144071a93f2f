import { foldName, formatNumber, type StepKey } from '../shared/index.js';
import type { Change } from './change.js';
import type { ChangeProblem } from './check-change.js';
import { unquoted, type PlaceFinder } from './find-places.js';
import { areNeighbours, buffersBetween, isBuffer, placeOfReturn } from './flow-places.js';
import { bufferMeant, severalWaits } from './name-waits.js';

const BUFFER = /^(wait|stock) (before|after|behind) (.+)$/i;
const BETWEEN = /^(?:wait|stock) (?:between|from) (.+)$/i;
const LINE = /^(?:the )?line (\d{1,9})$/i;
const BACK = /^back (to|from) (.+)$/i;
const LOST = /^lost (?:after|behind|at) (.+)$/i;
const HAND_OFF = /^hand-?\s?off (?:(before|after|behind) (.+)|(?:from )?(.+))$/i;

type Reading = Change | ChangeProblem;

/** What to take out: a wait, a return, a loss, a hand-off, what stands on a line, or a step. */
export function readTaking(finder: PlaceFinder, words: string): Reading {
  const line = LINE.exec(words);
  if (line) return onLine(finder, Number(line[1]));
  const buffer = BUFFER.exec(words);
  if (buffer) {
    const found = bufferMeant(finder, buffer[2] ?? '', buffer[3] ?? '', buffer[1] ?? '');
    return typeof found === 'number'
      ? { kind: 'WITHOUT_BUFFER', node: found }
      : (found ?? nothingWaits(buffer[3] ?? ''));
  }
  const between = BETWEEN.exec(words);
  if (between) return bufferBetween(finder, between[1] ?? '');
  const back = BACK.exec(words);
  if (back) {
    const found = returnMeant(finder, (back[1] ?? '').toLowerCase() === 'to', back[2] ?? '');
    return 'code' in found ? found : { kind: 'WITHOUT_RETURN', at: placeOfReturn(found) };
  }
  const lost = LOST.exec(words);
  if (lost) {
    const found = lossMeant(finder, lost[1] ?? '');
    return 'code' in found ? found : { kind: 'WITHOUT_LOSS', at: { node: found.node, line: found.line } };
  }
  const handOff = HAND_OFF.exec(words);
  if (handOff) return readHandOff(finder, handOff);
  const step = finder.required(
    words.replace(/^step (?=\S)/i, (prefix) => (finder.step(words) ? prefix : '')),
  );
  if (!('code' in step)) return { kind: 'WITHOUT_STEP', step: step.key };
  return personNamed(finder, words) ?? step;
}

/** A person was named, who is no step; null where nobody is called that. */
function personNamed({ stream }: PlaceFinder, words: string): ChangeProblem | null {
  const meant = foldName(unquoted(words.replace(/^@/, '')));
  const isMeant = (name: string) => foldName(name) === meant;
  const done = stream.steps.filter(({ performers }) => performers.some(isMeant));
  const name =
    done[0]?.performers.find(isMeant) ?? stream.people.find((person) => isMeant(person.name))?.name;
  if (name === undefined) return null;
  const message = `"${name}" is a person, and only what stands in the flow can be taken out.`;
  const hours = `set "person ${name} 20h" for the hours that they have a week`;
  const [first] = done;
  if (!first) return { code: 'NAMES_NOTHING', message, remedy: `They do no step today; ${hours}.` };
  const steps = `${done.length === 1 ? 'the step' : `each of the ${done.length} steps`} that ${name} does`;
  return {
    code: 'NAMES_NOTHING',
    message,
    remedy: `Give ${steps} to somebody else: set "${first.name} @Dana"; or ${hours}.`,
  };
}

/** No wait stands where one was named. */
export function nothingWaits(name: string): ChangeProblem {
  return {
    code: 'NAMES_NOTHING',
    message: `No wait stands there (${name}).`,
    remedy: 'Say a place where work waits, such as "wait before STEP", "wait after STEP" or "line 14".',
  };
}

function bufferBetween(finder: PlaceFinder, words: string): Reading {
  const steps = finder.pair(words, 'and') ?? finder.pair(words, 'to');
  if (!steps) return unknownPair(words, 'wait between STEP and STEP');
  const found = buffersBetween(finder.places, steps[0].key, steps[1].key);
  const [only] = found;
  if (only === undefined) return nothingWaits(words);
  if (found.length === 1) return { kind: 'WITHOUT_BUFFER', node: only };
  return severalWaits(finder, found, `between "${steps[0].name}" and "${steps[1].name}"`);
}

/** The one return to a step (or from one), `A from B` where several lead there. */
export function returnMeant(finder: PlaceFinder, toFirst: boolean, words: string) {
  const pair = finder.step(words) ? undefined : finder.pair(words, toFirst ? 'from' : 'to');
  const step = pair?.[0] ?? finder.required(words);
  if ('code' in step) return step;
  const { arcs } = finder.places.flow;
  const from = (key: StepKey) =>
    arcs.filter((arc) => arc.kind === 'RETURN' && finder.places.stepBefore(arc.origin ?? arc.from) === key);
  const found = toFirst
    ? finder.returns(step.key, pair?.[1].key ?? null)
    : pair
      ? finder.returns(pair[1].key, step.key)
      : from(step.key);
  const [only] = found;
  if (only && found.length === 1) return only;
  const where = toFirst ? `to "${step.name}"` : `from "${step.name}"`;
  if (!only) return noReturn(finder, where);
  const lines = found.map(({ line }) => (line === null ? '' : `"line ${line}"`)).filter(Boolean);
  return {
    code: 'AMBIGUOUS',
    message: `${formatNumber(found.length)} returns lead ${where}.`,
    remedy: `Say which: ${[...lines, '"back to STEP from STEP"'].join(' or ')}.`,
  } as const;
}

function noReturn({ places, stream }: PlaceFinder, where: string): ChangeProblem {
  const targets = new Set(
    places.flow.arcs.flatMap((arc) =>
      arc.kind === 'RETURN' ? [places.stepBefore(arc.target ?? arc.to)] : [],
    ),
  );
  const names = stream.steps.filter(({ key }) => targets.has(key)).map(({ name }) => `"back to ${name}"`);
  return {
    code: 'NAMES_NOTHING',
    message: `No work goes back ${where}.`,
    remedy:
      names.length === 0 ? 'The stream has no returns.' : `The returns are: ${names.slice(0, 5).join(', ')}.`,
  };
}

/** The one loss after a step. */
export function lossMeant(finder: PlaceFinder, name: string) {
  const step = finder.required(name);
  if ('code' in step) return step;
  const found = finder.losses(step.key);
  const [only] = found;
  if (only && found.length === 1) return only;
  if (only)
    return {
      code: 'AMBIGUOUS',
      message: `Units are lost ${found.length} times after "${step.name}".`,
      remedy: `Say which: ${found.map(({ line }) => `"line ${line}"`).join(' or ')}.`,
    } as const;
  return {
    code: 'NAMES_NOTHING',
    message: `No units are lost after "${step.name}".`,
    remedy: 'Name the step above the `lost` line.',
  } as const;
}

function readHandOff(finder: PlaceFinder, [, side, name = '', words = '']: RegExpExecArray): Reading {
  const { places } = finder;
  if (side === undefined) {
    const steps = finder.pair(words, 'to');
    if (!steps) return unknownPair(words, 'hand-off STEP to STEP');
    const [from, to] = steps;
    if (areNeighbours(places, from.key, to.key))
      return { kind: 'WITHOUT_HAND_OFF', from: from.key, to: to.key };
    return {
      code: 'NAMES_NOTHING',
      message: `Work does not pass from "${from.name}" straight to "${to.name}".`,
      remedy: 'Name two steps of which the second comes next.',
    };
  }
  const step = finder.required(name);
  if ('code' in step) return step;
  const before = side.toLowerCase() === 'before';
  const node = places.nodeOf.get(step.key) ?? -1;
  const beside = before ? places.previous[node]?.[0] : places.next[node]?.[0];
  const other = beside === undefined ? null : before ? places.stepBefore(beside) : places.stepBehind(beside);
  if (other === null)
    return {
      code: 'NAMES_NOTHING',
      message: `No step stands ${side.toLowerCase()} "${step.name}".`,
      remedy: 'Name both steps: "hand-off STEP to STEP".',
    };
  return before
    ? { kind: 'WITHOUT_HAND_OFF', from: other, to: step.key }
    : { kind: 'WITHOUT_HAND_OFF', from: step.key, to: other };
}

/** Words that do not name two steps. */
export function unknownPair(words: string, form: string): ChangeProblem {
  return {
    code: 'NAMES_NOTHING',
    message: `"${words}" does not name two steps of this stream.`,
    remedy: `Write both names as they stand in the napkin: "${form}".`,
  };
}

/** What stands on a line of the napkin: a wait, a return, a loss or a step. */
export function onLine(finder: PlaceFinder, line: number): Reading {
  const { flow } = finder.places;
  const node = flow.nodes.findIndex((one) => isBuffer(one) && one.line === line);
  if (node >= 0) return { kind: 'WITHOUT_BUFFER', node };
  const arc = flow.arcs.find((one) => one.kind === 'RETURN' && one.line === line);
  if (arc) return { kind: 'WITHOUT_RETURN', at: placeOfReturn(arc) };
  const loss = flow.losses.find((one) => one.line === line);
  if (loss) return { kind: 'WITHOUT_LOSS', at: { node: loss.node, line } };
  const step = finder.stream.steps.find((one) => one.line === line);
  if (step) return { kind: 'WITHOUT_STEP', step: step.key };
  return {
    code: 'NAMES_NOTHING',
    message: `On line ${line} stands neither a step nor a wait, a return or a loss.`,
    remedy: 'Name the line of a step, a `wait`, a `stock`, a `back to` or a `lost`.',
  };
}
