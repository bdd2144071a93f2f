import { describe, expect, it } from '@jest/globals';
import { tradeOf } from '../../../../src/domain/structure/naming/trades/known-trades.js';
import { groundOfNapkin, proposalOf } from '../../../support/structure-of.js';

const DAILY = 'demand: 30/week\nsales:\nTake the call @Al 5m\nfulfilment:\n';

/** The titles of a napkin's roles by the keys of their steps. */
function titlesOf(text: string): ReadonlyMap<string, string> {
  const { roles } = proposalOf(groundOfNapkin(text));
  return new Map(roles.flatMap(({ name, steps }) => steps.map((key) => [key, name] as const)));
}

/** The title of who does these steps, of a firm whose trade nobody knows. */
function titleOfWork(steps: string, key: string): string | undefined {
  return titlesOf(`stream Wish to zorb\n${DAILY}${steps}\n`).get(key);
}

describe('a title in a firm whose trade is on no list', () => {
  it('is not taken from a likeness in small words alone', () => {
    for (const step of ['Hand out helmets', 'Hand out tickets for the coats'])
      expect(titleOfWork(`${step} @Bo 2h`, step.toLowerCase().replaceAll(' ', '-'))).toBe(
        'Service Assistant',
      );
  });

  it('is what most of the verbs have in common, where no word tells another, and no stopgap', () => {
    const carried = 'Stack the zorbs @Bo 2h\nCarry the morps @Bo 2h';
    expect(titleOfWork(carried, 'stack-the-zorbs')).toBe('General Worker');
    const connected = 'Isolate the blorp @Bo 1h\nReplace the morp @Bo 3h';
    expect(titleOfWork(connected, 'replace-the-morp')).toBe('Technician');
  });

  it('is the word behind @ that ends as words for a trade end, in the singular', () => {
    expect(titleOfWork('Zinkle the lawn @Greenkeepers 2h', 'zinkle-the-lawn')).toBe('Greenkeeper');
    expect(titleOfWork('Zinkle the lawn @Peters 2h', 'zinkle-the-lawn')).not.toBe('Peter');
  });

  it('names both halves of the work of who makes things and sells them', () => {
    const text = `stream Honeycomb to candle\n${DAILY}Bake the wafers @Bo 3h\nStand on the market stall @Bo 2h\n`;
    expect(titlesOf(text).get('bake-the-wafers')).toBe('Baker and Sales Assistant');
  });

  it('is the broader craft before the mere words of a skill, where each is about half of the work', () => {
    const steps = 'Look into the locks @Bo 3h {lock review}\nFix the app @Bo 170m {programming}';
    expect(titleOfWork(steps, 'fix-the-app')).toBe('Software Developer');
  });

  it('is not that of a seller for who only welcomes people at the door', () => {
    const text = `stream Doorbell to happy guest
sales:
Open the door @Uli
Hang up a coat @Uli
Post on facebook @Uli
fulfilment:
Zinkle the zorb @Bo
`;
    expect(titlesOf(text).get('open-the-door')).not.toContain('Sales Consultant');
  });

  it('is that of the desk for who orders what the trade works with', () => {
    const text = `stream Sick animal to healthy animal
${DAILY}Examine the animal @Vera 3h
Operate on the dog @Vera 2h
Neuter the cat @Vera 1h
Order the vaccines @Ole 2h
`;
    expect(titlesOf(text).get('order-the-vaccines')).not.toContain('Vet');
  });

  it('is a word that people use: who grades is a grader, who pilots a pilot, who coaches a coach', () => {
    expect(titleOfWork('Zorb the tape @Bo 3h {colour grading}', 'zorb-the-tape')).toBe('Colour Grader');
    expect(titleOfWork('Zorb the field @Bo 3h {drone piloting}', 'zorb-the-field')).toBe('Drone Pilot');
    expect(titleOfWork('Zorb the team @Bo 3h {team coaching}', 'zorb-the-team')).toBe('Team Coach');
  });
});

describe('a second role whose best title is taken', () => {
  it('is called after a third of its own work before it gets a bracket', () => {
    const text = `stream Bug to release
${DAILY}Write the code for the app @Ida 20h
Test the release @Tom 2h
Fix bugs in the software @Tom 2h
never together: Write the code for the app, Test the release
never together: Write the code for the app, Fix bugs in the software
`;
    expect(titlesOf(text).get('test-the-release')).toMatch(/Test/);
  });

  it('has no title of the trade that nothing but the trade tells', () => {
    const text = `stream Broken lamp to lit room
demand: 20/week
sales:
Take the lamp in @Al 5m
fulfilment:
Open it up @Bo 2h
Put out the cake @Cy 30m
never together: Open it up, Put out the cake
`;
    expect(titlesOf(text).get('put-out-the-cake')).not.toContain('Repairer');
  });
});

describe('the trade of a stream', () => {
  it('is not told by one word in one step of a stream whose name is about something else', () => {
    const text = `stream Dance idea to dress on the rail
sales:
Show what there is
Ask for the size
fulfilment:
Press the dress
Wash or dry-clean
Look for a stain
Hand it over
Zorb about
Zorb around
`;
    expect(tradeOf(groundOfNapkin(text).stream)).toBeNull();
  });
});
