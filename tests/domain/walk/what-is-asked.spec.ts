import { describe, expect, it } from '@jest/globals';
import { BUILT_IN_CATALOGUE, deriveDemands } from '../../../src/domain/capability/index.js';
import { measureStream } from '../../../src/domain/metrics/index.js';
import { writeWalkSheet } from '../../../src/domain/walk/index.js';
import { draw } from '../../support/draw.js';

/** A page as its reader sees it: each place with its questions, what is told today, and the lines to type. */
function pageOf(text: string, person: string): string[] {
  const { stream } = draw(text);
  const metrics = measureStream(stream);
  const demands = deriveDemands(stream, metrics, BUILT_IN_CATALOGUE);
  const sheet = writeWalkSheet(
    { stream, metrics, demands },
    { revision: null, napkin: `stream Try\n${text}` },
  );
  const page = sheet.pages.find((one) => one.person === person);
  return (page?.stops ?? []).flatMap(({ name, questions, typeBack }) => [
    `AT ${name}`,
    ...questions.map(({ text: asked, today, unit, choices }) =>
      [asked, today && `(${today})`, unit && `[${unit}]`, choices && choices.join(' / ')]
        .filter((part) => part)
        .join(' '),
    ),
    ...typeBack.map(({ line, above, text: typed }) => `> ${line ?? ''}${above ? ' above' : ''} ${typed}`),
  ]);
}

const STAY = 'How long was the last one here in all, from the moment it could begin until it was passed on?';
const HANDS = 'keep your hands busy? Without waiting and without what else you did.';
const TIME = '[min · h · d]';

const GATE = `owner: Ada
sales:
Answer the call {customer contact}
stock ~30-40
Draw the plan @Bo x2 {custom design}
back to "Answer the call"
fulfilment:
owner: Finn
meanwhile
  Paint the door @Cy {painting}
  Get the glass (outside)
end
Fit the door @Di @Cy x2 ~3h lead ~2d 80-90% {installation}
back to "Paint the door" ~10%
Clean the van @Di every 1-2w {cleaning}
`;

describe('what is asked on a walk', () => {
  it('of a team: what comes to them, what they do, and what they send back', () => {
    expect(pageOf(GATE, 'Bo')).toEqual([
      'AT Draw the plan',
      'Count them now: how many lie before "Draw the plan"? (we guess 30 to 40) [units]',
      'Of the last ten that came from "Answer the call": how many could you use as they were, without asking back or putting anything right? [of 10]',
      `How long did the last one keep the hands of each of you busy? Without waiting and without what else you did. ${TIME}`,
      'Which programs, boards or papers do you work with here?',
      'Of the last ten at "Draw the plan": how many had to go back to "Answer the call"? [of 10]',
      '> 5 stock ____',
      '> 4 Answer the call {customer contact} ___%',
      '> 6 Draw the plan @Bo x2 {custom design} ____ [____]',
      '> 7 back to "Answer the call" ___%',
    ]);
  });

  it('of somebody with several steps, each at its place, with what is told roughly today', () => {
    expect(pageOf(GATE, 'Di')).toEqual([
      'AT Fit the door',
      'Of the last ten that came from "Paint the door" (Cy): how many could you use as they were, without asking back or putting anything right? [of 10]',
      'Of the last ten that came from "Get the glass": how many could you use as they were, without asking back or putting anything right? [of 10]',
      `How long did the last one keep the hands of each of you busy? Without waiting and without what else you did. (we guess 3 h) ${TIME}`,
      `${STAY} (we guess 2 d) ${TIME}`,
      'Which programs, boards or papers do you work with here?',
      'Of the last ten at "Fit the door": how many had to go back to "Paint the door"? (we guess 10 %) [of 10]',
      '> 11 Paint the door @Cy {painting} ___%',
      '> 12 Get the glass (outside) ___%',
      '> 14 Fit the door @Di @Cy x2 ____ lead ____ 80-90% {installation} [____]',
      '> 15 back to "Paint the door" ___%',
      'AT Clean the van',
      `How long did you work on it the last time that it was done? ${TIME}`,
      `When was it done last, and when the time before? (told as 5 d to 10 d) ${TIME}`,
      'Which programs, boards or papers do you work with here?',
      '> 16 Clean the van @Di every ____ {cleaning} ____ [____]',
    ]);
  });

  it('of the owner: the stream as a whole, and the step that nobody is known to do', () => {
    expect(pageOf(GATE, 'Ada')).toEqual([
      'AT The stream as a whole',
      'How many units entered in the last full month? Count them. [a month]',
      'Who is it all for?',
      '>  demand: ____/month',
      '>  customer: ____',
      'AT Answer the call',
      `How long had the last one lain here before it was taken up? ${TIME}`,
      'Who does this today? Ask at the place where it is done.',
      `How long did the last one ${HANDS} ${TIME}`,
      'Which programs, boards or papers do you work with here?',
      '> 4 above wait ____',
      '> 4 Answer the call {customer contact} @____ ____ [____]',
    ]);
  });

  it('of who answers for a force: what is away outside, and what leaves the stream', () => {
    expect(pageOf(GATE, 'Finn')).toEqual([
      'AT Get the glass',
      'Of the last ten that came from "Draw the plan" (Bo): how many could be used as they were at "Get the glass"? Ask whoever receives them. [of 10]',
      `How long was the last one away, from the moment it left us until it went on here? ${TIME}`,
      '> 6 Draw the plan @Bo x2 {custom design} ___%',
      '> 12 Get the glass (outside) lead ____',
      'AT Fit the door',
      'Of the last ten that left "Fit the door": how many were right for the customer as they were? Ask the customer. (told as 80 % to 90 %) [of 10]',
      '> 14 Fit the door @Di @Cy x2 ~3h lead ~2d ___% {installation}',
    ]);
  });

  it('says "you" only to the one who alone made what they receive', () => {
    const came = (first: string, second: string) =>
      pageOf(`sales:\nMake 5m ${first}\nPack 5m ${second}\n`, 'Bo').find((line) =>
        line.includes('came from'),
      );
    expect(came('@Bo', '@Bo')).toContain('came from "Make" (you): how many');
    expect(came('@Bo', '@bo @Cy')).toContain('came from "Make" (Bo): how many');
    expect(came('@Bo @Cy', '@Bo')).toContain('came from "Make" (Bo, Cy): how many');
    expect(came('@Cy', '@Bo')).toContain('came from "Make" (Cy): how many');
    expect(came('', '@Bo')).toContain('came from "Make": how many');
  });

  it('is a capability only where none is told and the name alone does not settle it', () => {
    const asks = (step: string) => pageOf(`sales:\n${step} @Bo 5m\n`, 'Bo').join('\n');
    const question = 'What does one have to be able to do here?';
    expect(asks('Mumble the plan')).toContain(question);
    expect(asks('Billing')).not.toContain(question);
    expect(asks('Mumble the plan {billing}')).not.toContain(question);
  });

  it('is how long the last one waited behind a step that nobody takes anything up from', () => {
    const bo = pageOf('sales:\nMake @Bo 5m\nwait ~1d "for the van"\n', 'Bo');
    expect(bo).toContain(
      `How long did the last one wait behind "Make"? (we guess 1 d ("for the van")) ${TIME}`,
    );
    expect(bo).toContain('> 4 wait ____ "for the van"');
    const counted = pageOf('sales:\nMake @Bo 5m\nstock ~7\n', 'Bo');
    expect(counted).toContain('Count them now: how many lie behind "Make"? (we guess 7) [units]');
  });

  it('is a guessed share where the ways part, typed into the line of the branch as it stands', () => {
    const bo = pageOf(
      'sales:\nMake @Bo 5m\neither\n  ~60%: Pack @Cy 5m # in boxes\n  40%: Bin @Cy 5m\nend\n',
      'Bo',
    );
    expect(bo).toContain('Of the last ten: how many went on to "Pack"? (we guess 60 %) [of 10]');
    expect(bo).toContain('> 5 ___%: Pack @Cy 5m # in boxes');
    expect(bo.join('\n')).not.toContain('"Bin"');
  });

  it('is the demand as a month, where it is told roughly', () => {
    const lines = pageOf(
      'owner: Ada\ncustomer: X\ndemand: 10-20/week\nmonth: 20d\nsales:\nMake @Ada 5m\n',
      'Ada',
    );
    expect(lines[1]).toBe(
      'How many units entered in the last full month? Count them. (told as 40 to 80 a month) [a month]',
    );
  });

  it('is put into the gap of a quoted name or comment never', () => {
    const typed = (line: string) => pageOf(`sales:\n${line}\n`, 'Bo').filter((one) => one.startsWith('> 3'));
    expect(typed('"Pull # 4 ! now" @Bo ~5m {billing} [Mail] 90% # every ~2d')).toEqual([
      '> 3 above wait ____',
      '> 3 "Pull # 4 ! now" @Bo ____ {billing} [Mail] 90% # every ~2d',
    ]);
    expect(typed('"Say \\"5 ! 6\\" # x" @Bo {billing} [Mail] 90% ! ~3h')).toEqual([
      '> 3 above wait ____',
      '> 3 "Say \\"5 ! 6\\" # x" @Bo {billing} [Mail] 90% ____ ! ~3h',
    ]);
  });
});
