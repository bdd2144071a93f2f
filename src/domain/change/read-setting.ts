import type { Step } from '../stream/index.js';
import type { Change, StepNumbers } from './change.js';
import type { ChangeProblem } from './check-change.js';
import { unquoted, type PlaceFinder } from './find-places.js';
import { readHeadSetting, withCapabilities } from './read-head-setting.js';
import { noNumber, readMarks, readNamed } from './read-named.js';
import { readPlaceSetting, setBufferAt } from './read-place-setting.js';
import { onLine } from './read-taking.js';
import { readStepWords, type ReadStep } from './words-of-notation.js';

const LINE = /^(?:the )?line (\d{1,9}):? (.+)$/i;
const BRANCH = /^(?:sometimes )?([~≈]?\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?\s?%): ?(.+)$/i;

const BEGINS_LIKE_A_LINE = /^(?:wait|stock|fifo|back|lost|demand|line|day|week|month|year|people|person)/i;
const FORMS =
  'For what stands between steps write "wait before STEP 1d", "stock after STEP 40", "fifo before STEP 20", "back to STEP 10%", "lost after STEP 20%", or "line 14 1d"; for the rest "demand: 20/month", "day: 7h", "person NAME 32h".';

type Reading = Change | ChangeProblem;

/** What to set: numbers of a step, of what stands between steps, of a branch, of a person, of the demand and the calendar. */
export function readSetting(finder: PlaceFinder, words: string): Reading {
  const head = readHeadSetting(finder, words);
  if (head) return head;
  const line = LINE.exec(words);
  if (line) return setLine(finder, Number(line[1]), line[2] ?? '');
  const place = readPlaceSetting(finder, words);
  if (place) return place;
  const branch = BRANCH.exec(words);
  if (branch) return setBranch(finder, branch[1] ?? '', branch[2] ?? '');
  const read = readNamed(finder, words);
  return 'code' in read ? read : setStep(finder, read);
}

function setStep(finder: PlaceFinder, { step: read, people }: ReadStep): Reading {
  const step = finder.required(read.name);
  if ('code' in step) return BEGINS_LIKE_A_LINE.test(read.name) ? { ...step, remedy: FORMS } : step;
  const numbers = { ...numbersOf(read, step), ...(people === null ? {} : { people }) };
  if (Object.keys(numbers).length > 0) return { kind: 'SET_STEP', step: step.key, numbers };
  return {
    code: 'UNREADABLE',
    message: `"${step.name}" is named, and nothing is set.`,
    remedy: `Write what it should be behind the name: "${step.name} 4h", "${step.name} lead 2d 90%", "${step.name} @Dana".`,
  };
}

function numbersOf(read: Step, before: Step): StepNumbers {
  return {
    ...(read.processTime ? { processTime: read.processTime } : {}),
    ...(read.leadTime ? { leadTime: read.leadTime } : {}),
    ...(read.completeAndAccurate ? { completeAndAccurate: read.completeAndAccurate } : {}),
    ...(read.everySeconds ? { everySeconds: read.everySeconds } : {}),
    ...(read.uptime ? { uptime: read.uptime } : {}),
    ...(read.changeover ? { changeover: read.changeover } : {}),
    ...(read.batch === null ? {} : { batch: read.batch }),
    ...(read.performers.length > 0 ? { performers: read.performers } : {}),
    ...(read.value ? { value: read.value } : {}),
    ...(read.outside ? { outside: true as const } : {}),
    ...(read.capabilities.length > 0
      ? { capabilities: withCapabilities(before.capabilities, read.capabilities) }
      : {}),
  };
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
  const asked = `line ${line} ${words}`;
  if (there.kind === 'WITHOUT_BUFFER') return setBufferAt(finder, there.node, words, asked);
  const named =
    there.kind === 'WITHOUT_STEP' ? finder.stream.steps.find(({ key }) => key === there.step) : undefined;
  const read = readMarks(finder, words, named?.name ?? `line ${line}`);
  if ('code' in read) return read;
  if (named) return setStep(finder, { ...read, step: { ...read.step, name: named.name } });
  const { processTime: time, completeAndAccurate: share } = read.step;
  if (there.kind === 'WITHOUT_RETURN' && (share || time))
    return { kind: 'SET_RETURN', at: there.at, share, time };
  if (there.kind === 'WITHOUT_LOSS' && share) return { kind: 'SET_LOSS', at: there.at, share };
  return noNumber(asked, `line ${line} 10%`);
}
