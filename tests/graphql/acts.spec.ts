import { beforeAll, describe, expect, it } from '@jest/globals';
import { at, DRAW, KEY, NAPKIN, PROPOSE } from '../support/answers.js';
import { describeOnWholeServers } from '../support/whole-server.js';

describeOnWholeServers('the acts of a user', (server) => {
  beforeAll(async () => {
    await server().ask(DRAW, { input: { napkin: NAPKIN } });
  });

  describe('drawing', () => {
    it('stores nothing where the text has errors, and says where they are', async () => {
      const napkin = NAPKIN.replace('Answer the call" 10%', 'Call back" 10%').replace(
        'window to clean',
        'roof to clean',
      );
      const answer = await server().ask(DRAW, { input: { napkin } });
      expect(at(answer, 'drawValueStream', 'valueStream')).toBeNull();
      const problems = at(answer, 'drawValueStream', 'problems') as readonly Record<string, unknown>[];
      const error = problems.find(({ severity }) => severity === 'ERROR');
      expect(error).toMatchObject({ place: { line: 9 }, message: expect.stringContaining('Call back') });
      expect(
        at(await server().ask('{ valueStream(key: "dirty-roof-to-clean-window") { key } }'), 'valueStream'),
      ).toBeNull();
    });

    it('refuses to overwrite a revision that the drawer has not seen', async () => {
      const napkin = 'stream Lawn\nsales:\nAsk @A 5m {selling}\nfulfilment:\nMow @B 1h {mowing}\n';
      const first = await server().ask(DRAW, { input: { napkin, expectedRevision: 0 } });
      expect(at(first, 'drawValueStream', 'valueStream', 'revision')).toBe(1);
      const second = await server().ask(DRAW, {
        input: { napkin: napkin.replace('1h', '2h'), key: 'lawn', expectedRevision: 1 },
      });
      expect(at(second, 'drawValueStream', 'valueStream', 'revision')).toBe(2);
      const late = await server().ask(DRAW, {
        input: { napkin: napkin.replace('1h', '3h'), key: 'lawn', expectedRevision: 1 },
      });
      expect(at(late, 'drawValueStream', 'valueStream')).toBeNull();
      expect(at(late, 'drawValueStream', 'problems', 0)).toMatchObject({
        code: 'REVISION_OUT_OF_DATE',
        severity: 'ERROR',
      });
      expect(
        at(await server().ask('{ valueStream(key: "lawn") { napkin } }'), 'valueStream', 'napkin'),
      ).toContain('2h');
    });
  });

  describe('proposing', () => {
    it('keeps the accepted ones, logs the refused ones, and judges again when the stream changes', async () => {
      const napkin = NAPKIN.replace('Dirty window to clean window', 'Gutter');
      await server().ask(DRAW, { input: { napkin } });
      const wishes = [
        { holder: 'Bo', step: 'Clean the windows', letter: 'R' },
        { holder: 'Bo', step: 'Send the bill', letter: 'R', reason: 'for fun' },
      ];
      const answer = await server().ask(PROPOSE, { stream: 'gutter', wishes });
      expect(answer.errors).toEqual([]);
      expect(at(answer, 'proposeAssignments')).toMatchObject({ accepted: 1, refused: 1 });
      const [kept] = at(answer, 'proposeAssignments', 'valueStream', 'assignments') as readonly {
        readonly id: string;
      }[];
      expect(kept).toMatchObject({ holder: 'Bo', stillJustified: true });
      expect(at(answer, 'proposeAssignments', 'valueStream', 'refusals', 0)).toMatchObject({
        revision: 1,
        wish: { holder: 'Bo' },
      });

      await server().ask(DRAW, {
        input: { napkin: napkin.replace(/^Clean the windows.*\n/m, ''), key: 'gutter' },
      });
      const again = await server().ask(
        'query ($id: ID!) { node(id: $id) { id __typename ... on Assignment { step { name position } stillJustified lostBecause { code } because { text } } } }',
        { id: kept?.id },
      );
      expect(again.errors).toEqual([]);
      expect(at(again, 'node')).toMatchObject({
        __typename: 'Assignment',
        step: { name: 'Clean the windows', position: 0 },
        stillJustified: false,
        lostBecause: expect.arrayContaining([{ code: 'STEP_NOT_IN_THIS_REVISION' }]),
      });
    });

    it('tells that there is no such stream', async () => {
      const answer = await server().ask(PROPOSE, { stream: 'nowhere', wishes: [] });
      expect(answer.errors[0]).toMatchObject({ extensions: { code: 'NOT_FOUND' } });
      expect(answer.errors[0]?.message).toContain('nowhere');
    });
  });

  describe('adopting and confirming', () => {
    it('puts a structure in force that can be asked for by its id', async () => {
      await server().ask(DRAW, {
        input: { napkin: NAPKIN.replace('Dirty window to clean window', 'Skylight') },
      });
      const adopt = `mutation { adoptStructure(input: { stream: "skylight" }) { __typename
      ... on AdoptedStructure { structure { id roles { name } matrix { rows { step { name } cells { letter role { name } } } } } valueStream { adoptedStructure { id } } } } }`;
      const answer = await server().ask(adopt);
      expect(answer.errors).toEqual([]);
      const id = at(answer, 'adoptStructure', 'structure', 'id');
      expect(at(answer, 'adoptStructure', 'valueStream', 'adoptedStructure', 'id')).toBe(id);
      const node = await server().ask(
        'query ($id: ID!) { node(id: $id) { ... on StructureProposal { roles { name } } } }',
        { id },
      );
      expect(at(node, 'node', 'roles')).toEqual(at(answer, 'adoptStructure', 'structure', 'roles'));
    });

    it('gives the same suggestion again by its id, limits and all', async () => {
      const query = `{ valueStream(key: "${KEY}") { suggestedStructure(limits: { maxCapabilitiesPerRole: 1 }) { ... on StructureProposal { id roles { name } } } } }`;
      const answer = await server().ask(query);
      const id = at(answer, 'valueStream', 'suggestedStructure', 'id');
      const node = await server().ask(
        'query ($id: ID!) { node(id: $id) { id ... on StructureProposal { roles { name } } } }',
        { id },
      );
      expect(at(node, 'node')).toEqual(at(answer, 'valueStream', 'suggestedStructure'));
    });

    it('says what is missing where a stream is not ready', async () => {
      await server().ask(DRAW, { input: { napkin: 'stream Sketch\nThink\nDo\n' } });
      const answer = await server().ask(
        'mutation { adoptStructure(input: { stream: "sketch" }) { __typename ... on StreamNotReady { rung needed missing { message } } } }',
      );
      expect(at(answer, 'adoptStructure')).toMatchObject({
        __typename: 'StreamNotReady',
        rung: 'SKETCHED',
        needed: 'CONNECTED',
      });
    });

    it('writes confirmed capabilities into the napkin', async () => {
      await server().ask(DRAW, {
        input: { napkin: 'stream Shed\nsales:\nSell the shed @A 1h\nfulfilment:\nBuild the shed @B 1d\n' },
      });
      const confirm = `mutation ($input: ConfirmCapabilitiesInput!) { confirmCapabilities(input: $input) { valueStream { revision napkin } problems { code message } } }`;
      const unknown = await server().ask(confirm, {
        input: { stream: 'shed', confirmations: [{ step: 'Paint it', capability: 'Selling' }] },
      });
      expect(at(unknown, 'confirmCapabilities', 'valueStream')).toBeNull();
      expect(at(unknown, 'confirmCapabilities', 'problems', 0, 'message')).toContain('Paint it');
      const { data } = await server().ask('{ catalogue { capabilities { name } } }');
      const capability = at({ data }, 'catalogue', 'capabilities', 0, 'name');
      const answer = await server().ask(confirm, {
        input: { stream: 'shed', confirmations: [{ step: 'Sell the shed', capability }] },
      });
      expect(answer.errors).toEqual([]);
      expect(at(answer, 'confirmCapabilities', 'valueStream')).toMatchObject({
        revision: 2,
        napkin: expect.stringContaining(`{${String(capability)}}`),
      });
      const learned = await server().ask('{ catalogue { capabilities { name learnedAliases } } }');
      expect(at(learned, 'catalogue', 'capabilities', 0)).toEqual({
        name: capability,
        learnedAliases: ['sell the shed'],
      });
    });
  });

  describe('lists and ids', () => {
    it('go through all streams in pages from either end', async () => {
      const { data } = await server().ask(
        '{ valueStreams(first: 100) { totalCount edges { cursor node { key } } } }',
      );
      const all = (
        at({ data }, 'valueStreams', 'edges') as readonly { readonly node: { readonly key: string } }[]
      ).map(({ node }) => node.key);
      expect(all).toEqual([...all].sort());
      const query =
        'query ($first: Int, $after: String, $last: Int, $before: String) { valueStreams(first: $first, after: $after, last: $last, before: $before) { edges { node { key } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }';
      const seen: string[] = [];
      let after: unknown = null;
      for (let page = 0; page <= all.length; page += 1) {
        const answer = await server().ask(query, { first: 2, after });
        seen.push(
          ...(
            at(answer, 'valueStreams', 'edges') as readonly { readonly node: { readonly key: string } }[]
          ).map(({ node }) => node.key),
        );
        if (at(answer, 'valueStreams', 'pageInfo', 'hasNextPage') !== true) break;
        after = at(answer, 'valueStreams', 'pageInfo', 'endCursor');
      }
      expect(seen).toEqual(all);
      const last = await server().ask(query, { last: 2 });
      expect(
        (at(last, 'valueStreams', 'edges') as readonly { readonly node: { readonly key: string } }[]).map(
          ({ node }) => node.key,
        ),
      ).toEqual(all.slice(-2));
      expect(at(last, 'valueStreams', 'pageInfo')).toMatchObject({
        hasNextPage: false,
        hasPreviousPage: true,
      });
    });

    it('give null for ids that are not ours or lead nowhere', async () => {
      const nowhere = Buffer.from(JSON.stringify(['ValueStream', 'x'])).toString('base64url');
      const gone = Buffer.from(JSON.stringify(['Assignment', 'x'])).toString('base64url');
      const { data, errors } = await server().ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids: ['', 'garbage', nowhere, gone, '../../etc'],
      });
      expect(errors).toEqual([]);
      expect(data).toEqual({ nodes: [null, null, null, null, null] });
    });

    it('lead from the id of a stream back to it', async () => {
      const answer = await server().ask(`{ valueStream(key: "${KEY}") { id name } }`);
      const { id } = at(answer, 'valueStream') as { readonly id: string };
      const node = await server().ask(
        'query ($id: ID!) { node(id: $id) { id ... on ValueStream { name } } }',
        {
          id,
        },
      );
      expect(at(node, 'node')).toEqual(at(answer, 'valueStream'));
    });
  });
});
