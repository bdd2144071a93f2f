import { describe, expect, it } from '@jest/globals';
import { run } from '../../support/recorded-terminal.js';

const FERRY = `stream Phone call to ferry crossing
customer: Islander
owner: Runa
demand: 30/week
sales:
Book the seat @Runa 10m 90% {booking}
fulfilment:
Qwertz the zyx @Runa 5m
Cross the sound @Odd 1h {steering}
`;
const PEOPLE = 'person Runa 30h {booking}\nperson Odd 35h {steering}\n';

describe('wishes on the command line', () => {
  it('are told all at once where several cannot be read', async () => {
    const words = ['judge', '-', '--wish', 'Odd Cross it', '--wish', "Runa R 'Book", '--wish', 'Odd R Cross'];
    const { code, out, err } = await run(words, { input: FERRY });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Wish "Odd Cross it": no letter');
    expect(err).toContain(`Wish "Runa R 'Book": the quote`);
    expect(err).not.toContain('Wish "Odd R Cross"');
  });

  it('may have small letters', async () => {
    const words = ['judge', '-', '--wish', "Odd r 'Cross the sound'"];
    expect((await run(words, { input: FERRY + PEOPLE })).out).toContain('Odd');
  });
});

describe('a report whose format nobody names', () => {
  it('is text', async () => {
    const plain = await run(['report', '-'], { input: FERRY });
    expect(plain).toEqual(await run(['report', '-', '--format', 'markdown'], { input: FERRY }));
    expect(plain.out).toContain('# ');
  });
});

describe('a plan for people', () => {
  it('counts nobody where nobody has said what anybody can do', async () => {
    const { out } = await run(['plan', '-'], { input: FERRY });
    expect(out).toContain('nobody has said yet what the people of today can do (no person lines)');
    expect(out).not.toContain('could stay');
    const said = await run(['plan', '-'], { input: FERRY + PEOPLE });
    expect(said.out).not.toContain('nobody has said yet');
  });

  it('shows no suggestion that rests on nothing', async () => {
    const { out } = await run(['plan', '-'], { input: FERRY });
    expect(out).toContain('Qwertz the zyx → nothing in the catalogue is near');
  });
});
