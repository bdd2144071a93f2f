import { expect, it } from '@jest/globals';
import { makeNapkin } from '../../../bench/make-stream.js';
import { designHere, type Designer, type UseCases } from '../../../src/application/index.js';
import type { CapabilityKey } from '../../../src/domain/index.js';
import { describeOnEveryDatabase } from '../../support/databases.js';
import { endOf, HeldDesigner } from '../../support/held-designer.js';
import { BIKE_SHOP, useCasesOn } from '../../support/use-cases.js';

const RENTAL = `stream Bike rental
demand: 30/week
sales:
Take the call @Ada 8m {customer service}
fulfilment:
Check the bike @Ben 20m {bicycle repair}
`;
const STALL = `stream Market stall
demand: 10/week
sales:
Sell a bike @Cem 30m {customer service}
`;
const [REPAIR_KEY, RENTAL_KEY, STALL_KEY] = ['bike-repair', 'bike-rental', 'market-stall'];
const STREAMS = [REPAIR_KEY, RENTAL_KEY];

/** A stream of so many steps under a name of its own. */
const large = (name: string, steps: number) => makeNapkin(steps).replace(/^stream .*$/m, `stream ${name}`);

const found = async (useCases: UseCases, id: string) => (await useCases.designsFound([id])).get(id);
const codeOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'asked',
    (error: { readonly code?: string }) => error.code ?? error,
  );

describeOnEveryDatabase('a company that is designed while its asker goes on', (database) => {
  async function opened(inTurn: Designer = new HeldDesigner()): Promise<UseCases> {
    const { unitOfWork } = await database.open();
    return useCasesOn({ unitOfWork }, { designers: { atOnce: designHere(null), inTurn } });
  }

  async function drawn(inTurn?: Designer): Promise<UseCases> {
    const useCases = await opened(inTurn);
    for (const napkin of [BIKE_SHOP, RENTAL, STALL]) await useCases.drawStream({ napkin });
    return useCases;
  }

  async function made(useCases: UseCases, held: HeldDesigner, streams = STREAMS): Promise<string> {
    const { id } = await useCases.startCompanyDesign({ streams });
    expect(await endOf(useCases, held, id)).toMatchObject({ state: 'DONE', failure: null });
    return id;
  }

  it('is one design for the same streams in whatever order, until one of them is drawn again or names are learned', async () => {
    const useCases = await drawn();
    const ask = async (streams: readonly string[], input = {}) =>
      (await useCases.startCompanyDesign({ streams, ...input })).id;
    const one = await ask(STREAMS);
    expect(await ask([RENTAL_KEY, REPAIR_KEY, RENTAL_KEY])).toBe(one);
    expect(await ask(STREAMS, { limits: {} })).toBe(one);
    expect(await ask([...STREAMS, STALL_KEY])).not.toBe(one);
    expect(await ask(STREAMS, { limits: { maxStepsPerRole: 2 } })).not.toBe(one);
    expect(await ask(STREAMS, { effort: 'QUICK' })).not.toBe(one);
    await useCases.drawStream({ napkin: STALL.replace('10/week', '11/week') });
    await useCases.adoptStructure({ stream: REPAIR_KEY });
    expect(await ask(STREAMS)).toBe(one);
    await useCases.drawStream({ napkin: BIKE_SHOP.replace('20/week', '21/week') });
    const two = await ask(STREAMS);
    expect(two).not.toBe(one);
    const { unitOfWork } = await database.open();
    const baking = 'baking' as CapabilityKey;
    await unitOfWork.write((store) =>
      store.learnAliases(new Map([['knead', baking]]), '2025-03-05T08:00:00.000Z'),
    );
    expect(await ask(STREAMS)).not.toBe(two);
  });

  it('is told with each of its streams, among their own designs, the latest first', async () => {
    const useCases = await drawn();
    const idOf = async (key: string) => (await useCases.stream(key))?.stored.id ?? '';
    const [repair, rental, stall] = [await idOf(REPAIR_KEY), await idOf(RENTAL_KEY), await idOf(STALL_KEY)];
    const first = await useCases.startDesign({ stream: REPAIR_KEY });
    const company = await useCases.startCompanyDesign({ streams: STREAMS });
    const last = await useCases.startDesign({ stream: REPAIR_KEY, effort: 'QUICK' });
    expect(company).toMatchObject({
      ...{ kind: 'COMPANY', streamKey: RENTAL_KEY, revision: 1 },
      others: [{ streamId: repair, streamKey: REPAIR_KEY, revision: 1 }],
    });
    const told = await useCases.designsOfStreams([repair, rental, stall]);
    expect(told.get(repair)?.map(({ id }) => id)).toEqual([last.id, company.id, first.id]);
    expect(told.get(rental)).toMatchObject([{ id: company.id, others: company.others }]);
    expect(told.has(stall)).toBe(false);
  });

  it('finds what is found within a request, for the revisions that it was asked about, whatever is drawn while it is made', async () => {
    const held = new HeldDesigner();
    const useCases = await drawn(held);
    const within = await useCases.designCompany(STREAMS);
    const { id } = await useCases.startCompanyDesign({ streams: STREAMS, effort: 'QUICK' });
    await useCases.drawStream({ napkin: RENTAL.replace('Check', 'Look at') });
    await endOf(useCases, held, id);
    const told = await found(useCases, id);
    expect(told?.answer).toEqual(within.company);
    const stepsOf = (streams: typeof within.asked | undefined) =>
      streams?.get(RENTAL_KEY)?.plan.stream.steps.map(({ name }) => name);
    expect(stepsOf(told?.asked)).toEqual(['Take the call', 'Check the bike']);
    expect(stepsOf(told?.now)).toEqual(['Take the call', 'Look at the bike']);
    expect(told?.now.get(RENTAL_KEY)?.stored.revision).toBe(2);
  });

  it('is ended with the best so far, and begun anew where the server that made it is gone', async () => {
    const [lost, held] = [new HeldDesigner(), new HeldDesigner()];
    const { id } = await (await drawn(lost)).startCompanyDesign({ streams: STREAMS });
    await lost.asked();
    const next = await opened(held);
    const again = await next.startCompanyDesign({ streams: STREAMS });
    expect(again.id).toBe(id);
    await held.asked();
    const ended = await next.cancelDesign(id);
    expect(ended).toMatchObject({ state: 'CANCELLED', begun: 2 });
    expect((await found(next, id))?.answer).toMatchObject({ kind: 'CompanyStructure' });
    expect((await next.startCompanyDesign({ streams: STREAMS })).id).not.toBe(id);
  });

  it('is adopted stream by stream, a shared role under one key, and by no stream that was drawn since or is not of it', async () => {
    const held = new HeldDesigner();
    const useCases = await drawn(held);
    const design = await made(useCases, held);
    const rolesOf = async (stream: string) => {
      const adopted = await useCases.adoptStructure({ stream, design });
      return adopted.kind === 'AdoptedStructure'
        ? (adopted.planned.plan.structure?.roles.map(({ key }) => key) ?? [])
        : [];
    };
    const [mine, theirs] = [await rolesOf(REPAIR_KEY), await rolesOf(RENTAL_KEY)];
    expect(mine.length).toBeGreaterThan(0);
    expect(theirs.filter((key) => mine.includes(key)).length).toBeGreaterThan(0);
    expect(await codeOf(useCases.adoptStructure({ stream: STALL_KEY, design }))).toBe('NOT_FOUND');
    await useCases.drawStream({ napkin: RENTAL.replace('30/week', '31/week') });
    expect(await codeOf(useCases.adoptStructure({ stream: RENTAL_KEY, design }))).toBe('CONFLICT');
    expect(await codeOf(useCases.adoptStructure({ stream: REPAIR_KEY, design }))).toBe('asked');
  });

  it('answers and is adopted where its streams are named, once it is done, for more steps than one request has time for', async () => {
    const held = new HeldDesigner();
    const useCases = await opened(held);
    for (const napkin of [large('Docks', 64), large('Halls', 40)]) await useCases.drawStream({ napkin });
    const streams = ['docks', 'halls'];
    // No choice is left, so that it is soon done.
    const limits = { maxStepsPerRole: 1 };
    await expect(useCases.designCompany(streams, limits)).rejects.toThrow(
      '2 streams of 104 steps together, and within one request it is designed for at most 100. Ask for it with designCompany',
    );
    const adopt = (stream: string, others: readonly string[]) =>
      useCases.adoptStructure({ stream, company: others, limits });
    expect(await codeOf(adopt('docks', ['halls']))).toBe('BAD_INPUT');
    const { id } = await useCases.startCompanyDesign({ streams, limits, effort: 'QUICK' });
    await endOf(useCases, held, id);
    const answer = (await found(useCases, id))?.answer;
    expect((await useCases.designCompany(['halls', 'docks'], limits)).company).toEqual(answer);
    expect(await adopt('docks', ['halls'])).toMatchObject({ kind: 'AdoptedStructure' });
    expect(await adopt('halls', ['docks'])).toMatchObject({ kind: 'AdoptedStructure' });
    await expect(useCases.designCompany(streams, { maxStepsPerRole: 3 })).rejects.toThrow('designCompany');
  });

  it('is refused in plain words where it cannot be', async () => {
    const useCases = await drawn();
    const ask = (input: object) => codeOf(useCases.startCompanyDesign({ streams: STREAMS, ...input }));
    expect(await ask({ streams: [REPAIR_KEY, 'none'] })).toBe('NOT_FOUND');
    expect(await ask({ streams: [] })).toBe('BAD_INPUT');
    expect(await ask({ streams: Array.from({ length: 1_001 }, (_, at) => `s${at}`) })).toBe('BAD_INPUT');
    const expecting = (stream: string, revision: number) => ({ expectedRevisions: [{ stream, revision }] });
    expect(await ask(expecting(REPAIR_KEY, 2))).toBe('CONFLICT');
    expect(await ask(expecting(STALL_KEY, 1))).toBe('BAD_INPUT');
    expect(await ask(expecting(REPAIR_KEY, 1))).toBe('asked');
    await expect(useCases.startDesign({ stream: REPAIR_KEY, kind: 'COMPANY' })).rejects.toThrow(
      'ask for it with designCompany',
    );
  });
});
