import { expect, it } from '@jest/globals';
import { measure } from '../../support/draw.js';
import {
  byName,
  describeWhereTold,
  examples,
  HOUR,
  inside,
  number,
  oneByName,
  rows,
  told,
  wasAsked,
} from '../../support/published-maps.js';
import './published-maps.cases.js';
import './published-conventions.cases.js';
import './published-rework.cases.js';

type Path = readonly (string | number)[];

/** A published figure that cannot be computed from what its source tells. */
interface WithoutInputs {
  readonly id: string;
  readonly figures: readonly string[];
  /** What the source would have to tell. */
  readonly missing: string;
  /** What the source does tell gives no figure, or another one. */
  readonly check: () => void;
}

const future = (): string => `day: ${number('twi-future', 'inputs', 'availableSec')}s
demand: ${number('twi-future', 'inputs', 'demandPerShift')}/day
fulfilment:
Weld it ${number('twi-future', 'inputs', 'ctSec')}s
Assemble it ${number('twi-future', 'inputs', 'assemblyWorkSec')}s`;

const holds = (id: string, word: RegExp): boolean => word.test(JSON.stringify(told(id, 'inputs')));

const FIGURES_WITHOUT_INPUTS: readonly WithoutInputs[] = [
  {
    id: 'twi-future',
    figures: ['leadTimeDaysModelAnswer', 'leadTimeDaysGuide'],
    missing:
      'the sizes of the buffers of the future state; its sources print two totals, of which each reader chose their own',
    check: () => {
      expect(holds('twi-future', /buffer|stock|inventor|days/i)).toBe(false);
      const days = (measure(future()).leadTime.value ?? 0) / number('twi-future', 'inputs', 'availableSec');
      expect(days).toBeLessThan(1);
    },
  },
  {
    id: 'twi-future',
    figures: ['valueAddedSec'],
    missing: 'the work of the places besides welding and assembly',
    check: () => {
      const work =
        number('twi-future', 'inputs', 'ctSec') + number('twi-future', 'inputs', 'assemblyWorkSec');
      expect(oneByName(future(), 'LADDER_TOUCH_TIME')).toBe(work);
      expect(work).toBeLessThan(number('twi-future', 'published', 'valueAddedSec'));
    },
  },
  {
    id: 'twi-future',
    figures: ['pitchMin'],
    missing: 'how many pieces a container takes; an average order is none',
    check: () => {
      expect(holds('twi-future', /pack|container|tray/i)).toBe(false);
      expect(byName(future(), 'PITCH').every((value) => value === null)).toBe(true);
    },
  },
  {
    id: 'km-source-refrigeration',
    figures: ['rolledFirstPassYieldPercent'],
    missing: 'the %C&A of every step',
    check: () => {
      expect(holds('km-source-refrigeration', /"ca"|yield|accura/i)).toBe(false);
      expect(measure('sales:\nServe 2m').rolledCompleteAndAccurate.value).toBeNull();
    },
  },
  {
    id: 'km-source-refrigeration',
    figures: ['leadTimeHoursOtherBox', 'leadTimeToInvoiceHours'],
    missing: 'the lead times of some of the eleven steps, and what the second box covers',
    check: () => {
      const seen = rows('km-source-refrigeration', 'inputs', 'ltHoursSeen');
      expect(seen).toContain(null);
      const sum = seen.reduce<number>((total, one) => total + Number(one ?? 0), 0);
      expect(sum).toBeLessThan(number('km-source-refrigeration', 'published', 'leadTimeToInvoiceHours'));
    },
  },
  {
    id: 'km-order-to-cash',
    figures: ['orderReceiptToShipDays'],
    missing: 'steps 2 and 4, and which steps the 10 % and the 90 % of the orders take',
    check: () => {
      const steps = rows('km-order-to-cash', 'inputs', 'steps');
      const names = steps.map((step) => String(inside(step, 'n')));
      expect(names.some((name) => /^[24] /.test(name))).toBe(false);
      const lines = (from: readonly number[]) =>
        from
          .map((at) => `Piece ${'ABCDEFGHIJK'[at] ?? ''} lead ${String(inside(steps[at], 'lt'))}`)
          .join('\n');
      const days = (from: readonly number[]) =>
        (measure(`sales:\n${lines(from)}`).leadTime.value ?? 0) / (8 * HOUR);
      const published = number('km-order-to-cash', 'published', 'orderReceiptToShipDays');
      expect(days([0, 1, 2, 3])).toBeLessThan(published);
      expect(days([0, 1, 2, 3, 9, 10])).toBeLessThan(published);
    },
  },
];

/** The ways to all figures inside a value. */
function figuresIn(value: unknown, path: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.keys(value).flatMap((key) => figuresIn(inside(value, key), [...path, key]));
}

describeWhereTold('figures whose source does not tell what they rest on', () => {
  it.each(FIGURES_WITHOUT_INPUTS.map((one) => [one.id, one.figures.join(', '), one.missing, one] as const))(
    '%s: %s cannot be computed without %s',
    (_, __, ___, { check }) => {
      check();
    },
  );
});

describeWhereTold('of all published figures', () => {
  const idOf = (example: unknown): string => String(inside(example, 'id'));
  const excused = new Set(
    FIGURES_WITHOUT_INPUTS.flatMap(({ id, figures }) => figures.map((name) => `${id} ${name}`)),
  );

  it('every one is asked for by a test above, or stands in the table with what is missing', () => {
    const forgotten = examples().flatMap((example) =>
      ['published', 'derived']
        .flatMap((part) =>
          inside(example, part) === undefined ? [] : figuresIn(inside(example, part), [part]),
        )
        .filter(
          (path) => !wasAsked(idOf(example), path) && !excused.has(`${idOf(example)} ${String(path[1])}`),
        )
        .map((path) => `${idOf(example)} ${path.join('.')}`),
    );
    expect(forgotten).toEqual([]);
  });

  it('the table excuses none that the source does not print', () => {
    for (const { id, figures } of FIGURES_WITHOUT_INPUTS) {
      for (const name of figures) expect([name, told(id, 'published', name)]).not.toEqual([name, undefined]);
    }
  });
});
