/** Ids of what the first workspace keeps. */
export interface KeptIds {
  readonly assignment: string;
  readonly override: string;
  readonly design: string;
  readonly token: string;
  readonly all: readonly string[];
}

const text = (value: string) => JSON.stringify(value);
const WISHES = '[{ holder: "Somebody", letter: R, step: "a step" }]';
const CSV = '"activity,Clerk\\nAnswer,R\\n"';

/** How every field of Query, Mutation and Subscription that needs arguments is asked about the first workspace, by its name. */
export function recipes(ids: KeptIds): Readonly<Record<string, string>> {
  return { ...queries(ids), ...mutations(ids), ...subscriptions(ids) };
}

function queries({ all }: KeptIds): Record<string, string> {
  return {
    'Query.node': `(id: ${text(all[0] ?? '')})`,
    'Query.nodes': `(ids: [${all.map(text).join(', ')}])`,
    'Query.valueStream': '(key: "harbour")',
    'Query.readNapkin': '(text: "stream A\\nsales:\\nAnswer\\n")',
    'Query.judgeAssignments': `(stream: "harbour", wishes: ${WISHES})`,
    'Query.auditChart': `(input: { csv: ${CSV}, stream: "harbour" })`,
    'Query.auditReport': `(input: { csv: ${CSV}, stream: "harbour" }, format: MARKDOWN)`,
    'Query.auditChartByScheme': `(input: { csv: ${CSV}, scheme: RASCI })`,
    'Query.auditReportByScheme': `(input: { csv: ${CSV}, scheme: RASCI }, format: MARKDOWN)`,
    'Query.compareNapkins': '(before: "Answer", after: "Answer\\nDeliver")',
    'Query.company': '(streams: ["harbour"])',
    'Query.assessStaffing': '(stream: "harbour")',
    'Query.judgeStaffing': '(stream: "harbour", wishes: [{ person: "Somebody", role: "Clerk" }])',
    'Query.reckonFte': '(input: { workHours: 40, hoursOfOne: 38, net: false })',
  };
}

function mutations({ assignment, override, design, token }: KeptIds): Record<string, string> {
  return {
    'Mutation.drawValueStream': '(input: { napkin: "stream Harbour\\nsales:\\nSomething else\\n" })',
    'Mutation.adoptStructure': '(input: { stream: "harbour" })',
    'Mutation.proposeAssignments': `(input: { stream: "harbour", wishes: ${WISHES} })`,
    'Mutation.withdrawAssignment': `(input: { assignment: ${text(assignment)} })`,
    'Mutation.confirmCapabilities': '(input: { stream: "harbour", withScoreAtLeast: 0.01 })',
    'Mutation.overrideRefusal': `(input: { stream: "harbour", wish: { holder: "Somebody", letter: R, step: "a step" }, by: "B", why: "w", until: "2027-01-01" })`,
    'Mutation.endOverride': `(input: { override: ${text(override)} })`,
    'Mutation.designStructure': '(input: { stream: "harbour", effort: QUICK })',
    'Mutation.designCompany': '(input: { streams: ["harbour"], effort: QUICK })',
    'Mutation.cancelDesign': `(input: { design: ${text(design)} })`,
    'Mutation.proposeStaffing':
      '(input: { stream: "harbour", wishes: [{ person: "Somebody", role: "Clerk" }] })',
    'Mutation.withdrawStaffing': '(input: { stream: "harbour", person: "Somebody", role: "Clerk" })',
    'Mutation.removeValueStream': '(input: { stream: "harbour" })',
    'Mutation.restoreValueStream': '(input: { stream: "harbour" })',
    'Mutation.addMember': '(input: { email: "eve@example.com", role: OWNER })',
    'Mutation.changeMemberRole': '(input: { email: "ada@example.com", role: VIEWER })',
    'Mutation.removeMember': '(input: { email: "ada@example.com" })',
    'Mutation.createToken': '(input: { name: "mine", role: VIEWER })',
    'Mutation.revokeToken': `(input: { token: ${text(token)} })`,
    'Mutation.changePassword': '(input: { present: "a", next: "another long one, please" })',
    'Mutation.endSessions': '(input: { password: "a" })',
    'Mutation.chooseWorkspace': '(input: { workspace: "default" })',
  };
}

function subscriptions({ design }: KeptIds): Record<string, string> {
  return {
    'Subscription.designProgress': `(id: ${text(design)})`,
    'Subscription.streamRevised': '(stream: "harbour")',
    'Subscription.verdicts': '(stream: "harbour")',
  };
}
