/** Small enough to be reckoned by hand: 4 / 0.9 = 4.44 units a week pass the walls, and nobody has timed the measuring. */
export const PAINTERS = `stream Enquiry to painted house
customer: House owner
owner: Ada
demand: 4/week
sales:
Answer the call @Bo 30m {customer contact}
Measure the walls @Bo {estimating 2}
fulfilment:
owner: Finn
Put up the scaffold (outside) 3h
Paint the walls @Cy, Di x2 8h {painting} asks Bo
back to "Measure the walls" 10%
Wash the brushes @Di 20m {cleaning}
Send the invoice @Eve 15m {billing} tells Bo
`;
export const CLERK = 'Front desk';
/** The names of the case, so that how roles are named elsewhere does not matter here. */
export const pins = [
  { role: CLERK, steps: ['Answer the call'] },
  { role: 'Finisher', steps: ['Paint the walls'] },
  { role: 'Billing Clerk', steps: ['Send the invoice'] },
];
