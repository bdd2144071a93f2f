import { describe, expect, it } from '@jest/globals';
import {
  acceptDraft,
  followServes,
  judge,
  knowingEachOther,
  planStream,
  readNapkin,
  understandStream,
  BUILT_IN_CATALOGUE,
  type Plan,
} from '../../../src/domain/index.js';
import { saySupport, supportOf } from '../../../src/domain/stream/index.js';
import { wish } from '../../support/planned-napkin.js';

const PROMISE = 'stream Kitchens\nsales:\nSell {selling}\nfulfilment:\nFit {kitchen fitting}\n';
const HIRING =
  'stream Hiring\nWrite the advert {recruiting}\nInterview {interviewing}\nSign {contracts} serves Kitchens\nperson Mara {interviewing}\n';

function plansOf(text: string): ReadonlyMap<string, Plan> {
  const streams = knowingEachOther(readNapkin(text).drafts.map((draft) => acceptDraft(draft).stream));
  return new Map(
    streams.map((stream) => [stream.name, planStream(understandStream(stream, BUILT_IN_CATALOGUE))]),
  );
}

function planOf(text: string, name = 'Hiring'): Plan {
  const plan = plansOf(text).get(name);
  if (!plan) throw new Error(`no stream ${name}`);
  return plan;
}

function reasonsOf(plan: Plan, step: string) {
  const [verdict] = judge(plan.gate, [wish('Mara', 'R', step)]);
  return verdict?.kind === 'RefusedWish' ? verdict.reasons : [];
}

describe('support work', () => {
  it('is justified through the stream that it serves: roles are proposed, and each reason tells the chain', () => {
    const plan = planOf(HIRING + PROMISE);
    expect(plan.structure?.roles.length).toBeGreaterThan(0);
    const texts = plan.matrix?.rows.map(({ cells }) => cells[0]?.because[0].text ?? '') ?? [];
    expect(texts[0]).toContain('that step leads to "Sign", which serves "Kitchens"');
    expect(texts[2]).toContain('that step serves "Kitchens"');
    expect(reasonsOf(plan, 'Interview')).toEqual([]);
  });

  it('is justified by an obligation with its source', () => {
    const books =
      'stream Books\nClose the month {bookkeeping} serves "Keep the books"\nobligation: Keep the books "§ 238 HGB"\n';
    const plan = planOf(books, 'Books');
    expect(plan.matrix?.rows[0]?.cells[0]?.because[0].text).toContain(
      'serves the obligation "Keep the books" (§ 238 HGB)',
    );
    expect(plan.findings.map(({ code }) => code)).not.toContain('OBLIGATION_NOBODY_SERVES');
  });

  it('may go through streams between, however many', () => {
    const between = Array.from(
      { length: 2000 },
      (_, nth) => `stream S${nth}\nDo it {work} serves ${nth === 1999 ? 'Kitchens' : `S${nth + 1}`}\n`,
    );
    const text = HIRING.replace('serves Kitchens', 'serves S0') + between.join('') + PROMISE;
    const [hiring] = knowingEachOther(readNapkin(text).drafts.map((draft) => acceptDraft(draft).stream));
    expect(hiring && followServes(hiring, 'S0')).toMatchObject({ kind: 'PROMISE', stream: 'Kitchens' });
  });

  it.each([
    [
      'a stream that nobody knows',
      'serves Boats',
      '"Boats" is no stream and no obligation that is known here',
    ],
    ['nothing at all', '', 'serves nothing, and leads to no step that does'],
    [
      'a stream that keeps no promise',
      'serves Meetings',
      '"Meetings" has no first contact and kept promise of its own',
    ],
    ['itself', 'serves Hiring', '"Hiring" is the stream itself, and a circle justifies nothing'],
    [
      'one that serves it in turn',
      'serves Newsletter',
      '"Newsletter" serves "Hiring" again, and a circle justifies nothing',
    ],
  ])('that serves %s is refused, and the missing link is told', (_what, mark, missing) => {
    const others =
      'stream Meetings\nMeet {chairing}\nstream Newsletter\nWrite {writing} serves Hiring\nRead {reading} serves Hiring\n';
    const plan = planOf(HIRING.replace('serves Kitchens', mark) + others + PROMISE);
    expect(plan.structure).toBeNull();
    const told = reasonsOf(plan, 'Sign').map(({ missingLink }) => missingLink);
    expect(told.join(' ')).toContain(missing);
  });

  it('justifies what leads to it and nothing behind it', () => {
    const plan = planOf(HIRING.replace('person', 'Throw a party {parties}\nperson') + PROMISE);
    expect(reasonsOf(plan, 'Throw a party').map(({ code }) => code)).toContain('STREAM_NOT_READY');
    expect(reasonsOf(plan, 'Interview')).toEqual([]);
  });

  it('takes nothing from a stream that keeps a promise itself: a mark that leads nowhere is found', () => {
    const plan = planOf(PROMISE.replace('{kitchen fitting}', '{kitchen fitting} serves Boats'), 'Kitchens');
    expect(plan.structure).not.toBeNull();
    expect(plan.findings.find(({ code }) => code === 'SERVES_LEADS_NOWHERE')?.message).toContain(
      '"Boats" is no stream',
    );
  });

  it('is told link by link: what the step leads to, what that serves, and where it ends; one good mark is enough', () => {
    const others =
      'stream Crew\nTrain {teaching} serves Kitchens\nstream Books\nobligation: Keep the books "§ 238"\nAdd {billing} serves "Keep the books"\n';
    const hiring =
      'stream Hiring\nWrite {writing}\nInterview {interviewing} serves Crew\nSign {contracts} serves Boats serves Books\nCelebrate {parties}\n';
    const [stream] = knowingEachOther(
      readNapkin(hiring + PROMISE + others).drafts.map((draft) => acceptDraft(draft).stream),
    );
    if (!stream) throw new Error('no stream');
    const support = supportOf(stream);
    const told = stream.steps.map((step) => {
      const found = support.get(step.key);
      return `${step.name} ${found ? saySupport(step, found) : 'serves nothing'}`;
    });
    expect(told).toEqual([
      'Write leads to "Interview", which serves "Crew", which serves "Kitchens"',
      'Interview serves "Crew", which serves "Kitchens"',
      'Sign serves "Books", which serves the obligation "Keep the books" (§ 238)',
      'Celebrate serves nothing',
    ]);
  });
});
