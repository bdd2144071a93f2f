import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at } from '../support/answers.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const FIRM = `stream Kitchens
owner: Mara
owner of Fit and wire: Lena
sales:
Sell {selling}
fulfilment:
Fit and wire {kitchen fitting, wiring (licence), joinery}
Release it {margin control} approves Sell
compensating control: Sell, Release it "the bank looks"
stream Hiring
Interview {interviewing}
Sign {contracts} serves Kitchens
stream Books
Close the month {bookkeeping} serves "Keep the books"
obligation: Keep the books "§ 238 HGB"
`;

let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
  const draw = 'mutation ($i: DrawValueStreamInput!) { drawValueStream(input: $i) { problems { message } } }';
  expect((await server.ask(draw, { i: { napkin: FIRM } })).errors).toEqual([]);
});
afterAll(() => server.stop());

describe('duties over HTTP', () => {
  it('tell the owners with their stages, and who has taken what', async () => {
    const propose = 'mutation ($i: ProposeAssignmentsInput!) { proposeAssignments(input: $i) { accepted } }';
    await server.ask('mutation ($i: AdoptStructureInput!) { adoptStructure(input: $i) { __typename } }', {
      i: { stream: 'kitchens' },
    });
    const wishes = [{ holder: 'Lena', letter: 'A', step: 'Fit and wire' }];
    await server.ask(propose, { i: { stream: 'kitchens', wishes } });
    const answer = await server.ask(`{ valueStream(key: "kitchens") { adoptedStructure { matrix {
      owners { scope owner steps { name } } rows { taken { holder because { rule } } }
      underRasci { step { name } cells { letter role { name } supports { name } } } } } } }`);
    expect(answer.errors).toEqual([]);
    const matrix = at(answer, 'valueStream', 'adoptedStructure', 'matrix') as Record<string, unknown>;
    expect(matrix['owners']).toEqual([
      { scope: 'STREAM', owner: 'Mara', steps: [] },
      { scope: 'STAGE', owner: 'Lena', steps: [{ name: 'Fit and wire' }] },
    ]);
    const rows = matrix['rows'] as { taken: unknown }[];
    expect(rows.map(({ taken }) => taken)).toEqual([
      null,
      { holder: 'Lena', because: [{ rule: 'OWNS' }] },
      null,
    ]);
    const rasci = matrix['underRasci'] as { cells: { letter: string; supports: unknown }[] }[];
    expect(
      rasci[1]?.cells.filter(({ letter }) => letter === 'S').every(({ supports }) => supports !== null),
    ).toBe(true);
    expect(rasci[1]?.cells.some(({ letter }) => letter === 'S')).toBe(true);
  });

  it('tell controls, obligations and where each chain of support work ends', async () => {
    const ask = `{ kitchens: valueStream(key: "kitchens") { compensatingControls { steps { name } control line } }
      hiring: valueStream(key: "hiring") { steps { name serves } support { step { name } serves justifies through endsIn missingLink } }
      books: valueStream(key: "books") { obligations { name source line } support { justifies endsIn } } }`;
    const answer = await server.ask(ask);
    expect(answer.errors).toEqual([]);
    expect(at(answer, 'kitchens', 'compensatingControls')).toMatchObject([
      { steps: [{ name: 'Sell' }, { name: 'Release it' }], control: 'the bank looks' },
    ]);
    expect(at(answer, 'hiring', 'support')).toEqual([
      {
        step: { name: 'Sign' },
        serves: 'Kitchens',
        justifies: true,
        through: [],
        endsIn: 'Kitchens',
        missingLink: null,
      },
    ]);
    expect(at(answer, 'books', 'obligations')).toMatchObject([
      { name: 'Keep the books', source: '§ 238 HGB' },
    ]);
    expect(at(answer, 'books', 'support')).toEqual([{ justifies: true, endsIn: 'Keep the books' }]);
  });
});
