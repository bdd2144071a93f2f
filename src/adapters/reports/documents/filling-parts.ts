import type { ReportFilling } from '../../../domain/index.js';
import { withoutMarks } from '../report-words.js';
import { tableOf, type Block, type Sheet } from './document.js';

/** What a person in a role rests on now, or what took the reason. */
export function fillingNow({ stillStands, lost, warnings }: ReportFilling): string {
  if (!stillStands) return withoutMarks(`lost its reason: ${lost.join(' ')}`);
  return warnings.length === 0 ? 'stands' : withoutMarks(`stands, but: ${warnings.join(' ')}`);
}

/** People in roles as a table; nothing where nobody was accepted in any. */
export function fillingBlocks(title: string, people: readonly ReportFilling[]): Block[] {
  const rows = people.map((one) => [
    one.person,
    one.role,
    one.hours.replace(' h a week', '') || '?',
    one.because.join('; '),
    fillingNow(one),
  ]);
  return tableOf(title, ['Person', 'Role', 'Hours a week', 'Because', 'Now'], rows);
}

/** People in roles as a sheet; none where nobody was accepted in any. */
export function fillingSheets(people: readonly ReportFilling[]): readonly Sheet[] {
  if (people.length === 0) return [];
  return [
    {
      name: 'People',
      fixed: 1,
      columns: [
        { head: 'Person', width: 22 },
        { head: 'Role', width: 26 },
        { head: 'Hours a week', width: 14 },
        { head: 'Because', width: 80 },
        { head: 'Revision', width: 9 },
        { head: 'Now', width: 60 },
      ],
      rows: people.map((one) => [
        one.person,
        one.role,
        one.hours,
        one.because.join('; '),
        one.revision,
        fillingNow(one),
      ]),
    },
  ];
}
