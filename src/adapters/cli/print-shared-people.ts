import { formatNumber, type SharedPerson } from '../../domain/index.js';
import { figureText, labelled, section, type Page } from './page.js';
import { visible } from './text-layout.js';

/** Who works in several streams of the file, and what that adds up to; nothing where nobody does. */
export function printSharedPeople(people: readonly SharedPerson[], page: Page): string[] {
  const lines = people.flatMap(({ name, streams, utilisation }) => {
    const load = utilisation.value === null ? `?  ${utilisation.whyNot ?? ''}` : figureText(utilisation);
    const parts = streams.map((one) => `${one.name}: ${hoursOf(one)}`);
    return [
      ...labelled(page, '  ', `${visible(name)} ${load}`, 2, { text: page.paint.bold }),
      ...parts.flatMap((part) => labelled(page, '    ', part, 6, { text: page.paint.dim })),
    ];
  });
  return section(page, 'SHARED PEOPLE', 'work of one person in several streams adds up', lines);
}

function hoursOf({ hours, measured, steps }: SharedPerson['streams'][number]): string {
  if (measured === 0) return `? h a week (none of ${steps} steps measured)`;
  const least = measured < steps ? 'at least ' : '';
  const rests = measured < steps ? ` (${measured} of ${steps} steps measured)` : '';
  return `${least}${formatNumber(hours)} h a week${rests}`;
}
