import { describe, expect, it } from '@jest/globals';
import { readWishesTable } from '../../../src/adapters/cli/read-wishes-table.js';

const table = (...lines: string[]) => ({ name: 'wishes.csv', text: lines.join('\n') });

describe('a table of wishes', () => {
  it('has its columns in any order, and the reason only where there is one', () => {
    expect(readWishesTable(table('step,holder,letter', '"Cut, then sand",Tomas,r'))).toEqual([
      { holder: 'Tomas', letter: 'R', step: 'Cut, then sand', reason: null },
    ]);
    expect(readWishesTable(table('Holder;Letter;Step;Reason', 'Lena;Accountable;;she likes it'))).toEqual([
      { holder: 'Lena', letter: 'A', step: null, reason: 'she likes it' },
    ]);
  });

  it('comes from a spreadsheet with its mark, line ends and empty rows', () => {
    const wishes = readWishesTable(table('\ufeffholder,letter,step\r', 'Lena,I,Go live\r', ',,\r', '\r', ''));
    expect(wishes).toEqual([{ holder: 'Lena', letter: 'I', step: 'Go live', reason: null }]);
  });

  it('tells every bad row by its line, and judges none of them', () => {
    const read = () =>
      readWishesTable(
        table('holder,letter,step', 'Lena,X,Go live', 'Lena,R,"two', 'lines"', ',R,Go live', 'A,R,b,c'),
      );
    expect(read).toThrow('wishes.csv:2: the letter is "X"; R, A, C or I was expected.');
    expect(read).toThrow('wishes.csv:5: nobody is named as the holder.');
    expect(read).toThrow('wishes.csv:6: 4 cells where the head has 3');
  });

  it('says which column is missing, unknown or there twice', () => {
    expect(() => readWishesTable(table('holder,step', 'a,b'))).toThrow('no column letter');
    expect(() => readWishesTable(table('holder,letter,step,reson', 'a,R,b,c'))).toThrow(
      '"reson" is not known',
    );
    expect(() => readWishesTable(table('holder,holder,letter,step', 'a,a,R,b'))).toThrow('there twice');
    expect(() => readWishesTable(table('Dana,R,Go live', 'Lena,A,Go live'))).toThrow(
      'wishes.csv:1: the first line must name the columns: holder,letter,step,reason',
    );
    expect(() => readWishesTable(table(''))).toThrow('this table is empty');
    expect(() => readWishesTable(table('holder,letter,step'))).toThrow('no wish stands under the head');
    expect(() => readWishesTable(table('holder,letter,step', '"a,R,b'))).toThrow('wishes.csv');
  });
});
