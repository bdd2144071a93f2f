import { describe, expect, it } from '@jest/globals';
import { draw } from '../../support/draw.js';

/** Every problem of these lines: how grave, where, what is wrong, what would put it right, and what a fix writes there. */
function said(text: string): string[] {
  return draw(text).problems.map(({ severity, place, message, suggestion, fix }) => {
    const where = place ? `${place.line}:${place.column}+${place.length}` : 'nowhere';
    const remedy = suggestion === null ? '' : ` ${suggestion}`;
    return `${severity} ${where} ${message}${remedy}${fix ? ` [${fix.replacement}]` : ''}`;
  });
}

const NOT_CALLED = ', and no step of this stream is called that.';
const COUNTS_AS_NOTHING =
  'what is told here counts as not known. Is there a digit too many, or another unit meant?';
const OF_THE_LINE_ABOVE =
  'is a share of the units of the line above it, and nothing stands above. Write it under the step whose units it means.';

describe('what is said of a name that leads nowhere', () => {
  it.each([
    ['Ship 1h approves Askk', '3:18+4 `approves` of "Ship" names "Askk"'],
    ['Ship 1h checks Askk', '3:16+4 `checks` of "Ship" names "Askk"'],
    ['back to Aks 5%', '3:9+3 `back to` names "Aks"'],
    ['after Aks\nShip 1h', '3:7+3 `after` names "Aks"'],
    ['never together: Ask, Aks', '3:22+3 `never together` names "Aks"'],
    ['together: Ask, Aks', '3:16+3 `together` names "Aks"'],
    ['owner of Aks: Ada', '3:10+3 `owner of` names "Aks"'],
  ])('%s: at the name, with the nearest step and a fix', (line, begins) => {
    expect(said(`Ask 1h\n${line}`)).toEqual([`ERROR ${begins}${NOT_CALLED} Did you mean "Ask"? ["Ask"]`]);
  });

  it('is without a guess where no name is near', () => {
    expect(said('Ask 1h\ntogether: Ask, Nothing')).toEqual([
      `ERROR 3:16+7 \`together\` names "Nothing"${NOT_CALLED} Write the name of a step of this stream.`,
    ]);
  });

  it('knows a step by its beginning, its old name and its key, where only one is meant', () => {
    expect(said('Answer the call 1h\nShip 1h approves Answer')).toEqual([
      `ERROR 3:18+6 \`approves\` of "Ship" names "Answer"${NOT_CALLED} Did you mean "Answer the call"? ["Answer the call"]`,
    ]);
    expect(said('Ask 1h was: "Beg"\nShip 1h approves Beg')).toEqual([]);
    expect(said('Ask it 1h\nShip 1h approves ask-it')).toEqual([]);
  });

  it('is a warning behind asks and tells, where it may be a role of the future', () => {
    const called =
      'and no person, performer, step or customer of this stream is called that. It is kept as written, for a role of that name.';
    expect(said('Ask 1h asks Bert @Berta')).toEqual([
      `WARNING 2:13+4 \`asks\` names "Bert", ${called} Did you mean "Berta"? ["Berta"]`,
    ]);
    expect(said('Ask 1h @Bo tells Zyx')).toEqual([`WARNING 2:18+3 \`tells\` names "Zyx", ${called}`]);
    for (const party of [
      'customer',
      'the customer',
      'supplier',
      'the supplier',
      'owner',
      'the owner',
      'Bo',
      'Ask',
    ])
      expect([party, said(`Ask 1h @Bo asks ${party}`)]).toEqual([party, []]);
  });
});

describe('what is said of a number that cannot be', () => {
  it.each([
    ['Ask 999999999h', '2:5+10 The process time of "Ask" is at most 100 years'],
    ['Ask 1h lead 9999999d', '2:13+8 The lead time of "Ask" is at most 100 years'],
    ['Ask 1h every 9999999d', '2:14+8 The rhythm of "Ask" is at most 100 years'],
    ['Ask 1h uptime 80% changeover 9999999d', '2:30+8 The changeover of "Ask" is at most 100 years'],
    ['Ask x1001 1h', '2:1+3 The number of people of "Ask" is at most 1000'],
    ['Ask 1h batch 1000000001', '2:1+3 The batch of "Ask" is at most 1000 million'],
    ['demand: 10000001/week\nAsk 1h', '2:9+8 A demand is at most 10 million'],
    ['Ask 1h\nstock 1000000001', '3:7+10 A stock is at most 1000 million'],
    ['Ask 1h\nwait 9999999d\nShip 1h', '3:6+8 A wait is at most 100 years'],
    ['Ask 1h\nback to Ask 5% 9999999d', '3:16+8 The time of a `back to` is at most 100 years'],
  ])('%s: what is the most', (text, begins) => {
    expect(said(text)).toEqual([`ERROR ${begins}; ${COUNTS_AS_NOTHING}`]);
  });

  it.each([
    'Ask x1000 1h',
    'Ask 1h batch 1000000000',
    'demand: 10000000/week\nAsk 1h',
    'Ask 1h\nstock 1000000000',
    'Ask 1h\nperson Ann 168h',
    'Ask 1h uptime 1%',
  ])('%s: nothing, since that is the most or the least that can be', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('is in words of what it is about where no unit is wrong', () => {
    expect(said('Ask 1h uptime 0%')).toEqual([
      'ERROR 2:15+2 The uptime of "Ask" is 0 %, so it would never run; what is told here counts as not known. Write the share of the time in which it can be used: uptime 80%.',
    ]);
    expect(said('Ask 1h\nperson Ann 169h')).toEqual([
      'ERROR 3:12+4 "Ann" cannot work more than the 168 hours that a week has; what is told here counts as not known. Is there a digit too many? Each of several people has a `person` line of their own.',
    ]);
  });
});

describe('what is said of a share that does not do what it seems', () => {
  it.each([
    [
      'Ask 1h\nlost 60%\nback to Ask 60%',
      'ERROR 4:1+15 More than all units of "Ask" leave it: what goes back and what is lost add up to 120%. Together they can be at most 100%.',
    ],
    [
      'Ask 1h\nback to Ask 30%\nwait 0d\nlost 10%\nShip 1h',
      'INFO 5:1+8 This is a share of the units that come through the wait above it, and not of all units of "Ask": some of those have gone back or are lost already. If it is meant as a share of all units of "Ask", write it above the wait.',
    ],
    [
      'Ask 1h\nback to Ship 5%\nShip 1h',
      'WARNING 3:1+15 `back to` names a step that stands further down, so nothing is done again: the units skip what lies between. If that is meant, an `either` says it better.',
    ],
    [
      'meanwhile\nAsk 1h\nDraw 1h\nback to Ask 10%\nend\nShip 1h',
      'WARNING 5:1+15 "Ask" stands in another branch of this `meanwhile`, which goes on side by side with this one: every unit that returns starts the whole block again. Did you mean `then` in front of line 4, where this branch begins? A line that begins with `then` goes on with the branch above it. [then ]',
    ],
    ['lost 5%\nAsk 1h', `WARNING 2:1+7 \`lost\` ${OF_THE_LINE_ABOVE}`],
    ['back to Ask 5%\nAsk 1h', `WARNING 2:1+14 \`back to\` ${OF_THE_LINE_ABOVE}`],
    [
      'Ask 1h\nsometimes 0%: Draw 1h',
      'WARNING 3:11+2 No unit ever comes to "Draw": the share is 0%, so its work counts as none. Write which share of the units comes here (a guess is written `~5%`), or take the line away.',
    ],
    [
      'either\n 0%: A 1h\n 100%: B 1h\nend',
      'WARNING 3:2+2 No unit ever comes to the branch of "A": the share is 0%, so its work counts as none. Write which share of the units comes here (a guess is written `~5%`), or take the line away.',
    ],
    [
      'Ask 1h\nafter Ask',
      'WARNING 3:1+9 `after` says what the step below it follows, and no step stands below. Write it on the line before a step.',
    ],
  ])('%s', (text, told) => {
    expect(said(text)).toEqual([told]);
  });

  it.each([
    'Ask 1h\nwait 0d\nlost 10%\nShip 1h',
    'Ask 1h\nback to Ask 30%\nwait 1d\nlost 10%\nShip 1h',
    'Ask 1h\nlost 40%\nback to Ask 60%',
    'meanwhile\nAsk 1h\nthen Draw 1h\nback to Ask 10%\nPack 1h\nend\nShip 1h',
    'either\n40%: Ask 1h\n60%: Draw 1h\nend\nback to Ask 10%',
  ])('%s: nothing', (text) => {
    expect(said(text)).toEqual([]);
  });
});
