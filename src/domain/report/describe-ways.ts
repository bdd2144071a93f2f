import type { LeadPath, PathBranch, PathChoice, PathPlace } from '../metrics/index.js';
import { formatDuration, formatNumber, formatPercent, type StepKey } from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import { nameStep } from '../responsibility/index.js';
import type { ReportedPlan } from './report-ground.js';

/** What the lead time is made of, and how the likeliest and the worst way go, in words; null where there is nothing to tell. */
export interface WaysInWords {
  /** The places that take most of the lead time, the largest first. */
  readonly mostly: string | null;
  /** Every place of the way in its order, each with its time; what follows after the first 60 is added up. */
  readonly whole: string | null;
  /** Which branches the likeliest and the worst way take. */
  readonly likeliest: string | null;
  readonly worst: string | null;
  /** The same two ways place by place, as `whole` tells the lead time; null where `likeliest` and `worst` are. */
  readonly likeliestWhole: string | null;
  readonly worstWhole: string | null;
}

const MOST_PLACES = 3;
const MOST_OF_WHOLE = 60;
const MOST_CHOICES = 4;

/** The ways of a measured stream, told for people. */
export function describeWays({ stream, metrics }: Pick<ReportedPlan, 'stream' | 'metrics'>): WaysInWords {
  const tell = new WayTeller(stream);
  const { leadTimePath, likeliestPath, worstPath } = metrics;
  const total = metrics.leadTime.value ?? 0;
  const likeliest = likeliestPath && tell.choices(likeliestPath.choices);
  const worst = worstPath && tell.choices(worstPath.choices);
  return {
    mostly: leadTimePath && total > 0 ? tell.mostly(leadTimePath, total) : null,
    whole: leadTimePath && total > 0 ? tell.whole(leadTimePath) : null,
    likeliest,
    worst,
    likeliestWhole: likeliestPath && likeliest !== null ? tell.whole(likeliestPath) : null,
    worstWhole: worstPath && worst !== null ? tell.whole(worstPath) : null,
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

  /** Place by place; the steps are counted, so that two ways can be laid side by side. */
  whole({ places }: LeadPath): string {
    let steps = 0;
    const told = places.slice(0, MOST_OF_WHOLE).map((place) => {
      if (place.kind === 'STEP') steps += 1;
      const time = place.time === null ? '?' : this.duration(place.time);
      const why = place.why === null ? '' : ` "${place.why}"`;
      return `${this.onTheWay(place, steps)} ${time}${times(place)}${why}`;
    });
    const rest = places.slice(MOST_OF_WHOLE);
    const way = told.join(' → ');
    const key = places.some((place) => times(place) !== '') ? ' (× tells how often a unit passes there)' : '';
    if (rest.length === 0) return `${way}${key}`;
    const more = this.duration(rest.reduce((sum, place) => sum + spent(place), 0));
    const one = rest.length === 1;
    return `${way} → … ${rest.length} more ${one ? 'place' : 'places'} in a row (${more}), ${one ? 'it is' : 'all of them are'} told in the data${key}`;
  }

  private onTheWay({ kind, step }: PathPlace, nth: number): string {
    if (kind === 'STEP') return `${nth} ${step === null ? '?' : this.plainName(step)}`;
    if (kind === 'REWORK') return step === null ? 'put right' : `put right ${this.plainName(step)}`;
    return kind === 'STOCK' ? 'stock' : 'wait';
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
function times({ visits }: PathPlace): string {
  return Math.abs(visits - 1) < 1e-9 ? '' : ` × ${formatNumber(visits)}`;
}

/** The places that take most time, the first of equals first. */
function largest(places: readonly PathPlace[], most: number): readonly PathPlace[] {
  return [...places]
    .filter((place) => spent(place) > 0)
    .sort((a, b) => spent(b) - spent(a))
    .slice(0, most);
}
