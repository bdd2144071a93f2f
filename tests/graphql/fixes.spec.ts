import { expect, it } from '@jest/globals';
import { applyFixes, type Problem } from '../../src/domain/index.js';
import { at } from '../support/answers.js';
import { describeOnWholeServers } from '../support/whole-server.js';

const PROBLEMS = 'problems { code place { line } fix { place { line column length } replacement } }';
const WRONG =
  'stream Hedge to cut hedge\ncostumer: Neighbour\nsales:\nLook at it @Al 10m\nback to "Look at him" 20%\n';
const MENDED = WRONG.replace('costumer', 'customer').replace('at him', 'at it');

describeOnWholeServers('the fixes of a napkin over GraphQL', (server) => {
  it('come with the problems of a text that is only read, as edits that put it right', async () => {
    const query = `query ($text: String!) { readNapkin(text: $text) { ${PROBLEMS} } }`;
    const problems = at(await server().ask(query, { text: WRONG }), 'readNapkin', 'problems');
    expect(problems).toMatchObject([
      { code: 'UNKNOWN_WORD', fix: { place: { line: 2, column: 1, length: 8 }, replacement: 'customer' } },
      { code: 'UNKNOWN_STEP_REFERENCE', fix: { place: { line: 5 }, replacement: '"Look at it"' } },
    ]);
    expect(applyFixes(WRONG, problems as readonly Problem[]).text).toBe(MENDED);
  });

  it('come with the problems of a text that was to be drawn', async () => {
    const query = `mutation ($napkin: String!) { drawValueStream(input: { napkin: $napkin }) {
      valueStream { key } ${PROBLEMS} } }`;
    const answer = at(await server().ask(query, { napkin: WRONG }), 'drawValueStream');
    expect(answer).toMatchObject({ valueStream: null });
    const { problems } = answer as { readonly problems: readonly Problem[] };
    expect(applyFixes(WRONG, problems).text).toBe(MENDED);
  });
});
