import { describe, expect, it } from '@jest/globals';
import { reportOf } from '../../support/report-case.js';

const LAMP = `stream Lamp
customer: Guest
demand: 5/week
sales:
Ask @Ida 10m
wait 1d
stock 4
Draw @Ida 1h
back to "Ask" 25%
fulfilment:
meanwhile
  Cut @Kai ~2h
  Buy glass lead 4d
  then wait 1d
end
either
  30%: Paint @Kai 1h
  70%: Oil @Kai 20m
end
Pack
Drive (outside)
Sweep @Kai 1h every 1w
`;

describe('the strip of a report', () => {
  const flow = reportOf(LAMP, []).flow;
  const at = (name: string) => flow.find(({ step }) => step === name);

  it('has every step once, in the order of the text and under the number of the matrix', () => {
    const { matrix } = reportOf(LAMP, []);
    expect(flow.map(({ position, step }) => [position, step])).toEqual(
      matrix.rows.map(({ position, step }) => [position, step]),
    );
  });

  it('tells what work waits for, in its order, and what returns where', () => {
    expect(at('Draw')).toMatchObject({ before: ['1 d wait', '4 in stock'], returns: ['25 % back to 1'] });
    expect(at('Ask')).toMatchObject({ before: [], returns: [], facts: ['10 min'] });
  });

  it('tells which branches happen together and which with what share', () => {
    expect([at('Cut')?.before, at('Buy glass')?.before]).toEqual([['meanwhile'], ['meanwhile']]);
    expect([at('Paint')?.before, at('Oil')?.before]).toEqual([['30 %'], ['70 %']]);
  });

  it('asks for a time that nobody knows, but not of work that is done outside', () => {
    expect([at('Pack')?.facts, at('Drive')?.facts]).toEqual([['?'], []]);
  });

  it('sets apart what runs by its own rhythm', () => {
    expect(flow.filter(({ apart }) => apart).map(({ step }) => step)).toEqual(['Ask', 'Sweep']);
    expect(at('Sweep')?.facts).toEqual(['1 h', 'every 5 d']);
  });
});
