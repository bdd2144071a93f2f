import { describe, expect, it } from '@jest/globals';
import { readCell } from '../../../../src/adapters/imports/raci-table/read-cell.js';
import { PLAIN_VOCABULARY } from '../../../../src/adapters/imports/raci-table/letter-words.js';
import { lettersOf, readChart, toldOf } from './read-chart.js';

function read(text: string): { readonly letters: string; readonly codes: readonly string[] } {
  const { letters, others, oddities } = readCell(text, PLAIN_VOCABULARY);
  return { letters: [...letters, ...others].join(''), codes: oddities.map(({ code }) => code) };
}

describe('readCell', () => {
  it.each([
    ['R', 'R'],
    ['a', 'A'],
    [' C ', 'C'],
    ['A/R', 'RA'],
    ['RA', 'RA'],
    ['R, A', 'RA'],
    ['R & C', 'RC'],
    ['R+A', 'RA'],
    ['R and A', 'RA'],
    ['r/a', 'RA'],
    ['R\nA', 'RA'],
    ['R A', 'RA'],
    ['R.', 'R'],
    ['Responsible', 'R'],
    ['ACCOUNTABLE', 'A'],
    ['Accountable / Responsible', 'RA'],
    ['Responsible (R)', 'R'],
    ['A (Accountable)', 'A'],
    ['**R**', 'R'],
    ['informiert', 'I'],
    ['Konsultiert', 'C'],
    ['Rechenschaftspflichtig', 'A'],
    ['Durchführungsverantwortlich', 'R'],
    ['Informé(e)', 'I'],
    ['Consultée', 'C'],
    ['Redevable', 'A'],
    ['Consultado', 'C'],
    ['rinde cuentas', 'A'],
    ['zu informieren', 'I'],
  ])('reads "%s" as %s without a word', (text, letters) => {
    expect(read(text)).toEqual({ letters, codes: [] });
  });

  it.each([
    ['R.A', 'RA', 'ODD_SEPARATOR'],
    ['A - R', 'RA', 'ODD_SEPARATOR'],
    ['R (if over 5000)', 'R', 'CONDITION_IN_CELL'],
    ['R if over 5000', 'R', 'CONDITION_IN_CELL'],
    ['A/R (only abroad', 'RA', 'CONDITION_IN_CELL'],
    ['C - for wiring', 'C', 'CONDITION_IN_CELL'],
    ['R (A)', 'RA', 'BRACKETED_LETTER'],
    ['(I)', 'I', 'BRACKETED_LETTER'],
    ['R or A', 'RA', 'ALTERNATIVE_LETTERS'],
    ['R (or A)', 'RA', 'ALTERNATIVE_LETTERS'],
    ['(R or A)', 'RA', 'ALTERNATIVE_LETTERS'],
    ['R/R', 'R', 'REPEATED_LETTER'],
    ['R*', 'R', 'FOOTNOTE_MARK'],
    ['A¹', 'A', 'FOOTNOTE_MARK'],
    ['C2', 'C', 'FOOTNOTE_MARK'],
    ['I [3]', 'I', 'FOOTNOTE_MARK'],
    ['A?', 'A', 'DOUBTFUL_LETTER'],
    ['S', 'S', 'OTHER_LETTER'],
    ['R\u200b', 'R', 'INVISIBLE_CHARACTER'],
    ['А', 'A', 'LOOKALIKE_LETTER'],
    ['С', 'C', 'LOOKALIKE_LETTER'],
    ['І', 'I', 'LOOKALIKE_LETTER'],
    ['Α', 'A', 'LOOKALIKE_LETTER'],
    ['Ι', 'I', 'LOOKALIKE_LETTER'],
    ['Ｒ', 'R', 'LOOKALIKE_LETTER'],
    ['𝐑', 'R', 'LOOKALIKE_LETTER'],
    ['R/А', 'RA', 'LOOKALIKE_LETTER'],
    ['X', '', 'UNREADABLE_CELL'],
    ['✓', '', 'UNREADABLE_CELL'],
    ['Anna', '', 'UNREADABLE_CELL'],
    ['Air', '', 'UNREADABLE_CELL'],
    ['Responsable', '', 'UNREADABLE_CELL'],
    ['Ответственный', '', 'UNREADABLE_CELL'],
    ['tbd', '', 'UNDECIDED_CELL'],
  ])('reads "%s" as "%s" and tells %s', (text, letters, code) => {
    expect(read(text)).toEqual({ letters, codes: [code] });
  });

  it.each(['N/A', 'n.a.', 'NA', '-', '—', '–', '.', '...', 'none', 'entfällt'])(
    'takes "%s" for an empty cell',
    (text) => {
      expect(readCell(text, PLAIN_VOCABULARY).kind).toBe('EMPTY_MARK');
    },
  );

  it('is quick with long and hostile cells', () => {
    const started = performance.now();
    for (const text of [
      '*'.repeat(1e5),
      'R ('.repeat(3e4),
      `R${' '.repeat(1e5)}x`,
      '(1)'.repeat(99),
      'R/'.repeat(149),
    ])
      read(text);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('words that mean R in some charts and A in others', () => {
  it('are read by the other words of the chart, and told', async () => {
    const table = await readChart([
      'Activité,Atelier,Bureau',
      'Devis,Responsable,Redevable',
      'Facture,Consulté,Responsable',
    ]);
    expect(lettersOf(table)).toEqual([
      'Devis: Atelier R',
      'Devis: Bureau A',
      'Facture: Atelier C',
      'Facture: Bureau R',
    ]);
    expect(toldOf(table)).toEqual(['B2 AMBIGUOUS_WORD', 'C3 AMBIGUOUS_WORD']);
  });

  it('are no letter where the chart does not settle them', async () => {
    const table = await readChart(['Aufgabe,Werkstatt,Büro', 'Angebot,Verantwortlich,Informiert']);
    expect(lettersOf(table)).toEqual(['Angebot: Büro I']);
    expect(toldOf(table)).toEqual(['B2 UNREADABLE_CELL']);
  });

  it('are the letters that a legend gives them', async () => {
    const table = await readChart([
      'Aufgabe,Werkstatt,Büro',
      'Angebot,D,I',
      'Rechnung,C,D',
      '',
      'D = Durchführung,,',
    ]);
    expect(lettersOf(table)).toEqual([
      'Angebot: Werkstatt R',
      'Angebot: Büro I',
      'Rechnung: Werkstatt C',
      'Rechnung: Büro R',
    ]);
  });
});
