import { foldName, nearestName } from '../shared/index.js';
import { withCalendarLine, type Person, type StatedCapability, type ValueStream } from '../stream/index.js';
import type { Change } from './change.js';
import type { ChangeProblem } from './check-change.js';
import { unquoted, type PlaceFinder } from './find-places.js';
import { readCalendarWords, readDemandWords, readPersonWords } from './words-of-notation.js';

const DEMAND = /^demand:? (.+)$/i;
const CALENDAR = /^(day|week|month|year|people) ?(?:: ?(.+)|((?:~ ?)?\d.*))$/i;
const PERSON = /^person (.+)$/i;

/** What stands at the head or the foot of a napkin: the demand, the calendar, a person; null where the words say none of these. */
export function readHeadSetting(finder: PlaceFinder, words: string): Change | ChangeProblem | null {
  const { stream } = finder;
  const demand = DEMAND.exec(words);
  if (demand && !finder.step(words)) {
    const perWeek = readDemandWords(demand[1] ?? '', stream.calendar);
    return 'code' in perWeek ? perWeek : { kind: 'SET_DEMAND', perWeek };
  }
  if (finder.begins(words)) return null;
  const [, field, value, bare] = CALENDAR.exec(words) ?? [];
  if (field !== undefined) return setCalendar(stream, field.toLowerCase(), value ?? bare ?? '');
  const person = PERSON.exec(words);
  return person ? setPerson(stream, person[1] ?? '') : null;
}

function setCalendar(stream: ValueStream, field: string, value: string): Change | ChangeProblem {
  const line = readCalendarWords(field, value);
  if ('code' in line) return line;
  const { calendar, problems } = withCalendarLine(stream.calendar, line);
  const [fault] = problems;
  if (!fault) return { kind: 'SET_CALENDAR', calendar };
  const [said = '', expected = ''] = fault.message.split(/: (?=expected )|\. Until it is put right/);
  return {
    code: 'NUMBER_OUT_OF_RANGE',
    message: `${said}.`,
    remedy: `${expected.replace(/^expected /, 'Write ')}.`,
  };
}

function setPerson(stream: ValueStream, words: string): Change | ChangeProblem {
  const read = readPersonWords(words, stream.calendar);
  if ('code' in read) return read;
  const known = knownPerson(stream, read.name);
  if ('code' in known) return known;
  if (read.hoursPerWeek === null && read.capabilities.length === 0)
    return {
      code: 'UNREADABLE',
      message: `${known.name} is named, and nothing is set.`,
      remedy: `Write the hours a week behind the name: "person ${known.name} 32h".`,
    };
  return {
    kind: 'SET_PERSON',
    person: {
      name: known.name,
      hoursPerWeek: read.hoursPerWeek ?? known.hoursPerWeek,
      capabilities: withCapabilities(known.capabilities, read.capabilities),
    },
  };
}

/** A person with a line of their own, else a performer of today without one. */
function knownPerson({ people, steps }: ValueStream, words: string): Person | ChangeProblem {
  const name = unquoted(words);
  const told = people.find((person) => foldName(person.name) === foldName(name));
  if (told) return told;
  const performers = steps.flatMap((step) => step.performers);
  const performer = performers.find((one) => foldName(one) === foldName(name));
  if (performer !== undefined) return { name: performer, hoursPerWeek: null, capabilities: [] };
  const nearest = nearestName(name, [...people.map((person) => person.name), ...performers]);
  return {
    code: 'NAMES_NOTHING',
    message: `Nobody on this map is called "${name}".`,
    remedy:
      nearest === null
        ? 'Write the name of a person or of a performer of this stream.'
        : `Did you mean "${nearest}"?`,
  };
}

/** What is stated already, with what is stated of it anew; what was not stated yet comes last. */
export function withCapabilities(
  before: readonly StatedCapability[],
  stated: readonly StatedCapability[],
): readonly StatedCapability[] {
  const isSame = (a: StatedCapability, b: StatedCapability) => foldName(a.name) === foldName(b.name);
  const kept = before.map((one) => {
    const anew = stated.find((other) => isSame(one, other));
    return anew
      ? { name: one.name, level: anew.level ?? one.level, licence: anew.licence || one.licence }
      : one;
  });
  return [...kept, ...stated.filter((one) => !before.some((other) => isSame(one, other)))];
}
