import { describe, expect, it } from '@jest/globals';
import type { StepKey } from '../../../src/domain/shared/index.js';
import type { KnownStep } from '../../../src/domain/stream/index.js';
import { draw, stepNamed } from '../../support/draw.js';

const known = (...steps: [string, string][]): KnownStep[] =>
  steps.map(([key, name]) => ({ key: key as StepKey, name }));
const keys = (text: string, before: readonly KnownStep[] = []) =>
  draw(text, { known: before }).stream.steps.map((step) => step.key);
const problems = (text: string) => draw(text).problems;
const codes = (text: string) => problems(text).map((problem) => problem.code);

describe('keys of steps', () => {
  it('come from names, and keep apart what is called the same', () => {
    expect(keys('Answer the phone\nShip it\nAnswer the phone')).toEqual([
      'answer-the-phone',
      'ship-it',
      'answer-the-phone-2',
    ]);
  });

  it('outlive a change of order, case and spaces', () => {
    expect(keys('SHIP  it\nAnswer', known(['a', 'Answer'], ['s', 'Ship it']))).toEqual(['s', 'a']);
  });

  it('outlive a renaming that says what the step was, and the taking away of that mark', () => {
    expect(keys('Answer mail @Ann was: "Answer"', known(['answer', 'Answer']))).toEqual(['answer']);
    expect(keys('Answer mail', known(['answer', 'Answer mail']))).toEqual(['answer']);
  });

  it('match names before old names', () => {
    expect(keys('Reply @Ann was: "Answer"\nAnswer', known(['answer', 'Answer']))).toEqual([
      'reply',
      'answer',
    ]);
  });

  it('never reuse the key of another step that is known', () => {
    expect(keys('Ship', known(['ship', 'Send away']))).toEqual(['ship-2']);
  });

  it('name the stream too, unless it has one', () => {
    expect(draw('Ship').stream.key).toBe('try');
  });
});

describe('times and demand', () => {
  it('are working seconds of the calendar that the napkin tells', () => {
    const { stream } = draw('day: 7h\nweek: 4d\ndemand: 8/month\nmonth: 16d\nWork on it 1w\nPost it 7cd');
    expect(stream.steps.map((step) => step.processTime?.likely)).toEqual([4 * 7 * 3600, 4 * 7 * 3600]);
    expect(stream.demandPerWeek?.likely).toBe(2);
    expect(stream.calendar.paidHoursPerWeek).toBe(28);
  });

  it('pay a person for 40 hours at most unless told otherwise', () => {
    expect(draw('day: 12h\nShip').stream.calendar.paidHoursPerWeek).toBe(40);
    expect(draw('people: 35h/week\nShip').stream.calendar.paidHoursPerWeek).toBe(35);
  });

  it('refuse a calendar that no week has room for', () => {
    expect(problems('day: 30h\nShip')).toMatchObject([
      { code: 'CALENDAR_OUT_OF_RANGE', severity: 'ERROR', place: { line: 2 } },
    ]);
  });

  it('keep a range with its middle, and a guess as a guess', () => {
    expect(stepNamed(draw('Ship ~1-3h').stream, 'Ship').processTime).toEqual({
      low: 3600,
      likely: 7200,
      high: 10800,
      source: 'GUESS',
    });
  });

  it('refuse a lead time that is shorter than the work in it', () => {
    expect(problems('Ship 2h lead 1h')).toMatchObject([
      { code: 'LEAD_SHORTER_THAN_PROCESS', severity: 'ERROR' },
    ]);
    expect(codes('Ship 2h lead 1d')).toEqual([]);
  });
});

describe('numbers that no firm has', () => {
  it.each([
    ['demand: 99999999999/h\nAsk 1h', 'A demand is at most 10 million'],
    ['Ask x999999999 1h', 'The number of people of "Ask" is at most 1000'],
    ['Ask 999999999999h', 'The process time of "Ask" is at most 100 years'],
    ['Ask 1h\nwait 99999999d', 'A wait is at most 100 years'],
    ['Ask 1h\nstock 99999999999', 'A stock is at most 1000 million'],
    ['Ask 1h\nperson Ann 200h', '"Ann" cannot work more than the 168 hours that a week has'],
  ])('are an error in %j and count as not known', (text, message) => {
    const { stream, problems: told } = draw(text);
    expect(told).toMatchObject([{ code: 'NUMBER_OUT_OF_RANGE', severity: 'ERROR' }]);
    expect(told[0]?.message).toContain(message);
    expect(told[0]?.place).not.toBeNull();
    expect(JSON.stringify(stream)).not.toMatch(/\d{9}/);
  });
});

describe('a share of 0', () => {
  it('is told where it stands, for a step and for a branch', () => {
    const told = problems('Ask\nsometimes 0%: Gift\neither\n  0%: Sell\n  100%: Lend\nend');
    expect(told.map(({ code, severity, place }) => [code, severity, place?.line])).toEqual([
      ['NEVER_HAPPENS', 'WARNING', 3],
      ['NEVER_HAPPENS', 'WARNING', 5],
    ]);
  });
});

describe('references', () => {
  it('to no step are errors with their place and the nearest name', () => {
    expect(problems('Answer 5m\nDraw 1h\nback to Anser 10%')[0]).toMatchObject({
      code: 'UNKNOWN_STEP_REFERENCE',
      severity: 'ERROR',
      suggestion: 'Did you mean "Answer"?',
      place: { line: 4 },
    });
  });

  it('are resolved to keys wherever they stand', () => {
    const { stream } = draw(
      'Quote 5m\nSign it @Ann approves Quote\nLook it over @Bob checks "Sign it"\nnever together: Quote, Sign it\ntogether: Sign it, Look it over',
    );
    expect(stepNamed(stream, 'Sign it').approves).toEqual(['quote']);
    expect(stepNamed(stream, 'Look it over').checks).toEqual(['sign-it']);
    expect(stream.apart).toEqual([['quote', 'sign-it']]);
    expect(stream.together).toEqual([['sign-it', 'look-it-over']]);
  });

  it('behind asks and tells may be people, performers, steps and the customer; others are only warned about', () => {
    const text =
      'customer: Owner of the house\nAnswer @Ann 5m asks Bob tells Owner of the house\nDraw @Bob 1h asks Answer tells Bobb\nperson Cid 10h';
    expect(problems(text)).toMatchObject([
      { code: 'UNKNOWN_NAME', severity: 'WARNING', suggestion: 'Did you mean "Bob"?' },
    ]);
  });
});

describe('who answers for it', () => {
  it('is the owner of the stream above the forces, and of a force below its head', () => {
    const { stream } = draw('owner: Lucas\nsales:\nowner: Mia\nSell\nfulfilment:\nShip');
    expect(stream.owner).toBe('Lucas');
    expect(stream.forceOwners).toEqual({ SALES: 'Mia', FULFILMENT: null });
    expect(stream.steps.map((step) => step.force)).toEqual(['SALES', 'FULFILMENT']);
  });
});

describe('the flow', () => {
  it('refuses a loop that no unit leaves', () => {
    expect(problems('Draw 1h\nCheck 1h\nback to Draw 100%')).toMatchObject([
      { code: 'ENDLESS_LOOP', severity: 'ERROR', place: { line: 4 } },
    ]);
    expect(codes('Draw 1h\nCheck 1h\nback to Draw 60%\nlost 40%')).toEqual([]);
  });

  it('refuses steps that follow themselves', () => {
    expect(problems('Open 1h\nafter Ship\nPack 1h\nShip 1h')).toMatchObject([
      { code: 'ENDLESS_LOOP', place: { line: 3 } },
    ]);
  });

  it('refuses to send more than all units away from one line', () => {
    expect(codes('Draw 1h\nCheck 1h\nback to Draw 60%\nlost 50%')).toContain('SHARES_OVER_100');
  });

  it('lets a step be done again, and warns about a return that goes forward', () => {
    expect(codes('Draw 1h\nback to Draw 20%')).toEqual([]);
    expect(codes('Draw 1h\nback to Ship 20%\nPack 1h\nShip 1h')).toEqual(['BACK_GOES_FORWARD']);
  });

  it('joins what happens side by side, and merges what excludes each other', () => {
    const gates = (kind: string) => {
      const { flow } = draw(
        `Open it 1m\n${kind}\n  Paint 1h\n  Saw 1h\nend\nThank 1m\nafter Paint, Saw\nFit 1h`,
      ).stream;
      return flow.nodes.map((node) => node.kind);
    };
    expect(gates('meanwhile').filter((kind) => kind === 'JOIN')).toHaveLength(2);
    expect(gates('either').filter((kind) => kind === 'MERGE')).toHaveLength(2);
  });

  it('gives the one unknown share of an either what the others leave', () => {
    const { flow } = draw('either\n  70%: Mail it\n  Bring it\nend').stream;
    expect(flow.arcs.map((arc) => Math.round((arc.share?.likely ?? 0) * 100))).toEqual([70, 30, 100, 100]);
  });

  it('runs a return that leaves a meanwhile from its end, and one into a branch to its beginning', () => {
    const { flow } = draw(
      'Plan it 1h\nmeanwhile\n  Paint 1h\n  back to "Plan it" 10%\n  Saw 1h\nend\nFit 1h\nback to Saw 5%',
    ).stream;
    const kinds = flow.arcs
      .filter((arc) => arc.kind === 'RETURN')
      .map((arc) => [flow.nodes[arc.from]?.kind, flow.nodes[arc.to]?.kind]);
    expect(kinds).toEqual([
      ['JOIN', 'STEP'],
      ['STEP', 'FORK'],
    ]);
  });

  it('is empty where nothing is written', () => {
    expect(draw('').stream.flow).toEqual({
      nodes: [],
      arcs: [],
      losses: [],
      entries: [],
      ends: [],
      stops: [],
    });
  });

  it('is the same for the same draft', () => {
    const text = 'Plan it 1h\nmeanwhile\n  Paint 1h\n  Saw 1h\nend\nsometimes 30%: Fit 1h';
    expect(draw(text)).toEqual(draw(text));
  });
});
