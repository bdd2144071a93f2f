import type { GateSketch } from '../../support/gate-builder.js';

/** A small shop: selling, pricing under control, making, and a step outside. */
export const CABINET_SHOP: GateSketch = {
  name: 'Kitchen to cheque',
  customer: 'Household',
  owner: 'Marta',
  forceOwners: { FULFILMENT: 'Piet' },
  steps: [
    { name: 'Take the call', needs: ['telephone manners'], by: ['Ines'], hours: 4 },
    { name: 'Measure the kitchen', needs: ['measuring up'], by: ['Sander'], hours: 10 },
    {
      name: 'Price the kitchen',
      needs: ['costing 3', 'measuring up'],
      by: ['Sander'],
      hours: 12,
      asks: ['Joris'],
    },
    {
      name: 'Release the price',
      needs: ['margin control'],
      by: ['Marta'],
      hours: 1,
      approves: ['Price the kitchen'],
    },
    {
      name: 'Build the boxes',
      needs: ['joinery'],
      by: ['Joris'],
      hours: 60,
      people: 2,
      force: 'FULFILMENT',
      tells: ['Household', 'Ines'],
    },
    {
      name: 'Wire the lights',
      needs: ['mains wiring (licence)'],
      by: ['Joris'],
      hours: 5,
      force: 'FULFILMENT',
    },
    { name: 'Spray the doors', outside: true, force: 'FULFILMENT' },
    { name: 'Send the bill', needs: ['bill writing'], by: ['Ines'], hours: 3, force: 'FULFILMENT' },
  ],
  roles: {
    'Office clerk': ['Take the call', 'Send the bill'],
    Estimator: ['Measure the kitchen', 'Price the kitchen'],
    Controller: ['Release the price'],
    Joiner: ['Build the boxes', 'Wire the lights'],
  },
  positions: { 'Office clerk': 1, Estimator: 1, Controller: 1, Joiner: 2 },
  people: [
    { name: 'Sander', hours: 36, can: ['measuring up', 'costing 4'] },
    { name: 'Joris', hours: 40, can: ['joinery', 'mains wiring'] },
    { name: 'Lotte', hours: 20, can: ['costing 2', 'joinery', 'margin control'] },
    { name: 'Ines', can: ['telephone manners', 'bill writing'] },
  ],
  returns: [['Build the boxes', 'Measure the kitchen']],
  former: ['Draw the kitchen'],
};
