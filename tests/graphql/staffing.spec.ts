import { expect, it } from '@jest/globals';
import { at, DRAW, KEY, NAPKIN } from '../support/answers.js';
import { describeOnWholeServers } from '../support/whole-server.js';

const KEPT = `revision
  staffing { person roleName role { name } because hoursPerWeek stillJustified lost { code remedy } revision }
  staffingRefusals { person role reason reasons { code } revision }`;
const PROPOSE = `mutation ($input: ProposeStaffingInput!) { proposeStaffing(input: $input) {
  stored
  verdicts { __typename
    ... on AcceptedStaffing { person role { name } inForce because { text } }
    ... on RefusedStaffing { person citedRole reasons { code } } }
  valueStream { ${KEPT} }
} }`;
const WITHDRAW = `mutation ($input: WithdrawStaffingInput!) { withdrawStaffing(input: $input) {
  person role valueStream { ${KEPT} } } }`;
const SHOW = `query ($key: String!) { valueStream(key: $key) { ${KEPT}
  staffingLog { kind cause person roleName revision changes reasons { code } wayBack movedAt }
  last: staffing { history { kind changes } }
  report(kind: ROLE_CARDS, format: MARKDOWN) { content }
  orgChart { svg } } }`;
const JUDGE = `query ($stream: String!, $wishes: [StaffingWish!]!) { judgeStaffing(stream: $stream, wishes: $wishes) {
  __typename ... on AcceptedStaffing { inForce } ... on RefusedStaffing { reasons { code } } } }`;
const ROLES = `query ($key: String!) { valueStream(key: $key) { suggestedStructure { ... on StructureProposal { roles { name capabilities { name } } } } } }`;

describeOnWholeServers('people in roles that are kept', (server) => {
  /** The role that cleans, by its name; nobody is in it. */
  async function cleaner(): Promise<string> {
    await server().ask(DRAW, { input: { napkin: NAPKIN } });
    const found = at(await server().ask(ROLES, { key: KEY }), 'valueStream', 'suggestedStructure', 'roles');
    const roles = found as readonly { name: string; capabilities: readonly { name: string }[] }[];
    const role = roles.find(({ capabilities }) => capabilities.some(({ name }) => /window/i.test(name)));
    if (!role) throw new Error('A role cleans the windows.');
    await server().ask(WITHDRAW, { input: { stream: KEY, person: 'Bo', role: role.name } });
    return role.name;
  }

  async function propose(...wishes: readonly object[]): Promise<unknown> {
    return at(await server().ask(PROPOSE, { input: { stream: KEY, wishes } }), 'proposeStaffing');
  }

  it('keeps who brings what the role demands, with the reasons, and shows them on card and chart', async () => {
    const role = await cleaner();
    const proposed = await propose({ person: 'Bo', role });
    expect(proposed).toMatchObject({
      stored: 1,
      verdicts: [{ __typename: 'AcceptedStaffing', person: 'Bo', inForce: false }],
      valueStream: {
        staffing: [{ person: 'Bo', roleName: role, stillJustified: true, lost: [], revision: 1 }],
      },
    });
    expect(at(proposed, 'valueStream', 'staffing', 0, 'because')).not.toEqual([]);
    const shown = at(await server().ask(SHOW, { key: KEY }), 'valueStream');
    expect(at(shown, 'report', 'content')).toMatch(/\*\*Filled by\*\*[^]*\| Bo \|/);
    expect(at(shown, 'orgChart', 'svg')).toContain('>Bo');
  });

  it('changes nothing where somebody is proposed again, and counts them when others are judged', async () => {
    const role = await cleaner();
    await propose({ person: 'Bo', role });
    expect(await propose({ person: 'Bo', role })).toMatchObject({ stored: 0, verdicts: [{ inForce: true }] });
    const judged = await server().ask(JUDGE, { stream: KEY, wishes: [{ person: 'Bo', role }] });
    expect(at(judged, 'judgeStaffing', 0)).toEqual({ __typename: 'AcceptedStaffing', inForce: true });
  });

  it('refuses who nobody has said anything of, whatever is written for them, and logs it once', async () => {
    const role = await cleaner();
    const wish = { person: 'Amal', role, reason: 'Amal would love to be out in the sun' };
    await propose(wish);
    const again = await propose(wish);
    expect(again).toMatchObject({ stored: 0, valueStream: { staffing: [] } });
    const refusals = at(again, 'valueStream', 'staffingRefusals') as readonly object[];
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatchObject({ person: 'Amal', reason: wish.reason, revision: 1 });
    expect(at(refusals, 0, 'reasons')).toContainEqual({ code: 'CAPABILITY_UNKNOWN' });
    const part = `{ valueStream(key: "${KEY}") { staffingRefusalCount all: staffingRefusals { person }
      none: staffingRefusals(skip: 1000, first: 5) { person } } }`;
    const told = at(await server().ask(part), 'valueStream');
    expect(told).toMatchObject({ none: [] });
    expect(at(told, 'all')).toHaveLength(Number(at(told, 'staffingRefusalCount')));
  });

  it('keeps nobody where one is refused and all or nothing is asked for', async () => {
    const role = await cleaner();
    const wishes = [
      { person: 'Bo', role },
      { person: 'Nobody', role },
    ];
    const input = { stream: KEY, mode: 'ALL_OR_NOTHING', wishes };
    const answer = at(await server().ask(PROPOSE, { input }), 'proposeStaffing');
    expect(answer).toMatchObject({ stored: 0, valueStream: { staffing: [] } });
  });

  it('judges everybody again when the stream changes, and they stand again when it changes back', async () => {
    const role = await cleaner();
    await propose({ person: 'Bo', role });
    await server().ask(DRAW, {
      input: { napkin: NAPKIN.replace('person Bo 35h {window cleaning}', 'person Bo 35h {bookkeeping}') },
    });
    const lost = at(await server().ask(SHOW, { key: KEY }), 'valueStream');
    expect(at(lost, 'staffing', 0)).toMatchObject({ person: 'Bo', role: null, stillJustified: false });
    expect(at(lost, 'staffing', 0, 'lost')).toContainEqual(
      expect.objectContaining({ code: 'HOLDER_LACKS_CAPABILITY' }),
    );
    expect(at(lost, 'report', 'content')).toContain('lost its reason');
    await server().ask(DRAW, { input: { napkin: NAPKIN } });
    const back = at(await server().ask(SHOW, { key: KEY }), 'valueStream', 'staffing', 0);
    expect(back).toMatchObject({ person: 'Bo', stillJustified: true, lost: [] });
    const told = at(await server().ask(SHOW, { key: KEY }), 'valueStream');
    const log = at(told, 'staffingLog') as readonly object[];
    expect(log.slice(-2)).toMatchObject([
      {
        ...{ kind: 'LOST', cause: 'REVISION', person: 'Bo', roleName: role },
        changes: [expect.stringContaining('The person line of Bo')],
        wayBack: [expect.stringContaining('Bo')],
      },
      { kind: 'REGAINED', reasons: [], wayBack: [] },
    ]);
    expect(at(told, 'last', 0, 'history')).toMatchObject([{ kind: 'LOST' }, { kind: 'REGAINED' }]);
  });

  it('takes somebody out of a role, and says who is kept where the name is wrong', async () => {
    const role = await cleaner();
    await propose({ person: 'Bo', role });
    const wrong = await server().ask(WITHDRAW, { input: { stream: KEY, person: 'Amal', role } });
    expect(wrong.errors[0]?.message).toBe(`Amal is not kept as ${role}. Kept are: Bo as ${role}.`);
    const out = at(
      await server().ask(WITHDRAW, { input: { stream: KEY, person: 'bo', role } }),
      'withdrawStaffing',
    );
    expect(out).toMatchObject({ person: 'Bo', role, valueStream: { staffing: [] } });
    const again = await propose({ person: 'Bo', role });
    expect(again).toMatchObject({ stored: 1 });
  });

  it('asks for the revision that the decision is based on', async () => {
    const role = await cleaner();
    const input = { stream: KEY, wishes: [{ person: 'Bo', role }], expectedRevision: 7 };
    const { errors } = await server().ask(PROPOSE, { input });
    expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT' });
  });
});
