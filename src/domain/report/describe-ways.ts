import type { LeadPath, PathBranch, PathChoice, PathPlace } from '../metrics/index.js';
import { formatDuration, formatNumber, formatPercent, type StepKey } from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import { nameStep } from '../responsibility/index.js';
import type { ReportedPlan } from './report-ground.js';

/** What the lead time is made of, and how the likeliest and the worst way go, in words; null where there is nothing to tell. */
export interface WaysInWords {
  /** The places that take most of the lead time, the largest first. */
  readonly mostly: string | null;
  /** The whole way in its order; of a long one the places that take most of it. */
  readonly whole: string | null;
  readonly likeliest: string | null;
  readonly worst: string | null;
}

const MOST_PLACES = 3;
const MOST_OF_WHOLE = 12;
const MOST_CHOICES = 4;

/** The ways of a measured stream, told for people. */
export function describeWays({ stream, metrics }: Pick<ReportedPlan, 'stream' | 'metrics'>): WaysInWords {
  const tell = new WayTeller(stream);
  const { leadTimePath, likeliestPath, worstPath } = metrics;
  const total = metrics.leadTime.value ?? 0;
  return {
    mostly: leadTimePath && total > 0 ? tell.mostly(leadTimePath, total) : null,
    whole: leadTimePath && total > 0 ? tell.whole(leadTimePath, total) : null,
    likeliest: likeliestPath && tell.choices(likeliestPath.choices),
    worst: worstPath && tell.choices(worstPath.choices),
  };
}

class WayTeller {
  private readonly steps: ReadonlyMap<StepKey, Step>;

  constructor(private readonly stream: ValueStream) {
    this.steps = new Map(stream.steps.map((step) => [step.key, step]));
  }

  mostly({ places }: LeadPath, total: number): string {
    return largest(places, MOST_PLACES)
      .map(
        (place) =>
          `${this.place(place)}: ${this.duration(spent(place))} (${formatPercent(spent(place) / total)})`,
      )
      .join(', ');
  }

  whole({ places }: LeadPath, total: number): string {
    const timed = places.filter((place) => spent(place) > 0);
    const kept = new Set(largest(timed, MOST_OF_WHOLE));
    const shown = timed.filter((place) => kept.has(place));
    const told = shown.map((place) => `${this.place(place)}: ${this.duration(spent(place))}${passes(place)}`);
    const rest = timed.length - shown.length;
    const left = total - shown.reduce((sum, place) => sum + spent(place), 0);
    const more = rest > 0 ? `; ${rest} smaller ones ${this.duration(Math.max(0, left))}` : '';
    return `${told.join(' → ')}${more}`;
  }

  /** Through which branches a way goes; null where it has no choice. */
  choices(choices: readonly PathChoice[]): string | null {
    const either = choices.filter(({ kind }) => kind === 'EITHER');
    if (either.length === 0) return null;
    const told = either.slice(0, MOST_CHOICES).map((choice) => this.choice(choice));
    const more = either.length - told.length;
    return `${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
  }

  private choice({ taken, left }: PathChoice): string {
    if (!taken) return `without ${left.map((branch) => this.branch(branch)).join(' and ')}`;
    return `by ${this.branch(taken)}`;
  }

  private branch({ step, line, share }: PathBranch): string {
    const facts = [
      ...(share === null ? [] : [formatPercent(share)]),
      ...(line === null ? [] : [`line ${line}`]),
    ];
    const name = step === null ? 'a branch' : `"${this.plainName(step)}"`;
    return facts.length === 0 ? name : `${name} (${facts.join(', ')})`;
  }

  private duration(seconds: number): string {
    return formatDuration(seconds, this.stream.calendar);
  }

  private plainName(key: StepKey): string {
    return this.steps.get(key)?.name ?? key;
  }

  private name(key: StepKey): string {
    const step = this.steps.get(key);
    return step ? nameStep(step) : `"${key}"`;
  }

  private place({ kind, step, line, why }: PathPlace): string {
    const on = line === null ? '' : ` on line ${line}`;
    if (kind === 'STEP' && step !== null) return this.name(step);
    if (kind === 'REWORK') return `the return${on}${step === null ? '' : ` to ${this.name(step)}`}`;
    return `the ${kind === 'STOCK' ? 'stock' : 'wait'}${on}${why === null ? '' : ` ("${why}")`}`;
  }
}

function spent({ time, visits }: PathPlace): number {
  return (time ?? 0) * visits;
}

/** How often it is passed, where that is not once. */
function passes({ visits }: PathPlace): string {
  return Math.abs(visits - 1) < 1e-9 ? '' : ` (× ${formatNumber(visits)})`;
}

/** The places that take most time, the first of equals first. */
function largest(places: readonly PathPlace[], most: number): readonly PathPlace[] {
  return [...places]
    .filter((place) => spent(place) > 0)
    .sort((a, b) => spent(b) - spent(a))
    .slice(0, most);
}
