import type { CapabilityFamily } from '../capability.js';

/** key, name, and what people call somebody who does several things of it. */
const FAMILIES: readonly (readonly [key: string, name: string, holder: string])[] = [
  ['office', 'Customer contact and office work', 'Office Manager'],
  ['selling', 'Selling, estimating and design', 'Sales Consultant'],
  ['marketing', 'Marketing', 'Marketing Manager'],
  ['creative', 'Creative and content work', 'Content Designer'],
  ['language', 'Language work', 'Language Specialist'],
  ['planning', 'Planning and purchasing', 'Operations Coordinator'],
  ['money', 'Money administration', 'Finance Administrator'],
  ['people', 'People and recruiting', 'People Partner'],
  ['leading', 'Leading and deciding', 'Manager'],
  ['advising', 'Advising and teaching', 'Consultant'],
  ['trade', 'Trade and production work', 'Craftsperson'],
  ['logistics', 'Driving, delivery and stock', 'Logistics Worker'],
  ['upkeep', 'Checking and upkeep', 'Quality and Maintenance Technician'],
  ['growing', 'Growing and grounds', 'Gardener'],
  ['kitchen', 'Kitchen work', 'Cook'],
  ['guests', 'Serving guests and shop floor', 'Service Assistant'],
  ['nursing', 'Nursing and assistance', 'Care Assistant'],
  ['medicine', 'Medical treatment', 'Clinician'],
  ['software', 'Software and product', 'Product Engineer'],
  ['support', 'Technical support and systems', 'Support Engineer'],
];

/** Pairs that one person in a small firm usually can hold together, whoever they are. */
const GO_TOGETHER: readonly (readonly [string, string])[] = [
  ['office', 'selling'],
  ['office', 'planning'],
  ['office', 'money'],
  ['office', 'guests'],
  ['office', 'support'],
  ['planning', 'money'],
  ['selling', 'marketing'],
  ['selling', 'advising'],
  ['marketing', 'creative'],
  ['creative', 'language'],
  ['people', 'leading'],
  ['advising', 'leading'],
  ['trade', 'logistics'],
  ['trade', 'upkeep'],
  ['logistics', 'upkeep'],
  ['growing', 'upkeep'],
  ['kitchen', 'upkeep'],
  ['software', 'support'],
];

/** The kinds of work of the built-in catalogue; going together is told on both sides. */
export const BUILT_IN_FAMILIES: readonly CapabilityFamily[] = FAMILIES.map(([key, name, holder]) => ({
  key,
  name,
  holder,
  goesWith: GO_TOGETHER.flatMap(([a, b]) => (a === key ? [b] : b === key ? [a] : [])),
}));
