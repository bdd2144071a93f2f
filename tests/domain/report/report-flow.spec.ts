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

const SHOP = `stream Shop
customer: Guest
demand: 5/week
sales:
Ask @Ida 10m
lost 35%
fulfilment:
meanwhile
  Make @Kai 1h
  then wait 6d
end
Invoice @Ida 10m
either
  85%: Guest pays (outside) lead 10d
  15%: Chase the payment @Ida 40m
  then wait 2d
end
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

  it('tells which branches happen together and which with what share, and where they begin', () => {
    expect(at('Cut')).toMatchObject({ before: ['meanwhile'], afresh: false });
    expect(at('Buy glass')).toMatchObject({ before: ['meanwhile, after 2'], afresh: true });
    expect(at('Paint')).toMatchObject({ before: ['30 % after 3 or 4'], afresh: false });
    expect(at('Oil')).toMatchObject({ before: ['70 % after 3 or 4'], afresh: true });
    expect(at('Pack')).toMatchObject({ before: ['after 5 or 6'], afresh: false });
  });

  it('never reads as if the second of two ways came after the first: who did not pay is chased', () => {
    const shop = reportOf(SHOP, []).flow;
    const chase = shop.find(({ step }) => step === 'Chase the payment');
    expect(chase).toMatchObject({ before: ['15 % after 3'], afresh: true });
    expect(shop.map(({ behind }) => behind)).toEqual([
      ['35 % lost'],
      ['then 6 d wait'],
      [],
      [],
      ['then 2 d wait'],
    ]);
  });

  it('tells what waits behind a branch before the branches meet', () => {
    expect(at('Buy glass')?.behind).toEqual(['then 1 d wait']);
    expect(at('Cut')?.behind).toEqual([]);
  });

  it('asks for a time that nobody knows, but not of work that is done outside', () => {
    expect([at('Pack')?.facts, at('Drive')?.facts]).toEqual([['?'], []]);
  });

  it('sets apart what runs by its own rhythm', () => {
    expect(flow.filter(({ apart }) => apart).map(({ step }) => step)).toEqual(['Ask', 'Sweep']);
    expect(at('Sweep')?.facts).toEqual(['1 h', 'every 5 d']);
  });
});
