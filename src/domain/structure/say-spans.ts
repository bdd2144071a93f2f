import { formatNumber } from '../shared/index.js';
import { MOST_PER_LEAD } from './lead-layers.js';
import type { OwnerSpan, SpanScope } from './structure-spans.js';

/** By what leads are counted, and what they are not. */
export const SPAN_CONVENTION =
  `Leads are counted by a convention: nobody leads more than ${MOST_PER_LEAD} people directly, the first leads each lead people of one team, and there are as few layers as that allows. ` +
  'Leading is asked for by the size, not by a step: leads are no roles, stand in no matrix, and come on top of the positions unless somebody in the team leads beside the work.';

const SCOPES: Readonly<Record<SpanScope, string>> = {
  STREAM: 'the stream',
  SALES: 'sales and marketing',
  FULFILMENT: 'process and fulfilment',
};

/** The leads within a team and why it has them; null where it has none of its own. */
export function sayTeamSpan(people: number, leads: readonly number[]): string | null {
  if (leads.length === 0) return null;
  if (people > MOST_PER_LEAD) return `More than ${MOST_PER_LEAD} people: ${sayLeads(leads)}.`;
  return `${sayLeads(leads)} of its own: all teams together are more people than one person can lead.`;
}

/** Who answers to an owner, and the leads that this calls for; null where all can be led directly. */
export function sayOwnerSpan(span: Omit<OwnerSpan, 'text'>): string | null {
  const { owner, answersFor, people, atLeast, owners, teams, leads, direct } = span;
  if (leads.length === 0) return null;
  const scopes = answersFor.map((scope) => SCOPES[scope]).join(' and for ');
  const whom =
    owner === null
      ? `the one who answers for ${scopes} (nobody is named yet)`
      : `${owner}, who answers for ${scopes}`;
  const size = `${atLeast ? 'At least ' : ''}${formatNumber(people)} people in ${count(teams.length, 'team', 'teams')}`;
  const among = owners.length === 0 ? '' : `, ${owners.join(' and ')} among them`;
  return (
    `${size} stand under ${whom}. That calls for ${sayLeads(leads)} (${count(leads.length, 'layer', 'layers')} of leads); ` +
    `${count(direct, 'person', 'people')} then ${direct === 1 ? 'answers' : 'answer'} to ${owner ?? 'that owner'} directly${among}.`
  );
}

function sayLeads(leads: readonly number[]): string {
  return leads
    .map((number, layer) =>
      layer === 0 ? count(number, 'lead', 'leads') : `${formatNumber(number)} over them`,
    )
    .join(', and ');
}

function count(number: number, one: string, many: string): string {
  return `${formatNumber(number)} ${number === 1 ? one : many}`;
}
