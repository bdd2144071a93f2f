import type { RaciLetter } from '../../../src/domain/responsibility/index.js';
import type { RaciTable } from '../../../src/domain/chart/index.js';

/** A chart from its lines: roles in columns, letters as they are written (`AR`, `-` for none). */
export function chartOf(roles: string, ...lines: readonly string[]): RaciTable {
  const columns = roles.split(' ').filter((name) => name !== '');
  return {
    kind: 'RaciTable',
    title: null,
    sheet: null,
    layout: 'ROLES_IN_COLUMNS',
    roles: columns.map((name, at) => ({ name, at: { row: 1, column: at + 2 } })),
    activities: lines.map((line, nth) => {
      const [name = '', letters = ''] = line.split(':');
      const cells = letters
        .trim()
        .split(/\s+/)
        .flatMap((text, role) => {
          const read = (['R', 'A', 'C', 'I'] as RaciLetter[]).filter((letter) => text.includes(letter));
          const others = text.includes('S') ? ['S'] : [];
          return text === '-' || text === ''
            ? []
            : [{ role, letters: read, others, text, at: [{ row: nth + 2, column: role + 2 }] as const }];
        });
      return { name, section: null, at: { row: nth + 2, column: 1 }, cells };
    }),
    oddities: [],
  };
}
