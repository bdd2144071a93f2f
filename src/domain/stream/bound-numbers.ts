import { DEFAULT_CALENDAR, formatNumber, type Problem, type TextPlace } from '../shared/index.js';
import { secondsOfTerms } from './convert-time.js';
import { problemAt, quoted } from './problem-at.js';
import type { DraftDuration, DraftNumber, DraftStep } from './stream-draft.js';
import type { LineEvent, PlainLine } from './walk-lines.js';

/** The largest numbers that a stream is reckoned with. */
export const MOST = {
  unitsPerPeriod: 10_000_000,
  unitsInStock: 1_000_000_000,
  people: 1_000,
  years: 100,
  hoursPerWeek: 168,
} as const;

const { secondsPerDay, daysPerYear } = DEFAULT_CALENDAR;
const LONGEST = MOST.years * daysPerYear * secondsPerDay;

/** Takes out what no stream can have (an error each): it counts as not known, so that no sum rests on it. */
export function boundNumbers(events: readonly LineEvent[]): {
  readonly events: readonly LineEvent[];
  readonly problems: readonly Problem[];
} {
  const bounds = new Bounds();
  const bounded = events.map((event) =>
    event.kind === 'line' ? { ...event, line: bounds.line(event.line) } : event,
  );
  return { events: bounded, problems: bounds.problems };
}

class Bounds {
  readonly problems: Problem[] = [];

  line(line: PlainLine): PlainLine {
    switch (line.kind) {
      case 'step':
        return { ...line, step: this.step(line.step) };
      case 'demand':
        return this.count(line.amount, MOST.unitsPerPeriod, 'A demand', line.at) ? line : asNote(line);
      case 'stock':
        return this.count(line.units, MOST.unitsInStock, 'A stock', line.at) ? line : asNote(line);
      case 'wait':
        return this.time(line.time, 'A wait', line.at) === null ? asNote(line) : line;
      case 'back':
        return { ...line, time: this.time(line.time, 'The time of a `back to`', line.at) };
      case 'person':
        return { ...line, hours: this.hours(line.hours, line.name, line.at) };
      default:
        return line;
    }
  }

  private step(step: DraftStep): DraftStep {
    const { at } = step;
    const of = (what: string) => `${what} of ${quoted(step.name)}`;
    const bounded = {
      processTime: this.time(step.processTime, of('The process time'), at),
      leadTime: this.time(step.leadTime, of('The lead time'), at),
      every: this.time(step.every, of('The rhythm'), at),
      changeover: this.time(step.changeover, of('The changeover'), at),
      uptime: this.uptime(step.uptime, of('The uptime'), at),
      people: this.plain(step.people, MOST.people, of('The number of people'), at),
      batch: this.plain(step.batch, MOST.unitsInStock, of('The batch'), at),
    };
    return { ...step, ...bounded };
  }

  private time(time: DraftDuration | null, what: string, at: TextPlace | null): DraftDuration | null {
    if (time === null || secondsOfTerms(time.high ?? time.low, DEFAULT_CALENDAR) <= LONGEST) return time;
    return this.tell(what, `${MOST.years} years`, time.at ?? at);
  }

  private uptime(share: DraftNumber | null, what: string, at: TextPlace | null): DraftNumber | null {
    if (share === null || (share.high ?? share.low) > 0) return share;
    const message = `${what} is 0 %, so it would never run; what is told here counts as not known. Write the share of the time in which it can be used: uptime 80%.`;
    return this.add(message, share.at ?? at);
  }

  private hours(hours: DraftDuration | null, name: string, at: TextPlace | null): DraftDuration | null {
    const most = MOST.hoursPerWeek * 3600;
    if (hours === null || secondsOfTerms(hours.high ?? hours.low, DEFAULT_CALENDAR) <= most) return hours;
    const message = `${quoted(name)} cannot work more than the ${MOST.hoursPerWeek} hours that a week has; what is told here counts as not known. Is there a digit too many? Each of several people has a \`person\` line of their own.`;
    return this.add(message, hours.at ?? at);
  }

  private count(number: DraftNumber, most: number, what: string, at: TextPlace | null): boolean {
    if ((number.high ?? number.low) <= most) return true;
    this.tell(what, inWords(most), number.at ?? at);
    return false;
  }

  private plain(number: number | null, most: number, what: string, at: TextPlace | null): number | null {
    return number === null || number <= most ? number : this.tell(what, inWords(most), at);
  }

  private tell(what: string, most: string, at: TextPlace | null): null {
    const message = `${what} is at most ${most}; what is told here counts as not known. Is there a digit too many, or another unit meant?`;
    return this.add(message, at);
  }

  private add(message: string, at: TextPlace | null): null {
    this.problems.push(problemAt('NUMBER_OUT_OF_RANGE', 'ERROR', message, at));
    return null;
  }
}

function inWords(most: number): string {
  return most >= 1_000_000 ? `${formatNumber(most / 1_000_000)} million` : formatNumber(most);
}

function asNote({ at, comment }: PlainLine): PlainLine {
  return { at, comment, kind: 'note', text: '' };
}
