import { describe, expect, it } from '@jest/globals';
import { groundOfNapkin, proposalOf } from '../../support/structure-of.js';

/** The titles of the roles that a small napkin gets: each line a step, all in one stream. */
function titlesOf(stream: string, steps: readonly string[]): string[] {
  const [first, ...others] = steps;
  const text = `stream ${stream}\ndemand: 20/week\nsales:\n${first ?? ''}\nfulfilment:\n${others.join('\n')}\n`;
  return proposalOf(groundOfNapkin(text)).roles.map(({ name }) => name);
}

const MEDICAL =
  /doctor|surgeon|nurs|clinician|dentist|physio|medical|pharmacy|carer|care assistant|veterinar/i;

/** Words that a trade shares with another one, and the titles that only the other may give. */
const OTHER_TRADES: readonly (readonly [stream: string, steps: readonly string[], notThese: RegExp])[] = [
  [
    'Broken bike to ride',
    ['Take it in @Ann 10m', 'Find the fault @Bob 30m {diagnosis}', 'Mend it @Bob 2h {mechanics}'],
    MEDICAL,
  ],
  ['Order to lifted beam', ['Take the order @Ann 10m', 'Lift the beam @Kai 1h {operate}'], MEDICAL],
  ['Order to moulded cap', ['Take the order @Ann 10m', 'Fill the mould @Kai 1h {injection}'], MEDICAL],
  ['Order to proofed timber', ['Take the order @Ann 10m', 'Soak the timber @Kai 1h {treatment}'], MEDICAL],
  ['Order to mixed paint', ['Take the order @Ann 10m', 'Fill the tins @Kai 1h {dispensing}'], MEDICAL],
  ['Order to welded pipe', ['Take the order @Ann 10m', 'Look at the seam @Kai 1h {X-ray testing}'], MEDICAL],
  ['Order to assayed ore', ['Take the order @Ann 10m', 'Take a bucket of ore @Kai 1h {sampling}'], MEDICAL],
  ['Order to dipped wire', ['Take the order @Ann 10m', 'Dip the wire @Kai 1h {bath}'], MEDICAL],
  ['Order to stamped sheet', ['Take the order @Ann 10m', 'Push the sheet in @Kai 1h {feeding}'], /animal/i],
  [
    'Enquiry to advised firm',
    ['Answer the enquiry @Ann 10m', 'Talk it over @Kai 1h {counselling}'],
    /law|legal/i,
  ],
  [
    'Order to laid deck',
    ['Take the order @Ann 10m', 'Carry the plan out @Kai 1h {implementation}'],
    /software|product/i,
  ],
  [
    'Order to cast part',
    ['Take the order @Ann 10m', 'Cast the first one @Kai 1h {prototyping}'],
    /UX|software|product/i,
  ],
  [
    'Order to laid terrace',
    ['Take the order @Ann 10m', 'Draw the house @Kai 1h {architecture}'],
    /software/i,
  ],
  ['Order to varnished chair', ['Take the order @Ann 10m', 'Mix the stain @Kai 1h {colour}'], /hair|beaut/i],
  [
    'Writ to served writ',
    ['Take the writ @Ann 10m', 'Bring the writ @Kai 1h {serving}'],
    /waiter|service assistant/i,
  ],
  [
    'Call to printed story',
    ['Take the call @Ann 10m', 'Ask the witness @Kai 1h {interviewing}'],
    /recruit|people/i,
  ],
];

describe('the title of a trade', () => {
  it.each(OTHER_TRADES)('is not given for one word: %s', (stream, steps, notThese) => {
    for (const title of titlesOf(stream, steps)) expect(title).not.toMatch(notThese);
  });

  it.each([
    ['Call to treated patient', '{diagnosis}', /Doctor/],
    ['Call to well-fed cat', '{treatment}', /Veterinarian/],
    ['Hurt patient to healed wound', '{wound}', /Nurse/],
    ['Brief to released app', '{prototyping}', /UX Designer/],
    ['Booking to served guest', '{serving}', /Waiter/],
    ['Vacancy to hired cook', '{interviewing}', /Recruiter/],
    ['Booking to cut hair', '{styling}', /Hairdresser/],
  ])('is given where the stream speaks of that trade: %s %s', (stream, need, title) => {
    const titles = titlesOf(stream, ['Take the call @Ann 10m', `Do the work @Kai 1h ${need}`]);
    expect(titles.join(', ')).toMatch(title);
  });

  it('is given where the step says it outright, whatever the stream', () => {
    expect(titlesOf('A to B', ['Take the call @Ann 10m', 'Do it @Kai 1h {medical examination}'])).toContain(
      'Doctor',
    );
    expect(titlesOf('A to B', ['Take the call @Ann 10m', 'Do it @Kai 1h {nursing}'])).toContain('Nurse');
  });

  it('leaves one person with the fault and the repair of a bike, as today', () => {
    const titles = titlesOf('Broken bike to ride', [
      'Take it in @Ann 10m {customer contact}',
      'Find the fault @Bob 30m {diagnosis}',
      'Mend it @Bob 2h {mechanics}',
    ]);
    expect(titles).toHaveLength(2);
  });
});
