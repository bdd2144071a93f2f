import { expect, it } from '@jest/globals';
import { at, DRAW, KEY, NAPKIN } from '../support/answers.js';
import { describeOnWholeServers } from '../support/whole-server.js';

const VERDICT = `__typename
  ... on AcceptedStaffing { person role { name } because { text step { name } } hoursPerWeek inForce warnings }
  ... on RefusedStaffing { person citedRole reason reasons { code message remedy } nearestRole { name } }`;
const ASSESS = `query ($stream: String!, $people: PeopleInput) { assessStaffing(stream: $stream, people: $people) {
  __typename
  ... on PeopleUnreadable { code message }
  ... on StaffingAssessment {
    people { name toldBy hoursPerWeek load { value text convention } loadOf hours wishes
      roles { role { name } extent missing { capability level has licence why } } }
    filling { ${VERDICT} }
    cover { smallest uncovered { name } unsaid { name } steps { step { name } busFactor seenDoing }
      groups { howMany among steps { name } because } }
    needs { gap capability { name } level steps { name } hoursAtStake { value } canDo first ask
      nearest { name how text } hireFor { name } text }
    suggestion { filled ofPositions convention places { person role { name } stays because warnings }
      open { role { name } positions hoursPerWeek why nearest { person missing { capability } } } left { person why } }
    problems { code severity cell message }
    notes
  }
} }`;
const JUDGE = `query ($stream: String!, $wishes: [StaffingWish!]!, $people: PeopleInput) {
  judgeStaffing(stream: $stream, wishes: $wishes, people: $people) { ${VERDICT} } }`;
const FTE = `query ($input: FteInput!) { reckonFte(input: $input) { __typename
  ... on FullTimeEquivalents { fte positions hoursEach convention } ... on NotComputable { message remedy } } }`;

describeOnWholeServers('people over GraphQL', (server) => {
  it('holds a list of people against the stream, and tells every cell that it cannot read', async () => {
    await server().ask(DRAW, { input: { napkin: NAPKIN } });
    const csv = 'Name,Hours,Capabilities,Wishes\nBo,full,window cleaning,more windows\nZoe,20,billing 9,\n';
    const answer = at(await server().ask(ASSESS, { stream: KEY, people: { csv } }), 'assessStaffing');
    expect(at(answer, '__typename')).toBe('StaffingAssessment');
    expect(at(answer, 'problems')).toMatchObject([
      { code: 'UNREADABLE_HOURS', cell: 'B2' },
      { code: 'UNREADABLE_LEVEL', cell: 'C3' },
    ]);
    const people = at(answer, 'people') as readonly Record<string, unknown>[];
    expect(people.find(({ name }) => name === 'Bo')).toMatchObject({ wishes: 'more windows' });
    const steps = at(answer, 'cover', 'steps') as readonly unknown[];
    expect(steps.length).toBeGreaterThan(0);
    const needs = at(answer, 'needs') as readonly { hoursAtStake: { value: number | null } }[];
    const hours = needs.map(({ hoursAtStake }) => hoursAtStake.value ?? -1);
    expect(hours).toEqual([...hours].sort((a, b) => b - a));
  });

  it('says why no people could be read', async () => {
    await server().ask(DRAW, { input: { napkin: NAPKIN } });
    const answer = await server().ask(ASSESS, { stream: KEY, people: { csv: 'Activity\nPaint\n' } });
    expect(at(answer, 'assessStaffing')).toMatchObject({ __typename: 'PeopleUnreadable', code: 'NO_NAMES' });
  });

  it('judges a person in a role, and refuses one who brings nothing of it, whatever is said for it', async () => {
    await server().ask(DRAW, { input: { napkin: NAPKIN } });
    const all = at(await server().ask(ASSESS, { stream: KEY }), 'assessStaffing');
    const roles = at(all, 'people', 0, 'roles') as readonly { role: { name: string } }[];
    const role = roles[0]?.role.name ?? '';
    const needs = await server().ask(
      `query ($key: String!) { valueStream(key: $key) { suggestedStructure {
      ... on StructureProposal { roles { name capabilities { name licence } } } } } }`,
      { key: KEY },
    );
    const skills = at(needs, 'valueStream', 'suggestedStructure', 'roles', 0, 'capabilities') as readonly {
      name: string;
    }[];
    const list = [
      { name: 'Able Ann', capabilities: skills.map(({ name }) => ({ name, level: 5, licence: true })) },
      { name: 'Other Otto', capabilities: [{ name: 'falconry' }] },
    ];
    const wishes = [
      { person: 'Able Ann', role },
      { person: 'Other Otto', role, reason: 'he asked first' },
      { person: 'Nobody', role },
    ];
    const verdicts = at(
      await server().ask(JUDGE, { stream: KEY, wishes, people: { list } }),
      'judgeStaffing',
    );
    expect(verdicts).toMatchObject([
      { __typename: 'AcceptedStaffing', person: 'Able Ann', role: { name: role }, inForce: false },
      { __typename: 'RefusedStaffing', person: 'Other Otto', citedRole: role, reason: 'he asked first' },
      { __typename: 'RefusedStaffing', reasons: [{ code: 'UNKNOWN_HOLDER' }] },
    ]);
    expect((at(verdicts, 0, 'because') as unknown[]).length).toBeGreaterThan(0);
    const codes = (at(verdicts, 1, 'reasons') as readonly { code: string }[]).map(({ code }) => code);
    expect(codes).toContain('PREFERENCE_IS_NO_REASON');
    expect(codes).toContain('HOLDER_LACKS_CAPABILITY');
  });

  it('refuses people who cannot be so, each with what was expected', async () => {
    await server().ask(DRAW, { input: { napkin: NAPKIN } });
    const faulty = [
      { csv: 'Name\nA\n', xlsx: 'AAAA' },
      { list: [{ name: ' ' }] },
      { list: [{ name: 'A', hoursPerWeek: 200 }] },
      { list: [{ name: 'A', capabilities: [{ name: 'x', level: 7 }] }] },
    ];
    for (const people of faulty) {
      const { errors } = await server().ask(ASSESS, { stream: KEY, people });
      expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    }
  });

  it('reckons how many people some work takes, and never takes anything off twice', async () => {
    const less = [{ name: 'absence', base: 'OF_REST', amount: 0.15 }];
    const paid = { workHours: 68, hoursOfOne: 40, net: false, less };
    expect(at(await server().ask(FTE, { input: paid }), 'reckonFte')).toMatchObject({
      __typename: 'FullTimeEquivalents',
      fte: 2,
      positions: 2,
    });
    const none = { workHours: 68, hoursOfOne: 0, net: true };
    expect(at(await server().ask(FTE, { input: none }), 'reckonFte')).toMatchObject({
      __typename: 'NotComputable',
    });
    const { errors } = await server().ask(FTE, { input: { ...paid, net: true } });
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });
});
