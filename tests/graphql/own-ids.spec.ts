import { beforeAll, expect, it } from '@jest/globals';
import { at, DRAW, NAPKIN } from '../support/answers.js';
import { describeOnWholeServers } from '../support/whole-server.js';

const PROPOSE = `mutation ($input: ProposeAssignmentsInput!) {
  proposeAssignments(input: $input) {
    stored accepted refused toldAgain verdicts { __typename } valueStream { revision assignments { id } }
  }
}`;
const DESIGN = `mutation ($input: DesignStructureInput!) { designStructure(input: $input) { design { id } } }`;
const OVERRIDE = `mutation ($input: OverrideRefusalInput!) {
  overrideRefusal(input: $input) { __typename ... on OverrideStands { override { id } } }
}`;
const STAFF = `mutation ($input: ProposeStaffingInput!) {
  proposeStaffing(input: $input) { stored verdicts { __typename } }
}`;
const TOKEN = `mutation ($input: CreateTokenInput!) {
  createToken(input: $input) { secret token { key name } problems { code severity } }
}`;

describeOnWholeServers('an id of the asker’s making', (server) => {
  const draw = (input: object) => server().ask(DRAW, { input });
  const codeOf = async (query: string, input: object) => {
    const { errors } = await server().ask(query, { input });
    return errors[0]?.extensions?.['code'];
  };
  beforeAll(async () => {
    await draw({ napkin: NAPKIN });
  });

  it('draws a stream once, however often it is sent, and tells it as it is now', async () => {
    const napkin = 'stream Hedge\nsales:\nAsk @A 5m\nfulfilment:\nCut @B 1h\n';
    const first = await draw({ id: 'hedge-1', napkin });
    await draw({ napkin: napkin.replace('1h', '2h'), key: 'hedge' });
    const again = await draw({ id: 'hedge-1', napkin, key: null });
    expect([first.errors, again.errors]).toEqual([[], []]);
    expect(at(first, 'drawValueStream', 'valueStream', 'revision')).toBe(1);
    expect(at(again, 'drawValueStream', 'valueStream', 'revision')).toBe(2);
    expect(at(again, 'drawValueStream', 'problems', 0)).toMatchObject({ code: 'DRAWN_BEFORE' });
    expect(await codeOf(DRAW, { id: 'hedge-1', napkin: napkin.replace('1h', '3h') })).toBe('CONFLICT');
    expect(await codeOf(DESIGN, { id: 'hedge-1', stream: 'hedge' })).toBe('CONFLICT');
  });

  it('stands for nothing where nothing was stored', async () => {
    const wrong = 'stream Lawn\nsales:\nAsk\nback to "Nowhere" 10%\n';
    expect(at(await draw({ id: 'lawn-1', napkin: wrong }), 'drawValueStream', 'valueStream')).toBeNull();
    const right = await draw({ id: 'lawn-1', napkin: 'stream Lawn\nsales:\nAsk\n' });
    expect(at(right, 'drawValueStream', 'valueStream', 'revision')).toBe(1);
    const same = await draw({ id: 'lawn-2', napkin: 'stream Lawn\nsales:\nAsk\n' });
    expect(at(same, 'drawValueStream', 'problems', 0, 'code')).toBe('UNCHANGED');
    const longer = await draw({ id: 'lawn-2', napkin: 'stream Lawn\nsales:\nAsk\nMow @A 1h\n' });
    expect(at(longer, 'drawValueStream', 'valueStream', 'revision')).toBe(2);
  });

  it('stores assignments once, and tells what the gate said then', async () => {
    await draw({ napkin: NAPKIN.replace('Dirty window to clean window', 'Gutter') });
    const wishes = [
      { holder: 'Bo', step: 'Clean the windows', letter: 'R' },
      { holder: 'Bo', step: 'Send the bill', letter: 'R', reason: 'for fun' },
    ];
    const input = { id: 'p-1', stream: 'gutter', wishes };
    const first = await server().ask(PROPOSE, { input });
    const again = await server().ask(PROPOSE, { input });
    expect(first.errors).toEqual([]);
    const told = {
      stored: 1,
      accepted: 1,
      refused: 1,
      verdicts: at(first, 'proposeAssignments', 'verdicts'),
    };
    expect(at(first, 'proposeAssignments')).toMatchObject({ ...told, toldAgain: false });
    expect(at(again, 'proposeAssignments')).toMatchObject({ ...told, toldAgain: true });
    expect(await codeOf(PROPOSE, { ...input, wishes: wishes.slice(1) })).toBe('CONFLICT');
  });

  it('judges anew what stored nothing', async () => {
    const input = {
      id: 'p-2',
      stream: 'gutter',
      wishes: [{ holder: 'Nobody', step: 'Send the bill', letter: 'R' }],
    };
    expect(at(await server().ask(PROPOSE, { input }), 'proposeAssignments', 'stored')).toBe(0);
    expect(await codeOf(PROPOSE, { ...input, wishes: [] })).toBeUndefined();
  });

  it('begins a design once, and tells of the same one when it was ended', async () => {
    const input = { id: 'd-1', stream: 'gutter', effort: 'QUICK', kind: 'SENSITIVITY' };
    const first = await server().ask(DESIGN, { input });
    expect(first.errors).toEqual([]);
    const design = at(first, 'designStructure', 'design', 'id');
    await server().ask(
      'mutation ($input: CancelDesignInput!) { cancelDesign(input: $input) { design { id } } }',
      {
        input: { design },
      },
    );
    expect(at(await server().ask(DESIGN, { input }), 'designStructure', 'design', 'id')).toBe(design);
    expect(await codeOf(DESIGN, { ...input, effort: 'THOROUGH' })).toBe('CONFLICT');
  });

  it('is kept for nothing where an override is switched off, and where people are refused', async () => {
    const wish = { holder: 'Bo', step: 'Send the bill', letter: 'R' };
    const input = { id: 'o-1', stream: 'gutter', wish, by: 'Ada', why: 'Illness', until: '2099-01-01' };
    expect(at(await server().ask(OVERRIDE, { input }), 'overrideRefusal', '__typename')).toBe(
      'OverrideRefused',
    );
    expect(await codeOf(OVERRIDE, { ...input, why: 'Leave' })).toBeUndefined();
    const staff = { id: 's-1', stream: 'gutter', wishes: [{ person: 'Nobody', role: 'Nothing' }] };
    expect(at(await server().ask(STAFF, { input: staff }), 'proposeStaffing', 'stored')).toBe(0);
    expect(await codeOf(STAFF, { ...staff, wishes: [] })).toBeUndefined();
  });

  it('makes a token once, and shows its secret once', async () => {
    const input = { id: 't-1', name: 'robot', role: 'VIEWER' };
    const first = await server().ask(TOKEN, { input });
    expect(at(first, 'createToken', 'secret')).toMatch(/^hw_/);
    const again = await server().ask(TOKEN, { input });
    expect(at(again, 'createToken')).toEqual({
      secret: null,
      token: at(first, 'createToken', 'token'),
      problems: [{ code: 'SECRET_SHOWN_ONCE', severity: 'INFO' }],
    });
    const usual = await server().ask(TOKEN, { input: { ...input, days: 90 } });
    expect(at(usual, 'createToken')).toEqual(at(again, 'createToken'));
    expect(await codeOf(TOKEN, { ...input, days: 30 })).toBe('CONFLICT');
    expect(await codeOf(TOKEN, { ...input, role: 'PLANNER' })).toBe('CONFLICT');
  });

  it('is refused where it is empty, too long or has spaces', async () => {
    for (const id of ['', 'a b', 'x'.repeat(101)])
      expect(await codeOf(DRAW, { id, napkin: 'stream A\nAsk\n' })).toBe('BAD_USER_INPUT');
  });
});

describeOnWholeServers('a token that is made under an Idempotency-Key', (server) => {
  it('is made once; the answer that is given again tells no secret, and none is kept', async () => {
    const ask = () =>
      server().ask(TOKEN, { input: { name: 'robot', role: 'VIEWER' } }, { 'idempotency-key': 'token-1' });
    const first = await ask();
    const again = await ask();
    const secret = String(at(first, 'createToken', 'secret'));
    expect(secret).toMatch(/^hw_/);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(at(again, 'createToken')).toMatchObject({
      secret: null,
      token: at(first, 'createToken', 'token'),
    });
    expect(again.text).not.toContain(secret);
    const tokens = await server().ask('{ apiTokens { totalCount } }');
    expect(at(tokens, 'apiTokens', 'totalCount')).toBe(1);
  });
});
