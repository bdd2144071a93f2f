import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BUILT_IN_CATALOGUE, deriveDemands } from '../../../src/domain/capability/index.js';
import { measureStream } from '../../../src/domain/metrics/index.js';
import { writeWalkSheet, type WalkPage, type WalkSheet } from '../../../src/domain/walk/index.js';
import { anyNapkin } from '../../support/any-napkin.js';
import { draw } from '../../support/draw.js';

function sheetOf(text: string): WalkSheet {
  const { stream } = draw(text);
  const metrics = measureStream(stream);
  const demands = deriveDemands(stream, metrics, BUILT_IN_CATALOGUE);
  return writeWalkSheet({ stream, metrics, demands }, { revision: null, napkin: `stream Try\n${text}` });
}

function page({ pages }: WalkSheet, person: string): WalkPage {
  const found = pages.find((one) => one.person === person);
  if (!found) throw new Error(`no page for ${person}, only for ${pages.map((one) => one.person).join(', ')}`);
  return found;
}

const asked = ({ stops }: WalkPage) =>
  stops.flatMap(({ name, questions }) => questions.map(({ topic, text }) => [name, topic, text] as const));
const topics = (one: WalkPage) => asked(one).map(([name, topic]) => `${name} ${topic}`);
const typed = (one: WalkPage) =>
  one.stops.flatMap(({ typeBack }) => typeBack.map(({ line, above, text }) => [line, above, text] as const));

const KNOWN = 'customer: Rider\nowner: Ada\ndemand: 20/week\n';

describe('a walk sheet', () => {
  it('asks each performer about their own steps, in the order of the stream', () => {
    const sheet = sheetOf(`${KNOWN}sales:\nAsk @Ada\nfulfilment:\nDo @Bo\nCheck @Ada 5m\n`);
    expect(sheet.pages.map(({ person, does }) => [person, does])).toEqual([
      ['Ada', 2],
      ['Bo', 1],
    ]);
    const names = page(sheet, 'Ada').stops.map(({ name }) => name);
    expect(names).toEqual(['Ask', 'Check']);
  });

  it('asks whoever leads about the stream as a whole, with the lines to write', () => {
    const sheet = sheetOf('sales:\nAsk @Ada 5m\nfulfilment:\nDo @Bo 5m\n');
    const heads = sheet.pages.flatMap(({ stops }) => stops.filter(({ step }) => step === null));
    expect(heads.flatMap(({ questions }) => questions.map(({ topic, text }) => [topic, text]))).toEqual([
      ['DEMAND', 'How many units entered in the last full month? Count them.'],
      ['CUSTOMER', 'Who is it all for?'],
      ['OWNER', 'Who answers for the result of the whole stream?'],
    ]);
    const lines = heads.flatMap(({ typeBack }) => typeBack.map(({ text }) => text)).join('\n');
    for (const line of ['demand: ____/month', 'customer: ____', 'owner: ____']) expect(lines).toContain(line);
    expect(heads[0]?.questions[0]?.unit).toBe('a month');
    const known = sheetOf(`${KNOWN}sales:\nAsk @Ada 5m\nfulfilment:\nDo @Bo 5m\n`);
    expect(known.pages.flatMap(({ stops }) => stops.filter(({ step }) => step === null))).toEqual([]);
  });

  it('asks again for a guess, tells it, and where it stands: a loss, a rhythm, a demand', () => {
    const sheet = sheetOf(
      'customer: Rider\nowner: Ada\ndemand: ~20/month\nsales:\nAsk @Ada 5m\nlost ~10%\nfulfilment:\nClose the books @Ada 1h every ~2w\n',
    );
    const ada = page(sheet, 'Ada');
    const told = ada.stops.flatMap(({ questions }) =>
      questions.map(({ topic, text, today }) => [topic, text, today]),
    );
    expect(told).toContainEqual([
      'SHARE',
      'Of the last ten at "Ask": how many went no further?',
      'we guess 10 %',
    ]);
    expect(told).toContainEqual([
      'RHYTHM',
      'When was it done last, and when the time before?',
      'we guess 10 d',
    ]);
    const lines = typed(ada).map(([, , text]) => text);
    expect(lines.join('\n')).toContain('lost ___%');
    expect(lines.join('\n')).toContain('every ____');
    const demand = sheet.pages.flatMap(({ stops }) => stops.flatMap(({ questions }) => questions));
    expect(demand.find(({ topic }) => topic === 'DEMAND')?.today).toContain('20 a month');
  });

  it('lists the places of a page in the order of the stream, whatever is asked first', () => {
    const sheet = sheetOf(
      `${KNOWN}sales:\nAsk @Ada\nDraw @Bo 5m\nback to Ask\nfulfilment:\nDo @Bo\nCheck @Ada\nback to Draw\nSend @Ada\n`,
    );
    for (const { stops } of sheet.pages) {
      const positions = stops.map(({ position }) => position ?? 0);
      expect(positions).toEqual([...positions].sort((a, b) => a - b));
    }
  });

  it('asks the receiver whether work was complete and accurate, never who made it', () => {
    const sheet = sheetOf(`${KNOWN}sales:\nAsk @Ada 5m\nfulfilment:\nDo @Bo 5m\n`);
    const questions = sheet.pages.flatMap((one) =>
      asked(one).map(([name, topic, text]) => [one.person, name, topic, text] as const),
    );
    expect(questions.filter(([, , topic]) => topic === 'COMPLETE_AND_ACCURATE')).toEqual([
      ['Ada', 'Do', 'COMPLETE_AND_ACCURATE', expect.stringContaining('Ask Rider')],
      ['Bo', 'Do', 'COMPLETE_AND_ACCURATE', expect.stringContaining('came from "Ask" (Ada)')],
    ]);
    expect(typed(page(sheet, 'Bo'))).toContainEqual([6, false, 'Ask @Ada 5m ___%']);
  });

  it('gives what nobody in particular can answer to the owner of the force, else of the stream, else to the leader', () => {
    const open = (owners: string) =>
      sheetOf(`customer: X\n${owners}sales:\nAsk @Ada 5m\nfulfilment:\nDo 5m\n`).pages.map(
        ({ person, kind }) => [person, kind],
      );
    expect(open('owner: Olga\n')).toEqual([
      ['Ada', 'PERFORMER'],
      ['Olga', 'OWNER'],
    ]);
    expect(open('')).toEqual([
      ['Ada', 'PERFORMER'],
      ['Whoever leads the walk', 'LEADER'],
    ]);
    const forced = sheetOf(
      'customer: X\nowner: Olga\nsales:\nAsk @Ada 5m\nfulfilment:\nowner: Finn\nDo 5m\n',
    );
    expect(topics(page(forced, 'Finn'))).toContain('Do PERFORMER');
    expect(topics(page(forced, 'Olga'))).toEqual(['The stream as a whole DEMAND']);
  });

  it('asks about a guess and a range with what is told today, and puts the blank in their place', () => {
    const sheet = sheetOf(
      `${KNOWN}sales:\nAsk @Ada ~5m 90% [Mail] {selling} ! slow\nwait ~3d "holidays"\nlost 10-20%\nfulfilment:\nDo @Bo 1-2h 90% [Mail] {selling}\n`,
    );
    const questions = sheet.pages.flatMap(({ stops }) => stops.flatMap((stop) => stop.questions));
    expect(questions.flatMap(({ today }) => today ?? [])).toEqual([
      'we guess 5 min',
      'told as 10 % to 20 %',
      'we guess 3 d ("holidays")',
      'told as 1 h to 2 h',
    ]);
    expect(typed(page(sheet, 'Ada'))).toEqual([
      [6, true, 'wait ____'],
      [6, false, 'Ask @Ada ____ 90% [Mail] {selling} ! slow'],
      [8, false, 'lost ___%'],
    ]);
    expect(typed(page(sheet, 'Bo'))).toEqual([
      [7, false, 'wait ____ "holidays"'],
      [10, false, 'Do @Bo ____ 90% [Mail] {selling}'],
    ]);
  });

  it('asks for a share that is not told where the ways part, and for a return where it leaves', () => {
    const sheet = sheetOf(
      `${KNOWN}sales:\nAsk @Ada 5m\nfulfilment:\neither\n  Do @Bo 5m\n  Buy @Cy 5m\nend\nCheck @Di 5m\nback to Ask\n`,
    );
    expect(asked(page(sheet, 'Ada')).filter(([, topic]) => topic === 'SHARE')).toEqual([
      ['Ask', 'SHARE', 'Of the last ten: how many went on to "Do"?'],
      ['Ask', 'SHARE', 'Of the last ten: how many went on to "Buy"?'],
    ]);
    expect(typed(page(sheet, 'Ada'))).toContainEqual([9, false, '___%: Do @Bo 5m']);
    expect(asked(page(sheet, 'Di')).filter(([, topic]) => topic === 'SHARE')).toEqual([
      ['Check', 'SHARE', 'Of the last ten at "Check": how many had to go back to "Ask"?'],
    ]);
    expect(typed(page(sheet, 'Di'))).toContainEqual([13, false, 'back to Ask ___%']);
  });

  it('asks for the whole stay where a branch begins, because no wait can be typed there', () => {
    const sheet = sheetOf(
      `${KNOWN}sales:\nwait 1d\nAsk @Ada 5m\nfulfilment:\nmeanwhile\n  Cut @Bo 1h\n  Bend @Cy 1h\nend\nwait 1d\nCheck @Di 5m\n`,
    );
    expect(topics(page(sheet, 'Bo'))).toContain('Cut LEAD_TIME');
    expect(typed(page(sheet, 'Bo'))).toContainEqual([10, false, 'Cut @Bo 1h lead ____ [____] {____}']);
  });

  it('offers the three nearest capabilities to tick, and asks nothing about what is stated', () => {
    const sheet = sheetOf(
      `${KNOWN}sales:\nWrite the offer @Ada 5m\nfulfilment:\nSend the bill @Ada 5m {invoicing}\n`,
    );
    const questions = page(sheet, 'Ada').stops.flatMap((stop) =>
      stop.questions.filter(({ topic }) => topic === 'CAPABILITY').map(({ choices }) => [stop.name, choices]),
    );
    expect(questions).toEqual([
      ['Write the offer', ['Quoting', expect.any(String), expect.any(String), 'something else:']],
    ]);
  });

  it('replaces @? by a blank, and asks everything about such a step of the owner', () => {
    const sheet = sheetOf(`${KNOWN}sales:\nAsk @?\nfulfilment:\nDo @Bo 5m\n`);
    expect(topics(page(sheet, 'Ada'))).toEqual([
      'Ask WAIT',
      'Ask PERFORMER',
      'Ask PROCESS_TIME',
      'Ask SYSTEMS',
      'Ask CAPABILITY',
      'Do COMPLETE_AND_ACCURATE',
    ]);
    expect(typed(page(sheet, 'Ada'))).toContainEqual([6, false, 'Ask @____ ____ [____] {____}']);
  });

  it('stars what to find out first, and says on whose page it is', () => {
    const sheet = sheetOf(`customer: X\nowner: Olga\nsales:\nAsk @Ada\nfulfilment:\nDo @Bo 5m\n`);
    expect(sheet.first.length).toBeGreaterThan(1);
    expect(sheet.first[0]?.people).toEqual(['Olga']);
    expect(sheet.first[1]?.people).toEqual(['Ada']);
    const starred = sheet.pages.flatMap((one) =>
      one.stops.flatMap(({ questions }) =>
        questions.filter(({ starred: first }) => first).map(({ topic }) => [one.person, topic]),
      ),
    );
    expect(starred).toContainEqual(['Olga', 'DEMAND']);
    expect(starred).toContainEqual(['Ada', 'PROCESS_TIME']);
  });

  it('has no page where nothing is open', () => {
    const sheet = sheetOf(
      `${KNOWN}sales:\nwait 1d\nAsk @Ada 5m 90% [Mail] {selling}\nwait 1d\nfulfilment:\nDo @Bo 5m 90% [Mail] {selling}\n`,
    );
    expect(sheet.pages).toEqual([]);
    expect(sheet.first).toEqual([]);
  });

  it('shows no line of a text that the lines are not counted in', () => {
    const { stream } = draw(`${KNOWN}sales:\nAsk @Ada\nfulfilment:\nDo @Bo 5m\n`);
    const metrics = measureStream(stream);
    const demands = deriveDemands(stream, metrics, BUILT_IN_CATALOGUE);
    const sheet = writeWalkSheet(
      { stream, metrics, demands },
      { revision: null, napkin: 'a;b\n'.repeat(20) },
    );
    expect(typed(page(sheet, 'Ada'))[1]).toEqual([6, false, '"Ask" ____ [____] {____}']);
  });

  it('counts what it holds and asks each person a thing once, on any napkin', () => {
    fc.assert(
      fc.property(anyNapkin, (text) => {
        const sheet = sheetOf(text);
        expect(sheetOf(text)).toEqual(sheet);
        for (const one of sheet.pages) {
          const questions = one.stops.flatMap((stop) => stop.questions);
          expect(one.questions).toBe(questions.length);
          expect(one.questions).toBeGreaterThan(0);
          expect(one.starred).toBe(questions.filter(({ starred }) => starred).length);
          const positions = one.stops.map(({ position }) => position ?? 0);
          expect(positions).toEqual([...positions].sort((a, b) => a - b));
          for (const stop of one.stops) expect(stop.typeBack.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('asks everybody who takes work up behind a wait in front of a block, and says why', () => {
    const sheet = sheetOf(
      `${KNOWN}sales:\nAsk @Ada 5m\nwait ~2d\nfulfilment:\nmeanwhile\n  Order @Bo 5m\n  Clean @Cy 5m\nend\n`,
    );
    for (const [person, name] of [
      ['Bo', 'Order'],
      ['Cy', 'Clean'],
    ] as const) {
      const [wait, ...more] = asked(page(sheet, person)).filter(([, topic]) => topic === 'WAIT');
      expect(wait?.[2]).toBe(
        `How long did the last one wait before "${name}"? (It is one wait in front of "Order" and "Clean": each of them is asked, because each takes work up behind it.)`,
      );
      expect(more).toEqual([]);
      expect(typed(page(sheet, person))).toContainEqual([7, false, 'wait ____']);
    }
    expect(sheet.first[0]).toMatchObject({ people: ['Bo', 'Cy'] });
  });

  it('asks for no stay at the head of a branch, where the wait in front of its block is told', () => {
    const text = (wait: string) =>
      `${KNOWN}sales:\nAsk @Ada 5m\n${wait}meanwhile\n  Order @Bo 5m\n  Clean @Cy 5m\nend\n`;
    expect(topics(page(sheetOf(text('wait 2d\n')), 'Bo'))).not.toContain('Order LEAD_TIME');
    expect(topics(page(sheetOf(text('')), 'Bo'))).toContain('Order LEAD_TIME');
  });

  it('of very many who stand behind one wait it asks the first, and says so', () => {
    const branches = Array.from({ length: 30 }, (_, at) => `  Part ${at + 1} @P${at + 1} 5m`).join('\n');
    const sheet = sheetOf(`${KNOWN}sales:\nAsk @Ada 5m\nwait ~2d\nmeanwhile\n${branches}\nend\n`);
    const texts = sheet.pages.flatMap(asked).filter(([name, topic]) => topic === 'WAIT' && name !== 'Ask');
    expect(texts).toHaveLength(20);
    expect(texts[0]?.[2]).toContain('and 17 more: each of them is asked');
    expect(texts[0]?.[2]).toContain('At most 20 are asked, the first of the text.');
  });
});
