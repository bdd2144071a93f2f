import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at } from '../support/answers.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const KITCHEN = 'kitchen-enquiry-to-fitted-kitchen';
const FILES = { ROLE_CARDS: 'role-cards', TEAM_CHARTERS: 'team-charters', JUSTIFICATIONS: 'justifications' };
let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
});
afterAll(() => server.stop());

describe('reports over GraphQL', () => {
  it('are the same as the files of that name', async () => {
    for (const [kind, name] of Object.entries(FILES)) {
      const answer = await server.ask(
        `{ valueStream(key: "${KITCHEN}") { report(kind: ${kind}, format: HTML) { format filename mediaType content } } }`,
      );
      expect(answer.errors).toEqual([]);
      expect(at(answer, 'valueStream', 'report', 'filename')).toBe(`${name}-${KITCHEN}-r1.html`);
      const response = await fetch(`${server.url}/streams/${KITCHEN}/${name}.html`);
      expect(await response.text()).toBe(at(answer, 'valueStream', 'report', 'content'));
    }
  });

  it('draw the org chart as the file shows it', async () => {
    const answer = await server.ask(
      `{ valueStream(key: "${KITCHEN}") { orgChart(theme: DARK, paper: A4) { filename mediaType svg } } }`,
    );
    expect(answer.errors).toEqual([]);
    const response = await fetch(`${server.url}/streams/${KITCHEN}/org-chart.svg?theme=dark&paper=A4`);
    expect(await response.text()).toBe(at(answer, 'valueStream', 'orgChart', 'svg'));
  });

  it('tell the difference of a first revision to itself: nothing changed', async () => {
    const answer = await server.ask(
      `{ valueStream(key: "${KITCHEN}") { report(kind: DIFFERENCE, format: JSON) { content } } }`,
    );
    const { letters, steps } = JSON.parse(String(at(answer, 'valueStream', 'report', 'content')));
    expect([letters, steps]).toEqual([[], { gained: [], lost: [], renamed: [] }]);
  });

  it('say which revisions there are where another is asked for', async () => {
    const answer = await server.ask(
      `{ valueStream(key: "${KITCHEN}") { report(kind: DIFFERENCE, format: JSON, since: 7) { content } } }`,
    );
    expect(JSON.stringify(answer.errors)).toContain('has no revision 7; its revisions are 1 to 1');
  });
});
