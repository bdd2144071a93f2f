import { describe, expect, it } from '@jest/globals';
import { doerOfSkill, doerOfStep } from '../../../src/domain/structure/naming/doer-noun.js';
import { cardOfPerformer } from '../../../src/domain/structure/naming/performer-nouns.js';
import type { StructureLimits } from '../../../src/domain/structure/index.js';
import { stepKey } from '../../support/gate-builder.js';
import { groundOf, type StepSketch } from '../../support/stream-builder.js';
import { proposalOf } from '../../support/structure-of.js';

const namesOf = (steps: readonly StepSketch[]): string[] =>
  proposalOf(groundOf({ steps })).roles.map(({ name }) => name);

describe('the name of a role', () => {
  it('is that of its main work', () => {
    expect(
      namesOf([
        { name: 'A', needs: ['estimating'], hours: 20 },
        { name: 'B', needs: ['quoting'], hours: 2 },
      ]),
    ).toEqual(['Estimator']);
  });

  it('is that of the family where several things of one kind come together', () => {
    const needs = ['billing', 'payroll', 'bookkeeping'];
    expect(namesOf(needs.map((need) => ({ name: need, needs: [need], hours: 2 })))).toEqual([
      'Finance Administrator',
    ]);
  });

  it('is the word for the kind of work behind @ where the steps state nothing, and never a first name', () => {
    expect(namesOf([{ name: 'Sort the zorbs', by: 'Tech Lead', hours: 1 }])).toEqual(['Tech Lead']);
    const sorting = ['Sort the zorbs', 'Sort other zorbs'].map((name) => ({ name, by: 'Dana', hours: 1 }));
    expect(namesOf([...sorting, { name: 'Count the zorbs', by: 'Dana', hours: 0.1 }])).toEqual([
      'Zorb Sorter',
    ]);
  });

  it('is a plain title where no word of the work tells one', () => {
    expect(namesOf([{ name: 'Follow up by phone', hours: 1, force: 'SALES' }])).toEqual([
      'Sales Coordinator',
    ]);
    expect(namesOf([{ name: 'Zorb about', hours: 1 }])).toEqual(['Operations Specialist']);
  });

  it('is the office where money is only one of its kinds, and the craft where packing takes longest', () => {
    const office = ['customer contact', 'purchasing', 'scheduling', 'billing'];
    expect(namesOf(office.map((need) => ({ name: need, by: 'Pia', needs: [need], hours: 2 })))).toEqual([
      'Office Administrator',
    ]);
    const craft = ['cabinet making', 'joinery', 'panel cutting', 'packing'];
    const steps = craft.map((need) => ({
      name: need,
      by: 'Tom',
      needs: [need],
      hours: need === 'packing' ? 9 : 5,
    }));
    expect(namesOf(steps)).toEqual(['Cabinetmaker']);
  });

  it('is that of the main work though the catalogue knows only a side-line', () => {
    const build = { name: 'Build the pages', needs: ['web development'], by: 'Ida', hours: 90 };
    const test = { name: 'Test the site', needs: ['software testing'], by: 'Ida', hours: 20 };
    expect(namesOf([build, test])).toEqual(['Web Developer']);
  });

  it('is the thing that most of the steps are about, where no word tells what is done to it', () => {
    const steps = ['Rinse the barrels', 'Fill the barrels'];
    expect(namesOf(steps.map((name) => ({ name, by: 'Ida', hours: 3 })))).toEqual(['Barrel Specialist']);
  });

  it('is no driver for who drives to where the work is, unless that is all', () => {
    const there = { name: 'Drive to the customer', by: 'Ida', hours: 9 };
    expect(namesOf([there, { name: 'Decorate with sugar flowers', by: 'Ida', hours: 5 }])).toEqual([
      'Decorator',
    ]);
    expect(namesOf([there])).toEqual(['Driver']);
  });

  it('is told to be a stopgap where it says nothing of the work, with how to give it another', () => {
    const steps = [{ name: 'Zorb about', hours: 1 }];
    const told = (limits: StructureLimits): string[] =>
      proposalOf(groundOf({ steps }), limits).notes.filter((note) => note.includes('stopgap'));
    expect(told({})).toEqual([
      '"Operations Specialist" is a stopgap: no word of its work tells what people call who does it. Give the role its name in a limits file, such as: pin: Zorb about in YOUR NAME FOR IT.',
    ]);
    expect(told({ pins: [{ role: 'Zorber', steps: [stepKey('Zorb about')] }] })).toEqual([]);
  });

  it('says what the main work is where a plain title is taken', () => {
    const steps = ['Zorb about', 'Zorb around'].map((name) => ({ name, hours: 1 }));
    const names = proposalOf(groundOf({ steps, apart: [['Zorb about', 'Zorb around']] })).roles;
    expect(names.map(({ name }) => name)).toEqual([
      'Operations Specialist',
      'Operations Specialist (zorb around)',
    ]);
  });

  it('is different for every role', () => {
    const steps = ['a', 'b', 'c'].map((name) => ({
      name,
      needs: ['billing'],
      hours: 1,
      force: 'SALES' as const,
    }));
    const proposal = proposalOf(groundOf({ steps, apart: [['a', 'b', 'c']] }));
    expect(new Set(proposal.roles.map(({ name }) => name)).size).toBe(3);
    expect(new Set(proposal.roles.map(({ key }) => key)).size).toBe(3);
  });

  it('stays different where the names of steps are longer than a key', () => {
    const long = 'zq'.repeat(60);
    const steps = ['a', 'b', 'c'].map((end) => ({ name: `${end} ${long}`, by: end, hours: 1 }));
    expect(new Set(namesOf(steps)).size).toBe(3);
  });
});

describe('a doer', () => {
  it.each([
    ['Walk the dogs', 'Dog Walker'],
    ['Groom the llama', 'Llama Groomer'],
    ['Trim the hedges', 'Hedge Trimmer'],
    ['Translate the manual', 'Manual Translator'],
    ['Glaze and fire', 'Glazer'],
    ['Drive to the dentist', 'Driver'],
    ['Pack the bags', 'Packer'],
    ['Teach the pupils', 'Pupil Teacher'],
    ['Retouch the pictures', 'Picture Retoucher'],
  ])('of "%s" is the %s', (name, doer) => {
    expect(doerOfStep(name)).toBe(doer);
  });

  it.each([
    ['llama whispering', 'Llama Whisperer'],
    ['margin control', 'Margin Control Specialist'],
    ['web development', 'Web Developer'],
    ['user research', 'User Researcher'],
  ])('of the skill "%s" is the %s', (skill, doer) => {
    expect(doerOfSkill(skill)).toBe(doer);
  });

  it.each([
    'Chase late payers',
    'Fill kegs',
    'Decide on admission',
    'Run the open day',
    'Attend the hearing',
    'Order shingles',
    'Lay underlayment',
    'Follow up by phone',
    'Warranty visit',
    'Collect the deceased',
    'Wash and dress',
  ])('of "%s" is nobody that one would print on a card', (name) => {
    expect(doerOfStep(name)).toBeNull();
  });

  it('is nobody where the words tell none', () => {
    expect(doerOfStep('見積もり')).toBeNull();
    expect(doerOfStep('')).toBeNull();
  });
});

describe('the card of a performer', () => {
  it.each([
    ['Nurse', 'Nurse'],
    ['Journeymen', 'Journeyman'],
    ['Tech Lead', 'Tech Lead'],
    ['account managers', 'Account Manager'],
    ['Crew', 'Crew Member'],
  ])('of @%s is %s', (performer, card) => {
    expect(cardOfPerformer(performer)).toBe(card);
  });

  it('is none for a person', () => {
    for (const name of ['Dana', 'Dr. Falk', 'Owner', '']) expect(cardOfPerformer(name)).toBeNull();
  });
});
