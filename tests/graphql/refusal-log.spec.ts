import { expect, it } from '@jest/globals';
import { at, DRAW, KEY, NAPKIN, PROPOSE } from '../support/answers.js';
import { describeOnWholeServers } from '../support/whole-server.js';

describeOnWholeServers('the log of refusals', (server) => {
  it('is told as a whole or page by page, and counted', async () => {
    await server().ask(DRAW, { input: { napkin: NAPKIN } });
    const wishes = Array.from({ length: 230 }, (_, nth) => ({
      holder: `Nobody ${nth}`,
      step: null,
      letter: 'R',
    }));
    await server().ask(PROPOSE, { stream: KEY, wishes });
    await server().ask(PROPOSE, { stream: KEY, wishes: wishes.slice(0, 20) });
    const asked = (part: string) =>
      server().ask(`{ valueStream(key: "${KEY}") { refusalCount refusals${part} { wish { holder } } } }`);
    const all = at(await asked(''), 'valueStream') as { refusalCount: number; refusals: readonly object[] };
    expect([all.refusalCount, all.refusals.length]).toEqual([230, 230]);
    expect(at(await asked('(skip: 3, first: 2)'), 'valueStream', 'refusals')).toEqual([
      { wish: { holder: 'Nobody 3' } },
      { wish: { holder: 'Nobody 4' } },
    ]);
    expect(at(await asked('(skip: 229)'), 'valueStream', 'refusals')).toEqual([
      { wish: { holder: 'Nobody 229' } },
    ]);
    const wrong = await asked('(skip: -1)');
    expect(wrong.errors).toMatchObject([{ message: expect.stringContaining('skip is -1') }]);
  });
});
