import { describe, expect, it } from '@jest/globals';
import { designCompany, type StructureProposal } from '../../../../src/domain/structure/index.js';
import { tradeOf } from '../../../../src/domain/structure/naming/trades/known-trades.js';
import { groundOfNapkin, proposalOf } from '../../../support/structure-of.js';

function planOf(text: string): StructureProposal {
  return proposalOf(groundOfNapkin(text));
}

function titlesOf(text: string): string[] {
  return planOf(text).roles.map(({ name }) => name);
}

const CIDER = `stream Orchard to cider in the pub
demand: 12/week
sales:
Call pubs @Meg 40m
Agree the price @Meg 20m
fulfilment:
Prune the apple trees @Dan 2h
Pick the apples @Dan 3h
Press the apples @Dan 2h
Bottle the cider @Joan 1h
Invoice @Meg 10m
`;

const SADDLERY = `stream Torn saddle to ridden saddle
demand: 6/week
sales:
Look at it @Ida 20m
fulfilment:
Unpick @Ben 2h
Flock anew @Ben 3h
`;

const DENTIST = `stream Toothache to filled tooth
demand: 40/week
sales:
Answer the phone @Kim 5m
fulfilment:
Hand the instruments @Assistant 30m
Drill and fill the tooth @Lea 40m
Calm the patient @Lea 5m
Bill the patient @Kim 5m
`;

describe('the title of a role', () => {
  it('is that of the trade of the stream, though no single word of the work tells it', () => {
    expect(titlesOf(CIDER)).toEqual(['Sales Consultant', 'Fruit Grower', 'Fruit Picker']);
  });

  it('is that of the learned profession only for who does its work', () => {
    const titles = titlesOf(DENTIST);
    expect(titles).toContain('Dentist');
    expect(titles).toContain('Dental Assistant');
    expect(titles.filter((title) => title.startsWith('Dentist'))).toHaveLength(1);
  });

  it('is that of who mends what the stream says to be broken, where the trade is not known', () => {
    expect(titlesOf(SADDLERY)).toContain('Saddle Repairer');
  });

  it('is the word that the firm writes behind @, before any other', () => {
    const text = `stream Enquiry to tuned piano
demand: 20/week
sales:
Take the call @Ann 5m
fulfilment:
Tune the piano @"Concert Technician" 2h
Regulate the action @"Concert Technician" 3h
`;
    expect(titlesOf(text)).toContain('Concert Technician');
  });

  it('is that of the office where no kind of desk work is most of it', () => {
    const text = `stream Enquiry to zorb
demand: 20/week
sales:
Answer the enquiry @Ann 10m
Order the parts @Ann 10m
fulfilment:
Zorb about @Bo 4h
Write the invoice @Ann 10m
`;
    expect(titlesOf(text)).toContain('Office Administrator');
  });

  it('is different for every role of a plan', () => {
    for (const text of [CIDER, SADDLERY, DENTIST]) {
      const titles = titlesOf(text);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });

  it('does not change with the other streams of the company, where the work is the same', () => {
    const grounds = [CIDER, DENTIST].map(groundOfNapkin);
    const company = designCompany(grounds);
    if (company.kind !== 'CompanyStructure') throw new Error(company.kind);
    const held = (steps: readonly string[]): string => steps.map((step) => step.replace(/^.*\//, '')).join();
    const inCompany = new Map(company.proposal.roles.map(({ steps, name }) => [held(steps), name]));
    const told = grounds
      .flatMap((ground) => proposalOf(ground).roles)
      .flatMap(({ steps, name }) => {
        const other = inCompany.get(held(steps));
        return other === undefined ? [] : [[name, other]];
      });
    expect(told.length).toBeGreaterThan(2);
    for (const [name, other] of told) expect(other).toBe(name);
  });
});

describe('titles in a company of two firms of one trade', () => {
  it('are the same for the same work, told apart by what it is, and not by a title of less of it', () => {
    const practice = (name: string, work: string): string =>
      `stream ${name}\ndemand: 30/week\nsales:\nAnswer the phone 10m {telephone desk}\nfulfilment:\nDrill the tooth 50m {${work}}\n`;
    const grounds = [
      practice('Ache to filled tooth', 'drilling teeth'),
      practice('Fear to whole tooth', 'gentle drilling'),
    ];
    const company = designCompany(grounds.map(groundOfNapkin));
    if (company.kind !== 'CompanyStructure') throw new Error(company.kind);
    const names = company.proposal.roles.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const stems = names.map((name) => name.replace(/ \(.*/, ''));
    const alone = grounds
      .map(groundOfNapkin)
      .flatMap((ground) => proposalOf(ground).roles.map(({ name }) => name));
    for (const stem of stems) expect(alone).toContain(stem);
  });
});

describe('the trade of a stream', () => {
  const tradeIn = (text: string): string | null => tradeOf(groundOfNapkin(text).stream)?.name ?? null;

  it('is told by several words', () => {
    expect([CIDER, DENTIST].map(tradeIn)).toEqual(['Orchard', 'Dental practice']);
  });

  it('is not told by one word, however often it stands there', () => {
    const court = ['Sweep the court', 'Roll the court', 'Mark the court'].join('\n');
    expect(tradeIn(`stream Wish to court\nsales:\nTake the call\nfulfilment:\n${court}\n`)).not.toBe(
      'Law office',
    );
  });

  it('is not told by words that only look alike', () => {
    const steps = ['Win the order', 'Care for the guest', 'Plan the day'].join('\n');
    expect(tradeIn(`stream Call to guest\nsales:\n${steps}\nfulfilment:\nFile it\n`)).toBeNull();
  });
});

describe('the name of a team', () => {
  it('is that of the trade where there is one team', () => {
    expect(planOf(DENTIST).teams.map(({ name }) => name)).toEqual(['Dental practice team']);
  });

  it('is what the stream ends with, without what happened to it, where no trade is known', () => {
    const named = (stream: string): (string | undefined)[] =>
      planOf(
        `stream ${stream}\ndemand: 2/week\nsales:\nHear it @A 1h\nfulfilment:\nZinkle the zorb @B 2h\n`,
      ).teams.map(({ name }) => name);
    expect(named('Wish to finished zorb on the lawn')).toEqual(['Zorb team']);
    expect(named('Enquiry to paid job')).toEqual(['Whole team']);
  });

  it('says where most of its hours are, and not a place with a few of them', () => {
    const text = `stream Enquiry to tuned piano
demand: 25/week
sales:
Answer the message @Jule 10m {customer contact}
fulfilment:
Tune the piano @Marek 90m
Restore the soundboard @Marek 4h
Change the strings @Timo 5h
Invoice @Jule 5m {billing}
`;
    const names = planOf(text).teams.map(({ name }) => name);
    expect(names.join()).toContain('Piano workshop team');
    expect(
      planOf(text)
        .teams.map(({ purpose }) => purpose)
        .join(),
    ).not.toContain('mostly customer contact');
  });
});
