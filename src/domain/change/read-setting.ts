import type { Step } from '../stream/index.js';
import type { BufferAmount, Change, StepNumbers } from './change.js';
import type { ChangeProblem } from './check-change.js';
import { unquoted, type PlaceFinder } from './find-places.js';
import { placeOfReturn } from './flow-places.js';
import { bufferMeant, lossMeant, onLine, returnMeant } from './read-taking.js';
import { readDemandWords, readStepWords, readUnits, type ReadStep } from './words-of-notation.js';

const WAIT = /^wait (before|after|behind) (.+)$/i;
const STOCK = /^stock (before|after|behind) (.+?) ([~≈]?\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?)$/i;
const LINE = /^(?:the )?line (\d{1,9}):? (.+)$/i;
const BACK = /^back to (.+)$/i;
const LOST = /^lost (?:after|behind|at) (.+)$/i;
const DEMAND = /^demand:? (.+)$/i;
const BRANCH = /^(?:sometimes )?([~≈]?\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?\s?%): ?(.+)$/i;

const BEGINS_LIKE_A_LINE = /^(?:wait|stock|back|lost|demand|line)/i;
const FORMS =
  'For what stands between steps write "wait before STEP 1d", "stock after STEP 40", "back to STEP 10%", "lost after STEP 20%", or "line 14 1d".';

type Reading = Change | ChangeProblem;

/** What to set: numbers of a step, a wait, a stock, the share of a return, a loss or a branch, the demand. */
export function readSetting(finder: PlaceFinder, words: string): Reading {
  const { calendar } = finder.stream;
  const demand = DEMAND.exec(words);
  if (demand && !finder.step(words)) {
    const perWeek = readDemandWords(demand[1] ?? '', calendar);
    return 'code' in perWeek ? perWeek : { kind: 'SET_DEMAND', perWeek };
  }
  const line = LINE.exec(words);
  if (line) return setLine(finder, Number(line[1]), line[2] ?? '');
  const wait = WAIT.exec(words);
  if (wait) return setWait(finder, wait[1] ?? '', wait[2] ?? '');
  const stock = STOCK.exec(words);
  if (stock) {
    const units = readUnits(stock[3] ?? '', calendar);
    return 'code' in units
      ? units
      : setBuffer(finder, stock[1] ?? '', stock[2] ?? '', { kind: 'STOCK', units });
  }
  const back = BACK.exec(words);
  if (back) return setReturn(finder, back[1] ?? '');
  const lost = LOST.exec(words);
  if (lost) return setLoss(finder, lost[1] ?? '');
  const branch = BRANCH.exec(words);
  if (branch) return setBranch(finder, branch[1] ?? '', branch[2] ?? '');
  const read = readNamed(finder, words);
  return 'code' in read ? read : setStep(finder, read);
}

const NAME = 'Words';
/** Marks that count only behind another one. */
const NEEDS_A_MARK = /^(?:lead|every|uptime|changeover|batch) /i;

/** A step line whose name is that of a step, whatever words it holds, and its marks; else as the notation reads it. */
function readNamed(finder: PlaceFinder, words: string): ReadStep | ChangeProblem {
  const { calendar } = finder.stream;
  const named = finder.begins(words);
  if (!named) return readStepWords(words, calendar);
  const marks = NEEDS_A_MARK.test(named.behind) ? `x1 ${named.behind}` : named.behind;
  const read = readStepWords(`${NAME} ${marks}`, calendar);
  if ('code' in read) return read;
  if (read.step.name === NAME) return { ...read, step: { ...read.step, name: named.step.name } };
  return {
    code: 'UNREADABLE',
    message: `"${named.behind}" behind "${named.step.name}" cannot be read.`,
    remedy: 'Write marks as in a napkin: 30m, lead 2d, 90%, x2, @Dana, every 1w.',
  };
}

function setStep(finder: PlaceFinder, { step: read }: ReadStep): Reading {
  const step = finder.required(read.name);
  if ('code' in step) return BEGINS_LIKE_A_LINE.test(read.name) ? { ...step, remedy: FORMS } : step;
  const numbers = numbersOf(read);
  if (Object.keys(numbers).length > 0) return { kind: 'SET_STEP', step: step.key, numbers };
  return {
    code: 'UNREADABLE',
    message: `"${step.name}" is named, and nothing is set.`,
    remedy: `Write what it should be behind the name: "${step.name} 4h", "${step.name} lead 2d 90%", "${step.name} @Dana".`,
  };
}

function numbersOf(read: Step): StepNumbers {
  return {
    ...(read.processTime ? { processTime: read.processTime } : {}),
    ...(read.leadTime ? { leadTime: read.leadTime } : {}),
    ...(read.completeAndAccurate ? { completeAndAccurate: read.completeAndAccurate } : {}),
    ...(read.people !== 1 ? { people: read.people } : {}),
    ...(read.everySeconds ? { everySeconds: read.everySeconds } : {}),
    ...(read.uptime ? { uptime: read.uptime } : {}),
    ...(read.changeover ? { changeover: read.changeover } : {}),
    ...(read.batch === null ? {} : { batch: read.batch }),
    ...(read.performers.length > 0 ? { performers: read.performers } : {}),
    ...(read.value ? { value: read.value } : {}),
  };
}

/** `wait before Price the job 1d`: the name and its time are read as a step line. */
function setWait(finder: PlaceFinder, side: string, words: string): Reading {
  const read = readNamed(finder, words);
  if ('code' in read) return read;
  const { name, processTime } = read.step;
  if (processTime) return setBuffer(finder, side, name, { kind: 'WAIT', time: processTime });
  return noNumber(`wait ${side} ${words}`, `wait ${side} ${name} 1d`);
}

function setBuffer(finder: PlaceFinder, side: string, name: string, amount: BufferAmount): Reading {
  const found = bufferMeant(finder, side, name, { kind: amount.kind, pastGates: false });
  if (typeof found === 'number') return { kind: 'SET_BUFFER', node: found, amount };
  if (found) return found;
  const step = finder.required(name);
  if ('code' in step) return step;
  const at = { side: side.toLowerCase() === 'before' ? 'BEFORE' : 'AFTER', step: step.key } as const;
  return { kind: 'PUT_BUFFER', at, amount };
}

function setReturn(finder: PlaceFinder, words: string): Reading {
  const read = readNamed(finder, words);
  if ('code' in read) return read;
  const { name, completeAndAccurate: share, processTime: time } = read.step;
  if (!share && !time) return noNumber(`back to ${words}`, `back to ${name} 10%`);
  const found = returnMeant(finder, true, name);
  return 'code' in found ? found : { kind: 'SET_RETURN', at: placeOfReturn(found), share, time };
}

function setLoss(finder: PlaceFinder, words: string): Reading {
  const read = readNamed(finder, words);
  if ('code' in read) return read;
  const { name, completeAndAccurate: share } = read.step;
  if (!share) return noNumber(`lost after ${words}`, `lost after ${name} 20%`);
  const found = lossMeant(finder, name);
  return 'code' in found ? found : { kind: 'SET_LOSS', at: { node: found.node, line: found.line }, share };
}

/** `30%: Rent a lift`: the share of the branch that begins with the step, or of a step that is only sometimes needed. */
function setBranch(finder: PlaceFinder, shareWords: string, name: string): Reading {
  const step = finder.required(name);
  if ('code' in step) return step;
  const read = readStepWords(`sometimes ${shareWords}: "${unquoted(name)}"`, finder.stream.calendar);
  if ('code' in read) return read;
  const { flow, nodeOf } = finder.places;
  const ways = flow.arcs.filter(({ kind, from, to }) => {
    const gate = flow.nodes[from];
    return kind === 'NEXT' && gate?.kind === 'CHOICE' && to !== gate.partner;
  });
  const node = nodeOf.get(step.key);
  const way =
    ways.find((arc) => arc.to === node) ?? ways.find((arc) => finder.places.stepBehind(arc.to) === step.key);
  if (way && read.share) return { kind: 'SET_SHARE', choice: way.from, to: way.to, share: read.share };
  return {
    code: 'NAMES_NOTHING',
    message: `"${step.name}" begins no branch of an \`either\`, and is needed by every unit that comes to it.`,
    remedy: `For its %C&A write the share behind the name: "${step.name} ${shareWords}".`,
  };
}

/** `line 20 10%`: sets what stands on that line of the napkin. */
function setLine(finder: PlaceFinder, line: number, words: string): Reading {
  const there = onLine(finder, line);
  if ('code' in there) return there;
  const { calendar } = finder.stream;
  if (there.kind === 'WITHOUT_STEP') {
    const read = readStepWords(`Step ${words}`, calendar);
    if ('code' in read) return read;
    const name = finder.stream.steps.find(({ key }) => key === there.step)?.name ?? '';
    return setStep(finder, { ...read, step: { ...read.step, name } });
  }
  if (there.kind === 'WITHOUT_BUFFER' && /^[~≈]?\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?$/.test(words)) {
    const units = readUnits(words, calendar);
    return 'code' in units
      ? units
      : { kind: 'SET_BUFFER', node: there.node, amount: { kind: 'STOCK', units } };
  }
  const read = readStepWords(`Step ${words}`, calendar);
  if ('code' in read) return read;
  const { processTime: time, completeAndAccurate: share } = read.step;
  if (there.kind === 'WITHOUT_BUFFER' && time)
    return { kind: 'SET_BUFFER', node: there.node, amount: { kind: 'WAIT', time } };
  if (there.kind === 'WITHOUT_RETURN' && (share || time))
    return { kind: 'SET_RETURN', at: there.at, share, time };
  if (there.kind === 'WITHOUT_LOSS' && share) return { kind: 'SET_LOSS', at: there.at, share };
  return noNumber(
    `line ${line} ${words}`,
    there.kind === 'WITHOUT_BUFFER' ? `line ${line} 1d` : `line ${line} 10%`,
  );
}

function noNumber(words: string, form: string): ChangeProblem {
  return {
    code: 'UNREADABLE',
    message: `"${words}" says no number.`,
    remedy: `Write it with its unit or sign, such as "${form}".`,
  };
}
